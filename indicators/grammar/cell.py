"""One cell of text → its promises: the scan, the neighbouring columns, counted or in words."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from indicators.errors import Words
from indicators.exact import exactly
from indicators.grammar.lexicon import Lexicon
from indicators.grammar.measures import clause_start
from indicators.grammar.neighbours import Neighbours, read_neighbours
from indicators.grammar.promises import Promises
from indicators.grammar.qualitative import IMPLIED, Wordings
from indicators.grammar.quantities import Scanner
from indicators.grammar.short import ShortCells
from indicators.grammar.slips import Slips
from indicators.grammar.surroundings import Surroundings
from indicators.grammar.tokens import Mark
from indicators.grammar.wraps import Unwrapped, unwrapped
from indicators.model import Budget, Comparator, Direction, Kind, Target

_YEAR = re.compile(r" ?((?:19|20)\d\d)(0[1-9]|1[0-2])? ?")
"""A year or a year and a month, where a column or the name asks for them."""

_SOME_YEAR = 2000
_UNDATED = Words(
    "里面的日期没有写年份，也不知道是哪一年度的表，没有读成期限；请写明年份。",
    "it holds a day without a year, and no form tells the year; not read as a deadline.",
)
_REMEMBERED = 4096
"""Columns beside the value repeat (服务对象满意度, %): what they say is kept, so many at most."""


class CellParser:
    """Reads cells by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.scanner = Scanner(lexicon)
        self.wordings = Wordings(lexicon)
        self.slips = Slips(lexicon)
        self._links = lexicon.pattern("comparators", "links")
        self._promises = Promises(lexicon, self.scanner.units, self.wordings)
        self._short = ShortCells(lexicon, self.scanner)
        self.neighbours = lru_cache(_REMEMBERED)(partial(read_neighbours, self.scanner))
        """What a name, a nature and a unit say of the value beside them."""

    @exactly
    def targets(
        self,
        text: str,
        *,
        name: str | None = None,
        nature: str | None = None,
        unit: str | None = None,
        category: str | None = None,
        year: int | None = None,
        budget: Budget | None = None,
    ) -> list[Target]:
        """Every promise of one cell, in the order of the text; see `parse_targets`."""
        near = self.neighbours(name, nature, unit)
        form = _Form(category, year, budget)
        clean = self.scanner.clean(text)
        if near.adds_nothing and (short := self._short.read(clean)):
            return [self._promises.alone(clean, short, near, category)]
        if near.asks_for_year and (year_ := _YEAR.fullmatch(clean)):
            dated = replace(near, unit=None, point="date")
            found = self._targets(self.scanner.spelt(*year_.groups()), dated, form)
            return [replace(target, span=(0, len(text))) for target in found]
        if "\n" not in clean and clean[1:2] != " ":
            return self._targets(clean, near, form)
        lines = self.unwrapped(clean, year=year)
        found = self._targets(lines.text, near, form)
        if len(lines.text) == len(clean):
            return found
        return [replace(target, span=lines.original(target.span)) for target in found]

    def unwrapped(self, text: str, *, year: int | None = None) -> Unwrapped:
        """`text` without the ends of lines that a narrow column made inside a number."""
        return unwrapped(text, lambda joined: self.scanner.tokens(joined, year=year))

    def _targets(self, text: str, near: Neighbours, form: "_Form") -> list[Target]:
        name = near.name
        if name and self.wordings.says_none(text, of_bad=lambda: self._promises.is_bad(name)):
            return [_none(text, name)]
        if self.wordings.is_not_applicable(text):
            return [_plain(Kind.NOT_APPLICABLE, text, near.name, "not-applicable")]
        tokens = self.scanner.tokens(text, year=form.year, point=near.point)
        counted = self._promises.read(text, tokens, near, form.category, form.year)
        if not near.is_counted and not _are_days(counted):
            return [_plain(Kind.QUALITATIVE, text, near.name, "qualitative")]
        found = (
            self._with_implied(text, counted)
            if counted
            else self._uncounted(text, near, form.budget)
        )
        marks = [token for token in tokens if isinstance(token, Mark)]
        return self._told(text, found, marks, near, form) if marks else found

    def _told(
        self, text: str, found: list[Target], marks: list[Mark], near: Neighbours, form: "_Form"
    ) -> list[Target]:
        """`found`, with what is to be told of numbers that were not read."""
        if form.year is None and self._is_undated(text, marks, near, form):
            found = [replace(found[0], notes=(*found[0].notes, _UNDATED)), *found[1:]]
        slip = self.slips.told(text, marks)
        return [replace(each, notes=(*each.notes, slip)) for each in found] if slip else found

    def _is_undated(self, text: str, marks: list[Mark], near: Neighbours, form: "_Form") -> bool:
        """Whether a day without a year would be a deadline if anybody said the year."""
        if not any(mark.is_date for mark in marks):
            return False
        dated = self.scanner.tokens(text, year=_SOME_YEAR, point=near.point)
        read = self._promises.read(text, dated, near, form.category, None)
        return any(target.date and target.date.year == _SOME_YEAR for target in read)

    def _with_implied(self, text: str, counted: list[Target]) -> list[Target]:
        """The counted promises, and what is implied in clauses of its own: 改造3处，实现全覆盖."""
        if counted[0].span == (0, len(text)):
            return counted  # ≥95%: nothing else is said
        implied = self.wordings.implied(text)
        spans = [target.span for target in counted]
        apart = _Apart(text, spans, self._links) if implied else None
        alone = [target for target in implied if apart and apart.has(target.span)]
        due = self.wordings.due_by_a_day(text)
        if due is not None and all(target.kind is not Kind.SCHEDULE for target in counted):
            alone.append(due)
        return sorted([*counted, *alone], key=lambda target: target.span) if alone else counted

    def change_in(self, name: str) -> str | None:
        """Whether an indicator of this name is an `increase` or a `decrease`: 收入增长(率)."""
        return self._promises.changes.named(name)

    def way_of(self, words: str) -> str | None:
        """Whether `words` tell of an `increase` or of a `decrease`; None if of neither or both."""
        return self._promises.changes.way(words)

    def around(self, text: str, *, year: int | None = None) -> list[Surroundings]:
        """What the scan finds in `text`, seen from each token of it."""
        clean = self.scanner.clean(text)
        tokens = self.scanner.tokens(clean, year=year)
        return [self._promises.around(clean, tokens, index) for index in range(len(tokens))]

    def _uncounted(self, text: str, near: Neighbours, budget: Budget | None) -> list[Target]:
        """The promise of a text that counts nothing."""
        found = self.wordings.schedule(text) or self.wordings.reference(text, budget)
        implied = self.wordings.implied(text) if found is None else [found]
        if implied:
            name = near.name
            return [replace(target, measure=name) for target in implied] if name else implied
        if "\n" in text.strip():  # 控制在⏎预算以内
            flat = self._uncounted(text.replace("\n", ""), near, budget)
            if flat[0].kind is not Kind.QUALITATIVE:
                return [replace(target, span=(0, len(text))) for target in flat]
        return [_plain(Kind.QUALITATIVE, text, near.name, "qualitative")]


