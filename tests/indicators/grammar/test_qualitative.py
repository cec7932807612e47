"""Promises without a number: references, schedules, implied quantities."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets, parser
from indicators.model import Kind


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("按合同签订支付金额。", "contract"),
        ("严格按合同规定支出费用。", "contract"),
        ("按照预算批复执行。", "budget"),
        ("控制在预算内", "budget"),
        ("按照全年工作计划进度执行，严格按照合同规定执行。", "plan"),
        ("符合国家相关标准", "standard"),
        ("按实际培训时间进行支付。", "actual"),
    ],
)
def test_references(text: str, to: str) -> None:
    (target,) = parse_targets(text)
    assert (target.kind, target.to, target.value) == (Kind.REFERENCE, to, None)


@pytest.mark.parametrize(
    "text",
    [
        "一线执法队员执法装备配备需要达到市局要求",
        "该项目属于维护项目",
        "以推进各项工作计划、落实合同要求为抓手，持续提升精细化管理水平，努力打造更加宜居的城市环境，增强群众获得感",
    ],
)
def test_a_text_that_points_nowhere_is_qualitative(text: str) -> None:
    assert [target.kind for target in parse_targets(text)] == [Kind.QUALITATIVE]


@pytest.mark.parametrize(
    ("text", "per", "a_year"),
    [
        ("按季度支付", "季度", 4),
        ("按月足额发放", "月", 12),
        ("每周", "周", 52),
        ("每月15日前报送", "月", 12),
        ("工资于次月10日前发放", "月", 12),
        ("每月补贴于次月5日前打卡", "月", 12),
        ("每季度末", "季度", 4),
        ("每月底前报送", "月", 12),
        (
            "补贴由乡镇汇总报送、县级主管部门审核后于次月10日前通过一卡通系统发放到个人账户，不拖欠",
            "月",
            12,
        ),
    ],
)
def test_schedules_without_a_number(text: str, per: str, a_year: int) -> None:
    (target,) = parse_targets(text)
    assert (target.kind, target.per) == (Kind.SCHEDULE, per)
    assert (target.value, target.canonical) == (Decimal(1), Decimal(a_year))


@pytest.mark.parametrize(
    ("text", "value", "unit", "direction"),
    [
        ("零事故", 0, "起", "lower"),
        ("全年无较大及以上安全事故", 0, "起", "lower"),
        ("无重大责任事故发生", 0, "起", "lower"),
        ("零隐患", 0, "起", "lower"),
        ("全覆盖", 100, "%", "higher"),
        ("全部完成", 100, "%", "higher"),
        ("应保尽保", 100, "%", "higher"),
    ],
)
def test_implied_quantities(text: str, value: int, unit: str, direction: str) -> None:
    (target,) = parse_targets(text)
    assert (target.kind, target.unit) == (Kind.QUANTITATIVE, unit)
    assert target.value == Decimal(value)
    assert target.direction == direction
    assert target.notes


def test_each_implied_quantity_has_its_own_measure() -> None:
    found = parse_targets("安全生产零事故，群众零投诉")
    assert [target.measure for target in found] == ["安全生产零事故", "群众零投诉"]


@pytest.mark.parametrize(
    "text", ["减少街面脏乱，无照经营，对提高环境质量有直接影响。", "全面提升能力"]
)
def test_words_that_only_look_like_it(text: str) -> None:
    assert [target.kind for target in parse_targets(text)] == [Kind.QUALITATIVE]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("每日不少于", "天"),
        ("每周开放不少于", "周"),
        ("每两周", "两周"),
        ("每月底前", None),
        ("每周一至周五", None),
        ("每年", None),
        ("按月", None),
        ("每日巡查，每次", None),
    ],
)
def test_periods_that_count_an_amount(words: str, period: str | None) -> None:
    assert parser().wordings.counts_by(words) == period


def test_the_day_of_a_period_is_no_part_of_what_is_done() -> None:
    (target,) = parse_targets("每季度末月20日前发放工资", year=2023)
    assert (target.kind, target.measure) == ("schedule", "发放工资")
