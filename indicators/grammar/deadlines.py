"""Which dates and periods are deadlines: 2019年底前, 12月31日完成, 合同签订后4个月内."""

import re
from dataclasses import dataclass

from indicators.grammar.dates import DateSpan
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.measures import REACH, clause_end, clause_start
from indicators.grammar.neighbours import Neighbours
from indicators.grammar.tokens import Quantity, back, skip
from indicators.model import Comparator, Direction, Kind, Target

_NEAR = 8
"""A verb of finishing belongs to 年底 or 全年 only if it stands within so many characters."""

_NOTHING = re.compile(r"[ 。.；;，,\n()=≥>]*")
_LONG = 10
"""A longer event than this carries its subject along; its end counts, if the lexicon knows it."""

_NOT_LATER = ("<=", "<")


@dataclass(frozen=True, slots=True)
class Due:
    """How a date is a deadline: where its words begin and end (with 截止, 前), whether such a word
    marks it, and whether it is a period in which to do something.
    """

    start: int
    end: int
    is_marked: bool = False
    is_period: bool = False


class Deadlines:
    """Reads deadlines by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._marks = lexicon.words("dates", "deadline_after")
        self._verbs = lexicon.pattern("dates", "deadline_verbs")
        self._events = lexicon.words("dates", "events")
        received = any_of(lexicon.data["dates"]["event_verbs"])
        self._received = re.compile(rf"(?:{received})[^，,。；;:\n\d]*$")
        self._after = lexicon.words("dates", "event_after")
        self._no_event = lexicon.words("dates", "not_event_after")
        self._lead = lexicon.words("dates", "event_lead")
        self._until = lexicon.words("dates", "deadline_before")
        self._before = lexicon.before
        done = any_of(lexicon.data["qualitative"]["done_by"])
        self._done_by = re.compile(rf"[^，,。；;\n\d]{{0,8}}?(?:{done})")
        self._opens = lexicon.pattern("dates", "event_opens")
        this_year = any_of(lexicon.data["dates"]["this_year"])
        self._nothing = re.compile(rf"{_NOTHING.pattern}(?:{self._opens.pattern})?(?:{this_year})?")
        self._then = tuple(lexicon.data["dates"]["done_then"])
        self._not_done = tuple(lexicon.data["dates"]["not_done_then"])
        self._gap = frozenset([" ", *lexicon.data["dates"]["event_gap"]])
        self._time_names = lexicon.pattern("dates", "time_names")
        self._whole_year = tuple(lexicon.data["dates"]["whole_year"])

    def due(
        self,
        text: str,
        date: DateSpan,
        near: Neighbours,
        category: str | None,
        *,
        has_quantity: bool,
    ) -> Due | None:
        """How `date` is a deadline, if it is one.

        `has_quantity`: the clause of the date counts something, so the date only says when.
        """
        if has_quantity and self._done_by.match(text, self.end(text, date.end)):
            return None  # 截至2021年底已建成12个
        start, end = self._start(text, date.start), self.end(text, date.end)
        if text.startswith(self._not_done, end):
            return None  # 年底前尚未完成
        if start < date.start or end > date.end:
            return Due(start, end, is_marked=True)
        if has_quantity or not self._is_meant(text, date, near, category):
            return None
        return Due(start, end, is_period=date.ranged or self._is_all_year(text, date))

    @staticmethod
    def of_date(date: DateSpan, due: Due, measure: str | None) -> Target:
        """The promise to do what `measure` says by `date`, or in the period that it is."""
        if due.is_period:
            return Target(
                kind=Kind.DEADLINE,
                measure=measure,
                comparator=Comparator.BETWEEN,
                explicit=True,
                start=date.first,
                date=date.last,
                span=(due.start, due.end),
                rule="period",
            )
        return Target(
            kind=Kind.DEADLINE,
            measure=measure,
            comparator=Comparator.LE,
            explicit=due.is_marked,
            direction=Direction.LOWER,
            date=date.last,
            span=(due.start, due.end),
            rule="deadline",
        )

    def _start(self, text: str, at: int) -> int:
        """Where a date that begins at `at` begins with its ≤, 不晚于 or 截止."""
        stop = back(text, at)
        until = self._until.ending(text, stop)
        if until is not None:
            return stop - len(until)
        word = self._before.ending(text, stop)
        return stop - len(word) if word and self._before[word][0] in _NOT_LATER else at

    def end(self, text: str, at: int) -> int:
        """Where a date that ends at `at` ends with its 前, 底前, 止."""
        mark = self._marks.starting(text, skip(text, at))
        return skip(text, at) + len(mark) if mark else at

    def _is_all_year(self, text: str, date: DateSpan) -> bool:
        return text[date.start : date.end].endswith(self._whole_year)

    def _is_meant(self, text: str, date: DateSpan, near: Neighbours, category: str | None) -> bool:
        """Whether a date without 前 is a last day all the same."""
        rest = text[date.end : clause_end(text, date.end)]
        is_first = date.start <= REACH and self._nothing.fullmatch(text, 0, date.start)
        if is_first and _NOTHING.fullmatch(text, date.end):
            about_time = category in ("output.timeliness", None) or near.is_about_time
            return date.precise != "part" or not date.bare or about_time
        start = clause_start(text, 0, date.start)
        opens = back(text, start)
        if opens and text[opens - 1] == ":":  # 完成时间: and the date, on a line of its own too
            start = clause_start(text, 0, opens - 1)
        if self._time_names.search(text[start : date.start]) and not rest.strip(" )"):
            return True
        verb = self._verbs.search(rest)
        if verb is None or (date.bare and self._is_all_year(text, date)):
            return False  # 全年稳定运行 tells how long, and no last day
        if rest.startswith(self._then, verb.end()):
            return False  # 投入使用后效益显现
        exact = date.precise in ("day", "month") and not date.ranged
        return exact or (verb.start() <= _NEAR and date.precise != "year") or verb.start() == 0

    def event(self, text: str, quantity: Quantity, floor: int) -> str | None:
        """合同签订后4个月内: the event that `quantity` counts from; None where it is no period, or
        counts from nothing that the text names.
        """
        unit = quantity.unit
        if unit is None or unit.dimension not in ("time", "workday") or unit.per:
            return None
        return self._event(text, floor, quantity)

    @staticmethod
    def of_period(quantity: Quantity, event: str, measure: str | None) -> Target:
        """The promise to do what `measure` says so long after an event."""
        unit = quantity.unit
        return Target(
            kind=Kind.DEADLINE,
            measure=measure,
            comparator=Comparator.LT if quantity.comparator is Comparator.LT else Comparator.LE,
            explicit=quantity.explicit,
            value=quantity.upper if quantity.upper is not None else quantity.value,
            unit=unit.name if unit else None,
            dimension=unit.dimension if unit else None,
            canonical=unit.canonical(quantity.value) if unit else quantity.value,
            direction=Direction.LOWER,
            approximate=quantity.approximate,
            after=event,
            span=(quantity.start, quantity.end),
            rule="deadline-after",
        )

    def _event(self, text: str, floor: int, quantity: Quantity) -> str | None:
        """The event that the period counts from; None if the text names none."""
        at = quantity.start
        while at > floor and text[at - 1] in self._gap:
            at -= 1
        after = None if self._no_event.ending(text, at) else self._after.ending(text, at)
        if after is None:
            if quantity.comparator is not Comparator.LE:
                return None
            received = self._received.search(text, max(floor, at - _LONG), at)
            return received[0] if received else self._events.ending(text, at)
        stop = at - len(after)
        words = text[clause_start(text, floor, stop) : stop].strip()
        words = self._opens.split(words)[-1]
        while lead := self._lead.starting(words, 0):
            words = words[len(lead) :]
        if len(words) > _LONG:
            words = self._events.ending(text, stop) or words
        return words or None
