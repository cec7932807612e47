"""What stands beside a quantity and belongs to it."""

import pytest

from indicators.grammar import parse_targets


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("数量(套)：3", (None, "3", "套")),
        ("88万元，控制在预算内", ("<=", "88", "万元")),
        ("90%≤满意度", (">=", "90", "%")),
        ("脱管率为3", (None, "3", "%")),
        ("项目成本620万", (None, "6200000", "元")),
        ("每日开放不少于16小时", (">=", "16", "小时/天")),
    ],
)
def test_it_is_completed_from_its_own_cell(text: str, read: tuple[str | None, str, str]) -> None:
    (target,) = parse_targets(text)
    sign, value, unit = read
    assert (target.comparator if target.explicit else None) == sign
    assert (str(target.value), target.unit) == (value, unit)


def test_it_is_completed_from_the_columns_of_its_row() -> None:
    (target,) = parse_targets("95", name="群众满意度", nature="≥", unit="%")
    assert (target.comparator, target.unit, target.rule) == (">=", "%", "column")


def test_money_in_a_column_of_ten_thousands() -> None:
    (money,) = parse_targets("20", name="补助金额", unit="万")
    assert (money.unit, str(money.canonical)) == ("万元", "200000")
    (people,) = parse_targets("20", name="受益人数", unit="万")
    assert people.dimension == "count"


def test_what_says_all_needs_no_column() -> None:
    (target,) = parse_targets("≤3天", name="办理时限", nature="≥", unit="小时")
    assert (target.comparator, target.unit) == ("<=", "天")
