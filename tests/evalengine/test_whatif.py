"""The same case by another standard, and how firm its grade is."""

from decimal import Decimal

from evalengine.whatif import contrast, contrasts, sensitivities
from scoring.register import find
from tests.evalengine.factories import STANDARD, evaluation

GUIDE = find("cn-mof-2021-101")
D = Decimal


def test_every_item_by_both_standards() -> None:
    """752.22 of 756 is in the band from 80% on: 7 points, not 9.95; no other point changes."""
    found = contrast(evaluation(), GUIDE)
    assert found.there is not None
    assert [one.id for one, _ in found.pairs] == [f"{n}.1" for n in range(1, 10)]
    assert found.there.execution is not None
    assert found.there.execution.working.points == D(7)
    assert (found.here.total, found.there.total) == (D("90.20"), D("87.25"))
    assert found.grade_changes


def test_grades_are_told_apart_by_lasting_name() -> None:
    """优秀 and 优 are the same grade."""
    found = contrast(evaluation(), find("cn-mof-2020-10"))
    assert found.there is not None
    assert (found.here.grade.title, found.there.grade.title) == ("优秀", "优")
    assert not found.grade_changes


def test_what_the_other_standard_cannot_judge_is_told() -> None:
    found = contrast(evaluation(), find("int-worldbank-outcome"))
    assert (found.there, found.pairs, found.grade_changes) == (None, (), False)
    assert "outcome.original" in found.problems[0].words.zh


def test_every_project() -> None:
    projects = (evaluation(), evaluation("另一项目"))
    assert [each.here.project for each in contrasts(projects, GUIDE)] == ["保安服务费", "另一项目"]
    firm = sensitivities(projects[:1], find(STANDARD))
    assert [(score.project, found.total) for score, found in firm] == [("保安服务费", D("90.20"))]
