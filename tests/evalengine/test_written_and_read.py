"""The official form that is written is read back, and judged again to the same cent."""

from pathlib import Path

import pytest

from evalengine.evaluation import evaluate
from evalengine.reports.files import write_reports
from tests.evalengine.factories import STANDARD
from tests.evalengine.samples import ACTUALS, DECLARATION


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_every_project_has_the_same_points_again(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"自评表{ending}"
    judged = evaluate(DECLARATION, ACTUALS, standard=STANDARD)
    write_reports([path], judged)
    again = evaluate(path, None, standard=STANDARD)
    for first, second in zip(judged.projects, again.projects, strict=True):
        assert second.score.total == first.score.total
        assert second.score.grade == first.score.grade
        assert [item.points for item in second.score.items if item.max_points] == [
            item.points for item in first.score.items if item.max_points
        ]
        declared = second.case.form.declared
        assert (declared.total, declared.grade) == (first.score.total, first.score.grade.title)
