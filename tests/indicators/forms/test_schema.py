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
    assert rule.head[0][0].gives == "project"
    assert rule.tail == []


def test_unknown_key_names_the_allowed_ones() -> None:
    said = _problems(GOOD.replace("label: 项目名称", "lable: 项目名称"))
    assert said.startswith("a.yaml:4")
    assert "also、gives、label、parts、units" in said


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
