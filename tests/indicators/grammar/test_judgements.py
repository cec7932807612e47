"""What answers in words say of their promise."""

import pytest

from indicators.grammar import parse_targets, parser
from indicators.grammar.judgements import Judgements
from indicators.model import Judgement

JUDGEMENTS = Judgements(parser().lexicon, parser().wordings)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("已按期完成", Judgement.ACHIEVED),
        ("如期完成年度目标任务", Judgement.ACHIEVED),
        ("符合相关规定", Judgement.ACHIEVED),
        ("未超出预算", Judgement.ACHIEVED),
        ("基本完成", Judgement.PARTLY),
        ("较好完成", Judgement.ACHIEVED),
        ("提前10天完工", Judgement.ACHIEVED),
        ("尚未完成", Judgement.NOT),
        ("良好", None),
        ("正在实施", None),
        ("已按期完成，运行正常", Judgement.ACHIEVED),
        ("已完成采购，设备待验收", None),
        ("按期完成，无漏报", Judgement.ACHIEVED),
        ("完成市下达任务", Judgement.ACHIEVED),
        ("均在法定期限内办结", Judgement.ACHIEVED),
        ("已建成投入使用", Judgement.ACHIEVED),
        ("设备已安装到位", Judgement.ACHIEVED),
        ("设备未安装到位", None),
        ("全部实现无害化处理", Judgement.ACHIEVED),
    ],
)
def test_of_a_promise_with_a_number(words: str, said: Judgement | None) -> None:
    assert JUDGEMENTS.of_number(words, "") is said


@pytest.mark.parametrize(
    ("measure", "words", "said"),
    [
        ("信息系统升级改造", "已完成系统升级改造", Judgement.ACHIEVED),
        ("村（社区）换届选举数", "换届选举已全部完成", Judgement.ACHIEVED),
        ("厂房建设", "厂房建设基本完成", Judgement.PARTLY),
        ("厂房建设", "已完成招标", None),  # something else than what was promised
        ("厂房建设", "厂房", None),
        ("对象认定准确率", "准确", Judgement.ACHIEVED),
        ("预警及时率", "及时预警", Judgement.ACHIEVED),
        ("资料规范率（%）", "均规范", Judgement.ACHIEVED),
        ("工程优良率", "优良", None),  # how much of it, nobody says
        ("群众满意率", "满意", None),
    ],
)
def test_of_what_is_measured(measure: str, words: str, said: Judgement | None) -> None:
    assert JUDGEMENTS.of_number(words, measure) is said


@pytest.mark.parametrize(
    ("promise", "words", "said"),
    [
        ("促进经济发展", "有效促进经济发展", Judgement.ACHIEVED),
        ("有效保障", "有效保障", Judgement.ACHIEVED),
        ("长期", "长期影响", Judgement.ACHIEVED),
        ("显著改观", "改观", None),
        ("按合同约定", "按照合同约定及时支付", Judgement.ACHIEVED),
        ("按合同约定", "按计划执行进度", None),
        ("提升服务能力", "服务能力得到提升", None),
        ("通过验收", "通过专家验收", Judgement.ACHIEVED),
        ("通过验收", "未通过验收", None),
        ("通过验收", "验收通过3个", None),
        ("完成建设", "完成建设准备", None),
        ("完成", "完成招标", None),
        ("普及", "基本普及", Judgement.PARTLY),
    ],
)
def test_of_a_promise_in_words(promise: str, words: str, said: Judgement | None) -> None:
    (target,) = parse_targets(promise)
    assert JUDGEMENTS.of_words(words, target, promise) is said


@pytest.mark.parametrize("words", ["无", "未发生", "未发生故障", "零投诉", "没有发生安全事故"])
def test_none_at_all(words: str) -> None:
    assert JUDGEMENTS.says_none(words)


@pytest.mark.parametrize("words", ["无法统计", "无需", "未发生3起", "完成"])
def test_not_none_at_all(words: str) -> None:
    assert not JUDGEMENTS.says_none(words)
