"""Titles of forms are known with what stands before and behind them, and nothing else is one."""

import sys
from unicodedata import normalize

import pytest

from indicators.forms import is_title, layout_titled, layouts
from indicators.forms.titles import _mark_of_titles


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("部门整体支出绩效目标申报表", "department_declaration"),
        ("  项目支出绩效目标申报表", "project_declaration"),
        ("部门(单位)整体支出绩效目标申报表", "department_declaration"),
        ("附件2：项目支出绩效目标申报表（2019年度）", "project_declaration"),
        ("附表一、项目支出绩效目标申报表", "project_declaration"),
        ("某省某局2020年度项目支出绩效目标申报表", "project_declaration"),
        ("附件1-2：项目支出绩效自评表", "project_selfevaluation"),
        ("项目支出绩效自评表2017年度", "project_selfevaluation"),
        ("项目支出绩效自评表（暂定）", "project_selfevaluation"),
        ("项目支出绩效自评表（2022年度）（试行）", "project_selfevaluation"),
        ("某市某局部门整体支出绩效自评表", "department_selfevaluation"),
        ("项目支出绩效运行监控表（2022年度）", "project_monitoring"),
        ("项目支出绩效目标执行监控表（2023年1—7月）", "project_monitoring"),
        ("项目支出绩效运行监控表（1-7月份）", "project_monitoring"),
        ("项目支出绩效运行监控表（2023年上半年）", "project_monitoring"),
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
        "项目支出绩效跟踪表",
        "项目支出绩效目标申报表填报说明",
        "请各单位认真填写项目支出绩效目标申报表",
        "一是报送通知，二是项目支出绩效目标申报表",
        "项目支出绩效目标申报表" * 9,
    ],
)
def test_no_titles(line: str) -> None:
    assert not is_title(line)


def test_only_itself_is_folded_to_the_mark_of_titles() -> None:
    mark = _mark_of_titles()
    assert all(mark in title for layout in layouts() for title in layout.titles)
    spellings = (chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    assert [one for one in spellings if mark in normalize("NFKC", one)] == [mark]
