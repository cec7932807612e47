"""What a cell shows of its number or date: percent signs, words, the parts of a date."""

import datetime as dt

import pytest

from indicators.reading.formats import (
    BUILT_IN,
    PLAIN,
    number_text,
    read_format,
    shown_date,
    shown_number,
    unread_code,
)


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("0%", 0.92, "92%"),
        ("0.00%", 0.9955, "99.55%"),
        ("0%", 0.925, "92.5%"),
        ("0%", 1.0, "100%"),
        ('0"人"', 100.0, "100人"),
        ('"≥"0.0"万元"', 45.12, "≥45.12万元"),
        ('"≥"0%', 0.9, "≥90%"),
        ('0"%"', 92, "92%"),  # printed, and multiplies nothing
        ("0\\%", 3, "3%"),
        ("#,##0.00_);(#,##0.00)", 1234.5, "1234.5"),
        ("0.00_ ", 756.0, "756"),
        ("¥#,##0", 5.0, "¥5"),
        # What a comma behind the last place, and a point that is only printed, do to the number.
        ('0!.0,"万元"', 1200000, "120万元"),
        ('0\\!.0,"万元"', 1200000, "120万元"),  # as another office program saves it
        ('0\\.0,"万元"', 1234567, "123.4567万元"),
        ('0"."0000"万元"', 12345678.5, "1234.56785万元"),
        ('[>=10000]0!.0000"万元";0"元"', 52000, "5.2万元"),
        ('[>=10000]0!.0000"万元";0"元"', 500, "500元"),
        ("0.00,,", 1200000, "1.2"),
        ("#,##0,", 1200000, "1200"),
        # Words with and without quotes around any kind of number.
        ('General"公里"', 121, "121公里"),
        ('G/通用格式"公里"', 121, "121公里"),
        ('"≥"General', 120, "≥120"),
        ('@"公里"', 121, "121公里"),
        (">=0", 120, ">=120"),
        ("<=0%", 0.05, "<=5%"),
        ("≥0", 120, "≥120"),
        ("0人", 5, "5人"),
        ('"已完成"', 1, "已完成"),
        ("_-¥* #,##0.00_-", 118.75, "¥118.75"),
        ('[DBNum2][$-804]General"元"', 120, "120元"),
        ("# ?/4", 0.25, "0.25"),
        # Numbers below zero and zero.
        ('"增长"0%;"下降"0%', -0.05, "下降5%"),
        ("#,##0.00_);(#,##0.00)", -5, "-5"),
        ('0"人";[Red]0"人"', -5, "-5人"),
        ('#,##0.00_ ;-#,##0.00_ ;"-"??_ ', 0, "0"),
        ('0;-0;"-"', 0, "0"),
        ('0;-0;"无"', 0, "无"),
        ('[$￥-804]#,##0.00;[Red]-0"x"', 5.0, "￥5"),
        ("0\\天", 30.0, "30天"),
        ('[>100]0"个"', 101.0, "101个"),
        ("General", 0.92, "0.92"),
        ("@", 3.0, "3"),
        ("", 3.0, "3"),
        ("0" * 300 + "%", 0.5, "0.5"),
    ],
)
def test_numbers(code: str, value: float, text: str) -> None:
    assert shown_number(value, read_format(code)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1 + 0.2, "0.3"), (100.0, "100"), (33.5, "33.5"), (1e20, "1" + "0" * 20), (-0.5, "-0.5")],
)
def test_numbers_have_fifteen_digits(value: float, text: str) -> None:
    assert number_text(value) == text


DAY = dt.datetime(2019, 12, 31, tzinfo=None)  # noqa: DTZ001 -- cells have no zone
MINUTE = dt.datetime(2019, 12, 31, 8, 5)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("yyyy-mm-dd", DAY, "2019-12-31"),
        ('yyyy"年"m"月"d"日";@', DAY, "2019-12-31"),
        ('yyyy"年"m"月"', DAY, "2019年12月"),
        ('m"月"d"日"', DAY, "12月31日"),
        ("yyyy", DAY, "2019年"),
        ("yyyy-m-d h:mm", MINUTE, "2019-12-31 08:05"),
        ("yyyy-m-d", MINUTE, "2019-12-31 08:05"),
        ("[$-804]yyyy/m/d;@", DAY, "2019-12-31"),
        ("e-m-d", dt.date(2019, 12, 31), "2019-12-31"),
        ("h:mm", dt.time(8, 5), "08:05"),
    ],
)
def test_dates(code: str, value: dt.date | dt.time, text: str) -> None:
    assert shown_date(value, read_format(code)) == text


def test_minutes_are_no_months() -> None:
    assert read_format("h:mm").date == {"h"}
    assert read_format("mm:ss").date == {"h"}
    assert read_format("yyyy-m-d h:mm").date == {"y", "m", "d", "h"}


def test_the_numbered_formats() -> None:
    assert read_format(BUILT_IN[9]).power == 2
    assert read_format(BUILT_IN[57]).date == {"y", "m"}
    assert read_format(BUILT_IN[0]) is PLAIN
    assert read_format(BUILT_IN[2]).is_plain


@pytest.mark.parametrize("code", ["0.00 kg", '0"年"0"月"', ";;;", "0.0;0 kg", "0" * 300 + "%"])
def test_a_format_that_is_not_understood_shows_the_number_and_says_so(code: str) -> None:
    shape = read_format(code)
    assert shown_number(5.0, shape) == "5"
    assert unread_code(5.0, shape)[:250] == code[:250]


def test_a_number_in_the_format_of_a_date() -> None:
    shape = read_format('yyyy"年"')
    assert (shown_number(-1.0, shape), unread_code(-1.0, shape)) == ("-1", 'yyyy"年"')
    assert unread_code(5.0, read_format('0"人"')) == ""
