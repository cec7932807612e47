"""The official form that is written is read back, and judged again to the same cent."""

import csv
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from benchmarks import longtable
from evalengine.evaluation import Evaluated, asked, evaluate
from evalengine.reports.files import write_reports
from scoring.model import ItemScore
from tests.evalengine.factories import STANDARD
from tests.evalengine.samples import ACTUALS, DECLARATION

ENDINGS = [".xlsx", ".docx", ".html"]


def judged_items(items: tuple[ItemScore, ...]) -> list[tuple[object, ...]]:
    """What must come back: promise, fact and points of every item that counts."""
    return [
        (item.category, item.target, item.actual, item.max_points, item.points)
        for item in items
        if item.max_points
    ]


def assert_same_again(first: Evaluated, second: Evaluated) -> None:
    assert len(first.projects) == len(second.projects)
    for one, other in zip(first.projects, second.projects, strict=True):
        assert other.score.project == one.score.project
        assert other.score.total == one.score.total
        assert other.score.grade == one.score.grade
        declared = other.case.form.declared
        assert (declared.total, declared.grade) == (one.score.total, one.score.grade.title)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_project_has_the_same_points_again(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"自评表{ending}"
    judged = evaluate(DECLARATION, ACTUALS, standard=STANDARD)
    # The annexes are tables of indicators too, and must not be taken for forms.
    write_reports([path], asked(judged, against="cn-mof-2021-101", firmness=True))
    again = evaluate(path, None, standard=STANDARD)
    assert_same_again(judged, again)
    for first, second in zip(judged.projects, again.projects, strict=True):
        assert [item.points for item in second.score.items if item.max_points] == [
            item.points for item in first.score.items if item.max_points
        ]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("seed", range(3))
def test_generated_projects_come_back_item_by_item(tmp_path: Path, ending: str, seed: int) -> None:
    table, path = tmp_path / "长表.csv", tmp_path / f"自评表{ending}"
    write_table(table, seed=seed)
    judged = evaluate(table, None, standard=longtable.STANDARD)
    write_reports([path], judged)
    again = evaluate(path, None, standard=longtable.STANDARD)
    assert_same_again(judged, again)
    for first, second in zip(judged.projects, again.projects, strict=True):
        assert judged_items(second.score.items) == judged_items(first.score.items)


def write_table(path: Path, *, seed: int) -> None:
    """A few made-up projects as a long table."""
    parquet = path.with_suffix(".parquet")
    longtable.write(parquet, rows=60, distinct=200, seed=seed)
    rows = pq.read_table(parquet).to_pylist()
    names = [name for name in rows[0] if not name.startswith("oracle")]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, names, extrasaction="ignore")
        out.writeheader()
        out.writerows(rows)
