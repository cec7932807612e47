"""What a cell tells of the years before its form's is no promise."""

import datetime as dt

import pytest

from indicators.grammar import parse_targets


def counted(text: str) -> list[str]:
    """The values read from a form of 2022."""
    return [str(target.value) for target in parse_targets(text, year=2022) if target.value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("截至2021年底，累计建成标准厂房20万平方米", []),
        ("截至2021年底，累计建成20座、在建3座。计划新建5座", ["5"]),
        ("截至2021年底已建成20座，2022年新建5座", ["5"]),
        ("截至2022年底，累计建成标准厂房20座", ["20"]),
        ("2021年完成3期，2022年计划5期", ["5"]),
        ("较2021年提高5%", ["5"]),
        ("2018年以来，累计投入资金3.2亿元", []),
        ("根据2020年统计数据，全县有户籍人口45万人", []),
    ],
)
def test_what_was_counted_before_is_no_promise(text: str, values: list[str]) -> None:
    assert counted(text) == values


def test_nothing_is_due_on_a_day_of_the_past() -> None:
    assert [t.date for t in parse_targets("截至2021年底，累计建成20座", year=2022)] == [None]
    due = parse_targets("截至2022年底，累计建成20座", year=2022)
    assert [t.date for t in due] == [dt.date(2022, 12, 31), None]
