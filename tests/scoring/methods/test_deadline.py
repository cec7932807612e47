"""By deadline: in time, late, undone, and answers without a date."""

from dataclasses import replace

import pytest

from indicators.errors import ActualsError
from indicators.model import Actual
from scoring.methods.deadline import Deadline
from tests.scoring.factories import BY_YEAR_END, D, case, done, done_on, judged

DEADLINE = Deadline(method="deadline", late="partly_achieved", undone="not_achieved")


def test_in_time() -> None:
    outcome = DEADLINE.judge(case(BY_YEAR_END, done_on(2019, 12, 31), max_points="12.50"))
    assert (outcome.points, outcome.met) == (1250, True)


def test_late_is_judged_like_partly_achieved() -> None:
    """Middle of 50 to 80: 65% of 10."""
    outcome = DEADLINE.judge(case(BY_YEAR_END, done_on(2020, 1, 15)))
    assert (outcome.points, outcome.low, outcome.high, outcome.met) == (650, 500, 800, False)
    assert outcome.notes[0].zh == "2020-01-15 完成，晚于期限 2019-12-31。"


def test_late_with_a_share_of_its_band() -> None:
    late = replace(done_on(2020, 1, 15), share=D("0.75"))
    assert DEADLINE.judge(case(BY_YEAR_END, late)).points == 750


def test_late_with_a_share_beyond_its_band() -> None:
    late = replace(done_on(2020, 1, 15), share=D("0.9"))
    with pytest.raises(ActualsError, match=r"\[50%, 80%\)"):
        DEADLINE.judge(case(BY_YEAR_END, late))


def test_undone() -> None:
    assert DEADLINE.judge(case(BY_YEAR_END, judged("not_achieved"))).points == 0


def test_partly_done() -> None:
    assert DEADLINE.judge(case(BY_YEAR_END, judged("partly_achieved", "0.6"))).points == 600


def test_said_to_be_done() -> None:
    outcome = DEADLINE.judge(case(BY_YEAR_END, Actual("reached", "已完成")))
    assert outcome.points == 1000
    assert "日期" in outcome.notes[0].zh


def test_a_number_is_no_answer() -> None:
    with pytest.raises(ActualsError, match="不是评价档次"):
        DEADLINE.judge(case(BY_YEAR_END, done("5")))
