"""Two one-sided numbers about the same thing are a range."""

from decimal import Decimal

import pytest

from indicators.grammar.lexicon import default
from indicators.grammar.numbers import Number
from indicators.grammar.pairs import links, paired
from indicators.model import Comparator

LINK = links(default().data["comparators"]["links"])


def number(
    sign: str, value: int, span: tuple[int, int], unit: str | None = None, *, strict: bool = False
) -> Number:
    return Number(
        *("number", Comparator(sign), Decimal(value), None, unit, None, False, span),
        lower_included=not strict,
        upper_included=not strict,
    )


@pytest.mark.parametrize("link", ["", "，", ",", "并且", "，同时", "的同时"])
def test_a_lower_and_an_upper_end(link: str) -> None:
    text = f"大于50{link}≤100"
    end = len(text)
    first = number(">", 50, (0, 4), strict=True)
    second = number("<=", 100, (end - 4, end))
    (pair,) = paired(text, [first, second], LINK)
    assert (pair.comparator, pair.value, pair.upper) == ("between", Decimal(50), Decimal(100))
    assert (pair.lower_included, pair.upper_included) == (False, True)
    assert pair.span == (0, end)


def test_the_ends_may_stand_in_either_order() -> None:
    (pair,) = paired("≤9,≥5", [number("<=", 9, (0, 2)), number(">=", 5, (3, 5))], LINK)
    assert (pair.value, pair.upper, pair.span) == (Decimal(5), Decimal(9), (0, 5))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("≥9,≤5", number(">=", 9, (0, 2)), number("<=", 5, (3, 5))),
        ("≥5x≤9", number(">=", 5, (0, 2)), number("<=", 9, (3, 5))),
        ("≥5,≥9", number(">=", 5, (0, 2)), number(">=", 9, (3, 5))),
        ("≥5人≤9元", number(">=", 5, (0, 3), "人"), number("<=", 9, (3, 6), "元")),
    ],
)
def test_what_is_no_range_stays_two(text: str, first: Number, second: Number) -> None:
    assert list(paired(text, [first, second], LINK)) == [first, second]


def test_a_unit_at_one_end_counts_for_both() -> None:
    (pair,) = paired("≥5≤9元", [number(">=", 5, (0, 2)), number("<=", 9, (2, 5), "元")], LINK)
    assert pair.unit == "元"
