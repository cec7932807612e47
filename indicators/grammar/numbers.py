"""A number or a date as it stands in a text, with both ends: 2018年以前, 比三十大."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.grammar.dates import DateSpan
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.tokens import Quantity
from indicators.model import Comparator

_DAY = dt.timedelta(days=1)
_FAR = 8
"""No word that opens a date or compares a number is longer; keeps long texts linear."""

_KINDS = {
    "ratio": "percent",
    "point": "percent",
    "money": "money",
    "time": "duration",
    "workday": "duration",
}


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


class Numbering:
    """Turns tokens into numbers by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        speech = lexicon.data["speech"]
        self._opens = lexicon.ending("speech", "date_opens")
        self._vague = lexicon.pattern("speech", "vague")
        self._passes = re.compile("|".join(speech["passes"]) or r"(?!)")
        self._ordinal = frozenset(speech["ordinal"])
        self._than: str = speech["than"]
        self._more = frozenset(speech["more"])
        self._less = frozenset(speech["less"])
        self._marks = re.compile(
            rf"(?P<with>{'|'.join(speech['date_included'])})"
            rf"(?:(?P<before>{any_of(speech['date_before'])})|(?P<after>{any_of(speech['date_after'])}))"
        )
        self._starts = frozenset(speech["date_starts"])
        self._period_ends = frozenset(speech["period_ends"])
        self._included = frozenset(speech["opens_included"])
        self._opens_after = frozenset(speech["opens_after"])
        self._opens_before = frozenset(speech["opens_before"])

    def counted(self, text: str, token: Quantity) -> Number:
        """A quantity as a number; a vague one (五百多, 十几万) is more than its stated part."""
        unit, sign = token.unit, token.comparator
        dimension = unit.dimension if unit else None
        kind = _KINDS.get(dimension or "", "quantity" if unit else "number")
        if text[token.start - 1 : token.start] in self._ordinal:
            kind = "ordinal"
        is_vague = (
            token.approximate and self._vague.search(text, token.at, token.until + 1) is not None
        )
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

    def compared(self, text: str, number: Number) -> Number:
        """比三十大, 过20: comparisons that enclose the number, or that are common words else."""
        start, end = number.span
        if number.comparator is not Comparator.EQ or start == 0:
            return number
        behind = text[end : end + 1]
        if text[start - 1] == self._than and behind in self._more | self._less:
            sign = Comparator.GT if behind in self._more else Comparator.LT
            span = (start - 1, end + 1)
        elif self._passes.search(text[max(start - _FAR, 0) : start]):
            sign, span = Comparator.GT, number.span
        else:
            return number
        return replace(
            number, comparator=sign, span=span, lower_included=False, upper_included=False
        )

    def dated(self, text: str, date: DateSpan) -> Number:
        """A date as a day, a stretch of days, or one side: 2018年以前, 2019年8月6日或之后."""
        mark = self._marks.match(text, date.end)
        opens = self._opens.search(text[max(date.start - _FAR, 0) : date.start])
        word = opens.group() if opens else ""
        start = date.start - len(word)
        end = mark.end() if mark else date.end
        span = (start, end)
        included = bool(mark and mark["with"]) or word in self._included
        if (mark and mark["before"]) or (word in self._opens_before and not mark):
            if date.precise != "day" and text[date.end - 1] in self._period_ends:
                return _one("<=", date.last, span)  # 6月底前: its last day is the end
            return _before(date, span, included=included)
        if (mark and mark["after"]) or word in self._opens_after:
            starts = mark is None or mark["after"] in self._starts
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
