"""What belongs to a number behind its unit, or opens the unit: 一年半, 7成5, 三万五千元."""

import re
from decimal import Decimal

from indicators.grammar.comparators import ENDS
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.numerals import Numerals
from indicators.grammar.tokens import Quantity
from indicators.grammar.units import Units

_LONE_DIGIT = re.compile(r"\d(?![\d.%])")
_THOUSAND = 1000
_UNIT = 8
"""No word of a unit that half of it is said before (两个半小时) is longer."""


class Parts:
    """Adds them by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon, units: Units, numerals: Numerals) -> None:
        self._units = units
        self._numerals = numerals
        part = lexicon.data["numerals"]
        self._powers: dict[str, int] = part["powers"]
        thousand = {sign for sign, value in part["tens"].items() if value >= _THOUSAND}
        self._great = frozenset(self._powers) | thousand
        self._digits: dict[str, int] = part["digits"]
        self._tenths = frozenset(lexicon.data["speech"]["tenth_unit"])
        self._half: str = part["half"]
        behind = [*lexicon.after.meaning, *lexicon.data["qualitative"]["measure_particles"]]
        self._ends_half = re.compile(f"{ENDS.pattern}|{any_of(behind)}")

    def add(self, text: str, numeral: str, at: int, found: Quantity) -> None:
        """Give `found` what more of `text` belongs to it; its `numeral` is read, and its unit
        begins at `at`.
        """
        unit = found.unit
        if unit is None:
            return
        if unit.name in self._tenths:
            self._hundredths(text, found)
        if text[at] in self._great and unit.name[0] == text[at]:
            self._absorb(text, numeral, at, found)
        if text[found.until : found.until + 1] == self._half:
            self._halves(text, at, found)

    def _hundredths(self, text: str, found: Quantity) -> None:
        """九成五, 7成5: a digit behind tenths."""
        sign = text[found.until : found.until + 1]
        digit = self._digits.get(sign) if found.spoken else None
        if not found.spoken and _LONE_DIGIT.match(text, found.until):  # but 占7成5家
            digit = None if self._units.at(text, found.until + 1) else int(sign)
        if digit is not None:
            found.value = found.value * 10 + digit
            found.unit = self._units.named("%")
            found.until = found.end = found.until + 1

    def _halves(self, text: str, at: int, found: Quantity) -> None:
        """Half a unit more, before its word or behind it: 两个半小时, 一年半; not 半 that opens a
        word: 3天半价.
        """
        of, until = text[at : found.until], found.until + 1
        longer = self._units.at(of + text[until : until + _UNIT], 0)
        if self._ends_half.match(text, until):
            longer = None
        elif longer is None or longer[1] == len(of) or longer[0].dimension == "count":
            return
        found.value += Decimal("0.5")
        found.unit, end = longer or (found.unit, len(of))
        found.until = found.end = until + end - len(of)

    def _absorb(self, text: str, numeral: str, at: int, found: Quantity) -> None:
        """一亿二千万元, 三万五千米: 万 or 千 at `at` belongs to a numeral with a power of its own;
        but 3万千米 are so many 千米.
        """
        sign = text[at]
        is_part = sign != numeral[-1] if sign in self._powers else numeral[-1] not in self._powers
        if not is_part or not any(power in numeral for power in self._powers):
            return
        whole = self._numerals.read(numeral + sign)
        rest = self._units.at(text, at + 1)
        if whole is not None and rest is not None and rest[1] >= found.until:
            found.value, (found.unit, found.until) = whole[0], rest
            found.end = found.until
