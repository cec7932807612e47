"""A number or a date as it stands in a text, with both ends: 2018年以前, 比三十大."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.grammar.dates import DateSpan
from indicators.grammar.tokens import Quantity
from indicators.model import Comparator

_DAY = dt.timedelta(days=1)
_OPENS = re.compile(r"(?:在包括|自从|截止到|截止|截至|在|自|从|到)$")
_FAR = 8
"""No word that opens a date or compares a number is longer; keeps long texts linear."""

_KINDS = {"ratio": "percent", "point": "percent", "money": "money", "time": "duration"}
_VAGUE = re.compile(r"[多余几来]")
_PASSES = re.compile(r"(?<![通超经不])过了?$")
_MORE, _LESS = frozenset("大高多长重"), frozenset("小低少短轻")
_DATE_MARKS = re.compile(
    r"(?P<with>[及或]?(?:者)?)(?:(?P<before>之前|以前|前)|(?P<after>之后|以后|后|以来|起|开始))"
)


@dataclass(frozen=True, slots=True)
class Number:
    """One number or date. `kind`: `number`, `percent`, `money`, `duration`, `quantity` (of
    anything else), `ordinal`, `date` (a day, or one side of a day), `period` (a stretch of days).

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


def counted(text: str, token: Quantity) -> Number:
    """A quantity as a number; a vague one (五百多, 十几万) is more than its stated part."""
    unit, sign = token.unit, token.comparator
    dimension = unit.dimension if unit else None
    kind = _KINDS.get(dimension or "", "quantity" if unit else "number")
    if text[token.start - 1 : token.start] == "第":
        kind = "ordinal"
    is_vague = token.approximate and _VAGUE.search(text, token.at, token.until + 1) is not None
    if is_vague and sign is Comparator.EQ:
        sign = Comparator.GT
    strict = sign in (Comparator.GT, Comparator.LT)
    return Number(
        *(kind, sign, token.value, token.upper, unit.name if unit else None, dimension),
        approximate=token.approximate,
        span=(token.start, token.end),
        lower_included=not strict,
        upper_included=not strict,
    )


def compared(text: str, number: Number) -> Number:
    """比三十大, 过20: comparisons that enclose the number, or that are common words else."""
    start, end = number.span
    if number.comparator is not Comparator.EQ or start == 0:
        return number
    behind = text[end : end + 1]
    if text[start - 1] == "比" and behind and behind in _MORE | _LESS:
        sign = Comparator.GT if behind in _MORE else Comparator.LT
        span = (start - 1, end + 1)
    elif _PASSES.search(text[max(start - _FAR, 0) : start]):
        sign, span = Comparator.GT, number.span
    else:
        return number
    return replace(number, comparator=sign, span=span, lower_included=False, upper_included=False)


def dated(text: str, date: DateSpan) -> Number:
    """A date as a day, a stretch of days, or one side of a day: 2018年以前, 2019年8月6日或之后."""
    mark = _DATE_MARKS.match(text, date.end)
    opens = _OPENS.search(text[max(date.start - _FAR, 0) : date.start])
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
