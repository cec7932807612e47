"""What a cell tells of the years before its form's: 2021年完成3期, 截至2021年底累计建成20座."""

import re
from functools import cached_property

from indicators.grammar.dates import DateSpan
from indicators.grammar.lexicon import Lexicon
from indicators.grammar.measures import REACH
from indicators.grammar.surroundings import Surroundings
from indicators.grammar.tokens import Quantity, Token, back

_LONG_AGO = 3
"""A day so many years before the form's tells what it is about, and is none to be kept."""
_SENTENCE_ENDS = re.compile(r"[。；;\n]")


class Before:
    """The words that tell of what was: 截至, 以来."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.as_of = lexicon.words("dates", "as_of")
        self.since = lexicon.words("dates", "since")


class Past:
    """The past of one cell: its text and tokens, and the year of its form."""

    def __init__(self, words: Before, text: str, tokens: list[Token], year: int) -> None:
        self._words = words
        self._text = text
        self._tokens = tokens
        self._year = year

    def is_stock(self, date: DateSpan) -> bool:
        """Whether what was by `date` was counted: 截至2021年底, 2018年以来."""
        if date.last.year >= self._year:
            return False
        since = self._words.since.starting(self._text, date.end)
        as_of = self._words.as_of.ending(self._text, back(self._text, date.start))
        return since is not None or as_of is not None

    def is_over(self, date: DateSpan, *, is_asked: bool) -> bool:
        """Whether a day is of so early a year that nothing is due on it: of any year before the
        form's, where only a verb near it makes it a last day (参照2020年完成情况).
        """
        return date.last.year < self._year - is_asked * _LONG_AGO

    def tells_of(self, around: Surroundings, quantity: Quantity) -> bool:
        """Whether `quantity` is of a year before the form's: 2021年完成3期，2022年计划5期."""
        if not around.index:
            return False
        if self._is_counted(around.index, quantity):
            return True
        date = self._tokens[around.index - 1]
        if not isinstance(date, DateSpan) or date.last.year >= self._year:
            return False
        if around.is_compared(date):
            return False  # 较2021年提高5%
        return around.start <= date.end and self._looks_on

    def _is_counted(self, index: int, quantity: Quantity) -> bool:
        """截至2021年底，累计建成20座、在建3座: so many are there, to the end of the sentence."""
        if quantity.explicit:
            return False
        for at in range(index - 1, -1, -1):
            token = self._tokens[at]
            if token.end < quantity.start - REACH:
                return False
            if _SENTENCE_ENDS.search(self._text, token.end, quantity.start):
                return False
            if isinstance(token, DateSpan):
                return self.is_stock(token)
        return False

    @cached_property
    def _looks_on(self) -> bool:
        """Whether the cell also tells of the form's own year, or a later one."""
        years = [t.last.year for t in self._tokens if isinstance(t, DateSpan) and not t.bare]
        return max(years, default=0) >= self._year
