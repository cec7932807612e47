"""In time, all points; late or undone, a share like that of a judgement."""

import datetime as dt
from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.model import Actual
from scoring.methods.deadline import Deadline
from tests.scoring.samples import case

DUE = "2019年12月31日前完成"
RULE = Deadline(method="deadline", late="partly_achieved", undone="not_achieved")


@pytest.mark.parametrize("fact", ["2019-12-31", "2019-06-30", "已完成"])
def test_in_time(fact: str) -> None:
    assert RULE.judge(case(DUE, fact)).points == 1000


def test_late_is_the_middle_of_its_band_and_the_band_is_said() -> None:
    """50% to 80% in the form of 2016: 6.50 of 10, between 5.00 and 8.00."""
    outcome = RULE.judge(case(DUE, "2020-01-01"))
    assert (outcome.points, outcome.low, outcome.high) == (650, 500, 800)
    assert any("晚于期限" in note.zh for note in outcome.notes)


def test_a_share_outside_the_band_of_the_late_is_refused() -> None:
    late = Actual("deadline", "2020-01-01", date=dt.date(2020, 1, 1), share=Decimal("0.9"))
    with pytest.raises(ActualsError):
        RULE.judge(case(DUE, late))
