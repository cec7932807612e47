"""Which dates and periods are deadlines."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.grammar import parse_targets
from indicators.model import Kind, Target


def one(text: str, name: str | None = None) -> Target:
    (target,) = parse_targets(text, name=name, category="output.timeliness", year=2022)
    return target


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2019年12月31日前完成", date(2019, 12, 31)),
        ("2019年底之前全部完成", date(2019, 12, 31)),
        ("2022年6月前", date(2022, 6, 30)),
        ("2022年6月底前", date(2022, 6, 30)),
        ("12月底到位", date(2022, 12, 31)),
        ("年底前完成", date(2022, 12, 31)),
        ("6月中旬完工", date(2022, 6, 20)),
        ("上半年完成验收", date(2022, 6, 30)),
        ("第三季度完成", date(2022, 9, 30)),
        ("四季度完成竣工决算", date(2022, 12, 31)),
        ("二〇二二年十二月底前完成", date(2022, 12, 31)),
        ("2024年2月底前", date(2024, 2, 29)),
        ("2022年12月31日24时", date(2022, 12, 31)),
        ("本年6月底前完成", date(2022, 6, 30)),
    ],
)
def test_the_last_day_allowed(text: str, last: date) -> None:
    target = one(text)
    assert (target.kind, target.comparator, target.date) == (Kind.DEADLINE, "<=", last)
    assert target.direction == "lower"


@pytest.mark.parametrize(
    ("text", "last"), [("2023.12", date(2023, 12, 31)), ("2022年10月30日", date(2022, 10, 30))]
)
def test_a_bare_date_under_a_name_of_time(text: str, last: date) -> None:
    assert one(text, "项目竣工时间").date == last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020年1月--2020年11月", date(2020, 1, 1), date(2020, 11, 30)),
        ("2021年1月-12月", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021年全年", date(2021, 1, 1), date(2021, 12, 31)),
        ("11月15日至次年3月15日", date(2022, 11, 15), date(2023, 3, 15)),
        ("当年11月15日至次年3月15日", date(2022, 11, 15), date(2023, 3, 15)),
    ],
)
def test_a_stretch_of_time_has_two_ends(text: str, first: date, last: date) -> None:
    target = one(text)
    assert (target.comparator, target.start, target.date) == ("between", first, last)
    assert target.direction is None


@pytest.mark.parametrize(
    ("text", "value", "unit", "after"),
    [
        ("在合同签订后的4个月内完成初验", 4, "个月", "合同签订"),
        ("初步计划项目于合同签署后4个月内正式上线。", 4, "个月", "合同签署"),
        ("验收后30日内付款", 30, "日", "验收"),
        ("收到申请5个工作日内办结", 5, "个工作日", "收到申请"),
        ("接到故障报修后2小时内响应", 2, "小时", "接到故障报修"),
        ("自收到申请之日起15个工作日内审核完毕", 15, "个工作日", "收到申请"),
    ],
)
def test_so_long_after_an_event(text: str, value: int, unit: str, after: str) -> None:
    target = one(text)
    assert (target.kind, target.comparator) == (Kind.DEADLINE, "<=")
    assert target.value == Decimal(value)
    assert (target.unit, target.after) == (unit, after)


def test_a_date_that_only_says_when_is_no_promise() -> None:
    target = one("2019年底，资金总额不超过33.5万元")
    assert (target.kind, target.unit) == (Kind.QUANTITATIVE, "万元")


def test_a_day_that_does_not_exist_is_no_promise() -> None:
    assert one("2022年2月30日前完成").kind is Kind.QUALITATIVE


def test_a_date_without_any_year_is_no_date() -> None:
    (target,) = parse_targets("12月底前完成")
    assert target.kind is Kind.QUALITATIVE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("第一季度完成", date(2022, 3, 31)),
        ("三季度末", date(2022, 9, 30)),
        ("第四季度底前", date(2022, 12, 31)),
        ("=2022年12月", date(2022, 12, 31)),
    ],
)
def test_ends_of_quarters_and_days_behind_a_sign(text: str, day: date) -> None:
    (target,) = parse_targets(text, name="完成时间", category="output.timeliness", year=2022)
    assert (target.kind, target.date) == (Kind.DEADLINE, day)


def test_a_date_may_stand_on_the_line_below_its_name() -> None:
    [target] = parse_targets("完成时间：\n2022年底", year=2022)
    assert (target.kind, str(target.date)) == ("deadline", "2022-12-31")


def test_the_words_of_a_deadline_are_no_part_of_its_measure() -> None:
    (target,) = parse_targets("验收截止12月底", year=2023)
    assert (target.kind, target.measure) == ("deadline", "验收")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("3—5个工作日内办结", "5", "个工作日"), ("10至20天以内", "20", "天")],
)
def test_of_a_time_within_which_something_is_done_the_end_counts(
    text: str, value: str, unit: str
) -> None:
    (target,) = parse_targets(text, year=2023)
    assert (target.comparator, target.upper) == ("<=", None)
    assert (target.value, target.unit) == (Decimal(value), unit)
