"""Totals and grades of projects: worked by hand, and equal to those of forms."""

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from indicators.errors import UsageError
from indicators.model import Target
from scoring import project_totals, score, score_frame, shipped
from scoring.standard import Standard
from scoring.weights import owner
from tests.scoring.columns.frames import items
from tests.scoring.factories import IN_WORDS, done, facts, form, judged, promised, row

D = Decimal
MOF = "cn-mof-2020-10"


def _totals(standard: str, *rows: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    frame = items(*rows)
    table = project_totals(frame, score_frame(frame, standard), standard, **options)
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def test_sums_and_grades_by_project() -> None:
    """甲: 56.40 + 40.00; 乙: 79.995% of 100, that is 80.00 half up, is 良."""
    rows = [
        {"project_id": "甲", "max_points": 60},
        {"project_id": "乙", "max_points": 100, "target": 20000, "actual": 15999},
        {"project_id": "甲", "max_points": 40, "actual": 100},
    ]
    first, second = _totals(MOF, *rows)
    assert (first["total"], first["grade"], first["items"]) == (D("96.40"), "优", 2)
    assert (second["total"], second["grade"]) == (D("80.00"), "良")
    frame = items(*rows)
    table = project_totals(frame, score_frame(frame, MOF), MOF)
    assert table.index.tolist() == ["甲", "乙"]


def test_what_does_not_apply_is_scaled_up_where_the_standard_says_so() -> None:
    """9.40 of 50 points are judged: 47.00, of 100: 94.00."""
    rows: list[dict[str, Any]] = [{"max_points": 50}, {"max_points": 50, "kind": "not_applicable"}]
    (scaled,) = _totals("cn-selfeval-2016", *rows)
    assert (scaled["points"], scaled["max_points"], scaled["total"]) == (47, 50, 94)
    (handed_on,) = _totals(MOF, *rows)
    assert pd.isna(handed_on["total"])
    assert handed_on["reason"] == "points_sum"


@pytest.mark.parametrize(
    ("missing", "total", "reason"),
    [("refuse", None, "unscored"), ("zero", D("47.00"), None), ("exclude", D("94.00"), None)],
)
def test_missing_facts(missing: str, total: Decimal | None, reason: str | None) -> None:
    rows: list[dict[str, Any]] = [{"max_points": 50}, {"max_points": 50, "actual": None}]
    (found,) = _totals("cn-selfeval-2016", *rows, missing=missing)
    assert (found["total"] if total else None) == total
    assert (found["reason"] if reason else None) == reason
    assert found["unscored"] == (missing == "refuse")


def test_nothing_left_and_wrong_points() -> None:
    (nothing,) = _totals("cn-selfeval-2016", {"kind": "not_applicable"})
    assert nothing["reason"] == "nothing_left"
    (wrong,) = _totals(MOF, {"max_points": 99})
    assert wrong["reason"] == "points_sum"
    assert pd.isna(wrong["grade"])
    (short,) = _totals("cn-selfeval-2016", {"max_points": 80})  # nothing was left out of 100
    assert short["reason"] == "points_sum"
    (unreadable,) = _totals(MOF, {"max_points": D("1.005")}, missing="zero")
    assert unreadable["reason"] == "unscored"


def test_a_gate_overrides_the_grade() -> None:
    """PART: without measures the results are not demonstrated, whatever the score."""
    asked: dict[str, Any] = {"kind": "qualitative", "target": None, "actual": None}
    rows = [
        {**asked, "category": "part.results", "max_points": 90, "judgement": "achieved"},
        {
            **asked,
            "category": "part.planning.measures",
            "max_points": 10,
            "judgement": "not_achieved",
        },
    ]
    (found,) = _totals("us-omb-part", *rows)
    assert (found["total"], found["grade"]) == (90, "成果未显示")


def test_a_lamp_is_that_of_the_worst_item() -> None:
    rows = [{"max_points": 50, "actual": 100}, {"max_points": 50, "actual": 1}]
    frame = items(*rows)
    scores = score_frame(frame, "cn-practice-monitoring")
    (found,) = _totals("cn-practice-monitoring", *rows)
    assert found["total"] == min(scores["points"]) * 2


def test_a_lamp_is_not_tipped_by_the_rounding_of_points() -> None:
    """A quarter of 33.75 points is 8.44, more than a quarter; the lamp is 25 all the same."""
    rows = [{"max_points": D("33.75"), "actual": 1}, {"max_points": D("66.25"), "actual": 100}]
    (found,) = _totals("cn-practice-monitoring", *rows)
    assert (found["total"], found["grade"]) == (D("25.00"), "红灯")


def test_missing_columns_and_other_rows_are_refused() -> None:
    frame = items({})
    with pytest.raises(UsageError, match="project_id"):
        project_totals(frame.drop(columns="project_id"), score_frame(frame, MOF), MOF)
    with pytest.raises(UsageError, match="行数"):
        project_totals(frame, score_frame(items({}, {}), MOF), MOF)


@pytest.mark.parametrize(
    "standard",
    [
        s
        for s in shipped()
        if s.applies_to.purpose in ("self_evaluation", "monitoring")
        and owner("benefit", list(s.weights.points))
    ],
    ids=lambda s: s.id,
)
def test_totals_are_those_of_forms(standard: Standard) -> None:
    """Ten forms with the same promises and other facts: total and grade as `score` has them."""
    random = np.random.default_rng(7)
    targets = [promised(">=", "9"), promised("<=", "3", direction="lower"), IN_WORDS]
    of = form(
        row(1, "output.quantity", targets[0]),
        row(2, "output.quality", targets[1]),
        row(3, "benefit.social", targets[2]),
        row(4, "satisfaction.beneficiary", targets[0]),
    )
    tables, expected = [], []
    for number in range(10):
        counts = random.integers(0, 12, 4)
        words = ["achieved", "partly_achieved", "not_achieved"][number % 3]
        answers = {
            f"{n}.1": judged(words) if n == 3 else done(str(counts[n - 1])) for n in range(1, 5)
        }
        result = score(of, facts(of, answers, executed="83.21"), standard)
        expected.append((result.total, result.grade.title))
        judged_items = zip(result.items, [*targets, targets[0]], strict=True)
        tables += [_item(number, item, of_it, answers[item.id]) for item, of_it in judged_items]
        if result.execution is not None:
            tables.append(_money(number, result.execution))
    frame = items(*tables)
    table = project_totals(frame, score_frame(frame, standard), standard)
    assert list(zip(table["total"], table["grade"], strict=True)) == expected


def _item(project: int, item: Any, target: Target, fact: Any) -> dict[str, Any]:
    counted = target.value is not None
    return {
        "project_id": project,
        "category": item.category,
        "kind": target.kind.value,
        "comparator": str(target.comparator) if counted else None,
        "direction": str(target.direction) if counted else None,
        "target": target.value,
        "actual": fact.value,
        "max_points": item.max_points,
        "judgement": None if counted else fact.judgement.value,
        "dimension": "count",
        "measure": "某事",
        "evidence": fact.evidence,
    }


def _money(project: int, execution: Any) -> dict[str, Any]:
    return {
        "project_id": project,
        "category": "execution",
        "target": execution.budget,
        "actual": execution.executed,
        "max_points": execution.max_points,
        "dimension": "money",
        "measure": "",
        "evidence": "",
    }
