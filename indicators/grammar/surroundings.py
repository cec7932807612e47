"""What stands around a token of a cell: which words may belong to it, and what else is counted."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from indicators.grammar.dates import DateSpan
from indicators.grammar.lexicon import Table
from indicators.grammar.measures import REACH, clause_end
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

    Args:
        text: the cell.
        tokens: what the scan found in it.
        words: the words that it asks for.
    """

    def __init__(self, text: str, tokens: list[Token], words: "Around") -> None:
        self.text = text
        self.tokens = tokens
        self._words = words

    def floor(self, index: int) -> int:
        """Where the words that may belong to token `index` begin."""
        floor = max(0, self.tokens[index].start - REACH)
        for at in range(index - 1, -1, -1):
            token = self.tokens[at]
            if token.end <= floor:
                break
            if self._ends_words(token):
                is_date = isinstance(token, DateSpan)
                return self._words.end_of_date(self.text, token.end) if is_date else token.end
        return floor

    def ceiling(self, index: int) -> int:
        """Where the words that may belong to token `index` end."""
        ceiling = min(len(self.text), self.tokens[index].end + REACH)
        for at in range(index + 1, len(self.tokens)):
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
            return self._words.list_mark.match(self.text, token.end - 1) is not None
        if isinstance(token, DateSpan):
            # 较2022年提高: the year is what the promise compares with.
            return self._words.compared_with.ending(self.text, token.start) is None
        return token.unit is not None or not token.spoken

    def follows(self, index: int, quantity: Quantity) -> bool:
        """Whether another quantity stands behind `quantity` in the same clause."""
        return self.counts_before(index, clause_end(self.text, quantity.end))

    def counts_before(self, index: int, stop: int) -> bool:
        """Whether a quantity stands between token `index` and `stop`."""
        for at in range(index + 1, len(self.tokens)):
            token = self.tokens[at]
            if token.start >= stop or isinstance(token, Quantity):
                return token.start < stop
        return False

    def is_whole(self, quantity: Quantity) -> bool:
        """Whether the cell says nothing else."""
        ahead = _NOTHING.fullmatch(self.text, 0, quantity.start)
        return ahead is not None and _NOTHING.fullmatch(self.text, quantity.end) is not None
