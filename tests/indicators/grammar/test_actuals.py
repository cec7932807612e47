"""Facts: read by the same grammar, comparable with their promise or refused with the reason."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual, read_number
from indicators.model import Actual, Budget, Judgement, Target

HOURS = "年故障累计时间＜48小时"
SHARE = "服务满意度大于90%"
MONEY = "资金总额不超过33.5万元"
DAY = "2019年12月31日前完成"
HEADS = "聘用保安人员100人"
TIMES = "按季度支付"
AFTER = "合同签订后4个月内上线"
WORDS = "提升城市形象"


def target(text: str) -> Target:
    (found,) = parse_targets(text, year=2019)
    return found


def read(text: str, promise: str) -> Actual:
    return read_actual(text, target(promise), place="a.xlsx!1!I9", year=2019)


@pytest.mark.parametrize(
    ("text", "promise", "value", "unit", "canonical"),
    [
        ("36.5小时", HOURS, "36.5", "小时", "36.5"),
        ("36.5", HOURS, "36.5", "小时", "36.5"),
        ("2天", HOURS, "2", "天", "48"),
        ("2160分钟", HOURS, "2160", "分钟", "36"),
        ("92%", SHARE, "92", "%", "0.92"),
        ("92", SHARE, "92", "%", "0.92"),
        ("百分之九十二", SHARE, "92", "%", "0.92"),
        ("33.2", MONEY, "33.2", "万元", "332000"),
        ("332000元", MONEY, "332000", "元", "332000"),
        ("98名", HEADS, "98", "名", "98"),
        ("九十八人", HEADS, "98", "人", "98"),
        ("每季度1次", TIMES, "4", "次", "4"),
        ("3个月", AFTER, "3", "个月", "2190"),
    ],
)
def test_numbers(text: str, promise: str, value: str, unit: str, canonical: str) -> None:
    actual = read(text, promise)
    assert actual.kind == "quantitative"
    assert (actual.value, actual.unit) == (Decimal(value), unit)
    assert actual.canonical == Decimal(canonical)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-12-20", date(2019, 12, 20)),
        ("2019年11月完成", date(2019, 11, 30)),
        ("12月20日", date(2019, 12, 20)),
        ("2020年1月10日", date(2020, 1, 10)),
    ],
)
def test_dates(text: str, day: date) -> None:
    actual = read(text, DAY)
    assert (actual.kind, actual.date) == ("deadline", day)


@pytest.mark.parametrize(
    ("text", "judgement", "share"),
    [
        ("达成预期指标", Judgement.ACHIEVED, None),
        ("部分达成预期指标并具有一定效果", Judgement.PARTLY, None),
        ("未达成预期指标且效果较差", Judgement.NOT, None),
        ("达成预期指标（90%）", Judgement.ACHIEVED, "0.9"),
    ],
)
def test_judgements(text: str, judgement: Judgement, share: str | None) -> None:
    actual = read(text, WORDS)
    assert (actual.kind, actual.judgement) == ("qualitative", judgement)
    assert actual.share == (Decimal(share) if share else None)


@pytest.mark.parametrize("promise", [HOURS, SHARE, DAY, TIMES])
def test_done_without_a_number(promise: str) -> None:
    actual = read("已完成", promise)
    assert (actual.kind, actual.judgement, actual.value) == ("reached", Judgement.ACHIEVED, None)


@pytest.mark.parametrize("text", ["", "  ", "/", "—"])
def test_nothing_filled_in(text: str) -> None:
    assert read(text, HEADS).kind == "missing"


def test_not_applicable() -> None:
    assert read("不适用", HEADS).kind == "not_applicable"


def test_none_at_all_answers_a_promise_that_wants_few() -> None:
    assert read("无", "投诉≤3次").value == Decimal(0)
    with pytest.raises(ActualsError):
        read("无", HEADS)


@pytest.mark.parametrize(
    ("text", "promise", "words"),
    [
        ("0.92", SHARE, "可能是 92%，也可能是 0.92%"),
        ("1", SHARE, "可能是 100%"),
        ("335000", MONEY, "也可能是“元”"),
        ("550万元", HEADS, "单位“万元”不能换算成“人”"),
        ("98人次", HEADS, "单位“人次”不能换算成“人”"),
        ("未完成", HEADS, "要填数字，如 100人"),
        ("90-95人", HEADS, "范围"),
        ("男50人女48人", HEADS, "几个数字"),
        ("男50人（应52人），女48人", HEADS, "几个数字"),
        ("在建100人", HEADS, "还没有做完"),
        ("甲村、乙村各30人", HEADS, "几个数字"),
        ("完成率98%", HEADS, "不能换算成“人”"),
        ("100", DAY, "要填完成日期"),
        ("120天", AFTER, "不能换算成“个月”"),
        ("好", WORDS, "下拉列表"),
    ],
)
def test_what_cannot_be_compared_is_refused(text: str, promise: str, words: str) -> None:
    with pytest.raises(ActualsError) as caught:
        read(text, promise)
    (problem,) = caught.value.problems
    assert problem.where == "a.xlsx!1!I9"
    assert words in problem.words.zh
    assert text in problem.words.zh


@pytest.mark.parametrize(
    ("text", "number"),
    [("3.5万", "35000"), ("一百二十", "120"), ("-1", "-1"), ("1,234.5", "1234.5"), ("三件", None)],
)
def test_read_number(text: str, number: str | None) -> None:
    assert read_number(text) == (Decimal(number) if number else None)


@pytest.mark.parametrize("text", ["良好", "显著", "优秀"])
def test_a_degree_answers_no_number(text: str) -> None:
    (target,) = parse_targets("培训≥500人")
    with pytest.raises(ActualsError, match="数字，如 500人"):
        read_actual(text, target)


def test_all_of_it_answers_a_share() -> None:
    (target,) = parse_targets("100%", name="设施覆盖率")
    assert read_actual("全覆盖", target).value == 100


@pytest.mark.parametrize(
    ("promise", "answer", "canonical"),
    [
        ("同比下降5%", "上升2%", "-0.02"),
        ("同比下降5%", "下降6%", "0.06"),
        ("每月2次", "3次/月", "36"),
        ("设备12台（套）", "12套", "12"),
        ("招聘≥100人", "计划100人，实际招聘102人", "102"),
        ("无安全事故", "未发生安全事故", "0"),
        ("资金总额不超过2000元", "1986.1", "1986.1"),
        ("资金总额不超过2000元", "实际完成2013.12元", "2013.12"),
    ],
)
def test_what_an_answer_counts(promise: str, answer: str, canonical: str) -> None:
    (target,) = parse_targets(promise)
    assert read_actual(answer, target).canonical == Decimal(canonical)


def test_ten_thousands_are_not_guessed() -> None:
    (target,) = parse_targets("造林3.2万亩")
    with pytest.raises(ActualsError, match="也可能是“万亩”"):
        read_actual("3.2", target)


@pytest.mark.parametrize(
    ("answer", "canonical"),
    [("3.25", "32500"), ("32500", "32500"), ("0", "0"), ("3.25万", "32500")],
)
def test_a_bare_number_is_in_the_unit_as_the_promise_has_it(answer: str, canonical: str) -> None:
    (aim,) = parse_targets("≥3.2万人", name="受益人口")
    assert read_actual(answer, aim, promised="≥3.2万人").canonical == Decimal(canonical)


@pytest.mark.parametrize(
    ("promise", "answer", "value", "unit"),
    [
        ("每日不少于16小时", "16.5小时/日", "16.5", "小时/日"),
        ("每日不少于16小时", "每天16.5小时", "16.5", "小时/天"),
        ("每日不少于16小时", "6205小时", "17", "小时/天"),  # in the year
        ("≥60吨/日", "63.5吨/天", "63.5", "吨/天"),
        ("每百万人口≥500份", "612份/百万人口", "612", "份"),
    ],
)
def test_amounts_by_the_period(promise: str, answer: str, value: str, unit: str) -> None:
    (aim,) = parse_targets(promise, name="数量")
    fact = read_actual(answer, aim, promised=promise)
    assert (fact.value, fact.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["有效提升", "得到明显改善", "长期"])
def test_sentences_that_say_a_promise_in_words_was_kept(text: str) -> None:
    (target,) = parse_targets("提升市容环境")
    assert read_actual(text, target).judgement is Judgement.ACHIEVED


@pytest.mark.parametrize(
    ("name", "promise", "answer", "value"),
    [
        ("检查次数", "4次", "每季度1次", "4"),
        ("检查次数", "12次/年", "12次", "12"),
        ("投诉率", "≤2%", "无投诉", "0"),
        ("故障率", "≤3%", "未发生故障", "0"),
        ("招商引资", "60亿元", "61.5亿", "6150000000"),
        ("补助", "1000元/人", "1000元", "1000"),
        ("收入增长", "8%以上", "同比下降2%", "-2"),
        ("救助人数", "≥500人", "年初计划500人，全年救助612人", "612"),
        ("成本", "≤500万元", "支出498.76万元，结余1.24万元", "498.76"),
        ("设备", "2台套", "2台（套）", "2"),
        ("安全事故", "未发生", "1起", "1"),
        ("安全事故", "无", "无", "0"),
        ("合格率", "≥95%", "98.6%（345/350）", "98.6"),
        ("演出场次", "120场", "121场（含直播2场）", "121"),
        ("就业人数", "≥300人", "326人，其中脱贫人口52人", "326"),
        ("签约户数", "56户", "52户，4户未签约", "52"),
        ("抽检批次", "800批次", "806批次，不合格12批次", "806"),
        ("采购执法记录仪", "60台", "已采购执法记录仪60台、采集站3台", "60"),
        ("农村公路养护里程", "≥186.5公里", "完成年初目标的98%", "182.77"),
        ("网络安全事件", "0次", "0起", "0"),
        ("出警时间", "≤5分钟", "4.5分", "4.5"),
        ("未完成率", "≤5%", "未完成率3%", "3"),
        ("建设项目", "6个", "6个，其中新建4个，续建2个", "6"),
        ("投诉次数", "≤3次", "未接到投诉", "0"),
        ("农贸市场改造", "2个", "完成1个，在建1个", "1"),
        ("巡查频次", "1次/月", "12次", "1"),  # in the year
        ("巡查频次", "1次/月", "9次", "0.75"),
        ("巡查频次", "1次/月", "2次", "2"),  # in a month
        ("人均补助", "1000元/人", "9000元", "9000"),
        ("安全事故率", "=0%", "无安全事故发生", "0"),
        ("隐患点巡查", "全覆盖", "486处隐患点实现巡查全覆盖", "100"),
        ("养护成本", "≤1.1万元/公里·年", "1.08万元/公里", "1.08"),
        ("三公经费变动率", "≤0", "下降12%", "-12"),
        ("投诉下降率", "≥10%", "-12%", "12"),
        ("全市排名", "前10名", "第6名", "6"),
        ("运维期限", "1年", "2022年1月至12月", "12"),
        ("运维期限", "12个月", "2022.1-2022.12", "12"),
        ("发展能力", "100", "98%", "98"),
        ("审核时限", "≤5个工作日", "3天", "3"),
        ("专利", "2项", "3件", "3"),
        ("污水处理量", "日处理2万吨", "2.13万吨/日", "21300"),
        ("检测能力", "1万管/日", "1.2万管/天", "12000"),
        ("知晓率", "≥90%", "95.\n6%", "95.6"),  # a narrow column
        ("参训人数", "100人", "12 5人", "125"),
        ("参训人数", "100人", "1. 125人", "125"),
        ("服务时长", "12", "12个月", "12"),
        ("化肥施用量", "零增长", "下降1.6%", "-1.6"),
    ],
)
def test_answers_to_an_indicator(name: str, promise: str, answer: str, value: str) -> None:
    (aim,) = parse_targets(promise, name=name, year=2019)
    assert read_actual(answer, aim, year=2019).value == Decimal(value)


@pytest.mark.parametrize(
    ("answer", "judgement"),
    [
        ("已得到提升", Judgement.ACHIEVED),
        ("有所提升", Judgement.ACHIEVED),
        ("有所变化", None),
        ("基本达成目标且效果较好", Judgement.PARTLY),
        ("部分达成", Judgement.PARTLY),
        ("未按时完成", Judgement.NOT),
        ("已按期完成目标任务", Judgement.ACHIEVED),
    ],
)
def test_a_judgement_in_a_sentence(answer: str, judgement: Judgement | None) -> None:
    (aim,) = parse_targets("提升", name="服务能力")
    if judgement is None:
        with pytest.raises(ActualsError):
            read_actual(answer, aim, promised="提升")
    else:
        assert read_actual(answer, aim, promised="提升").judgement is judgement


def test_the_words_of_the_promise_say_that_it_was_kept() -> None:
    (aim,) = parse_targets("基本满意", name="居民评价")
    assert read_actual("基本满意", aim, promised="基本满意").judgement is Judgement.ACHIEVED
    assert read_actual("基本满意", aim).judgement is Judgement.PARTLY


def test_money_that_was_saved_is_not_what_was_spent() -> None:
    with pytest.raises(ActualsError, match="省下"):
        read("节约3.2万元", MONEY)
    with pytest.raises(ActualsError, match="超支"):
        read("超支2万元", MONEY)


def test_days_that_may_be_more_than_the_working_days_are_refused() -> None:
    (aim,) = parse_targets("≤5个工作日", name="审核时限")
    assert read_actual("3天", aim).notes
    with pytest.raises(ActualsError, match="不能换算"):
        read_actual("6天", aim)


def test_all_along() -> None:
    (aim,) = parse_targets("1-12月", name="实施时间", year=2022)
    assert read_actual("12个月", aim, year=2022).kind == "reached"
    with pytest.raises(ActualsError):
        read_actual("10个月", aim, year=2022)


def test_what_was_spent_within_a_known_budget() -> None:
    words = "控制在预算范围内"
    (aim,) = parse_targets(words, name="成本", budget=Budget(Decimal(100)))
    assert read_actual("98.6万元", aim, promised=words).judgement is Judgement.ACHIEVED
    assert read_actual("1020000元", aim, promised=words).judgement is Judgement.NOT
    (aim,) = parse_targets(words, name="成本")
    with pytest.raises(ActualsError):
        read_actual("98.6万元", aim, promised=words)


@pytest.mark.parametrize(
    ("name", "promise", "answer"),
    [
        ("新建公厕", "5座", "已开工"),
        ("完工时间", "12月底前", "已开工"),
        ("覆盖率", "100%", "尚未全覆盖"),
        ("覆盖率", "100%", "基本全覆盖"),
        ("资金到位率", "100%", "资金部分到位"),
        ("投诉率", "≤1%", "投诉均已处理"),
    ],
)
def test_what_only_looks_like_done(name: str, promise: str, answer: str) -> None:
    (aim,) = parse_targets(promise, name=name, year=2022)
    with pytest.raises(ActualsError):
        read_actual(answer, aim, promised=promise, year=2022)


def test_a_beginning_keeps_the_promise_of_one() -> None:
    (aim,) = parse_targets("3月底前", name="开工时间", year=2022)
    assert read_actual("已开工", aim, promised="3月底前", year=2022).kind == "reached"


def test_less_than_before_keeps_a_promise_of_no_growth() -> None:
    (aim,) = parse_targets("零增长", name="化肥施用量")
    assert read_actual("负增长", aim, promised="零增长").kind == "reached"
    (growth,) = parse_targets("≥6%", name="财政收入增长率")
    with pytest.raises(ActualsError):
        read_actual("负增长", growth, promised="≥6%")


def test_money_far_off_is_refused_only_in_another_unit_than_promised() -> None:
    (aim,) = parse_targets("≤120万元", name="项目成本")
    assert read_actual("1186.25万元", aim, promised="≤120万元").value == Decimal("1186.25")
    with pytest.raises(ActualsError, match="万元"):
        read_actual("118.6元", aim, promised="≤120万元")
