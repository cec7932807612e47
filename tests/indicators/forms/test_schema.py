"""Mistakes in the file of a form family are named with their line and what may stand there."""

import pytest

from indicators import rulefile
from indicators.errors import RuleFileError
from indicators.forms.schema import LayoutRule

GOOD = """\
kind: project_declaration
title: 项目表
head:
  - - {label: 项目名称, gives: project}
indicators:
  columns:
    - {label: 二级指标, means: level2}
"""


def _problems(text: str) -> str:
    with pytest.raises(RuleFileError) as caught:
        rulefile.loads(text, LayoutRule, name="a.yaml")
    return str(caught.value)


def test_good() -> None:
    rule = rulefile.loads(GOOD, LayoutRule, name="a.yaml")
    assert [cell.gives for row in rule.head for cell in row] == ["project"]
    assert (rule.tail, rule.money) == ([], None)


def test_unknown_key_names_the_allowed_ones() -> None:
    said = _problems(GOOD.replace("label: 项目名称", "lable: 项目名称"))
    assert said.startswith("a.yaml:4")
    assert "also、gives、label、parts、span、units" in said


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("gives: project", "gives: projekt", 4),
        ("means: level2", "means: level9", 7),
        ("kind: project_declaration", "kind: 项目", 1),
        ("title: 项目表", "title: ''", 2),
    ],
)
def test_wrong_values(old: str, new: str, line: int) -> None:
    assert _problems(GOOD.replace(old, new)).startswith(f"a.yaml:{line}: ")


def test_missing_table() -> None:
    assert "indicators：缺少这个键" in _problems(GOOD.partition("indicators")[0])


PRINTED = GOOD.replace(
    "head:\n  - - {label: 项目名称, gives: project}",
    "paper: {widths: [5, 9.5]}\nhead:\n  - - {label: 项目名称, gives: project, span: [1, 1]}",
).replace("means: level2", "means: level2, span: 2")


def test_rows_fill_the_paper() -> None:
    rule = rulefile.loads(PRINTED, LayoutRule, name="a.yaml")
    assert rule.paper is not None
    assert [str(width) for width in rule.paper.widths] == ["5", "9.5"]
    said = _problems(PRINTED.replace("span: [1, 1]", "span: [1, 2]"))
    assert "“项目名称”这一行占 3 列，paper.widths 有 2 列" in said
    assert "“二级指标”这一行占 1 列" in _problems(PRINTED.replace(", span: 2", ""))


def test_money_and_goals_fill_it_too() -> None:
    money = (
        "money:\n  lead: {label: 项目资金, units: [万元]}\n  rows: [{label: 总额, means: whole}]\n"
        "  columns: [{label: 预算数, means: amount}]\n"
    )
    assert "“项目资金”这一行占 3 列" in _problems(PRINTED + money)
    goals = "goals:\n  lead: {label: 目标}\n  columns: [{label: 预期目标, gives: goal, span: 4}]\n"
    assert "“目标”这一行占 5 列" in _problems(PRINTED + goals)
    signatures = "signatures:\n  - - {label: 填表人, span: 1}\n"
    assert "“填表人”这一行占 1 列" in _problems(PRINTED + signatures)
