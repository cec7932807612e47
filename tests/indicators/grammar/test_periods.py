"""Whether a number is of each period or of the whole year."""

from decimal import Decimal

import pytest

from indicators.grammar.periods import in_part, is_of_year, of_each, of_year


@pytest.mark.parametrize(
    ("done", "due", "times", "of_the_year"),
    [
        (24, 2, 12, True),
        (13, 2, 12, True),
        (2, 2, 12, False),  # the very number that was promised
        (1, 1, 2, False),
        (3, 2, 12, False),
        (70, 60, 365, False),
        (5, 1, 12, True),
        (2, 1, 4, True),
        (3, 1, 12, None),  # 3 of 12, or three times as many
        (0, 1, 12, True),
        (5, 1, 1, False),  # a year has one year
    ],
)
def test_which_one_is_meant(done: int, due: int, times: int, *, of_the_year: bool | None) -> None:
    assert is_of_year(Decimal(done), Decimal(due), times) is of_the_year


def test_a_number_beside_a_part_of_the_year_is_of_no_period() -> None:
    assert is_of_year(Decimal(1), Decimal(1), 2, dated=True)
    assert not is_of_year(Decimal(1), Decimal(1), 1, dated=True)


def test_what_is_said_of_it() -> None:
    yearly = of_year(Decimal(5), Decimal(1), 12, "月", "次")
    assert yearly.zh.startswith("按全年一共 5次 计（目标折合全年 12次）")
    assert in_part("上半年每月1次").zh.startswith("“上半年每月1次”说的是一年里的一段时间")
    assert of_each(Decimal(3), "月", "次").zh.startswith("按每月 3次 计")
