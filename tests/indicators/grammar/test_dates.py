"""Dates as first and last day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.grammar.dates import Dates, join
from indicators.grammar.lexicon import default
from indicators.grammar.tokens import end_of_digits

DATES = Dates(default())
PATTERN = DATES.pattern


@pytest.mark.parametrize(
    ("text", "first", "last", "precise"),
    [
        ("2019年12月31日", date(2019, 12, 31), date(2019, 12, 31), "day"),
        ("2020年2月", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("6月中旬", date(2022, 6, 1), date(2022, 6, 20), "part"),
        ("12月底", date(2022, 12, 1), date(2022, 12, 31), "month"),
        ("年底", date(2022, 12, 1), date(2022, 12, 31), "part"),
        ("2019年底", date(2019, 12, 1), date(2019, 12, 31), "part"),
        ("上半年", date(2022, 1, 1), date(2022, 6, 30), "part"),
        ("第三季度", date(2022, 7, 1), date(2022, 9, 30), "part"),
        ("2021.12", date(2021, 12, 1), date(2021, 12, 31), "month"),
        ("2022-10-30", date(2022, 10, 30), date(2022, 10, 30), "day"),
        ("2019年", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("二〇二二年十二月", date(2022, 12, 1), date(2022, 12, 31), "month"),
        ("十二月二十五日", date(2022, 12, 25), date(2022, 12, 25), "day"),
        ("1-11月", date(2022, 1, 1), date(2022, 11, 30), "month"),
        ("2020-2022年", date(2020, 1, 1), date(2022, 12, 31), "year"),
        ("20221231", date(2022, 12, 31), date(2022, 12, 31), "day"),
        ("2022.1-12", date(2022, 1, 1), date(2022, 12, 31), "month"),
        ("2022.3.1-11.30", date(2022, 3, 1), date(2022, 11, 30), "day"),
        ("6月7日-9日", date(2022, 6, 7), date(2022, 6, 9), "day"),
        ("2022年6月7-9日", date(2022, 6, 7), date(2022, 6, 9), "day"),
        ("2022年12月31", date(2022, 12, 31), date(2022, 12, 31), "day"),
    ],
)
def test_days(text: str, first: date, last: date, precise: str) -> None:
    match = PATTERN.match(text)
    assert match is not None
    span = DATES.read(match, 2022)
    assert span is not None
    assert (span.first, span.last, span.precise) == (first, last, precise)
    assert match.group() == text


@pytest.mark.parametrize(
    "text", ["2022年2月30日", "2022年13月", "0月", "20221332", "2022.5.1-2.1", "6月9-7日"]
)
def test_what_is_no_date(text: str) -> None:
    match = PATTERN.fullmatch(text)
    assert match is None or DATES.read(match, 2022) is None


def test_without_any_year_there_is_no_date() -> None:
    match = PATTERN.match("12月底")
    assert match is not None
    assert DATES.read(match, None) is None


def test_joined_dates_keep_both_ends() -> None:
    matches = [PATTERN.match(text) for text in ("2020年1月", "2020年11月")]
    first, second = (DATES.read(match, None) for match in matches if match)
    assert first is not None
    assert second is not None
    whole = join(first, second)
    assert (whole.first, whole.last, whole.ranged) == (date(2020, 1, 1), date(2020, 11, 30), True)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("春节前", date(2022, 1, 31)),
        ("2023年春节前", date(2023, 1, 21)),
        ("国庆节前", date(2022, 9, 30)),
        ("秋季开学前", date(2022, 8, 31)),
        ("春季学期开学前", date(2022, 2, 28)),
        ("中秋前夕", date(2022, 9, 9)),
    ],
)
def test_a_date_before_a_holiday_ends_the_day_before(text: str, last: date) -> None:
    match = PATTERN.match(text)
    assert match is not None
    span = DATES.read(match, 2022)
    assert span is not None
    assert span.last == last


@pytest.mark.parametrize("text", ["春节期间", "国庆活动", "每春节前"])
def test_a_holiday_alone_is_no_date(text: str) -> None:
    assert PATTERN.search(text) is None


def test_a_holiday_of_a_year_that_is_not_listed_is_no_date() -> None:
    match = PATTERN.match("1999年春节前")
    assert match is not None
    assert DATES.read(match, 2022) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("十四五期末", date(2025, 12, 31)),
        ("“十三五”末", date(2020, 12, 31)),
        ("十五五规划期末", date(2030, 12, 31)),
    ],
)
def test_a_five_year_plan_ends_with_its_last_year(text: str, last: date) -> None:
    match = PATTERN.match(text)
    assert match is not None
    span = DATES.read(match, None)
    assert span is not None
    assert (span.first, span.last, span.end) == (date(last.year - 4, 1, 1), last, len(text))


@pytest.mark.parametrize("text", ["十四五期间", "“十四五”规划", "×12月"])
def test_neither_a_plan_nor_a_number_of_months_is_a_day(text: str) -> None:
    assert PATTERN.search(text) is None


@pytest.mark.parametrize(
    ("text", "months"),
    [("2022年1月至10月", 10), ("全年", 12), ("2022年", 12), ("12月", None), ("6月7日-9日", None)],
)
def test_whole_months(text: str, months: int | None) -> None:
    match = PATTERN.match(text)
    assert match is not None
    span = DATES.read(match, 2022)
    assert span is not None
    assert span.months == months


@given(st.text("0123456789 \n.-/~至到年月日号度季个%人前底", min_size=1, max_size=12))
def test_where_no_date_may_begin_none_does(text: str) -> None:
    if not DATES.may_begin(text, 0, end_of_digits(text, 0)):
        assert PATTERN.match(text) is None
