"""Bare numbers below 1 are shares of a whole, beside the unit % too, unless they may be less."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets


@pytest.mark.parametrize(
    ("text", "value"), [("0.95", 95), ("1", 100), ("0.985", "98.5"), ("≥0.9", 90), ("95", 95)]
)
def test_a_spreadsheet_keeps_a_share_beside_the_unit(text: str, value: str | int) -> None:
    (target,) = parse_targets(text, name="验收合格率", unit="%")
    assert (target.value, target.unit) == (Decimal(value), "%")


def test_what_was_decided_is_told() -> None:
    (target,) = parse_targets("0.95", name="合格率", nature="≥", unit="%")
    assert [note.en[:13] for note in target.notes] == ["comparator or", "the unit is %"]


@pytest.mark.parametrize(
    ("text", "name", "nature"),
    [
        ("0.95", "差错率", None),
        ("0.3", "验收合格率", None),
        ("0.95", "合格率", "≤"),
        ("0.6-0.9", "合格率", None),
    ],
)
def test_what_may_be_less_than_one_percent_stays(text: str, name: str, nature: str | None) -> None:
    (target,) = parse_targets(text, name=name, nature=nature, unit="%")
    assert target.value == Decimal(text[:4].rstrip("-"))


def test_a_bare_rate_is_in_percent_and_a_share_is_not() -> None:
    assert parse_targets("90", name="办结率")[0].unit == "%"
    assert parse_targets("0.9", name="办结率")[0].unit is None
