"""The money table as written: which rows and columns belong to it."""

from collections.abc import Sequence

import pytest

from indicators.forms import layout_of
from indicators.places import Place
from indicators.reading.amounts import (
    MoneyTable,
    is_money_banner,
    money_at,
    table_of,
    unit_in,
    unit_told,
)
from indicators.reading.head import Field
from tests.indicators.reading.papers import MONEY, Written, grid

FILLED = layout_of("project_selfevaluation")
HEADINGS = ["年初预算数", "全年预算数", "全年执行数"]


def _table(*rows: Sequence[Written]) -> MoneyTable:
    found = money_at(grid(*rows).rows, 0, FILLED)
    assert found is not None
    return found


def test_the_official_table() -> None:
    table = _table(*MONEY, ["年度总体目标", "预期目标"])
    assert (table.lead, table.end) == ("项目资金（万元）", 5)
    assert set(table.units.values()) == {"万元"}
    assert table.whole is not None
    assert table.whole.name == "年度资金总额"
    assert [row.name for row in table.parts] == ["其中：当年财政拨款", "上年结转资金", "其他资金"]
    assert table.whole.texts == {
        "amount": "100.00",
        "annual": "120.00",
        "executed": "114.00",
        "max_points": "10",
        "rate": "95.00%",
        "points": "9.5",
    }
    name, text = table.fields[0].name, table.fields[0].text
    assert (name, text) == ("项目资金（万元）/年度资金总额/年初预算数", "100.00")


def test_without_a_label_at_the_left() -> None:
    table = _table(
        ["资金来源", *HEADINGS], ["资金总额", "1", "2", "3"], ["某局意见", "同意", "", ""]
    )
    assert (table.end, table.whole is not None) == (2, True)


def test_a_source_that_is_not_known_is_a_part() -> None:
    """The label at the left reaches down to it, or its place is empty."""
    table = _table(
        [("项目资金（万元）", 1, 3), "", *HEADINGS],
        ["年度资金总额", "1", "2", "3"],
        ["对口支援资金", "0", "1", "1"],
        ["实施单位", "甲", "", "", ""],
    )
    assert [row.name for row in table.parts] == ["对口支援资金"]
    flat = _table(
        ["项目资金", "", *HEADINGS], ["", "总额", "1", "2", "3"], ["", "对口", "0", "1", "1"]
    )
    assert [row.name for row in flat.parts] == ["对口"]


def test_a_row_without_a_name_is_the_whole() -> None:
    table = _table([("预算执行情况（10分）", 1, 2), "预算数", "执行数"], ["100", "95"])
    assert table.whole is not None
    assert (table.whole.name, table.whole.texts["executed"]) == ("", "95")


@pytest.mark.parametrize(
    "row",
    [
        ["全年预算数", "100", "全年执行数", "95"],
        ["分值", "得分"],
        ["项目名称", "示例项目"],
        ["全年预算数", "某项目"],
    ],
)
def test_no_money_table(row: Sequence[Written]) -> None:
    assert money_at(grid(row, ["1", "2"]).rows, 0, FILLED) is None


def test_units() -> None:
    assert unit_in("项目资金（单位：元）") == "元"
    assert unit_in("金额单位：万元") == "万元"
    assert unit_in("实施单位：万元村") == "万元"
    assert unit_in("项目资金") is None
    headings = [f"{heading}（元）" for heading in HEADINGS]
    assert set(_table(["资金", *headings], ["总额", "1", "2", "3"]).units.values()) == {"元"}


def test_a_cell_that_names_the_unit() -> None:
    assert unit_told("单位：元") == "元"
    assert unit_told("（金额单位：万元）") == "万元"
    assert unit_told("实施单位：万元村") is None
    assert unit_told("单位：某局") is None


def test_the_unit_in_the_name_of_a_row() -> None:
    table = _table(
        ["资金", *HEADINGS], ["年度资金总额（元）", "1", "2", "3"], ["其他资金", "1", "2", "3"]
    )
    assert [(row.unit, row.is_part) for row in table.rows] == [("元", False), (None, True)]


def test_banners() -> None:
    assert is_money_banner(grid([("项目资金（万元）", 9)]).rows[0], FILLED)
    assert not is_money_banner(grid(["项目资金（万元）", "1"]).rows[0], FILLED)


def test_headings_in_two_rows_and_tasks_in_the_place_of_sources() -> None:
    """A whole department tells its money by tasks, and by source in columns."""
    parts = ["总额", "财政拨款"]
    table = _table(
        [
            *(("年度主要任务", 1, 5), ("任务名称", 1, 2), ("完成情况", 1, 2)),
            *(("预算数（万元）", 2), ("执行数（万元）", 2)),
        ],
        [*parts, *parts],
        ["任务1", "已完成", "100", "90", "95", "85"],
        ["任务2", "", "", "", "", ""],
        [("金额合计", 2), "100", "90", "95", "85"],
        ["年度总体目标", "甲", "乙"],
    )
    assert table.end == 5
    assert [row.name for row in table.rows] == ["任务1", "任务2", "金额合计"]
    assert table.rows[0].texts == {
        "完成情况": "已完成",
        "amount": "100",
        "预算数（万元）/财政拨款": "90",
        "executed": "95",
        "执行数（万元）/财政拨款": "85",
    }
    assert "完成情况" not in table.rows[2].texts


def test_amounts_in_labelled_cells() -> None:
    place = Place("a.docx")
    fields = {
        "annual": [Field("全年预算数（万元）", None, place, "万元", ["120"])],
        "executed": [Field("全年执行数", None, place, None, ["118"])],
        "amount": [Field("年初预算数", None, place)],
    }
    table = table_of(fields)
    assert table.whole is not None
    assert table.whole.texts == {"annual": "120", "executed": "118"}
    assert table.units == {"annual": "万元"}
