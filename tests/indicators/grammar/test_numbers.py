"""One-sided dates, as peers read them: 前 leaves the day out, 或之前 takes it in."""

from datetime import date

import pytest

from indicators.grammar import quantities


@pytest.mark.parametrize(
    ("text", "comparator", "day"),
    [
        ("在2018年以前", "<", date(2018, 1, 1)),
        ("在2018年之后", ">=", date(2019, 1, 1)),
        ("截止到2018年", "<", date(2018, 1, 1)),
        ("自从2018年", ">=", date(2018, 1, 1)),
        ("2018年开始", ">=", date(2018, 1, 1)),
        ("2019年8月6日或之后", ">=", date(2019, 8, 6)),
        ("2010年1月10日或之前", "<=", date(2010, 1, 10)),
        ("2012-01-01及以前", "<=", date(2012, 1, 1)),
        ("2010-01-01之后", ">", date(2010, 1, 1)),
        ("2019年1月1日之前", "<", date(2019, 1, 1)),
        ("2013年及以前", "<", date(2014, 1, 1)),
        ("2019年1月1日", "=", date(2019, 1, 1)),
        ("2022年6月底前", "<=", date(2022, 6, 30)),
        ("2022年年末以前", "<=", date(2022, 12, 31)),
    ],
)
def test_one_day(text: str, comparator: str, day: date) -> None:
    (number,) = quantities(text)
    assert (number.kind, number.comparator, number.value) == ("date", comparator, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020年1月至2020年11月", date(2020, 1, 1), date(2020, 11, 30)),
        ("在2007年与2009年之间", date(2007, 1, 1), date(2009, 12, 31)),
        ("2019年", date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_a_stretch_of_days(text: str, first: date, last: date) -> None:
    (number,) = quantities(text)
    assert (number.kind, number.value, number.upper) == ("period", first, last)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(("5", "number"), ("第三名", "ordinal"), ("5%", "percent"), ("3个百分点", "percent")),
        *(("5元", "money"), ("5天", "duration"), ("5人", "quantity")),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    (number,) = quantities(text)
    assert number.kind == kind
