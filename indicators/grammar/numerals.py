"""Numerals: Arabic with separators, Chinese, formal, mixed and vague ones, read exactly.

`3.5万`, `65,880,493.57`, `一百二十`, `壹佰叁拾万`, `3千5百`, `十余`, `一百七` (170), `二〇二二`.
The stated part of a vague numeral counts (`十余` is 10) and the vagueness is told.
"""

import re
from decimal import Decimal
from functools import cached_property

from indicators.grammar.lexicon import Lexicon

ARABIC = r"\d+(?:[,，]\d{3}(?!\d))*(?:\.\d+)?"
"""Digits with groups of three and a decimal point."""


class Numerals:
    """Reads numerals by the words of a lexicon: `pattern` finds them, `read` gives their value."""

    def __init__(self, lexicon: Lexicon) -> None:
        part = lexicon.data["numerals"]
        self._digits: dict[str, int] = part["digits"]
        self._tens: dict[str, int] = part["tens"]
        self._powers: dict[str, int] = part["powers"]
        self._vague = frozenset("".join(part["vague"]))
        self._points = frozenset(part["point"])
        self._half: str = part["half"]
        self._unit_words = tuple(lexicon.units.meaning)

    @cached_property
    def pattern(self) -> str:
        """One numeral, as a regular expression; a power that opens a unit is left to the unit."""
        tens, powers = "".join(self._tens), "".join(self._powers)
        vague, points = "".join(self._vague), "".join(self._points)
        multiplier = "|".join(self._multiplier(sign) for sign in tens + powers)
        digits = "".join(self._digits)
        start = f"(?:{ARABIC}|[{digits}{self._half}]|[数几](?=[{tens}{powers}])|{multiplier})"
        more = (
            rf"{multiplier}|[{digits}]|(?<=[{digits}{tens}{powers}])\d+(?:\.\d+)?"
            rf"|(?<=[{digits}{tens}{powers}])[{points}](?=[{digits}\d])"
            rf"|[{vague}](?=[{powers}{tens}])"
        )
        return rf"{start}(?:{more})*"

    def _multiplier(self, sign: str) -> str:
        """`sign`, unless it opens a unit (千 in 千米, 万 in 万元)."""
        rests = sorted({word[1:] for word in self._unit_words if word[0] == sign and word[1:]})
        if not rests:
            return sign
        return f"{sign}(?!{'|'.join(map(re.escape, rests))})"

    def read(self, text: str) -> tuple[Decimal, bool] | None:
        """The value of a whole numeral and whether it is vague; None if it is no numeral."""
        if text.isascii():
            return _arabic(text), False
        if text == self._half:
            return Decimal("0.5"), False
        vague = any(sign in self._vague for sign in text)
        whole, _, fraction = _partition(text, self._points)
        if not fraction:
            value = self._whole(whole)
            return None if value is None else (value, vague)
        return self._with_fraction(whole, fraction, vague=vague)

    def _with_fraction(
        self, whole: str, fraction: str, *, vague: bool
    ) -> tuple[Decimal, bool] | None:
        """`三点五`, `三点五万`, `一百点123`."""
        power = fraction[-1:]
        if power in self._powers or power in self._tens:
            read = self._with_fraction(whole, fraction[:-1], vague=vague)
            factor = self._powers.get(power) or self._tens[power]
            return None if read is None else (read[0] * factor, read[1])
        before = self._whole(whole)
        digits = "".join(str(self._digits.get(sign, sign)) for sign in fraction)
        if before is None or not digits.isdigit():
            return None
        return before + Decimal(f"0.{digits}"), vague

    def _whole(self, text: str) -> Decimal | None:
        """A numeral without a decimal word: 一百二十, 3千5百, 13万2, 二〇二二."""
        pieces = re.findall(ARABIC + "|.", text)
        if len(pieces) > 1 and all(piece in self._digits for piece in pieces):
            return Decimal("".join(str(self._digits[piece]) for piece in pieces))
        total = section = number = Decimal(0)
        last = 1
        spoken = False
        for piece in pieces:
            if piece in self._powers:
                power = self._powers[piece]
                section += number
                if 0 < total < power:
                    total = (total + section) * power
                else:
                    total += (section or 1) * power
                section, number, last, spoken = Decimal(0), Decimal(0), power, False
            elif piece in self._tens:
                last = self._tens[piece]
                section += (number or 1) * last
                number, spoken = Decimal(0), False
            elif piece in self._digits:
                number = (
                    number * 10 + self._digits[piece]
                    if spoken and number
                    else Decimal(self._digits[piece])
                )
                last = 1 if not self._digits[piece] else last
                spoken = True
            elif piece[0].isdigit():
                number = _arabic(piece)
                last = last if len(piece) == 1 else 1
            elif piece == self._half or piece not in self._vague:
                return None
        if number and last >= 100 and number < 10:
            # 一百七 is 170, 三万五 is 35000; after 零 the digit stands for itself.
            number *= last // 10
        return total + section + number


def _arabic(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("，", ""))


def _partition(text: str, points: frozenset[str]) -> tuple[str, str, str]:
    for at, sign in enumerate(text):
        if sign in points:
            return text[:at], sign, text[at + 1 :]
    return text, "", ""
