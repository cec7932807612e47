"""Units: which one stands at a place of a text, with rates (元/人·月) and twins (台(套))."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from indicators.grammar.lexicon import Lexicon, Unit

_PER = re.compile(r"\s?/\s?|(?<=[元块])(?=每)")
_TIMES = re.compile(r"[·.*/]")
_TIME = "次"
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit as it stands in a text: its normal name, its dimension, and what it counts by.

    `key` tells which units compare (人 and 人次 do not, 天 and 小时 do); `per` is the denominator
    of a rate; `numerator`/`denominator` turn a value into the dimension's base unit.
    """

    name: str
    dimension: str
    key: str
    numerator: int
    denominator: int
    per: str | None = None
    noun: bool = False
    digits_only: bool = False

    def canonical(self, value: Decimal) -> Decimal:
        """`value` in the base unit of the dimension; multiplied first, divided once."""
        if self.denominator == 1:
            return value * self.numerator if self.numerator != 1 else value
        return value * self.numerator / self.denominator


class Units:
    """Reads units by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._table = lexicon.units
        self._powers: dict[str, int] = lexicon.data["numerals"]["powers"]

    def at(self, text: str, start: int) -> tuple[Measured, int] | None:
        """The unit that begins at `start`, and where it ends; the longest one wins."""
        word = self._table.starting(text, start)
        if word is None:
            return None
        end = start + len(word)
        if _cut_latin(text, word, end):
            return None
        unit = self._table[word]
        if unit.dimension == "count" and text[end : end + 1] == _TIME and word[-1] != _TIME:
            # 点次, 座次: whatever is counted may be counted by how often.
            unit = replace(unit, name=word + _TIME, key=f"count:{word}{_TIME}")
            end += 1
        end, twin = self._twin(text, end) if unit.dimension == "count" else (end, "")
        per, end = self._denominator(text, end)
        return _measured(unit, twin, per), end

    def named(self, text: str) -> Measured | None:
        """The unit whose whole text is `text`: a cell of the unit column, `件(册)`, `元/人`."""
        found = self.at(text, 0)
        if found is not None and found[1] == len(text):
            return found[0]
        # 万平方米, 万人: a column may be in ten thousands.
        times = self._powers.get(text[:1])
        inner = self.named(text[1:]) if times and len(text) > 1 else None
        return inner and replace(inner, name=text, numerator=inner.numerator * (times or 1))

    def rated(self, unit: Measured, text: str, at: int) -> tuple[Measured | None, int]:
        """`unit` by the denominator that stands at `at` (620万`/月`), and where that ends."""
        per, end = self._denominator(text, at)
        return (by(unit, per) if per else None), end

    def each(self, unit: Measured, words: str) -> Measured | None:
        """`unit` by the units of `words`: 每人每月. A year alone is the span of every plan."""
        parts = [self._table.starting(word, 0) for word in words.split("每")[1:]]
        named = [part for part in parts if part is not None]
        if len(named) != len(parts) or named == ["年"]:
            return None
        return by(unit, "·".join(named))

    def convertible(self, key: str) -> list[Measured]:
        """The units that compare with `key`, each once."""
        units = {unit.name: unit for unit in self._table.meaning.values() if unit.key == key}
        return [_measured(unit, "", None) for unit in units.values()]

    def _twin(self, text: str, end: int) -> tuple[int, str]:
        """台(套), 件(册): a second unit in brackets belongs to the name."""
        if text[end : end + 1] != "(":
            return end, ""
        word = self._table.starting(text, end + 1)
        if word is None or text[end + 1 + len(word) : end + 2 + len(word)] != ")":
            return end, ""
        return end + len(word) + 2, f"({word})"

    def _denominator(self, text: str, end: int) -> tuple[str | None, int]:
        """元/人·月, 次/年, 元每亩: what the quantity is counted by."""
        mark = _PER.match(text, end)
        if mark is None:
            return None, end
        at = mark.end() + (text[mark.end() : mark.end() + 1] == "每")
        parts: list[str] = []
        while True:
            word = self._table.starting(text, at)
            if word is None or _cut_latin(text, word, at + len(word)):
                break
            parts.append(word)
            end = at + len(word)
            if not _TIMES.match(text, end):
                break
            at = end + 1
        return ("·".join(parts) if parts else None), end


def _cut_latin(text: str, word: str, end: int) -> bool:
    """Whether `word` is only the beginning of a Latin word (`m` of `min`)."""
    return bool(_LATIN.match(word[-1]) and _LATIN.match(text[end : end + 1]))


def by(unit: Measured, per: str) -> Measured:
    """`unit` for every `per`: 元 by 人·月 is 元/人·月."""
    return replace(unit, name=f"{unit.name}/{per}", key=f"{unit.key}/{per}", per=per)


@lru_cache(maxsize=4096)
def _measured(unit: Unit, twin: str, per: str | None) -> Measured:
    suffix = f"/{per}" if per else ""
    return Measured(
        name=unit.name + twin + suffix,
        dimension=unit.dimension,
        key=unit.key + suffix,
        numerator=unit.factor.numerator,
        denominator=unit.factor.denominator,
        per=per,
        noun=unit.noun,
        digits_only=unit.digits_only,
    )
