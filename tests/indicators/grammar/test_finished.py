"""Of the days that an answer names, the one when it was done."""

from datetime import date

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual
from indicators.model import Actual, Judgement


def read(text: str, name: str = "完工时间") -> Actual:
    (target,) = parse_targets("12月31日前", name=name, year=2022)
    return read_actual(text, target, year=2022)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5月立项，8月15日完成采购", date(2022, 8, 15)),
        ("8月15日完成采购，12月20日付款", date(2022, 8, 15)),
        ("8月15日（6月30日立项）", date(2022, 8, 15)),
        ("计划10月31日完成，实际11月20日完成", date(2022, 11, 20)),
        ("2022年10月（延期至12月）", date(2022, 10, 31)),
        ("因疫情延期至2023年3月", date(2023, 3, 31)),
        ("2022年3月至11月", date(2022, 11, 30)),
        ("11月8日、11月8日", date(2022, 11, 8)),
        ("12.25", date(2022, 12, 25)),
        ("秋季10月20日发放", date(2022, 10, 20)),
    ],
)
def test_the_day_that_counts(text: str, day: date) -> None:
    assert read(text).date == day


def test_the_deed_that_the_promise_names() -> None:
    assert read("5月20日开工，11月8日竣工", name="开工时间").date == date(2022, 5, 20)
    assert read("5月20日开工，11月8日竣工", name="竣工时间").date == date(2022, 11, 8)


@pytest.mark.parametrize(
    "text", ["截至2022年12月31日完成90%", "12月30日完成工程量的80%", "未在2022年12月31日前完成"]
)
def test_a_part_and_what_was_not_done_are_no_end(text: str) -> None:
    with pytest.raises(ActualsError):
        read(text)


def test_all_of_it_is_the_end() -> None:
    assert read("2022年12月30日完成100%").date == date(2022, 12, 30)
    assert read("2022年12月30日完成，合格率98%").date == date(2022, 12, 30)


def test_the_day_of_a_beginning_is_no_end() -> None:
    with pytest.raises(ActualsError):
        read("11月8日开工", name="完工时间")


@pytest.mark.parametrize("text", ["3月5日、9月1日", "一期5月完成、二期10月完成"])
def test_several_days_are_refused(text: str) -> None:
    with pytest.raises(ActualsError, match="几个日期"):
        read(text)


@pytest.mark.parametrize("text", ["未完工，预计2023年3月", "截至12月31日尚未完成"])
def test_a_day_that_has_not_come_is_none(text: str) -> None:
    assert (read(text).date, read(text).judgement) == (None, Judgement.NOT)
