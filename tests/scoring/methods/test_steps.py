"""For every so much of deviation, so many points are taken off, down to none."""

from decimal import Decimal

import pytest

from scoring.case import ONLY_THE_BOUND
from scoring.methods.steps import Steps
from tests.scoring.samples import case

THREE_PERCENT = Steps(
    method="steps", per=Decimal(3), of="percent_of_target", deduct=Decimal(1), two_sided=True
)
FIVE_POINTS = Steps(method="steps", per=Decimal(5), of="unit", deduct=Decimal(1))


@pytest.mark.parametrize(
    ("fact", "points"),
    [
        ("100人", 1000),
        ("98人", 1000),
        ("97人", 900),
        ("95人", 900),
        ("94人", 800),
        ("106人", 800),
        ("40人", 0),
    ],
)
def test_each_three_percent_of_difference_to_either_side(fact: str, points: int) -> None:
    """《中央级行政经费项目支出绩效考评管理办法》: every 3% of difference deducts 1 point."""
    assert THREE_PERCENT.judge(case("=100人", fact)).points == points


@pytest.mark.parametrize(
    ("fact", "points"), [("90%", 1000), ("86%", 1000), ("85%", 900), ("84%", 900), ("80%", 800)]
)
def test_each_five_points_below(fact: str, points: int) -> None:
    """A form of 2017: 90% and above 10 points, each 5% lower deducts 1."""
    assert FIVE_POINTS.judge(case("满意度≥90%", fact)).points == points


def test_a_step_begun_may_count() -> None:
    rule = FIVE_POINTS.model_copy(update={"count": "started"})
    assert rule.judge(case("满意度≥90%", "86%")).points == 900


def test_too_much_costs_nothing_on_one_side() -> None:
    rule = THREE_PERCENT.model_copy(update={"two_sided": False})
    assert rule.judge(case("≥100人", "130人")).points == 1000


def test_percent_of_a_target_of_zero_cannot_be_stepped() -> None:
    assert THREE_PERCENT.judge(case("≤0次", "1次")).points == 0


def test_the_bound_of_a_strict_promise_costs_no_step_and_yet_misses() -> None:
    """48 is not <48; nothing lies between, so no step is taken off."""
    rule = THREE_PERCENT.model_copy(update={"two_sided": False})
    outcome = rule.judge(case("<48小时", "48小时"))
    assert (outcome.points, outcome.met, outcome.notes) == (1000, False, (ONLY_THE_BOUND,))
