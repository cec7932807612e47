"""Two limits of one thing are a range, two limits of two things are not."""

from decimal import Decimal

import pytest

from indicators.grammar import parser
from indicators.grammar.lexicon import default
from indicators.grammar.ranges import Ranges
from indicators.grammar.tokens import Quantity
from indicators.model import Comparator


def limits(text: str) -> list[tuple[Comparator, Decimal, Decimal | None]]:
    tokens = Ranges(default()).joined(text, parser().scanner.tokens(text))
    found = [token for token in tokens if isinstance(token, Quantity)]
    return [(token.comparator, token.value, token.upper) for token in found]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("85%≤X≤95%", 85, 95),
        ("80%≤执行率<100%", 80, 100),
        ("≥85%且≤95%", 85, 95),
        ("大于85%，小于95%", 85, 95),
    ],
)
def test_two_ends_of_a_range_are_one(text: str, low: int, high: int) -> None:
    assert limits(text) == [(Comparator.BETWEEN, Decimal(low), Decimal(high))]


@pytest.mark.parametrize(
    "text", ["≥90%\n≤95%", "合格率≥85%，差错率≤95%", "≥5次，≤10%", "≥95%，≤5%", "≤5%≥1%"]
)
def test_two_limits_of_two_things_stay_two(text: str) -> None:
    assert len(limits(text)) == 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("3万元×12个月=36万元", [36]),
        ("500元/人/月*12个月*46人", [500, 12, 46]),
        ("3万元，12个月=36万元", [3, 12, 36]),
        ("=36万元", [36]),
    ],
)
def test_factors_give_way_to_what_they_come_to(text: str, values: list[int]) -> None:
    assert [value for _, value, _ in limits(text)] == values
