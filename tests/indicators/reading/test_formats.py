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
    assert read_format(BUILT_IN[9]).is_percent
    assert read_format(BUILT_IN[57]).date == {"y", "m"}
    assert read_format(BUILT_IN[0]) is PLAIN
    assert read_format(BUILT_IN[2]).is_plain
