"""The same project a year later."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.comparison.settings import settings
from scoring.comparison.years import is_lower, year_over_year
from tests.scoring.comparison.samples import item, project, tables

HUNDRED, NINETY, EIGHTY = map(Decimal, (100, 90, 80))


def changes(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    before = tables([project("a", 1, project="示例项目", year=2022)], [item("a", 0, **old)])
    after = tables([project("b", 1, project="示例项目")], [item("b", 0, **new)])
    (pair,) = year_over_year(before, after, settings())
    return [change.change for change in pair.changes]


def test_a_lowered_target_and_moved_points() -> None:
    new = {"target": "≥80人", "target_value": EIGHTY, "most": 1500}
    assert changes({}, new) == ["target_lowered", "below_last_actual", "points_moved"]


def test_a_target_kept_changes_nothing() -> None:
    assert changes({}, {}) == []


def test_a_little_below_last_year_is_only_lowered() -> None:
    assert changes({}, {"target_value": NINETY}) == ["target_lowered"]


def test_where_less_is_better_a_larger_target_is_lower() -> None:
    old = {"direction": "lower", "actual_value": EIGHTY}
    assert changes(old, {"direction": "lower"}) == ["below_last_actual"]


def test_indicators_that_came_and_went() -> None:
    assert changes({"indicator": "印刷册数"}, {"indicator": "公路里程"}) == ["dropped", "added"]


def test_a_reworded_project_is_marked_with_its_similarity() -> None:
    before = tables([project("a", 1, project="综合行政执法平台运行维护")], [item("a", 1)])
    after = tables([project("b", 1, project="综合行政执法平台运维项目")], [item("b", 1)])
    (pair,) = year_over_year(before, after, settings())
    assert pair.changes[0].change == "renamed"
    assert 0.6 <= pair.similarity < 1


def test_other_departments_are_not_searched() -> None:
    before = tables([project("a", 1, project="示例", department="甲局")], [item("a", 1)])
    after = tables([project("b", 1, project="示例", department="乙局")], [item("b", 1)])
    assert year_over_year(before, after, settings()) == []


@pytest.mark.parametrize("before", [None, Decimal(0), "100"])
def test_nothing_is_lower_than_what_is_not_known(before: object) -> None:
    assert not is_lower({"target_value": EIGHTY, "direction": "higher"}, before, 100)
