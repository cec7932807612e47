"""日期: is there such a day?"""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import ClassVar

from indicators.errors import Words
from indicators.model import Finding, Form
from scoring.checks.declaration.check import FormCheck
from scoring.checks.declaration.rows import label, quoted

_DATE = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)\s*年度?\s*)?"
    r"(?P<month>\d{1,2})\s*月份?(?!龄)\s*(?:(?P<day>\d{1,2})\s*[日号])?"
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

    What it checks: every day in Arabic numerals (2019年2月30日, 2019-02-30, 6月31日), and every
    month behind a year, is in the calendar. A day without a year is one of the form's year.
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
        for row in form.indicators:
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
            month, day = int(match["month"]), match["day"]
            if not (day or match["year"]):
                continue  # 18月 may be a number of months
            has_month = 1 <= month <= _MONTHS
            last = monthrange(int(match["year"] or year), month)[1] if has_month else 0
            if not 1 <= int(day or 1) <= last:
                yield match[0].strip()
