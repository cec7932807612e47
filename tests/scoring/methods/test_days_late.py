"""For every so many days of delay, so many points are taken off."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.model import Actual, Judgement
from scoring.methods.days_late import DaysLate
from tests.scoring.samples import case

DUE = "2019年12月31日前完成"
RULE = DaysLate(method="days_late", per_days=10, deduct=Decimal(1))


@pytest.mark.parametrize(
    ("fact", "points"),
    [
        ("2019-12-31", 1000),
        ("2020-01-01", 900),
        ("2020-01-10", 900),
        ("2020-01-11", 800),
        ("2021-12-31", 0),
        ("已完成", 1000),
    ],
)
def test_ten_points(fact: str, points: int) -> None:
    assert RULE.judge(case(DUE, fact)).points == points


def test_in_percent_of_the_points() -> None:
    rule = DaysLate(method="days_late", per_days=30, deduct=Decimal(25), deduct_as="percent")
    assert rule.judge(case(DUE, "2020-01-15", cents=800)).points == 600


def test_not_done_has_no_points_and_words_that_say_neither_are_refused() -> None:
    undone = Actual("qualitative", "未完成", judgement=Judgement.NOT)
    assert RULE.judge(case(DUE, undone)).points == 0
    with pytest.raises(ActualsError):
        RULE.judge(case(DUE, Actual("qualitative", "还好")))
