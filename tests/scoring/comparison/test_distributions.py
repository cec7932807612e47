"""Quartiles that occur, grades by group, bands of budgets."""

import pandas as pd

from scoring.comparison.distributions import by_category, by_group, quartiles, sized
from scoring.comparison.settings import settings
from tests.scoring.comparison.samples import WAN, item, items, project, projects


def test_quartiles_are_totals_that_occur() -> None:
    assert quartiles([10, 20, 30, 40, 50]) == (10, 20, 30, 40, 50)
    assert quartiles([7]) == (7, 7, 7, 7, 7)
    assert quartiles([10, 20]) == (10, 10, 10, 20, 20)
    assert quartiles([10, 20, 30, 40]) == (10, 10, 20, 30, 40)


def test_totals_and_grades_by_department() -> None:
    table = projects(
        project("a", 9100), project("b", 8500), project("c", 9500, department="另一示例局")
    )
    found = by_group(table, "department").set_index("department")
    assert list(found.loc["示例局", ["projects", "lowest", "highest", "优", "良"]]) == [
        *(2, 8500, 9100),
        *(1, 1),
    ]
    assert list(found.loc["另一示例局", ["优", "良"]]) == [1, 0]


def test_a_budget_on_a_bound_belongs_to_the_band_above() -> None:
    table = projects(
        project("a", 1, budget=100 * WAN),
        project("b", 1, budget=100 * WAN - 1),
        project("c", 1, budget=None),
    )
    found = sized(table, settings())["size"]
    assert found[0] == "100万—500万元"
    assert found[1] == "100万元以下"
    assert pd.isna(found[2])


def test_points_earned_and_lost_by_category() -> None:
    found = by_category(items(item("a", 800), item("b", 1000), item("a", 0, 0)))
    assert found.to_dict("records") == [
        {
            "category": "output.quantity",
            "max_points": 2000,
            "points": 1800,
            "items": 2,
            "met": 1,
            "lost": 200,
            "share": 1,
        }
    ]
