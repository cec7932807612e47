"""Two numbers that say one thing: a ratio, a fraction."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets
from indicators.grammar.ratios import percent


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("师生比不低于1:20", Decimal("0.05"), "比值"),
        ("不低于1/4的企业参加", Decimal(25), "%"),
        ("2/3以上的农户受益", Decimal("66.6667"), "%"),
        ("能耗减少1/4", Decimal(25), "%"),
        ("办理时间压减1/2", Decimal(50), "%"),
    ],
)
def test_two_numbers_say_one_thing(text: str, value: Decimal, unit: str) -> None:
    (target,) = parse_targets(text)
    assert (target.value, target.unit) == (value, unit)


@pytest.mark.parametrize("text", ["8:30上班", "按3/4制度执行", "减少5/4", "师生比不低于1:0"])
def test_others_are_no_promise(text: str) -> None:
    assert all(target.value is None for target in parse_targets(text))


def test_a_share_is_written_as_one_would_write_it() -> None:
    assert percent(Decimal(1) / Decimal(4)) == 25
    assert str(percent(Decimal(1) / Decimal(3))) == "33.3333"
    assert str(percent(Decimal("0.5"))) == "50"
