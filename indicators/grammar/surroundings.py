"""What stands around a token of a cell: which words may belong to it, and what else is counted."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from indicators.grammar.dates import DateSpan
from indicators.grammar.lexicon import Table
from indicators.grammar.measures import REACH, clause_end, clause_start
from indicators.grammar.tokens import Mark, Quantity, Token

_NOTHING = re.compile(r"[ 。.；;，,\n]*")


@dataclass(frozen=True)
class Around:
    """The words that tell where the words of a token end.

    `end_of_date`: where a date ends that ends at a place of a text, with its 前 or 止;
    `compared_with` stands before the year that a promise compares with.
    """

    end_of_date: Callable[[str, int], int]
    compared_with: Table[str]
    list_mark: "re.Pattern[str]"


class Surroundings:
    """The text of a cell and its tokens, seen from one of them.

    `floor` is where the words that may belong to the token begin, `start` where its clause does.
    Both are asked for by every rule, so they are found once.
    """

    __slots__ = ("_words", "floor", "index", "start", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], index: int, words: "Around") -> None:
        """Stand at token `index` of `tokens`, which the scan found in `text`."""
        self.text = text
        self.tokens = tokens
        self.index = index
        self._words = words
        self.floor = self._floor()
        self.start = clause_start(text, self.floor, tokens[index].start)

    def _floor(self) -> int:
        floor = max(0, self.tokens[self.index].start - REACH)
        if self.index == 0:
            return floor
        for at in range(self.index - 1, -1, -1):
            token = self.tokens[at]
            if token.end <= floor:
                break
            if self._ends_words(token):
                is_date = isinstance(token, DateSpan) or (isinstance(token, Mark) and token.is_date)
                return self._words.end_of_date(self.text, token.end) if is_date else token.end
        return floor

    def ceiling(self) -> int:
        """Where the words that may belong to the token end."""
        ceiling = min(len(self.text), self.tokens[self.index].end + REACH)
        for at in range(self.index + 1, len(self.tokens)):
            token = self.tokens[at]
            if token.start >= ceiling:
                break
            if self._ends_words(token):
                return token.start
        return ceiling

    def _ends_words(self, token: Token) -> bool:
        """Whether words on both sides of `token` belong to different promises: true of list marks
        and quantities, not of names and stray numerals (队伍, 统一).
        """
        if isinstance(token, Mark):
            ends_list = self._words.list_mark.match(self.text, token.end - 1) is not None
            return token.is_date or ends_list
        if isinstance(token, DateSpan):
            return not self.is_compared(token)
        return token.unit is not None or not token.spoken

    def is_compared(self, date: DateSpan) -> bool:
        """Whether a date is what the promise compares with: 较2022年提高."""
        return self._words.compared_with.ending(self.text, date.start) is not None

    def follows(self, quantity: Quantity) -> bool:
        """Whether another quantity stands behind `quantity` in the same clause."""
        if self.index + 1 == len(self.tokens):
            return False
        return self.counts_before(clause_end(self.text, quantity.end))

    def counts_before(self, stop: int) -> bool:
        """Whether a quantity stands between the token and `stop`."""
        for at in range(self.index + 1, len(self.tokens)):
            token = self.tokens[at]
            if token.start >= stop or isinstance(token, Quantity):
                return token.start < stop
        return False

    def is_whole(self, quantity: Quantity) -> bool:
        """Whether the cell says nothing else."""
        if len(self.tokens) > 1:
            return False
        ahead = _NOTHING.fullmatch(self.text, 0, quantity.start)
        return ahead is not None and _NOTHING.fullmatch(self.text, quantity.end) is not None
