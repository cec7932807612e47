"""Points fall in a line, to none at twice the target: the table of the fact sheet, section 5."""

from decimal import Decimal

import pytest

from scoring.methods.linear_reverse import LinearReverse, share_left
from tests.scoring.samples import case

RULE = LinearReverse(method="linear_reverse", zero_at=Decimal(200))


@pytest.mark.parametrize(
    ("promise", "fact", "points"),
    [
        ("≤10天", "10天", 1000),
        ("≤10天", "12天", 800),
        ("≤10天", "15天", 500),
        ("≤10天", "20天", 0),
        ("≤10天", "25天", 0),
        ("≤160万元", "386万元", 0),
        ("≥100人", "94人", 940),
        ("≤0次", "1次", 0),
    ],
)
def test_ten_points(promise: str, fact: str, points: int) -> None:
    assert RULE.judge(case(promise, fact)).points == points


def test_the_formula_shows_the_way_to_zero() -> None:
    assert RULE.judge(case("≤10天", "12天")).formula == "10.00 × (20 − 12) ÷ 10 = 8.00"


def test_the_bound_that_does_not_count_is_told_as_under_ratio() -> None:
    """48 is not <48, and yet nothing is lost."""
    outcome = RULE.judge(case("＜48小时", "48小时"))
    assert (outcome.points, outcome.met) == (1000, False)
    assert [note.zh for note in outcome.notes] == [
        "实际值恰好等于界限，按字面（“超过”“小于”）未达到，但比例为 1，仍得满分。"
    ]
    assert RULE.judge(case("＜48小时", "60小时")).notes == ()


def test_too_little_is_in_proportion_in_words_too() -> None:
    assert RULE.judge(case("≥100人", "94人")).words.zh == "未达到目标，按完成比例得分"


def test_the_plain_law() -> None:
    assert share_left(12, 10, 200, 100) == (800, 1000)
    assert share_left(30, 10, 200, 100) == (0, 1000)
