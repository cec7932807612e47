"""Answers to promises without a number."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual
from indicators.model import Judgement


@pytest.mark.parametrize(
    ("promise", "answer", "judgement", "share"),
    [
        ("稳步提高", "较上年提高0.12个百分点", Judgement.ACHIEVED, None),
        ("有所增长", "增长5.2%", Judgement.ACHIEVED, None),  # and not 5.2% of what was promised
        ("稳步提高", "较上年下降2%", None, None),
        ("提升服务水平", "服务水平得到进一步提升", Judgement.ACHIEVED, None),
        ("促进就业", "就业率提升至92%", Judgement.ACHIEVED, None),
        ("提升服务水平", "评价为95%", None, None),
        ("合格", "100", Judgement.ACHIEVED, 1),
        ("合格", "合格率100%", Judgement.ACHIEVED, 1),
        ("合格", "合格率98%", None, None),
        ("低于市场均价", "低于市场均价8%", Judgement.ACHIEVED, None),
        ("Ⅲ类及以上", "达到Ⅲ类标准", Judgement.ACHIEVED, None),
        ("资金使用合规", "合规", Judgement.ACHIEVED, None),
        ("不影响正常办公", "影响正常办公", None, None),
        ("据实列支", "12.5万元", Judgement.ACHIEVED, None),
        ("据实列支", "尚有12.5万元未支付", None, None),
        ("达成预期", "部分完成（85%）", Judgement.PARTLY, Decimal("0.85")),
        ("不发生重大及以上", "无", Judgement.ACHIEVED, None),
        ("负增长", "-1.6%", Judgement.ACHIEVED, None),
        ("优良", "合格", Judgement.PARTLY, None),
        ("合格", "优良", Judgement.ACHIEVED, None),
        ("及时", "均在规定时限内出具", Judgement.ACHIEVED, None),
        ("长期安全运行", "基金运行平稳", Judgement.ACHIEVED, None),
    ],
)
def test_answers_in_words_of_their_own(
    promise: str, answer: str, judgement: Judgement | None, share: Decimal | None
) -> None:
    (aim,) = parse_targets(promise, name="社会影响")
    if judgement is None:
        with pytest.raises(ActualsError):
            read_actual(answer, aim, promised=promise)
    else:
        fact = read_actual(answer, aim, promised=promise)
        assert (fact.judgement, fact.share) == (judgement, share)
