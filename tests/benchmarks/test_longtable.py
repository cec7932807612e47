"""The generated long table: its oracle and the engine, two ways to the same cents."""

from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from benchmarks import longtable
from indicators.grammar import parse_targets, read_actual
from indicators.model import Actuals, Budget, Form, Indicator, Source
from indicators.taxonomy import category_of
from scoring import find, score
from scoring.model import ProjectScore

PROJECTS = 150
ROWS = PROJECTS * 8


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    path = tmp_path_factory.mktemp("table") / "t.parquet"
    longtable.write(path, rows=ROWS, distinct=2000, seed=7)
    return pq.read_table(path).to_pylist()


def scored(rows: list[dict[str, Any]]) -> ProjectScore:
    """The score of one project by the record's way: text → target → actual → points."""
    indicators, facts = [], {}
    for number, row in enumerate(rows, 1):
        category = category_of(row["level1"], row["level2"])
        [target] = parse_targets(
            row["target"], name=row["indicator"], category=category, year=longtable.YEAR
        )
        facts[f"{number}.1"] = read_actual(row["actual"], target, year=longtable.YEAR)
        indicators.append(
            Indicator(
                number=number,
                level1=row["level1"],
                level2=row["level2"],
                category=category,
                name=row["indicator"],
                target_text=row["target"],
                targets=(target,),
                place=f"{row['project_id']}:{number}",
                max_points=row["max_points"],
            )
        )
    budget = Budget(rows[0]["budget"], executed=rows[0]["executed"])
    form = Form(
        kind="project_selfevaluation",
        department=rows[0]["department"],
        project=rows[0]["project"],
        year=longtable.YEAR,
        budget=budget,
        manager=None,
        goal="",
        indicators=tuple(indicators),
        source=Source("t.parquet", "0" * 64),
    )
    return score(form, Actuals(form.id, facts), find(longtable.STANDARD))


def test_oracle_and_engine_agree_to_the_cent(rows):
    projects = [list(group) for _, group in groupby(rows, lambda row: row["project_id"])]
    assert len(projects) >= PROJECTS
    for project in projects:
        result = scored(project)
        got = [
            (row["target"], item.points) for row, item in zip(project, result.items, strict=True)
        ]
        assert got == [(row["target"], row["oracle_points"]) for row in project]
        assert (result.total, result.grade.title) == (
            project[0]["oracle_total"],
            project[0]["oracle_grade"],
        )


def test_points_of_a_project_make_ninety_and_execution_makes_the_hundred(rows):
    for _, group in groupby(rows, lambda row: row["project_id"]):
        assert sum(row["max_points"] for row in group) == Decimal(90)


def test_some_totals_are_led_to_the_edges_of_grades(rows):
    totals = {row["oracle_total"] for row in rows}
    assert {Decimal("90.00"), Decimal("89.99"), Decimal("80.00")} & totals


def test_the_same_seed_gives_the_same_table(rows, tmp_path: Path):
    path = tmp_path / "again.parquet"
    longtable.write(path, rows=ROWS, distinct=2000, seed=7)
    assert pq.read_table(path).to_pylist() == rows


def test_shares_by_hand():
    one, five, eight, ten = map(Decimal, (1, 5, 8, 10))
    assert longtable.share(">=", ten, ten, eight) == Decimal("0.8")
    assert longtable.share("<=", eight, eight, ten) == Decimal("0.8")
    assert longtable.share("between", five, eight, ten) == Decimal("0.8")
    assert longtable.share("between", five, ten, one) == Decimal("0.2")
    assert longtable.share("between", five, ten, eight) == 1


def test_cents_are_rounded_half_up():
    assert longtable.half_up(1000, Fraction(1, 400)) == 3  # 2.5 cents
    assert longtable.half_up(1000, Fraction(1, 3)) == 333
