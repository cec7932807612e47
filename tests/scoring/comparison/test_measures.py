"""One number a measure, by hand."""

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from scoring.comparison.clues import priorities
from scoring.comparison.measures import measured, robust_z
from scoring.comparison.settings import settings
from scoring.comparison.years import year_over_year
from tests.scoring.comparison.samples import WAN, item, project, tables

JUDGED: dict[str, Any] = {"kind": "qualitative", "target_value": None, "actual_value": None}


def measure(name: str, first: list[dict[str, Any]], second: list[dict[str, Any]]) -> Any:
    return measured(tables(first, second), priorities())[name]["a"]


def test_declared_above_the_rule() -> None:
    assert measure("declared_gap", [project("a", 9000, declared_total=9850)], []) == 8.5
    assert pd.isna(measure("declared_gap", [project("a", 9000)], []))


def test_targets_met_without_the_money() -> None:
    poor = [project("a", 1, executed=40 * WAN)]
    assert measure("attainment_gap", poor, [item("a", 900)]) == 50  # 90 % met, 40 % spent
    assert pd.isna(measure("attainment_gap", [project("a", 1, budget=None)], [item("a", 900)]))


def test_far_over_achieved() -> None:
    two = [item("a", 1000, actual_value=Decimal(131)), item("a", 3000, 3000, item="2.1")]
    assert measure("over_share", [project("a", 1)], two) == 25


def test_at_the_bound_it_is_not_far() -> None:
    assert measure("over_share", [project("a", 1)], [item("a", 1, actual_value=Decimal(130))]) == 0


def test_every_actual_equals_its_target() -> None:
    two = [item("a", 1000), item("a", 900, item="2.1", actual_value=Decimal(90))]
    assert measure("equal_share", [project("a", 1)], two) == 50


def test_judged_full_takes_what_was_declared() -> None:
    two = [
        item("a", 1000, **JUDGED, declared_points=900),
        item("a", 1000, **JUDGED, item="2.1"),
    ]
    assert measure("judged_full_share", [project("a", 1)], two) == 50


def test_texts_copied_between_three_projects() -> None:
    rows = [item(key, 1, target="满意度大于等于百分之九十") for key in "abc"]
    rows += [item("a", 1, 3000, item="2.1", target="只有这里这样写的一句话")]
    assert measure("copied_share", [project("a", 1)], rows) == 25


def test_the_same_points_as_others_count_only_when_something_was_lost() -> None:
    first = [project(key, 1) for key in "abc"]
    assert measure("same_scores", first, [item(key, 900) for key in "abc"]) == 2
    assert measure("same_scores", first, [item(key, 1000) for key in "abc"]) == 0


def test_points_lost_without_a_reason() -> None:
    two = [item("a", 700), item("a", 900, item="2.1", reason="雨季停工")]
    assert measure("unexplained_share", [project("a", 1)], two) == 75


def test_whole_points_where_the_rule_gives_cents() -> None:
    two = [
        item("a", 862, declared_points=900),
        item("a", 455, declared_points=455, item="2.1"),
        item("a", 1000, declared_points=1000, item="3.1"),
    ]
    assert measure("round_share", [project("a", 1)], two) == 50


def test_targets_below_last_years_actual() -> None:
    old = tables([project("o", 1, project="示例")], [item("o", 1)])
    new = tables([project("a", 1, project="示例")], [item("a", 1, target_value=Decimal(80))])
    pairs = year_over_year(old, new, settings())
    assert measured(new, priorities(), pairs)["lowered_share"]["a"] == 100


def test_robust_z() -> None:
    values = pd.Series([1.0, 2.0, 3.0, 4.0, 100.0])
    # median 3, deviations 2 1 0 1 97, their median 1
    assert robust_z(values)[4] == pytest.approx(97 / 1.4826)
    assert robust_z(pd.Series([5.0, 5.0, 9.0])).tolist() == [0, 0, 0]
