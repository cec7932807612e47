"""Which quantities are promises: those that count, not those that say when, which or how."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets, parser
from indicators.grammar.promising import Promising
from indicators.grammar.tokens import Quantity


def promised(text: str) -> list[str]:
    """The parts of the text whose numbers are promises."""
    cell = parser()
    views = cell.around(text, year=2022)
    judge = Promising(cell.lexicon, cell.wordings)
    return [
        text[token.at : token.until]
        for around, token in zip(views, views[0].tokens, strict=True)
        if isinstance(token, Quantity) and judge.is_promise(around, token)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("排查隐患一百二十处", ["一百二十处"]),
        ("新建公厕两座", ["两座"]),
        ("设两处风景", []),
        ("每季度一次", ["一次"]),
        ("事故次数0", ["0"]),
        ("目标为2035", []),
        ("用户300万左右", ["300万"]),
        ("加强50平方米以上场所管理", []),
        ("建成50平方米以上场所3处", ["50平方米", "3处"]),
        ("单位价值50万元以上的设备10台", ["10台"]),
        ("由85%提高到90%", ["90%"]),
        ("每天8小时值守", []),
        ("每天不少于8小时", ["8小时"]),
        ("今后三年来", []),
        ("每发生1起安全事故扣2分", []),
        ("80%以下不得分", []),
        ("≥95%得10分；90%-95%得8分", ["95%"]),
        ("≥95%得10分。" + "工作有序开展，" * 30 + "达到90%得8分", ["95%", "90%"]),  # too far apart
        ("资金结余率小于3%且只减不增", ["3%"]),
        ("扶持年收入2000万元以下的小微企业", []),
        ("支持80家以上企业", ["80家"]),
        ("对年满60周岁的老人给予关怀", []),
        ("建设百万人口大城市", []),
    ],
)
def test_is_promise(text: str, parts: list[str]) -> None:
    assert promised(text) == parts


def test_times_a_period() -> None:
    cell = parser()
    (around,) = cell.around("每季度检查2次")
    (found,) = around.tokens
    assert isinstance(found, Quantity)
    assert found.unit is not None
    judge = Promising(cell.lexicon, cell.wordings)
    assert judge.times_a_period(around, found, found.unit) == (0, "季度", Decimal(4))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("自来水普及率92%→95%", [95]),
        ("近三年平均水平以上", []),
        ("城区5分钟、郊区10分钟内到达现场", [5, 10]),
        ("26个断面×12次", [26, 12]),
        ("现有设备12台", []),
        ("维修现有设备12台", [12]),
        ("改造已建成小区3个", [3]),
        ("对现有12个监测站进行升级改造", [12]),
        ("对现有12个监测站", []),
        ("确保现有120名职工工资发放", [120]),
        ("巩固已有成果3项", [3]),
        ("2022—2023学年", []),
        ("2022学年资助学生300人", [300]),
    ],
)
def test_where_a_change_starts_and_what_is_past(text: str, values: list[int]) -> None:
    assert [t.value for t in parse_targets(text) if t.value is not None] == values
