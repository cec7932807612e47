"""Which bare numbers are rates, and which of them shares of a whole: 完成率1, 合格率｜0.95｜%."""

from decimal import Decimal

from indicators.grammar.lexicon import Lexicon
from indicators.grammar.neighbours import Neighbours
from indicators.grammar.ratios import percent
from indicators.grammar.surroundings import Surroundings
from indicators.grammar.tokens import Quantity, back
from indicators.grammar.units import Measured, Units
from indicators.model import Comparator

_UPPER = (Comparator.LE, Comparator.LT)
_HALF = Decimal("0.5")


class Shares:
    """Decides by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, units: Units) -> None:
        self._percent = units.named("%")
        self._names = lexicon.words("qualitative", "percent_names")
        self._of_whole = lexicon.ending("qualitative", "whole_as_one", "parts_of_whole")

    def unit(self, around: Surroundings, quantity: Quantity, near: Neighbours) -> Measured | None:
        """The unit of a number that nothing gives one to: % where it is a rate, and no share."""
        name = self._rate(around, quantity, near)
        return None if name is None or self._is_share(quantity, name) else self._percent

    def in_percent(self, quantity: Quantity, near: Neighbours) -> Decimal | None:
        """合格率｜≥｜0.95｜%: what a spreadsheet that keeps 95% as 0.95 means beside the unit %;
        None of other numbers, since 差错率 may well be 0.95%.
        """
        if near.unit is not self._percent or not _HALF <= quantity.value <= 1:
            return None
        is_limit = near.comparator in _UPPER or quantity.comparator in _UPPER
        if is_limit or quantity.upper is not None or not self._of_whole.search(near.head):
            return None
        return percent(quantity.value)

    def _rate(self, around: Surroundings, quantity: Quantity, near: Neighbours) -> str | None:
        """The rate that a bare number is of: the name of the row, or 脱管率 in 脱管率为(0)."""
        if near.head and self._names.ending(near.head, len(near.head)):
            return near.head
        at = back(around.text, quantity.start)
        is_named = quantity.value and self._names.ending(around.text, at)  # 0 is none of anything
        return around.text[around.start : at] if is_named else None

    def _is_share(self, quantity: Quantity, name: str) -> bool:
        """到位率0.95 is no 0.95%, and 完成率1, as a spreadsheet writes the whole, no 1%."""
        is_all = quantity.value == 1 and self._of_whole.search(name) is not None
        return 0 < quantity.value < 1 or is_all
