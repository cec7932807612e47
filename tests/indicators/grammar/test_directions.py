"""Which side of a promised value is good."""

import pytest

from indicators.grammar import parse_targets
from indicators.model import Direction

OUTPUT, COST, BENEFIT = "output.quantity", "output.cost", "benefit.economic"


@pytest.mark.parametrize(
    ("name", "text", "category", "direction"),
    [
        ("覆盖率", "≥95%", OUTPUT, "higher"),
        ("响应时间", "≤2小时", OUTPUT, "lower"),
        ("发放率", "=100%", OUTPUT, "exact"),
        ("培训人数", "200人", OUTPUT, "higher"),
        ("项目成本", "20万元", COST, "lower"),
        ("年租金", "130万元", OUTPUT, "lower"),
        ("故障次数", "3次", OUTPUT, "lower"),
        ("安全事故发生率", "0%", OUTPUT, "lower"),
        ("投诉办结率", "100%", OUTPUT, "higher"),
        ("能耗降低率", "5%", OUTPUT, "higher"),
        ("死亡家庭扶助人数", "63人", OUTPUT, "higher"),
        ("病虫害防治面积", "3.45万亩", OUTPUT, "higher"),
        ("参审案件补助", "100元", COST, "exact"),
        ("补助标准", "500元/人·月", COST, "exact"),
        ("每年增收", "500元/亩", OUTPUT, "higher"),
        ("设备采购单价", "3.5万元/台", COST, "lower"),
        ("拉动投资", "2亿元", BENEFIT, "higher"),
        ("项目工期", "180天", OUTPUT, "lower"),
        ("投诉率", "同比下降10%", "benefit.social", "higher"),
        ("PM2.5浓度", "35微克/立方米", "benefit.ecological", "lower"),
        ("污染物减排量", "30吨", "benefit.ecological", "higher"),
        ("化肥施用量", "100吨", "benefit.ecological", "lower"),
        ("节约用水量", "50吨", "benefit.ecological", "higher"),
        ("不良反应发生率", "1%", "output.quality", "lower"),
        ("上访人次", "5人次", "benefit.social", "lower"),
        ("信访接待批次", "300批次", OUTPUT, "higher"),
        ("路面工程", "完成投资5000万元", OUTPUT, "higher"),
    ],
)
def test_direction(name: str, text: str, category: str, direction: str) -> None:
    (target,) = parse_targets(text, name=name, category=category)
    assert target.direction == direction


@pytest.mark.parametrize(
    ("text", "category", "wanted"),
    [
        ("危房改造118户，户均补助2.2万元", "output.quantity", Direction.EXACT),
        ("户厕改造1260户，每户1500元", "output.quantity", Direction.EXACT),
        ("亩均税收15万元/亩", "benefit.economic", Direction.HIGHER),
        ("设备单价3500元/台", "output.quantity", Direction.LOWER),
        ("隐患整改98%，重大隐患100%", "output.quality", Direction.HIGHER),
        ("挽回经济损失50万元", "benefit.social", Direction.HIGHER),
    ],
)
def test_money_by_the_piece_and_all_of_something_bad(
    text: str, category: str, wanted: Direction
) -> None:
    assert parse_targets(text, category=category)[-1].direction is wanted
