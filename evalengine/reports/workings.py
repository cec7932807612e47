"""The working of every point as a table: formula, reason, clause; one row an item."""

from collections.abc import Sequence

from evalengine.record import Evaluation
from evalengine.reports.basis import mark
from evalengine.reports.cells import Table, listing
from evalengine.wording import amount
from scoring.model import ItemScore, ProjectScore, Working

_COLUMNS = (
    ("项目", 18),
    ("编号", 7),
    ("指标", 30),
    ("应完成", 14),
    ("实际完成值", 14),
    ("分值", 7),
    ("得分", 7),
    ("算式", 24),
    ("为什么", 34),
    ("依据", 30),
)
_EXECUTION = "预算执行率"
_LONGEST = 80
"""Characters of a promise in words: its whole text stands in the form."""


def workings(evaluations: Sequence[Evaluation]) -> Table:
    """One row an item of all projects."""
    rows = [
        [*cells, *_working_cells(working)]
        for each in evaluations
        for cells, working in _rows(each.score)
    ]
    return listing(_COLUMNS, rows)


def _working_cells(working: Working) -> list[str]:
    why = "\n".join([working.words.zh, *(note.zh for note in working.notes)])
    return [working.formula, why, f"{working.cite}（{mark(working)}）"]


def _rows(score: ProjectScore) -> list[tuple[list[str], Working]]:
    """The cells up to 得分 of every item of a project, and the working of its points."""
    title = score.project or score.department
    rows: list[tuple[list[str], Working]] = []
    if score.execution:
        money = score.execution
        budget, executed = (amount(each, money.unit) for each in (money.budget, money.executed))
        points = [f"{money.max_points:f}", f"{money.working.points:f}"]
        rows.append(([title, "", _EXECUTION, budget, executed, *points], money.working))
    return rows + [([title, *_item_cells(item)], item.working) for item in score.items]


def _item_cells(item: ItemScore) -> list[str]:
    name = " ".join((item.measure or item.indicator).split())
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    target = "" if item.target == item.indicator else item.target
    return [item.id, short, target, item.actual, f"{item.max_points:f}", f"{item.points:f}"]
