"""Sentences that only tell of something promise nothing."""

import pytest

from indicators.grammar import parse_targets
from indicators.grammar.lexicon import default
from indicators.grammar.telling import Teller
from indicators.model import plain


def counted(text: str, name: str | None = None) -> list[str]:
    """The values read from a form of 2022."""
    found = parse_targets(text, name=name, year=2022)
    return [plain(target.value) for target in found if target.value is not None]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("上年度共受理群众来信356件次", []),
        ("群众来信数量比上年度减少5%", ["5"]),
        ("去年培训300人，今年计划培训400人", ["400"]),
        ("学校创建于1956年，占地面积2.3万平方米", []),
        ("2021年项目获批，总投资850万元", []),
        ("用于支付2021年采购的物资尾款，涉及供应商5家", ["5"]),
        ("泵站已使用15年", []),
        ("上年项目共3个", []),
        ("近三年平均受理投诉260件", []),
        ("较近三年平均增长5%", ["5"]),
        ("完成上年结转项目3个", ["3"]),
        ("开展上年度绩效评价项目20个", ["20"]),
        ("支付2020年工程尾款500万元", ["500"]),
        ("兑现往年奖励资金50万元", ["50"]),
        ("调查结果显示，92%的群众表示满意", []),
    ],
)
def test_what_was(text: str, values: list[str]) -> None:
    assert counted(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("车间设备陈旧，机床12台", []),
        ("车间设备陈旧，更换机床12台", ["12"]),
        ("车间设备陈旧，仅更换机床12台", []),
        ("由于经费紧张，设备完好率90%", ["90"]),
        ("由于经费紧张，设备不少于12台", ["12"]),
        ("低洼路段积水可达50厘米，影响群众出行", []),
        ("因病致贫家庭120户", ["120"]),
        ("由于任务增加，力争12台", ["12"]),
        ("整修破损路面3000平方米", ["3000"]),
        ("修缮年久失修房屋56间", ["56"]),
        ("造成重大损失的案件0起", ["0"]),
        ("造成房屋倒塌12间", []),
    ],
)
def test_what_there_is_and_why(text: str, values: list[str]) -> None:
    assert counted(text) == values


def test_what_something_is_like() -> None:
    assert counted("河道全长36公里，水质良好") == []
    assert counted("疏浚河道，全长36公里") == ["36"]
    assert counted("全长36公里，水质良好", name="河道") == ["36"]
    assert counted("全长不少于36公里，水质良好") == ["36"]
    assert counted("林地面积稳定在300万亩") == ["3000000"]
    assert counted("耕地保有量56万亩") == ["560000"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("日均接待读者2000人次，一座难求", []),
        ("接待读者2000人次，缓解一座难求的状况", ["2000"]),
        ("管网拥堵指数下降8%", ["8"]),
        ("参训人数120人，主要原因是名额有限", []),
        ("全年计划开展的4次论证会因行程冲突改为函审", []),
        ("因工程需要，计划购置4台", ["4"]),
        ("举办活动12场，群众文化生活日益丰富", ["12"]),
        ("更换电梯12部，老化率下降", ["12"]),
        ("补助资金500万元，弥补经费缺口", ["500"]),
    ],
)
def test_remarks_and_reasons(text: str, values: list[str]) -> None:
    assert counted(text) == values


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        ("全县有村卫生室326个，多数在山区", None, []),
        ("全县有村卫生室326个，多数在山区", "村卫生室", ["326"]),
        ("港口货物吞吐量2.5亿吨，集装箱吞吐量120万标箱", None, ["250000000", "1200000"]),
        ("项目总投资850万元，来源为上级资金", None, ["850"]),
        ("群众满意度95%，社会反响良好", None, ["95"]),
        ("新增泊位326个，多数在城区", None, ["326"]),
        ("研发新产品5项，核心技术自主可控", None, ["5"]),
        ("转移农村劳动力1200人，促进农民增收", None, ["1200"]),
        ("保安员45名，园区秩序良好", None, ["45"]),
        ("口袋公园6个，周边居民满意", None, ["6"]),
        ("完善基础设施，新铺沥青路面2.6公里，群众出行条件改善", None, ["2.6"]),
        ("县域内有自然保护区2处，野生动植物资源丰富", None, []),
    ],
)
def test_a_mere_count_with_a_remark(text: str, name: str | None, values: list[str]) -> None:
    assert counted(text, name) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("评分标准：完成率不低于95%的，计10分", []),
        ("违者按每车次罚款200元", []),
        ("收缴罚款200万元", ["200"]),
        ("行政罚款入库率100%", ["100"]),
        ("按照《残疾人保障法》规定，安置就业120人", ["120"]),
        ("《残疾人保障法》规定安置比例不低于1.5%", []),
    ],
)
def test_what_is_ruled(text: str, values: list[str]) -> None:
    assert counted(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "项目重新招标，进度较计划滞后两个月",
        "进度滞后，截至12月底仅完成总工程量的46%",
        "年底前尚未付款",
        "资金9月才完成拨付",
        "显示屏尺寸6.4米×3.2米",
        "由5家单位合署办公",
    ],
)
def test_no_promise_at_all(text: str) -> None:
    assert [str(target.kind) for target in parse_targets(text, year=2022)] == ["qualitative"]


def test_a_sentence_ends_at_its_full_stop() -> None:
    text = "设备陈旧。机床12台；由于停产"
    sentence = Teller(default()).sentence(text, text.index("12"))
    assert text[sentence.start : sentence.end] == "机床12台"
    assert not sentence.is_state
    assert counted(text) == ["12"]
