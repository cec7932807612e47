"""Numbers that only say which things are meant."""

import pytest

from indicators.grammar import parser
from indicators.grammar.classes import Classes
from indicators.grammar.tokens import Quantity

CLASSES = Classes(parser().lexicon)


def which(text: str) -> list[bool]:
    """For each number, whether it only says which things are meant."""
    return [
        CLASSES.says_which(around, token)
        for around in parser().around(text)
        if isinstance(token := around.tokens[around.index], Quantity)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "加强200平方米以上场所管理",
        "扶持年收入2000万元以下的小微企业",
        "年收入低于5000元的监测户",
        "种植面积50亩以上的大户",
        "1.2米以下儿童",
        "年满60周岁的老人",
        "执行3天冷静期安排",
        "扶持50人以上小微企业",
        "消除66人以上超大班额",
    ],
)
def test_a_class(text: str) -> None:
    assert which(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "建设500平方米以上的厂房",
        "实现销售收入超过5000万元的目标",
        "支持80家以上企业",
        "带动300人以上就业",
        "完成200公里以上安防设施",
        "80%以上的县区达到规范化要求",
        "完成投资超过5000万元的项目",
        "库容达到50立方米的水池",
        "30亩以上",
        "2小时内到达现场",
    ],
)
def test_a_promise(text: str) -> None:
    assert which(text) == [False]
