"""Dates as first and last day: `2019年12月31日`, `6月中旬`, `年底`, `第三季度`, ranges of them.

Only what the text says: a date without a year takes the year of the form, and is no date without
one. Whether a date is a promise decides the cell, not this module.
"""

import calendar
import datetime as dt
import itertools
import re
import string
from dataclasses import dataclass
from typing import Any

from indicators.grammar.lexicon import Lexicon, any_of

_YEARS = r"(?:19|20)\d\d"
_WRITTEN = re.compile(r"\d+")
_CENTURY = 2000
_PLAN_YEARS = 5
_QUOTES = '“”"'
_MOST_DAYS = 31
_YEAR = 12
_COMPACT = 8
"""Digits of a day written without any sign: 20221231."""


_SIGNS = ("year_words", "month_words", "day_words", "not_month", "through", "compact_after")
"""The lists of words that a date is written with."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A stretch of days named in a text: `first` to `last`, between code points `start` and `end`.

    `precise` is how exactly it was named: `day`, `month`, `part` (上半年, 中旬), `year`; `ranged`
    tells that the text names both ends (2020年1月至11月); `bare` that no year was written.
    """

    first: dt.date
    last: dt.date
    start: int
    end: int
    precise: str
    ranged: bool = False
    bare: bool = False

    @property
    def months(self) -> int | None:
        """How many months a stretch from a first to a last day of months is, or of whole years."""
        is_whole = self.first.day == 1 and self.last == _month_end(self.last.year, self.last.month)
        years = self.last.year - self.first.year
        months = _YEAR * years + self.last.month - self.first.month + 1
        return months if is_whole and (self.ranged or months % _YEAR == 0) else None


