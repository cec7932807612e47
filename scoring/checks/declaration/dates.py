"""日期: is there such a day, and is it in the year?"""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import ClassVar

from indicators.errors import Words
from indicators.model import Finding, Form, Kind
from scoring.checks.declaration.check import FormCheck
from scoring.checks.declaration.rows import goal_row, label, quoted

_DIGITS = dict(zip("〇一二三四五六七八九", "0123456789", strict=True)) | {"零": "0", "○": "0"}
_TEN = "十"
_CHINESE = "".join([*_DIGITS, _TEN])
_DATE = re.compile(
    rf"(?<![\d.{_CHINESE}])(?:(?P<year>(?:19|20)\d\d|[一二][{''.join(_DIGITS)}]{{3}})\s*年度?\s*)?"
    rf"(?P<month>\d{{1,2}}|[{_CHINESE}]{{1,3}})\s*月份?(?!龄)\s*"
    rf"(?:(?P<day>\d{{1,2}}|[{_CHINESE}]{{1,3}})\s*[日号])?"
)
_SIGNED = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<sign>[-./])(?P<month>0?[1-9]|1[0-2])(?P=sign)"
    r"(?P<day>\d{1,2})(?![\d.%/-])"
)
_MONTHS = 12
_LEAP_YEAR = 2000
"""Stands for a year that nobody named: 29 February may be meant."""


class DateImpossible(FormCheck):
    """写了日历上没有的日期.

    What it checks: every day (2019年2月30日, 2019-02-30, 二〇一九年二月三十日, 6月31日), and every
    month behind a year, is in the calendar, in the rows and in the goal. A day without a year is
    one of the form's year.
    Example: 2019年2月30日前完成.
    Source: the calendar; practice of goal audits [IA-decl]: dates in order.
    """

    NAME: ClassVar = "date-impossible"
    WHY: ClassVar = Words(
        "没有这一天，就没有期限：读表时只能当作文字，无法按期核对。",
        "without such a day there is no deadline: it is read as mere words.",
    )
    MEND: ClassVar = Words("改成实际有的日期。", "write a day that there is.")

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a date."""
        for row in (*form.indicators, goal_row(form)):
            texts = "\n".join((row.name or "", row.target_text))
            for date in dict.fromkeys(_impossible(texts, form.year or _LEAP_YEAR)):
                words = Words(
                    f"“{label(row)}”里的“{quoted(date)}”不存在。",
                    f"'{quoted(date)}' in '{label(row)}' is in no calendar.",
                )
                yield self.finding(row.place, words)


def _impossible(text: str, year: int) -> Iterator[str]:
    """The dates of `text` that are in no calendar; those without a year are of `year`."""
    for pattern in (_DATE, _SIGNED):
        for match in pattern.finditer(text):
            if not (match["day"] or match["year"]):
                continue  # 18月 may be a number of months
            month, day = _number(match["month"]), _number(match["day"] or "1")
            has_month = 1 <= month <= _MONTHS
            last = monthrange(_number(match["year"] or str(year)), month)[1] if has_month else 0
            if not 1 <= day <= last:
                yield match[0].strip()


def _number(text: str) -> int:
    """`12`, 十二, 二十, 二〇二二 as a number."""
    tens, ten, ones = text.partition(_TEN)
    if ten:
        return 10 * int(_DIGITS.get(tens, "1")) + int(_DIGITS.get(ones, "0"))
    return int("".join(_DIGITS.get(sign, sign) for sign in text))


class DeadlineOutsideYear(FormCheck):
    """完成期限不在预算年度内.

    What it checks: dates promised in a form of a year, in a row or in the goal, lie in that year.
    Example: 2020年3月底前完成, in a form of 2019.
    Source: practice of goal audits [IA-decl]: dates in order, no deadline after the project's end.
    """

    NAME: ClassVar = "deadline-outside-year"
    WHY: ClassVar = Words(
        "年度自评时还没有到期（或者早已过去），这一项无法评价。",
        "it is not due yet (or long past) when the year is evaluated.",
    )
    MEND: ClassVar = Words(
        "改成本年度要做到哪一步、什么时候做到；年份写错的请更正。",
        "say what is due within the year, and when; correct the year if it is mistyped.",
    )

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a deadline."""
        for row in (*form.indicators, goal_row(form)):
            for target in row.targets:
                date = target.date if target.kind is Kind.DEADLINE else None
                if form.year is None or date is None or date.year == form.year:
                    continue
                what = quoted(target.measure or label(row))
                words = Words(
                    f"“{what}”的期限是 {date}，不在 {form.year} 年度内。",
                    f"'{what}' is due on {date}, outside the year {form.year}.",
                )
                yield self.finding(row.place, words)
