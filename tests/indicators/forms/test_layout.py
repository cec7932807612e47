"""Layouts: titles, labels and columns are known in every usual spelling, and nothing else is."""

import pytest

from indicators.forms import layout_of, layout_titled, layouts, printed_form
from indicators.forms.layout import FAMILIES, HERE
from indicators.forms.longtable import long_table
from indicators.taxonomy import category_title

DEPARTMENT = layout_of("department_declaration")
PROJECT = layout_of("project_declaration")
FILLED = layout_of("project_selfevaluation")
MONITORED = layout_of("project_monitoring")


def test_families() -> None:
    assert [layout.kind for layout in layouts()] == [
        "department_declaration",
        "project_declaration",
        "project_selfevaluation",
        "department_selfevaluation",
        "project_monitoring",
    ]
    files = [path.stem for path in HERE.glob("*.yaml") if path.stem != "long-table"]
    assert sorted(files) == sorted(FAMILIES)
    assert [family for layout in layouts() for family in layout.printed] == list(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_can_be_printed(family: str) -> None:
    form = printed_form(family)
    assert layout_titled(form.title) is layout_of(form.kind)
    assert form.paper is not None or family.endswith("declaration")


def test_the_printed_form_is_told_by_its_words() -> None:
    headings = {"年度指标值（A）", "全年实际值（B）", "年初预算数（A）", "年初设定目标"}
    assert FILLED.family(headings) == "selfevaluation-2016"
    assert FILLED.family({"度量单位", "完成值", "调整后预算数"}) == "selfevaluation-sichuan-2023"
    assert FILLED.family({"全年预算数", "偏差原因分析及改进措施"}) == "selfevaluation-2019"
    assert FILLED.family(set()) == "selfevaluation-2019"


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("预算金额（万元）", "预算金额", "万元"),
        ("预算金额(单位：元)", "预算金额", "元"),
        ("预 算 金 额", "预算金额", None),
        ("主管部门（编码）", "主管部门", None),
        ("其他需要说明的问题：", "其他说明的问题", None),
        ("电话", "联系电话", None),
        ("填报单位（盖章）", "部门（单位）名称", None),
        ("项目负责人（签字）", "项目负责人", None),
        ("（单位盖章）", "单位盖章", None),
    ],
)
def test_labels(text: str, name: str, unit: str | None) -> None:
    match = PROJECT.label(text)
    assert match is not None
    assert (match.label.name, match.unit) == (name, unit)


@pytest.mark.parametrize("text", ["", "保安服务费", "预算金额（美元）", "预算金额" * 30])
def test_no_labels(text: str) -> None:
    assert PROJECT.label(text) is None


def test_a_label_of_a_section_counts_only_inside_it() -> None:
    money = DEPARTMENT.label("部门（单位）总体资金情况（万元）")
    assert money is not None
    inside = DEPARTMENT.label("其他：", money.label)
    assert inside is not None
    assert inside.label.section is money.label
    assert DEPARTMENT.label("其他：") is None
    assert money.label in DEPARTMENT.sections


def test_one_label_in_two_places() -> None:
    filled_by = DEPARTMENT.label("填报人：")
    outside = DEPARTMENT.label("联系电话")
    assert filled_by is not None
    assert outside is not None
    inside = DEPARTMENT.label("联系电话", filled_by.label)
    assert inside is not None
    assert (outside.label.section, inside.label.section) == (None, filled_by.label)


def test_columns() -> None:
    for layout in layouts():
        assert layout.column("二级\n指标") == "level2"
        assert layout.is_lead("绩效\n指标")
    for layout in (DEPARTMENT, PROJECT):
        assert layout.column("具体指标(指标内容、指标值)") == "target"
        assert layout.column("指标性质") == "nature"
        assert layout.column("实际完成值") is None
    assert FILLED.column("实际完成值") == "actual"
    assert FILLED.column("分值（10分）") == "max_points"
    assert FILLED.column("得分计算方法") == "other"


@pytest.mark.parametrize("months", ["1-7月", "1—6月", "1~9月份", "截至", "6月"])
def test_the_months_of_monitoring_are_any(months: str) -> None:
    assert (MONITORED.column(f"{months}执行情况") == "actual") is (months != "截至")
    assert (MONITORED.money_column(f"{months}执行数") == "executed") is (months != "截至")


def test_headings_of_money_and_goals() -> None:
    assert FILLED.money_column("全年预算数（A）") == "annual"
    assert FILLED.money_column("执行率（B/A）") == "rate"
    assert FILLED.money_rows["其中:当年财政拨款"] == "part"
    assert FILLED.money_leads["项目资金(万元)"].unit == "万元"
    assert FILLED.goal_column("预期目标") == "goal"
    assert FILLED.goal_column("年度目标完成情况") == "goal_actual"
    assert FILLED.is_total("总 分：")
    assert FILLED.is_total("总分（100分）")
    assert not FILLED.is_total("得分")
    assert PROJECT.is_long_term("中长期绩效指标")
    assert not PROJECT.is_long_term("年度绩效指标")


def test_what_every_form_has() -> None:
    for layout in (DEPARTMENT, PROJECT):
        assert layout.header == ("一级指标", "二级指标", "具体指标（指标内容、指标值）")
        assert layout.ends[next(iter(layout.printed))] == "其他说明的问题"
    for layout in layouts():
        assert all(category_title(head).zh != head for head in layout.heads)
    assert DEPARTMENT.names == {"department": "部门（单位）名称"}
    assert PROJECT.names == {"department": "部门（单位）名称", "project": "项目名称"}
    assert PROJECT.ends["project-declaration-short"] == ""
    assert set(FILLED.ends.values()) == {"总分", "合计"}


def test_no_label_is_also_a_column() -> None:
    """A row of labels must never be taken for the header of the indicators."""
    for layout in layouts():
        for label in (*layout.closing, *layout.sections):
            assert layout.column(label.name) is None


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("全年指标值", "target"),
        ("年初设定目标值", "target"),
        ("年度实际完成值", "actual"),
        ("实际完成数", "actual"),
        ("自评分数", "points"),
        ("标准分", "max_points"),
        ("偏差情况说明", "reason"),
    ],
)
def test_other_headings_of_selfevaluations(text: str, meaning: str) -> None:
    kinds = ("project_selfevaluation", "department_selfevaluation")
    assert [layout_of(kind).column(text) for kind in kinds] == [meaning] * 2
    assert long_table().column(text) == meaning


def test_a_year_before_a_word_of_the_form() -> None:
    layout = layout_of("project_selfevaluation")
    assert [layout.column(text) for text in ("2022年目标值", "2022年度指标值", "2022年")] == [
        *("target", "target", None),
    ]
    found = layout.label("2022年度总体目标")
    assert found is not None
    assert found.label.gives == "goal"
    assert layout.label("2022年") is None
