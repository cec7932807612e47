"""Of several numbers in an answer the one that is the fact."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual


def read(promise: str, answer: str, name: str) -> Decimal | None:
    (target,) = parse_targets(promise, name=name)
    return read_actual(answer, target, promised=promise).value


@pytest.mark.parametrize(
    ("promise", "answer", "name", "value"),
    [
        ("≥100人", "计划100人，实际完成102人", "参训人数", 102),
        ("≤500万元", "支出498万元，结余2万元", "项目成本", 498),
        ("60台", "记录仪60台、采集站3台", "执法记录仪", 60),
        ("净增15家", "净增18家，总数达96家", "高新技术企业", 18),
        ("≥420份", "日报120份，晚报180份，共计430份", "报刊征订", 430),
        ("26起", "查处酒驾26起、醉驾8起", "酒驾查处", 26),
        ("80人", "托养82人，其中居家托养60人", "残疾人托养", 82),
        ("≥10期", "培训12期，共计360人次", "培训期数", 12),
        ("≥3部", "创作小戏小品3部，获省级奖2个", "文艺创作", 3),
        ("52期", "每周1期，全年52期", "价格监测", 52),
    ],
)
def test_the_number_that_counts(promise: str, answer: str, name: str, value: int) -> None:
    assert read(promise, answer, name) == value


@pytest.mark.parametrize(
    ("promise", "answer", "name"),
    [
        ("≥2次", "开展桌面推演1次、实战演练2次", "应急演练"),
        ("≥95%", "非常满意98%，满意2%", "群众满意度"),
        ("≥5项", "推广新品种3个、新技术2项", "农技推广"),
        ("≥90%", "结案率达93.02%，法定期限内结案率100%", "劳动仲裁结案率"),
        ("2400对", "结婚1873对，离婚412对", "登记对数"),
    ],
)
def test_none_of_them_is_guessed(promise: str, answer: str, name: str) -> None:
    with pytest.raises(ActualsError, match="几个数字"):
        read(promise, answer, name)
