"""The result in a terminal: a row an item, total and grade, remarks, and the summary."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evalengine.reports.screen import (
    grade_line,
    grade_title,
    margin_words,
    project_lines,
    score_lines,
)
from evalengine.terminal import width
from indicators.errors import Words
from indicators.model import Declared, Finding, Severity
from scoring.model import Margin
from tests.evalengine.factories import evaluation


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")


def test_one_project() -> None:
    lines = project_lines(evaluation().score, "zh")
    assert lines[0] == "保安服务费（2019年度） 示例局"
    assert lines[3].split() == ["预算执行率", "756.00万元", "752.22万元（99.50%）", "10.00", "9.95"]
    assert lines[4].split() == [
        "1.1",
        "产出数量指标",
        "聘用保安人员",
        "100人",
        "94人",
        "12.50",
        "11.75",
    ]
    assert lines[13].split() == ["合计", "100.00", "90.20"]
    assert lines[14].startswith("总分 90.20，优秀。评分标准：cn-beijing-selfeval-2016。")


def test_a_promise_without_a_number_is_not_said_twice() -> None:
    row = next(line for line in project_lines(evaluation().score, "zh") if line.startswith("2.1"))
    assert row.count("提高工作效率") == 1


def test_points_that_the_unit_gave_itself_stand_beside() -> None:
    score = evaluation().score
    first, *others = score.items
    items = (replace(first, declared_points=Decimal("12.5")), *others)
    declared = Declared(execution_points=Decimal(10), total=Decimal(99))
    lines = project_lines(replace(score, items=items), "zh", declared)
    assert lines[1].split()[-2:] == ["得分", "自评"]
    assert [lines[row].split()[-1] for row in (3, 4, 13)] == ["10", "12.5", "99"]
    assert lines[5].split()[-1] == f"{others[0].points:f}"


def test_numbers_line_up() -> None:
    lines = project_lines(evaluation().score, "zh")[1:14]
    assert {width(line) for line in lines if line[:1] != "─"} == {width(lines[0])}


def test_english() -> None:
    lines = project_lines(evaluation().score, "en")
    assert lines[1].split() == [
        "item",
        "level",
        "2",
        "measure",
        "target",
        "actual",
        "max",
        "points",
    ]
    assert lines[14].startswith("Total 90.20, ")
    assert lines[14].endswith("0.20 points above the lower bound of this grade.")


def test_the_distance_to_the_next_grades() -> None:
    score = replace(evaluation().score, margin=Margin(Decimal("5.5"), Decimal("4.50")))
    assert margin_words(score).zh == "再得 4.50 分可升一级，高出本级下限 5.5 分。"
    assert margin_words(replace(score, margin=Margin(None, None))) == Words("", "")


def test_a_provisional_result_says_so() -> None:
    score = replace(evaluation().score, status="provisional")
    assert "结果为暂定" in grade_line(score, "zh")
    assert grade_title(score, "zh") == "优秀（暂定）"


def test_remarks_stand_below() -> None:
    finding = Finding(
        "reason-missing", Severity.WARNING, "表.txt:3", Words("没有\n原因", "no reason")
    )
    score = replace(evaluation().score, notes=(Words("权重已调整", "x"),), findings=(finding,))
    assert project_lines(score, "zh")[-2:] == ["· 权重已调整", "· 注意 表.txt:3：没有 原因"]


def test_several_projects_have_a_summary() -> None:
    lines = score_lines([evaluation(), evaluation("全员军训费")], "zh")
    assert [line.split() for line in lines[-2:]] == [
        ["保安服务费", "99.50%", "90.20", "优秀"],
        ["全员军训费", "99.50%", "90.20", "优秀"],
    ]


def test_one_project_has_none() -> None:
    assert score_lines([evaluation()], "zh") == project_lines(evaluation().score, "zh")
