"""The rows of a fill-in sheet: money first, one row a promise, the year's goal last."""

from dataclasses import replace

from evalengine.reports.fillrows import groups_of
from indicators.model import Kind, Target
from indicators.pairing.sheet import ANNUAL, EXECUTED, GOAL, Column
from tests.evalengine.factories import guards_form
from tests.promises import HUNDRED_GUARDS


def test_the_order_of_the_rows() -> None:
    ids = [[line.id for line in group] for group in groups_of(guards_form())]
    promises = [[f"{number}.1"] for number in range(1, 10)]
    assert ids == [[ANNUAL, EXECUTED], *promises, [GOAL]]


def test_promises_of_one_indicator_stand_together() -> None:
    form = guards_form()
    row = replace(form.indicators[0], targets=(HUNDRED_GUARDS, HUNDRED_GUARDS))
    groups = list(groups_of(replace(form, indicators=(row,))))
    assert [line.id for line in groups[1]] == ["1.1", "1.2"]


def test_which_cells_are_open() -> None:
    lines = {line.id: line for group in groups_of(guards_form()) for line in group}
    answer = (Column.ACTUAL, Column.REASON, Column.EVIDENCE)
    judged = (Column.ACTUAL, Column.SHARE, Column.REASON, Column.EVIDENCE)
    assert lines["1.1"].open_columns == answer
    assert lines["2.1"].open_columns == judged
    assert lines["3.1"].open_columns == judged  # a date that was missed
    assert lines[EXECUTED].open_columns == (Column.ACTUAL,)


def test_which_answers_are_due() -> None:
    lines = [line for group in groups_of(guards_form()) for line in group]
    assert [line.id for line in lines if not line.is_due] == [ANNUAL, GOAL]


def test_what_does_not_apply_is_closed() -> None:
    form = guards_form()
    row = replace(form.indicators[0], targets=(Target(kind=Kind.NOT_APPLICABLE),))
    line = list(groups_of(replace(form, indicators=(row,))))[1][0]
    assert line.open_columns == ()
    assert not line.is_due