class Dates:
    """Reads dates by the words of a lexicon: `pattern` finds them, `read` makes days of a match.

    A date begins with one of `begins`, thus with one of the characters `signs`.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        part = lexicon.data["dates"]
        self._years: dict[str, tuple[int, int]] = {
            word: (first, last) for word, (first, last) in part["parts_of_year"].items()
        }
        # 2019年底: 年 belongs to the year already, so 底 alone stands for 年底 there.
        for word in [word for word in self._years if word[0] in part["year_words"]]:
            if word not in part["never_short"]:
                self._years.setdefault(word[1:], self._years[word])
        self._holidays: dict[str, dict[str, str]] = part["holidays"]
        self._months: dict[str, int] = part["parts_of_month"]
        self._each: str = lexicon.data["units"]["each"]
        self._words = {name: any_of(part[name]) for name in _SIGNS}
        self._year_ends = "".join(part["year_words"])
        self._digits: dict[str, int] = part["digits"]
        self._spoken = _up_to(_MOST_DAYS, self._digits, part["ten"])
        self.pattern = re.compile(self._pattern(part))
        alone = {word for word in self._years if len(word) > 1}
        spoken = {word[0] for word in self._spoken}
        self._plans: dict[str, int] = part["plans"]
        quoted = {f"{_QUOTES[0]}{plan}" for plan in self._plans}
        self.begins = {*quoted, *self._plans, *string.digits, *spoken, *alone, *self._holidays}
        self.signs = frozenset(word[0] for word in self.begins)
        self._behind = _behind(part).union(string.whitespace)

    def may_begin(self, text: str, at: int, until: int) -> bool:
        """Whether a date may begin at `at`; the digits there, if there are any, end at `until`."""
        if text[at] not in self.signs:
            return False
        return until == at or text[until : until + 1] in self._behind or until - at == _COMPACT

    def _pattern(self, part: dict[str, Any]) -> str:
        """One date. Groups: plan, or y m d part, or m2 d2 part2, or part3, or y4 m4 d4, or y5/y6,
        m7/m8.
        """
        year_, month_, day_ = (f"(?:{self._words[name]})" for name in _SIGNS[:3])
        digits, spoken = "".join(self._digits), any_of(self._spoken)
        first = "".join(sign for sign, value in self._digits.items() if value in (1, 2))
        in_month = rf"(?:1[0-2]|0?[1-9])\s?{month_}"
        short = rf"(?<![\d.])(?:0\d(?=\s?{year_})|[12]\d(?=\s?{year_}\s?{in_month}))"
        year = rf"(?:{_YEARS}|[{first}][{digits}]{{3}}|{short})\s?{year_}"
        month = rf"(?:1[0-2]|0?[1-9]|{spoken})\s?(?!{self._words['not_month']}){month_}"
        ends = rf"(?=\s?(?:{any_of(part['day_ends'])}|$))"
        day = rf"(?:3[01]|[12]\d|0?[1-9]|{spoken})\s?(?:{day_}|(?<=\d){ends})"
        last = rf"(?:3[01]|[12]\d|0?[1-9])\s?{day_}"
        each = re.escape(self._each)
        in_month = any_of(self._months)
        before = f"(?={any_of(part['holiday_ends'])})"
        holiday = f"(?:{any_of(self._holidays)}){before}"  # 秋季开学前 is no 秋季
        in_year = f"{holiday}|{any_of(self._years)}"
        alone = f"{holiday}|{any_of(w for w in self._years if len(w) > 1)}"
        range_ = rf"\s?(?:--|[-~]|{self._words['through']})\s?"
        # 6月7日-9日, 6月7-9日
        day = rf"(?:{day}|\d\d?(?={range_}{last}))"
        through = rf"(?:{range_}(?P<{{}}>{last}))?"
        # A date begins with a digit that such a sign follows; most numbers end here.
        behind = f"[{re.escape(''.join(sorted(_behind(part))))}]"
        not_after = rf"(?<![\d.{''.join(part['not_after'])}])"
        return (
            rf"(?=\D|\d{{1,4}}\s?{behind}|\d{{8}}(?!\d))(?:"
            rf"[{_QUOTES}]?(?P<plan>{any_of(part['plans'])})[{_QUOTES}]?"
            rf"(?:{any_of(part['plan_ends'])})|"
            rf"(?P<y5>{_YEARS}){year_}?{range_}(?P<y6>{year})(?!\d|{month})"
            rf"|(?P<y7>{year})\s?(?P<m5>1[0-2]|0?[1-9]){month_}?{range_}(?P<m6>{month})(?!\d)"
            rf"|(?P<y>{year})\s?(?:(?P<m>{month})\s?(?:(?P<d>{day}){through.format('to')}|(?P<part>{in_month}))?"
            rf"|(?P<party>{in_year}))?"
            rf"|{not_after}(?P<m7>1[0-2]|0?[1-9]){month_}?{range_}(?P<m8>{month})(?!\d)"
            rf"|{not_after}(?P<m2>{month})\s?(?:(?P<d2>{day}){through.format('to2')}|(?P<part2>{in_month}))?"
            rf"|(?<!{each})(?P<part3>{alone})(?!\s?(?:1[0-2]|0?[1-9])\s?{month_})"
            rf"|(?<![\d.])(?P<y4>{_YEARS})(?P<iso>[-/]|(?P<point>\.))(?P<m4>1[0-2]|0?[1-9])"
            rf"(?:(?P=iso)(?P<d4>3[01]|[12]\d|0?[1-9])"
            rf"(?:{range_}(?P<m10>1[0-2]|0?[1-9])(?P=iso)(?P<d10>3[01]|[12]\d|0?[1-9]))?"
            rf"|(?P<in4>{month_}(?P<part4>{in_month})?)|{range_}(?P<m11>1[0-2]|0?[1-9]){month_}?(?!\d))?"
            rf"(?![\d.%])"
            rf"|{not_after}(?P<m12>1[0-2]|0?[1-9])[./](?P<d12>3[01]|[12]\d|0?[1-9])"
            rf"(?=\s?(?:{any_of(part['dotted_before'])}))"
            rf"|(?<!\d)(?P<y9>{_YEARS})(?P<m9>0[1-9]|1[0-2])(?P<d9>[0-2]\d|3[01])"
            rf"(?={self._words['compact_after']}|\s*(?:$|[,，。;；()]|{range_}{_YEARS}\d{{4}}(?!\d))))"
        )

    def read(self, match: "re.Match[str]", year: int | None) -> DateSpan | None:
        """The days of a match of `pattern`; None without a year, or for a day that is none."""
        group = match.groupdict()
        start, end = match.span()
        if group["plan"]:
            until = self._plans[group["plan"]]
            days = dt.date(until - _PLAN_YEARS + 1, 1, 1), dt.date(until, 12, 31)
            return DateSpan(*days, start, end, "year")
        if group["y5"]:
            return DateSpan(
                dt.date(self._number(group["y5"]), 1, 1),
                dt.date(self._number(group["y6"]), 12, 31),
                *(start, end, "year", True),
            )
        spoken = group["y"] or group["y7"] or group["y4"] or group["y9"]
        year = self._number(spoken) if spoken else year
        if year is None:
            return None
        try:
            found = self._days(group, year)
        except ValueError:  # 二十月 is no month, and no promise
            return None
        if found is None:
            return None
        first, last, precise = found
        ranged = any(group[end] for end in ("m8", "m6", "m10", "m11", "to", "to2"))
        return DateSpan(first, last, start, end, precise, ranged, not spoken)

    def _holiday(self, year: int, name: str) -> tuple[dt.date, dt.date, str] | None:
        """The day of a holiday, and the day before it, which is the last one allowed."""
        days = self._holidays[name]
        day = days.get(str(year)) or days.get("every")
        if day is None:
            return None
        first = dt.date.fromisoformat(f"{year}-{day}")
        return first, first - dt.timedelta(days=1), "day"

    def _number(self, text: str | None) -> int:
        """Year, month or day as written: `2019年`, `十二月`, `二〇二二年`."""
        found = _WRITTEN.match(text or "")
        digits = found[0] if found else self._without_sign(text or "")
        if digits.isascii():
            is_short_year = len(digits) == 2 and (text or "")[-1:] in self._year_ends
            return int(digits) + (_CENTURY if is_short_year else 0)
        if digits in self._spoken:
            return self._spoken[digits]
        return int("".join(str(self._digits[sign]) for sign in digits))

    def _without_sign(self, text: str) -> str:
        """`text` up to the word for year, month or day."""
        spoken = self._digits.keys() | {sign for word in self._spoken for sign in word}
        return "".join(itertools.takewhile(spoken.__contains__, text))

    def _days(self, group: dict[str, str | None], year: int) -> tuple[dt.date, dt.date, str] | None:
        """First and last day, and how exactly they were named."""
        if to := group["m8"] or group["m6"] or group["m11"]:
            month = self._number(group["m7"] or group["m5"] or group["m4"])
            return dt.date(year, month, 1), _month_end(year, self._number(to)), "month"
        if group["m10"]:
            since, until = (
                dt.date(year, self._number(group[f"m{at}"]), self._number(group[f"d{at}"]))
                for at in ("4", "10")
            )
            return (since, until, "day") if since <= until else None
        named = group["m"] or group["m2"] or group["m4"] or group["m9"] or group["m12"]
        if named is None:
            part = group["party"] or group["part3"]
            if part is None:
                return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"
            if part in self._holidays:
                return self._holiday(year, part)
            first, last = self._years[part]
            return dt.date(year, first, 1), _month_end(year, last), "part"
        number = self._number(named)
        day = group["d"] or group["d2"] or group["d4"] or group["d9"] or group["d12"]
        if day is not None:
            last = self._number(group["to"] or group["to2"] or day)
            since, until = dt.date(year, number, self._number(day)), dt.date(year, number, last)
            return (since, until, "day") if since <= until else None
        part = group["part"] or group["part2"] or group["part4"]
        if part is not None and self._months[part]:
            return dt.date(year, number, 1), dt.date(year, number, self._months[part]), "part"
        return dt.date(year, number, 1), _month_end(year, number), "month"


def join(first: DateSpan, second: DateSpan) -> DateSpan:
    """Two dates with a range mark between them, as one stretch of days."""
    return DateSpan(
        first.first, second.last, first.start, second.end, second.precise, True, first.bare
    )


def _behind(part: dict[str, Any]) -> set[str]:
    """The characters that can stand behind the digits that a date begins with."""
    written = {word[0] for name in (*_SIGNS[:3], "through") for word in part[name]}
    return {*"-./~", *written, *part["quarter"]}


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _up_to(most: int, digits: dict[str, int], ten: list[str]) -> dict[str, int]:
    """The spoken numerals from one to `most`, below a hundred: 三, 十, 十二, 二十, 三十一."""
    ones = {sign: value for sign, value in digits.items() if value} | {"": 1}
    below = {sign: value for sign, value in ones.items() if sign}
    teens = {
        before + sign + after: value * 10 + rest
        for before, value in ones.items()
        for sign in ten
        for after, rest in (below | {"": 0}).items()
    }
    return {word: value for word, value in (below | teens).items() if value <= most}
