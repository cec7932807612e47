"""Numerals as they stand in any text: also mixed fractions, powers, and scales in Latin letters.

`三百又三分之一`, `负三分之负五`, `5/4`, `1 1/4`, `2^-1`, `1e3`, `40k`, `半百`. The promise parser
reads none of them: officials do not write them, and `5/4` there is a date or a name.
"""

from decimal import Decimal
from functools import cached_property

from indicators.grammar.lexicon import Lexicon
from indicators.grammar.numerals import MAX_LENGTH, Numerals, Reading

BREAK = "\x1f"
"""Stands for white space between two words or numbers in Latin script."""

SCALES = {"k": 10**3, "K": 10**3, "w": 10**4, "M": 10**6, "G": 10**9, "T": 10**12}
"""What a Latin letter behind a figure multiplies it by."""


class Figures(Numerals):
    """Reads numerals of any text by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        speech = lexicon.data["speech"]
        self._and: str = speech["whole_and"]
        self._minus: str = speech["minus"]
        self._half_off: str = speech["half_off"]
        self._before_half_off = f"(?<=[{''.join(speech['dozen'])}])"
        self._discount = f"(?=[{''.join(speech['discount'])}])"
        self._one: str = speech["one"]
        self._multipliers = "".join([*self._tens, *self._powers])

    @cached_property
    def pattern(self) -> str:
        """One numeral or fraction, as a regular expression."""
        real = (
            r"(?:\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3}|\^[-+]*\d+)|(?<![\d.])\.\d+"
            rf"|{self._half}[{self._multipliers}]|{self.plain})"
        )
        scaled = rf"{real}(?:{BREAK}?[{''.join(SCALES)}](?![A-Za-z]))?"
        below = rf"(?:[{''.join(self._digits)}{self._multipliers}]+|{scaled})"
        minus = f"{self._minus}?"
        mixed = rf"(?:{scaled}{self._and})?{minus}{below}{self._of}{minus}{scaled}"
        half_off = f"{self._before_half_off}{self._half_off}{self._discount}"
        return rf"{mixed}|(?:\d+{BREAK})?\d+/\d+(?!\d|/)|{scaled}|{half_off}"

    @cached_property
    def carries_on(self) -> frozenset[str]:
        """The characters that can carry on a numeral of digits alone, or make it a vague one."""
        return super().carries_on.union(self._and, "/^", BREAK, SCALES)

    @property
    def begins(self) -> set[str]:
        """What a numeral can begin with."""
        return super().begins | {".", self._minus, self._half_off}

    def read(self, text: str) -> Reading | None:
        """The value of a whole numeral and whether it is vague; None if it is no numeral."""
        if len(text) > MAX_LENGTH or all(sign in self._powers for sign in text):
            return None
        if text == self._half_off:
            return Decimal(5), False
        if self._of in text or "/" in text:
            return self._mixed(text)
        if text[-1] in SCALES:
            read = self.read(text[:-1].rstrip(BREAK)) if len(text) > 1 else None
            return None if read is None else (read[0] * SCALES[text[-1]], read[1])
        if text[0] == self._half and len(text) == 2:
            whole = super().read(self._one + text[1])
            return None if whole is None else (whole[0] / 2, False)
        if "^" in text:
            return _raised(text)
        if text.isascii() and (text[0] == "." or "e" in text.lower()):
            return Decimal(text), False
        return super().read(text)

    def _mixed(self, text: str) -> Reading | None:
        """三百又三分之一, 5/4, 负三分之负五."""
        whole, _, rest = text.replace(BREAK, self._and).rpartition(self._and)
        below, _, above = (
            rest.partition(self._of) if self._of in rest else rest.partition("/")[::-1]
        )
        if all(sign in self._multipliers for sign in below):
            below = self._one + below  # 百万分之五
        reads = [self.read(part.lstrip(self._minus)) for part in (whole or "0", above, below)]
        values = [read[0] for read in reads if read is not None]
        if len(values) < len(reads) or not values[2]:
            return None
        sign = -1 if rest.count(self._minus) % 2 else 1
        return values[0] + sign * values[1] / values[2], False


def _raised(text: str) -> Reading | None:
    """2^-1; the signs of the power cancel out in pairs."""
    base, _, power = text.partition("^")
    sign = -1 if power.count("-") % 2 else 1
    exponent = int(power.lstrip("+-")[:3])
    if not Decimal(base) and (sign < 0 or not exponent):
        return None
    return Decimal(base) ** (sign * exponent), False
