"""Every number of a text, promise or not: with unit, comparator, both ends, and dates.

The promise parser passes over names, list numbers and passing remarks; here nothing is passed
over. The same scan is used, on a text without white space, with the numerals of any text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from indicators.exact import exactly
from indicators.grammar.dates import DateSpan
from indicators.grammar.figures import BREAK, SCALES, Figures
from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.numbers import Number, Numbering
from indicators.grammar.openings import NameRule
from indicators.grammar.pairs import links, paired
from indicators.grammar.quantities import Scanner
from indicators.grammar.tokens import Mark, Quantity, Token

_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
"""A comma that groups digits, where all of them are full-width."""

_ADDRESS = NameRule.of(r"https?:[!-~]+", ["http"])
_LONE = re.compile(r"[a-zA-Z\u4e00-\u9fff]")
_DOZEN = 12


class Everything(Scanner):
    """Finds every number by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon, numerals=Figures(lexicon), names=[_ADDRESS])
        self._speech: dict[str, Any] = lexicon.data["speech"]
        self._link = links(lexicon.data["comparators"]["links"])
        self._numbering = Numbering(lexicon)
        self.share = None  # 三分之二 is a number like any other
        # 第十和第十五之间: the second ordinal is an end like any number.
        ordinal = f"(?:{any_of(self._speech['ordinal'])})?"
        self._range = re.compile(self._range.pattern + ordinal)
        self._and = re.compile(self._and.pattern + ordinal)
        self._may_sign |= {self._speech["minus"]}
        self._multipliers = {**self._multipliers, **SCALES}
        spoken: dict[str, str] = lexicon.data["units"]["spoken"]
        self._spoken_units = {word: self.units.named(unit) for word, unit in spoken.items()}

    @exactly
    def quantities(self, text: str, *, year: int | None = None) -> list[Number]:
        """Every number and date of `text`, in order; see `indicators.grammar.quantities`."""
        clean, places = _compact(self.clean(_WIDE_COMMA.sub(",", text)))
        tokens = self.tokens(clean, year=year)
        found = [number for token in tokens for number in self._finished(clean, token)]
        return [
            replace(number, span=_original(number.span, places))
            for number in paired(clean, found, self._link)
        ]

    def _finished(self, text: str, token: Token) -> Iterator[Number]:
        """The number that a token is, if it is any."""
        if isinstance(token, DateSpan):
            yield self._numbering.dated(text, token)
        elif isinstance(token, Quantity) and not self._is_letter(text, token):
            yield self._numbering.compared(text, self._numbering.counted(text, token))

    def _plain(self, text: str, at: int, until: int) -> Quantity | Mark | None:
        """Also 百万分之五; and 三千两百两: a 两 at the end of a spoken numeral is the unit."""
        found = super()._plain(text, at, until)
        if isinstance(found, Quantity) and found.unit is not None:
            found.unit = self._spoken_units.get(found.unit.name, found.unit)
        if not isinstance(found, Quantity) or not found.spoken:
            return found
        below, parts, _ = text[at : found.until].partition(self._of)
        if parts and found.unit is None and all(sign in self._multipliers for sign in below):
            found.value, found.unit = found.value * 100, self.units.named("%")
            return found
        if (
            found.unit is None
            and found.until - at > 1
            and text[found.until - 1] == self._speech["weight"]
        ):
            read = self._numerals.read(text[at : found.until - 1])
            if read is not None:
                found.value, found.unit = read[0], self.units.named(self._speech["weight"])
        return found

    def _simple(self, text: str, at: int, until: int) -> Quantity | Mark | None:
        """With what belongs to the numeral behind the unit: 九折, 两打, 三成半, 两米半, 三块二."""
        found = super()._simple(text, at, until)
        if not isinstance(found, Quantity):
            return found
        sign = text[found.until : found.until + 1]
        if sign in self._speech["discount"]:
            self._discount(found)
        elif sign in self._speech["dozen"] and found.unit is None:
            found.value *= _DOZEN
            self._extend(found)
        elif found.unit is not None:
            self._add_part(text, found, sign)
        return found

    def _discount(self, found: Quantity) -> None:
        """九折, 九五折: the price is so many hundredths."""
        if found.value <= 10:
            found.value *= 10
        found.unit = self.units.named("%")
        self._extend(found)

    def _add_part(self, text: str, found: Quantity, sign: str) -> None:
        """Half of the unit, or tenths of it: 两米半, 三成五, 三块二."""
        tenths = Decimal(1)
        if found.unit is not None and found.unit.name in self._speech["tenth_unit"]:
            found.value, found.unit = found.value * 10, self.units.named("%")
            tenths = Decimal(10)
        elif text[found.until - 1] not in self._speech["tenths"] and sign != self._half:
            return
        if sign == self._half:
            found.value += tenths * 5 / 10
            self._extend(found)
        elif self._digits.get(sign) and self.units.at(text, found.until + 1) is None:
            found.value += tenths * self._digits[sign] / 10
            self._extend(found)

    @staticmethod
    def _extend(found: Quantity) -> None:
        found.until += 1
        found.end = found.until

    def _signed(self, text: str, found: Quantity) -> None:
        """Also 负三."""
        super()._signed(text, found)
        if text[found.at - 1 : found.at] == self._speech["minus"]:
            found.value = -found.value
            found.at = found.start = found.at - 1

    def _is_letter(self, text: str, token: Quantity) -> bool:
        """Whether a lone numeral is part of a word: 四川, 队伍, 拾起."""
        if not token.spoken or token.explicit or token.until - token.at > 2:
            return False
        ahead = text[token.at - 1 : token.at] if token.at else ""
        counts = token.unit is None or token.unit.dimension == "count"
        if text[token.at] in self._speech["formal"] and _LONE.match(ahead) and counts:
            return True
        if token.until - token.at != 1 or token.unit:
            return False
        behind = text[token.until : token.until + 1]
        if ahead in self._speech["ranked"] or (
            ahead in self._speech["copulas"] and behind in self._speech["connectives"]
        ):
            return False  # 排名前三的, 一是一，二是二
        return bool(_LONE.match(behind))


def _compact(text: str) -> tuple[str, list[int]]:
    """`text` without white space, and where each remaining character stood.

    White space between two Latin words or numbers keeps them apart.
    """
    signs: list[str] = []
    places: list[int] = []
    gap = False
    for at, sign in enumerate(text):
        if sign.isspace():
            gap = True
            continue
        if gap and signs and _apart(signs[-1], sign):
            signs.append(BREAK)
            places.append(at)
        signs.append(sign)
        places.append(at)
        gap = False
    return "".join(signs), [*places, len(text)]


def _apart(before: str, sign: str) -> bool:
    """Whether white space between these two tells words or numbers apart: `20 30`, `1, 234`.

    Behind a number it may stand before a unit: `20 kg`.
    """
    if not sign.isascii() or not sign.isalnum() or not before.isascii():
        return False
    return before == "," or before.isalpha() or (before.isdigit() and sign.isdigit())


def _original(span: tuple[int, int], places: list[int]) -> tuple[int, int]:
    """The span in the text with its white space."""
    start, end = span
    return places[start], (places[end - 1] + 1 if end > start else places[start])
