"""Which numbers are promises, and what each promises."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets
from indicators.model import Kind, Target

QUANTITY = "output.quantity"
COST = "output.cost"


def counted(text: str, category: str = QUANTITY, **near: str) -> list[Target]:
    return parse_targets(text, category=category, year=2023, **near)  # type: ignore[arg-type]


def brief(target: Target) -> tuple[str | None, str | None, str, str | None]:
    return (target.measure, target.comparator, format(target.value or 0, "f"), target.unit)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("聘用保安人员100人", ("聘用保安人员", "=", "100", "人")),
        ("500人参加军训", ("参加军训", "=", "500", "人")),
        ("完成业务系统维护1套", ("业务系统维护", "=", "1", "套")),
        ("建立物品与装备管理台账 （数量1套）", ("建立物品与装备管理台账", "=", "1", "套")),
        ("租赁期限为一年", ("租赁期限", "=", "1", "年")),
        ("街面执法使用不少于10000次", ("街面执法使用", ">=", "10000", "次")),
        ("年故障累计时间＜48小时", ("年故障累计时间", "<", "48", "小时")),
        ("资料归档完整率达到100%", ("资料归档完整率", ">=", "100", "%")),
        ("至少开展3次检查", ("检查", ">=", "3", "次")),
        ("新建两座公厕", ("公厕", "=", "2", "座")),
        ("开展送戏下乡演出不少于六十场次", ("开展送戏下乡演出", ">=", "60", "场次")),
        ("90%≤满意度", ("满意度", ">=", "90", "%")),
    ],
)
def test_measure_comparator_value_unit(text: str, wanted: tuple[str, str, str, str]) -> None:
    (target,) = counted(text)
    assert brief(target) == wanted


def test_each_of_several_promises_has_its_own_measure() -> None:
    found = counted("1、完成危房改造120户；2、新建饮水工程5处，解决3200人饮水困难")
    assert [brief(target) for target in found] == [
        ("危房改造", "=", "120", "户"),
        ("新建饮水工程", "=", "5", "处"),
        ("饮水困难", "=", "3200", "人"),
    ]


def test_measures_that_share_a_number_are_promises_each() -> None:
    found = counted("公众满意度、政府满意度均达90%")
    assert [target.measure for target in found] == ["公众满意度", "政府满意度"]
    assert {target.value for target in found} == {Decimal(90)}


def test_a_range_keeps_both_ends_and_is_exact() -> None:
    (target,) = counted("床位使用率85%-90%")
    assert target.comparator == "between"
    assert (target.value, target.upper) == (Decimal(85), Decimal(90))
    assert (target.canonical, target.canonical_upper) == (Decimal("0.85"), Decimal("0.9"))


def test_a_cap_in_the_next_clause_makes_an_amount_an_upper_limit() -> None:
    (target,) = counted("总投入127.624万元，控制在预算内。", COST)
    assert (target.comparator, target.rule, target.direction) == ("<=", "cap", "lower")
    assert target.notes


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("每人每月补助500元", "元/人·月"),
        ("每亩补助300元", "元/亩"),
        ("补助标准500元/人·月", "元/人·月"),
        ("人工成本≤620万/月", "元/月"),
        ("每年投入130万元", "万元"),
    ],
)
def test_what_money_is_counted_by(text: str, unit: str) -> None:
    (target,) = counted(text, COST)
    assert target.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "认真完成新中国成立70周年等环境保障任务",
        "深刻把握“四个中心”战略定位",
        "推广“一牌一码一会一书”的管理模式",
        "市政公用安全三项执法攻坚战专项行动",
        "为全区未来两年进一步推动工作奠定基础",
        "根据财预〔2020〕10号文件编制",
        "办好12345热线",
        "组织“3·15”宣传",
        "保障7×24小时值守",
        "位于地铁站D口西侧",
        "通过不断加强队伍建设",
        "打造15分钟生活圈",
        "两不愁三保障全面落实",
        "完成第七次全国人口普查",
        "西城2019年的工作部署",
    ],
)
def test_numbers_that_are_no_promise(text: str) -> None:
    assert [target.kind for target in counted(text)] == [Kind.QUALITATIVE]


def test_a_number_that_says_which_things_are_meant_is_no_promise() -> None:
    found = counted("单位价值50万元以上的设备10台")
    assert [brief(target)[2:] for target in found] == [("10", "台")]


def test_the_start_of_a_change_is_no_promise() -> None:
    found = counted("公众知晓率由85%提高到90%")
    assert [target.value for target in found] == [Decimal(90)]


@pytest.mark.parametrize(
    ("text", "value", "per", "a_year"),
    [
        ("每月2次", 2, "月", 24),
        ("每季度开展1次巡查", 1, "季度", 4),
        ("每年至少组织2次培训", 2, "年", 2),
    ],
)
def test_schedules_with_a_number(text: str, value: int, per: str, a_year: int) -> None:
    (target,) = counted(text)
    assert (target.kind, target.per) == (Kind.SCHEDULE, per)
    assert (target.value, target.canonical) == (Decimal(value), Decimal(a_year))


def test_numbers_go_to_their_measures_in_turn() -> None:
    found = counted("公众满意度、政府满意度分别不低于90%、95%")
    assert [brief(target) for target in found] == [
        ("公众满意度", ">=", "90", "%"),
        ("政府满意度", ">=", "95", "%"),
    ]


@pytest.mark.parametrize(("text", "unit"), [("≥1（项）", "项"), ("10（个）", "个")])
def test_a_unit_in_brackets_behind_the_number(text: str, unit: str) -> None:
    (target,) = counted(text, name="工作任务数")
    assert target.unit == unit


def test_a_unit_may_stand_between_two_quantities() -> None:
    found = counted("危桥改造6座/312延米")
    assert [(target.value, target.unit) for target in found] == [
        (Decimal(6), "座"),
        (Decimal(312), "米"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2022年完成培训3期，2023年计划5期", [5]),
        ("2022年完成培训3期", [3]),
        ("较2022年提高5%，2023年新建3座", [5, 3]),
        ("截至2022年底已建成停车场12个", []),
    ],
)
def test_what_was_done_before_the_year_of_the_form(text: str, values: list[int]) -> None:
    assert [target.value for target in counted(text) if target.value is not None] == values


@pytest.mark.parametrize(
    ("text", "near", "values"),
    [
        ("现有在职人员86人，离退休40人，保障工资发放率100%", {}, [100]),
        ("现有在职人员86人", {"name": "在职人数"}, [86]),
        ("编制35名，实有32人", {"name": "概况"}, []),
        ("已有设施维护120处", {}, [120]),
        ("已完成验收的项目达到20个", {}, [20]),
        ("已建成停车场12个", {}, []),
    ],
)
def test_what_there_is_already(text: str, near: dict[str, str], values: list[int]) -> None:
    assert [t.value for t in counted(text, **near) if t.value is not None] == values


@pytest.mark.parametrize(("text", "count"), [("2018年以前拖欠账款", 0), ("2020年12月底前完成", 1)])
def test_a_day_long_ago_is_none_to_be_kept(text: str, count: int) -> None:
    found = parse_targets(text, year=2022)
    assert sum(target.kind is Kind.DEADLINE for target in found) == count


def test_a_rate_of_growth_is_a_change() -> None:
    (grown,) = parse_targets("≥10%", name="旅游收入增长率")
    (level,) = parse_targets("≥10%", name="验收合格率")
    assert (grown.change, level.change) == ("increase", None)


@pytest.mark.parametrize(
    ("text", "wanted", "baseline"),
    [
        ("办理时限由30天缩短至15天", ("办理时限", "=", "15", "天"), "30天"),
        (
            "审批时间从5个工作日压缩到3个工作日以内",
            ("审批时间", "<=", "3", "个工作日"),
            "5个工作日",
        ),
        ("公众知晓率由85%提高到90%", ("公众知晓率", "=", "90", "%"), "85%"),
    ],
)
def test_what_changes_stands_before_where_it_changes_from(
    text: str, wanted: tuple[str, str, str, str], baseline: str
) -> None:
    (target,) = counted(text)
    assert (brief(target), target.baseline) == (wanted, baseline)
