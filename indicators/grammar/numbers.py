"""A number or a date as it stands in a text, with both ends; one-sided dates: 2018年以前."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.grammar.dates import DateSpan
from indicators.model import Comparator

_DAY = dt.timedelta(days=1)
_OPENS = re.compile(r"(?:在包括|自从|截止到|截止|截至|在|自|从|到)$")
_DATE_MARKS = re.compile(
    r"(?P<with>[及或]?(?:者)?)(?:(?P<before>之前|以前|前)|(?P<after>之后|以后|后|以来|起|开始))"
)


@dataclass(frozen=True, slots=True)
class Number:
    """One number or date. `kind`: `number`, `percent`, `money`, `duration`, `quantity`, `date`.

    `value` and `upper` are decimals, or the first and last day of a date; `upper` only for
    `between`. `lower_included` and `upper_included` tell whether an end counts itself: 以上, 以下
    and 以内 do (民法典, art. 1259). `span` counts code points of the text given.
    """

    kind: str
    comparator: Comparator
    value: Decimal | dt.date
    upper: Decimal | dt.date | None
    unit: str | None
    dimension: str | None
    approximate: bool
    span: tuple[int, int]
    lower_included: bool = True
    upper_included: bool = True


def dated(text: str, date: DateSpan) -> Number:
    """A date as a day, a stretch of days, or one side of a day: 2018年以前, 2019年8月6日或之后."""
    mark = _DATE_MARKS.match(text, date.end)
    opens = _OPENS.search(text[: date.start])
    word = opens.group() if opens else ""
    start = date.start - len(word)
    end = mark.end() if mark else date.end
    span = (start, end)
    included = bool(mark and mark["with"]) or word == "在包括"
    if (mark and mark["before"]) or (word.startswith("截") and not mark):
        return _before(date, span, included=included)
    if (mark and mark["after"]) or word == "自从":
        starts = mark is None or mark["after"] in ("起", "开始", "以来")
        return _after(date, span, included=included or starts)
    if date.precise == "day" and not date.ranged:
        return _one("=", date.first, (date.start, date.end))
    return replace(
        _one("between", date.first, (date.start, date.end)), upper=date.last, kind="period"
    )


def _before(date: DateSpan, span: tuple[int, int], *, included: bool) -> Number:
    if not included:
        return _one("<", date.first, span)
    if date.precise == "day":
        return _one("<=", date.last, span)
    return _one("<", date.last + _DAY, span)


def _after(date: DateSpan, span: tuple[int, int], *, included: bool) -> Number:
    if included:
        return _one(">=", date.first, span)
    if date.precise == "day":
        return _one(">", date.last, span)
    return _one(">=", date.last + _DAY, span)


def _one(sign: str, day: dt.date, span: tuple[int, int]) -> Number:
    strict = sign in ("<", ">")
    return Number(
        *("date", Comparator(sign), day, None, None, None),
        approximate=False,
        span=span,
        lower_included=not strict,
        upper_included=not strict,
    )
