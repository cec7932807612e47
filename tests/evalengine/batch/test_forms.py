"""Projects of a table, judged as forms."""

from decimal import Decimal

from evalengine.batch.forms import Sheet, judge_sheet
from tests.evalengine.batch.tables import HEAD, RULES, lines

NAMES = dict(zip(HEAD.replace("budget", "annual").replace("indicator", "name").split(","),
                 HEAD.split(","), strict=True))  # fmt: skip


def _sheet(actual: str) -> Sheet:
    rows = [dict(zip(NAMES, line.split(","), strict=True)) for line in lines("A", actual=actual)]
    return Sheet("t.csv", NAMES, list(enumerate(rows, 1)))


def test_a_project_is_judged_row_by_row() -> None:
    judged = judge_sheet(_sheet("94人次"), RULES)
    assert judged.score is not None
    assert judged.score.total == Decimal("95.00")
    assert [judged.rows[row].points for row in (1, 2, 3)] == [4700, 3000, 1000]


def test_what_is_missing_is_named_with_its_row() -> None:
    judged = judge_sheet(_sheet(""), RULES)
    assert judged.score is None
    assert [problem.where for problem in judged.problems] == ["t.csv:1"]
