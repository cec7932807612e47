"""Labelled cells: the words of the layout decide what is a label and what a value."""

import pytest

from indicators.forms import is_title, layout_of
from indicators.model import Finding
from indicators.reading.head import Field, FieldReader
from indicators.reading.tables import Grid
from indicators.reading.text import read_text
from tests.indicators.reading.dumps import row

DEPARTMENT = layout_of("department_declaration")
PROJECT = layout_of("project_declaration")
MONEY = "部门（单位）总体资金情况（万元）"


def _read(dump: str, *, kind: str = "project") -> tuple[list[Field], list[Finding]]:
    [grid] = read_text(dump, "a.txt", is_title=is_title)
    assert isinstance(grid, Grid)
    reader = FieldReader(PROJECT if kind == "project" else DEPARTMENT)
    for line in grid.rows:
        reader.take_row(line)
    return reader.result()


def _pairs(dump: str, *, kind: str = "project") -> list[tuple[str, str]]:
    fields, _ = _read(dump, kind=kind)
    return [(field.name, field.text) for field in fields]


def test_pairs_in_a_row() -> None:
    assert _pairs(row("项目名称", "甲", "预算金额（万元）", "1.00")) == [
        ("项目名称", "甲"),
        ("预算金额（万元）", "1.00"),
    ]


def test_a_value_behind_empty_cells() -> None:
    assert _pairs(row("其他说明的\n问题", "", "无", "")) == [("其他说明的问题", "无")]


def test_an_empty_value_stays_empty() -> None:
    dump = row("项目负责人", "", "联系电话", "") + row("单位地址", "某路1号")
    assert _pairs(dump) == [("项目负责人", ""), ("联系电话", ""), ("单位地址", "某路1号")]


def test_label_and_value_in_one_cell() -> None:
    assert _pairs(row("填报日期：2018年10月", "项目类型: 1:1配套")) == [
        ("填报日期", "2018年10月"),
        ("项目类型", "1:1配套"),
    ]


def test_a_section_gives_its_name_and_its_unit() -> None:
    dump = (
        row(MONEY, "资金总额：", "3")
        + row("", "基本支出：", "1")
        + row("", "其他：", "无")
        + row("部门（单位）职能概述", "其他")
    )
    fields, findings = _read(dump, kind="department")
    assert [(field.name, field.text, field.unit) for field in fields] == [
        (f"{MONEY}/资金总额", "3", "万元"),
        (f"{MONEY}/基本支出", "1", "万元"),
        (f"{MONEY}/其他", "无", "万元"),
        ("部门（单位）职能概述", "其他", None),
    ]
    assert findings == []


def test_the_telephone_of_who_filled_the_form_in() -> None:
    dump = row("部门（单位）负责人", "张某", "联系电话", "1") + row(
        "填报人：", "李某", "联系电话", "2"
    )
    fields, findings = _read(dump, kind="department")
    assert [(field.name, field.text) for field in fields] == [
        ("部门（单位）负责人", "张某"),
        ("联系电话", "1"),
        ("填报人", "李某"),
        ("填报人/联系电话", "2"),
    ]
    assert findings == []


def test_a_row_split_behind_its_label() -> None:
    fields, findings = _read("\t项目名称\n\n\t甲\n\t预算金额（万元）\n\t1.00\n\n")
    assert [(field.name, field.text) for field in fields] == [
        ("项目名称", "甲"),
        ("预算金额（万元）", "1.00"),
    ]
    assert [(finding.check, finding.place) for finding in findings] == [("row-joined", "a.txt:3")]


def test_an_unknown_label_is_kept() -> None:
    fields, findings = _read(row("项目名称", "甲") + row("经办科室", "办公室"))
    assert [(field.name, field.text) for field in fields] == [
        ("项目名称", "甲"),
        ("经办科室", "办公室"),
    ]
    assert [(finding.check, finding.place) for finding in findings] == [
        ("label-unknown", "a.txt:4")
    ]


def test_a_long_text_without_label_belongs_to_the_value_before() -> None:
    more = "续" * 100
    assert _pairs(row("项目绩效目标", "甲", more)) == [("项目绩效目标", f"甲\n{more}")]


def test_a_label_that_stands_twice() -> None:
    fields, findings = _read(row("项目名称", "甲") + row("项目名称", "乙"))
    assert [field.text for field in fields] == ["甲", "乙"]
    assert [(finding.check, finding.place) for finding in findings] == [("label-twice", "a.txt:5")]


def test_parts_of_totals_side_by_side_are_no_doubt() -> None:
    """中期 and 年度 each have 财政拨款, in one row of the official form."""
    money = row("项目资金（万元）", "实施期资金总额", "240", "年度资金总额", "80")
    parts = row("", "其中：财政拨款", "240", "其中：财政拨款", "80")
    fields, findings = _read(money + parts)
    assert [field.text for field in fields] == ["240", "80", "240", "80"]
    assert findings == []
    _, findings = _read(money + parts + row("", "其中：财政拨款", "80"))
    assert [finding.check for finding in findings] == ["label-twice"]


@pytest.mark.parametrize("label", ["项 目\n名 称", "项目名称：", " 项目名称 :"])
def test_labels_in_other_spellings(label: str) -> None:
    assert _pairs(row(label, "甲")) == [("项目名称", "甲")]


def test_the_place_is_that_of_the_value() -> None:
    fields, _ = _read(row("项目名称", "甲", "联系电话", ""))
    assert [str(field.place) for field in fields] == ["a.txt:2", "a.txt:3"]


@pytest.mark.parametrize("text", ["（单位盖章） 年 月 日", "（盖章）", "年 月 日", "第 2 部分"])
def test_an_empty_place_for_a_stamp_and_the_heading_of_a_part_are_no_labels(text: str) -> None:
    assert _read(row("项目名称", "甲") + row(text))[1] == []
    fields, findings = _read(row("项目名称", "甲") + row("盖章单位"))
    assert [field.name for field in fields] == ["项目名称", "盖章单位"]
    assert [finding.check for finding in findings] == ["label-unknown"]
