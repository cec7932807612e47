"""Who decides the order: shares of the spread of totals."""

import pytest

from scoring.comparison.discrimination import deciding, undiscriminating
from scoring.comparison.settings import settings
from tests.scoring.comparison.samples import item, items


def test_shares_of_the_spread_add_up_and_name_the_indicator_that_decides() -> None:
    table = items(
        *(
            item(key, points, indicator="合格率")
            for key, points in zip("abc", (1000, 600, 200), strict=True)
        ),
        *(item(key, 1000, indicator="培训人数") for key in "abc"),
    )
    found = deciding(table, "indicator").set_index("indicator")
    assert found.loc["合格率", "share"] == pytest.approx(1)
    assert found.loc["培训人数", "share"] == pytest.approx(0)
    assert list(found.loc["培训人数", ["projects", "full", "lost"]]) == [3, 3, 0]


def test_an_indicator_against_the_order_has_a_share_below_zero() -> None:
    table = items(
        *(item(key, points, indicator="一") for key, points in (("a", 1000), ("b", 0))),
        *(item(key, points, indicator="二") for key, points in (("a", 900), ("b", 1000))),
    )
    found = deciding(table, "indicator").set_index("indicator")
    # lost: a 0+100, b 1000+0; the mean is 550, so a is 450 below and b 450 above
    assert found.loc["二", "share"] == pytest.approx(-100 / 900)
    assert found["share"].sum() == pytest.approx(1)


def test_without_a_spread_nothing_decides() -> None:
    found = deciding(items(item("a", 500), item("b", 500)), "indicator")
    assert found["share"].tolist() == [0]


def test_what_everybody_passes_needs_enough_projects() -> None:
    few = deciding(items(*(item(str(k), 1000) for k in range(19))), "indicator")
    many = deciding(items(*(item(str(k), 1000) for k in range(20))), "indicator")
    assert undiscriminating(few, settings()).empty
    assert undiscriminating(many, settings())["indicator"].tolist() == ["培训人数"]
