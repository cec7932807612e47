"""The cells that most forms are full of: ≥95%, 100人, 不少于12次.

A comparator, plain digits, a unit, and nothing else: what the scan and the grammar read in such a
cell can be looked up in a third of their steps. Whatever else a cell may say is left to them.
"""

import re
from decimal import Decimal

from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.quantities import Scanner
from indicators.grammar.tokens import Quantity, end_of_digits
from indicators.model import Comparator

_NUMERAL = r"\d{1,9}(?:(?<!(?<!\d)\d{4})\.\d{1,4})?"
"""Plain digits; 2013.12 may be a month."""

_LONGEST = 32
"""No short cell is longer."""

_SIGNS = {sign.value: sign for sign in Comparator}
_OTHERS = ("time", "workday", "age")
"""Dimensions that dates and periods are of."""


class ShortCells:
    """Reads them by the words of a lexicon, as `scanner` does."""

    def __init__(self, lexicon: Lexicon, scanner: Scanner) -> None:
        self._scanner = scanner
        ranks = frozenset(lexicon.data["comparators"]["ranks"])
        self._comparators = {
            word: (_SIGNS[means], rule)
            for word, (means, rule) in lexicon.before.meaning.items()
            if means in _SIGNS and rule not in ranks
        }
        self._cell = re.compile(rf"({any_of(self._comparators)})?({_NUMERAL})")
        tenths = frozenset(lexicon.data["speech"]["tenth_unit"])
        # 5零件, 2019/10万: the scan takes more than digits for the number, or for a day.
        carries_on = {"/", *lexicon.data["numerals"]["digits"]}
        self._units = {
            word: unit
            for word, unit in scanner.units.words.items()
            if unit is not None
            and word[0] not in carries_on
            and word not in lexicon.data["numerals"]["parts"]
            and unit.dimension not in _OTHERS
            and unit.name not in scanner.units.ambiguous | tenths
            and scanner.units.named(word) is unit
        }

    def read(self, text: str) -> Quantity | None:
        """What the cell says, if it is one of these; its characters are already one to one."""
        if len(text) > _LONGEST:
            return None
        match = self._cell.match(text)
        unit = self._units.get(text[match.end() :]) if match else None
        if match is None or unit is None:
            return None
        word, numeral = match.groups()
        at, end = match.start(2), len(text)
        if self._scanner.names.match(text, at, end_of_digits(text, at)):
            return None
        value = Decimal(numeral)
        if word is None:
            return Quantity(value, 0, end, 0, end, unit=unit)
        comparator, rule = self._comparators[word]
        return Quantity(value, 0, end, at, end, comparator, explicit=True, unit=unit, rule=rule)
