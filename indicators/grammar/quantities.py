"""One scan finds the tokens of a text; a small grammar binds comparator, number, unit and range.

[comparator] [about] number [about] [unit] [comparator]
number [unit] – number unit [comparator]
"""

import re
from decimal import Decimal

from indicators.grammar.comparators import Comparators
from indicators.grammar.dates import Dates, DateSpan, join
from indicators.grammar.lexicon import Lexicon, Table, any_of
from indicators.grammar.numerals import Numerals
from indicators.grammar.openings import NameRule, Names, name_rules
from indicators.grammar.tokens import Mark, Quantity, Token, skip
from indicators.grammar.units import Measured, Units
from indicators.model import Comparator

_SIGN_AFTER = frozenset(" \n(:,，。；;、<>=≤≥~±为至")


class Scanner:
    """Finds all numbers and dates of a text by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.clean = lexicon.characters.clean
        self.units = Units(lexicon)
        self.comparators = Comparators(lexicon)
        self._dates = Dates(lexicon)
        self._numerals = Numerals(lexicon)
        self._vague = lexicon.words("numerals", "vague")
        self._powers = tuple(lexicon.data["numerals"]["powers"])
        self._range = re.compile(rf"[ ]*(?:{any_of(lexicon.data['comparators']['ranges'])})[ ]*")
        self._parts = Table({"百分之": "%", "千分之": "‰", "万分之": "‱"}.items())
        self._compile(self._numerals.pattern, self._numerals.begins, name_rules(lexicon))

    def _compile(self, number: str, begins: set[str], names: list[NameRule]) -> None:
        """Prepare the scan for numbers of this pattern, and for names, which are no numbers."""
        self._number = re.compile(number)
        self._names = Names(names)
        self._opening = self._names.opening(begins | self._dates.begins)

    def _read(self, numeral: str) -> tuple[Decimal, bool] | None:
        """The value of a numeral, and whether it is vague."""
        return self._numerals.read(numeral)

    def tokens(self, text: str, *, year: int | None = None) -> list[Token]:
        """Numbers, dates and marks of `text`, in order; the characters are already one to one."""
        found: list[Token] = []
        at = floor = 0
        while opening := self._opening.search(text, at):
            start = opening.start()
            token, at = self._token(text, start, floor, year)
            floor, at = (at, at) if at > start else (floor, start + 1)
            if token is None:
                continue
            if isinstance(token, DateSpan):
                year = token.first.year
                if found and isinstance(found[-1], DateSpan):
                    token = self._joined(text, found, token)
            found.append(token)
        return found

    def number(self, text: str) -> Decimal | None:
        """The value of `text` if the whole of it is one numeral, with or without a sign."""
        clean = self.clean(text)
        negative = clean.startswith("-")
        match = self._number.fullmatch(clean, int(negative))
        read = self._numerals.read(match.group()) if match else None
        if read is None:
            return None
        return -read[0] if negative else read[0]

    def _token(self, text: str, at: int, floor: int, year: int | None) -> tuple[Token | None, int]:
        """The token that begins at `at`, and where it ends: at `at`, where there is none."""
        sign = text[at]
        name = self._names[sign]
        if name is not None and (match := name.match(text, at)):
            return Mark(at, match.end()), match.end()
        if sign in self._dates.signs and (match := self._dates.pattern.match(text, at)):
            date = self._dates.read(match, year)
            return date or Mark(at, match.end()), match.end()
        match = self._number.match(text, at)
        if match is None:
            return None, at
        quantity = self._quantity(text, at, match.end(), floor)
        return quantity, quantity.end if quantity is not None else match.end()

    def _joined(self, text: str, found: list[Token], token: DateSpan) -> DateSpan:
        """`token`, joined with the date before it where a range mark stands between."""
        before = found[-1]
        assert isinstance(before, DateSpan)
        between = self._range.fullmatch(text, before.end, token.start)
        if between is None or before.ranged or token.last < before.first:
            return token
        found.pop()
        return join(before, token)

    def _quantity(self, text: str, start: int, end: int, floor: int) -> Quantity | None:
        """The quantity whose number stands at `start` to `end`; nothing before `floor` is its."""
        first = self._simple(text, start, end)
        if first is None:
            return None
        whole = self._ranged(text, first) or first
        self._prefixed(text, whole)
        self.comparators.bind(text, whole, floor)
        return whole

    def _simple(self, text: str, start: int, end: int) -> Quantity | None:
        """Number and unit."""
        numeral = text[start:end]
        read = self._read(numeral)
        if read is None:
            return None
        value, vague = read
        at = end
        word = self._vague.starting(text, at)
        if word is not None:
            vague, at = True, at + len(word)
        found = self.units.at(text, skip(text, at))
        unit, until = found if found is not None else (None, at)
        spoken = not numeral[0].isdigit()
        if unit is not None and unit.digits_only and spoken:
            unit, until = None, at
        if unit is not None and unit.name[0] in self._powers and numeral[-1:] != unit.name[0]:
            value, unit, until = self._absorbed(text, numeral, value, unit, until)
        return Quantity(
            value, start, until, start, until, unit=unit, approximate=vague, spoken=spoken
        )

    def _absorbed(
        self, text: str, numeral: str, value: Decimal, unit: Measured, until: int
    ) -> tuple[Decimal, Measured, int]:
        """一亿二千万元: 万 belongs to a numeral that has a power of its own, and the unit is 元."""
        if not any(power in numeral for power in self._powers):
            return value, unit, until
        whole = self._numerals.read(numeral + unit.name[0])
        rest = self.units.at(text, until - len(unit.name) + 1)
        if whole is None or rest is None or rest[1] != until:
            return value, unit, until
        return whole[0], rest[0], until

    def _ranged(self, text: str, first: Quantity) -> Quantity | None:
        """Both ends of a range: `3-5个`, `90%~95%`, `20至30万元`."""
        mark = self._range.match(text, first.until)
        if mark is None:
            return None
        match = self._number.match(text, mark.end())
        second = self._simple(text, *match.span()) if match else None
        if second is None or (first.unit and second.unit and not _alike(first, second)):
            return None
        low, unit = first.value, second.unit or first.unit
        power = text[second.at : match.end()][-1] if match else ""
        if first.unit is None and power in self._powers and text[first.until - 1] not in power:
            low *= self._numerals.read("一" + power)[0]  # type: ignore[index]
        if first.unit and second.unit and first.unit is not second.unit:
            return None
        return Quantity(
            low,
            *(first.start, second.end, first.at, second.until),
            comparator=Comparator.BETWEEN,
            explicit=True,
            upper=second.value,
            unit=unit,
            approximate=first.approximate or second.approximate,
            spoken=first.spoken,
            rule="range",
        )

    def _prefixed(self, text: str, found: Quantity) -> None:
        """百分之九十五, 千分之三, and a sign before the number."""
        word = self._parts.ending(text, found.at)
        if word is not None:
            found.unit = self.units.named(self._parts[word])
            found.at = found.start = found.at - len(word)
        elif text[found.at - 1 : found.at] == "-":
            before = text[found.at - 2 : found.at - 1] if found.at > 1 else ""
            if not before or before in _SIGN_AFTER:
                found.value = -found.value
                found.at = found.start = found.at - 1


def _alike(first: Quantity, second: Quantity) -> bool:
    return bool(first.unit and second.unit and first.unit.key == second.unit.key)
