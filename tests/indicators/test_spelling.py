"""Labels are compared as people see them."""

import pytest

from indicators.spelling import folded, label_key, nearest, perhaps, plain_words


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("（ 2019 年度）", "(2019年度)"),
        ("部门（单位）名称", "部门(单位) 名称"),
        ("其他说明的\n问题", "其他说明的问题"),
        ("１２７．６２", "127.62"),
        ("执⾏⽅案", "执行方案"),
        ("项\u3000目\u00a0名 称", "项目名称"),
    ],
)
def test_folded(text: str, same: str) -> None:
    assert folded(text) == folded(same)


def test_folding_may_change_the_length() -> None:
    assert folded("…") == "..."


@pytest.mark.parametrize("text", ["资金总额：", "资金总额:", " 资金总额 ： ", "资金总额"])
def test_a_closing_colon_is_no_part_of_a_label(text: str) -> None:
    assert label_key(text) == "资金总额"


def test_nothing_is_near() -> None:
    assert nearest("xyz", ["保安服务费"]) is None
    assert perhaps(None).zh == ""


def test_the_nearest_project() -> None:
    assert nearest("保安服务", ["全员军训费", "保安服务费"]) == "保安服务费"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("（1）聘用 保安≥100人；", "聘用保安100人"),
        ("1、聘用保安人员", "聘用保安人员"),
        ("≥1.5公里", "1.5公里"),
        ("2019年底前", "2019年底前"),
        ("ＰＤＡ终端_", "pda终端"),
        ("，。", ""),
    ],
)
def test_plain_words(text: str, words: str) -> None:
    assert plain_words(text) == words
