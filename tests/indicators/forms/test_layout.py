"""Layouts: titles, labels and columns are known in every usual spelling, and nothing else is."""

import pytest

from indicators.forms import is_title, layout_titled, layouts
from indicators.forms.layout import FAMILIES, HERE
from indicators.taxonomy import category_title

DEPARTMENT, PROJECT = layouts()


def test_families() -> None:
    assert [layout.kind for layout in layouts()] == [
        "department_declaration",
        "project_declaration",
    ]
    assert sorted(path.stem for path in HERE.glob("*.yaml")) == sorted(FAMILIES)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("部门整体支出绩效目标申报表", "department_declaration"),
        ("  项目支出绩效目标申报表", "project_declaration"),
        ("部门(单位)整体支出绩效目标申报表", "department_declaration"),
        ("附件2：项目支出绩效目标申报表（2019年度）", "project_declaration"),
        ("附表一、项目支出绩效目标申报表", "project_declaration"),
        ("某省某局2020年度项目支出绩效目标申报表", "project_declaration"),
    ],
)
def test_titles(line: str, kind: str) -> None:
    layout = layout_titled(line)
    assert layout is not None
    assert layout.kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "",
        "项目支出绩效自评表",
        "项目支出绩效目标申报表填报说明",
        "请各单位认真填写项目支出绩效目标申报表",
        "一是报送通知，二是项目支出绩效目标申报表",
        "项目支出绩效目标申报表" * 9,
    ],
)
def test_no_titles(line: str) -> None:
    assert not is_title(line)


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("预算金额（万元）", "预算金额", "万元"),
        ("预算金额(单位：元)", "预算金额", "元"),
        ("预 算 金 额", "预算金额", None),
        ("主管部门（编码）", "主管部门", None),
        ("其他需要说明的问题：", "其他说明的问题", None),
        ("电话", "联系电话", None),
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
        assert layout.column("具体指标(指标内容、指标值)") == "target"
        assert layout.column("二级\n指标") == "level2"
        assert layout.column("指标性质") == "nature"
        assert layout.column("实际完成值") is None
        assert layout.is_lead("绩效\n指标")


def test_what_every_form_has() -> None:
    for layout in layouts():
        assert layout.header == ("一级指标", "二级指标", "具体指标（指标内容、指标值）")
        assert layout.end == "其他说明的问题"
        assert all(category_title(head).zh != head for head in layout.heads)
    assert DEPARTMENT.names == {"department": "部门（单位）名称"}
    assert PROJECT.names == {"department": "部门（单位）名称", "project": "项目名称"}


def test_no_label_is_also_a_column() -> None:
    """A row of labels must never be taken for the header of the indicators."""
    for layout in layouts():
        for label in (*layout.closing, *layout.sections):
            assert layout.column(label.name) is None
