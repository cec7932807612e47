"""What the grammar refuses, read once more."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual
from indicators.model import Actual, Indicator
from indicators.pairing.freely import freely, says_kept


def _freely(name: str, promise: str, answer: str) -> Actual | None:
    target = parse_targets(promise, name=name, year=2022)[0]
    row = Indicator(1, "", "", "output.quantity", name, promise, (target,), "表!C4")
    return freely(row, target, answer, lambda text: read_actual(text, target, year=2022))


@pytest.mark.parametrize(
    ("name", "promise", "answer", "value"),
    [
        ("公益岗位", "150个", "完成80%", 120),
        ("培训", "4期", "因疫情未开展", 0),
        ("项目完成率", "100%", "未实施", 0),
    ],
)
def test_so_much_of_the_target_is_told(name: str, promise: str, answer: str, value: int) -> None:
    fact = _freely(name, promise, answer)
    assert fact is not None
    assert (fact.value, fact.place) == (Decimal(value), "表!C4")
    assert [answer in note.zh for note in fact.notes] == [True]


@pytest.mark.parametrize(
    ("name", "promise", "answer"),
    [
        ("公益岗位", "150个", "完成率100%"),
        ("学生、家长满意度", "≥90%", "学生95%、家长96%"),
        ("发放时间", "12月31日前", "已按时发放"),
        ("合格率", "100%", "全部通过评审"),
        ("处理率", "100%", "12件全部处理完毕"),
        ("培训人数", "200", "118%"),
        ("救助", "应助尽助", "救助236人"),
    ],
)
def test_what_keeps_the_promise(name: str, promise: str, answer: str) -> None:
    fact = _freely(name, promise, answer)
    assert fact is not None
    assert (fact.kind, fact.judgement) == ("reached", "achieved")


@pytest.mark.parametrize(
    ("name", "promise", "answer"),
    [
        ("学生、家长满意度", "≥90%", "学生95%、家长86%"),
        ("满意度", "≥90%", "未开展"),
        ("参训率", "≥95%", "因疫情未开展"),
        ("投诉", "≤5件", "完成80%"),
        ("处理率", "≥95%", "12件基本处理完毕"),
        ("办结率", "100%", "12件中10件办结"),
        ("发放时间", "12月31日前", "正在办理"),
    ],
)
def test_doubt_is_no_fact(name: str, promise: str, answer: str) -> None:
    assert _freely(name, promise, answer) is None


def test_the_target_given_back_keeps_it() -> None:
    (target,) = parse_targets("不低于目标", name="某项")
    row = Indicator(1, "", "", "output.quantity", "某项", "不低于目标", (target,), "r1")
    assert says_kept("不低于目标", target, row)
    with pytest.raises(ActualsError):
        read_actual("不知道", parse_targets("≥4期")[0])