def _are_days(found: list[Target]) -> bool:
    """Whether only days are promised: they are no numbers, and stay promised where 定性 is said."""
    return bool(found) and all(target.kind is Kind.DEADLINE for target in found)


class _Form(NamedTuple):
    """What the form says of all its cells, or of the row of this one."""

    category: str | None
    year: int | None
    budget: Budget | None


class _Apart:
    """Which stretches of a text share no clause with any of `spans`.

    Only the nearest one on either side is looked at: whatever ends a clause before it ends one
    before all the others.
    """

    def __init__(
        self, text: str, spans: Sequence[tuple[int, int]], links: "re.Pattern[str]"
    ) -> None:
        self._text = text
        self._links = links
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self._reaching = list(accumulate(self._spans, _further))

    def has(self, span: tuple[int, int]) -> bool:
        """Whether `span` is one of them."""
        at = bisect_right(self._starts, span[0])
        near = (*self._reaching[max(at - 1, 0) : at], *self._spans[at : at + 1])
        return not any(self._share_clause(span, other) for other in near)

    def _share_clause(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether two stretches have neither an end of a clause nor 且 alone between them."""
        first, second = sorted((one, other))
        if self._links.fullmatch(self._text, first[1], max(first[1], second[0])):
            return False
        return clause_start(self._text, first[1], second[0]) <= first[1]


def _further(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The stretch that ends last."""
    return one if one[1] >= other[1] else other


def _none(text: str, name: str) -> Target:
    """重大安全事故｜不发生: none of something bad."""
    return Target(
        kind=Kind.QUANTITATIVE,
        measure=name,
        comparator=Comparator.EQ,
        value=Decimal(0),
        dimension="count",
        canonical=Decimal(0),
        direction=Direction.LOWER,
        span=(0, len(text)),
        rule="none-of-it",
        notes=(IMPLIED,),
    )


def _plain(kind: Kind, text: str, name: str | None, rule: str) -> Target:
    """A promise without a number; its words are the text itself."""
    return Target(kind=kind, measure=name, span=(0, len(text)), rule=rule)
