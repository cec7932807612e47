"""Units: which one stands at a place of a text, with rates (元/人·月) and twins (台(套))."""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from indicators.grammar.lexicon import Lexicon, Table, any_of

_TIMES = frozenset("·.*/")
_BRACKET = re.compile(r"\(([^()]{1,9})\)")


_WORD = re.compile(r"[\u4e00-\u9fa5A-Za-z]{1,4}")
"""What a unit may be that the lexicon does not know."""

_LONGEST = 40
"""No unit has so many characters."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit as it stands in a text: its normal name, its dimension, and what it counts by.

    `key` tells which units compare (人 and 人次 do not, 天 and 小时 do); `per` is the denominator
    of a rate; `numerator`/`denominator` turn a value into the dimension's base unit. `noun`: a noun
    that counts itself (5部门); `digits_only`: only after Arabic digits (两).
    """

    name: str
    dimension: str
    key: str
    numerator: int = 1
    denominator: int = 1
    per: str | None = None
    noun: bool = False
    digits_only: bool = False

    def canonical(self, value: Decimal) -> Decimal:
        """`value` in the base unit of the dimension; multiplied first, divided once."""
        if self.numerator != 1:
            value = value * self.numerator
        return value / self.denominator if self.denominator != 1 else value


NO_UNIT = Measured("", "", "")
"""Of a number that counts nothing."""


class Units:
    """Reads units by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        part = lexicon.data["units"]
        none = ((word, None) for word in part["not_units"])
        self._table: Table[Measured | None] = Table([*spellings(part), *none])
        self.words = self._table.meaning
        """Every spelling of a unit, and what it means; None where it only looks like one."""
        self._per: dict[str, str] = part["per"]
        self._joined: dict[str, str] = part["joined"]
        self._per_times = re.compile("|".join(part["per_times"]) or r"(?!)")
        self._currencies = Table(part["before"].items())
        self.may_pay = self._currencies.last_signs
        """The characters that the word for a currency before an amount can end with."""
        self._base: str = part["dimensions"]["money"]["base"]
        self._smaller: dict[str, dict[str, str]] = part["smaller"]
        numerals = lexicon.data["numerals"]
        self._time: str = part["once"]
        self._extends_count = frozenset((self._time, "("))
        self._meant = {
            word: {said: sense for sense, words in senses.items() for said in words}
            for word, senses in part["meant_by"].items()
        }
        self.ambiguous = frozenset(self._meant)
        """The names of units that have several senses: 度."""
        self._more_is: dict[str, tuple[int, str]] = part["more_is"]
        self._says = {
            word: re.compile(rf".*({any_of(senses)})", re.DOTALL)
            for word, senses in self._meant.items()
        }
        self._no_units = frozenset(part["no_units"])
        self._each: str = part["each"]
        self._goes_on_by = frozenset([*_TIMES, self._each])
        self._each_alone = [[word] for word in part["each_alone"]]
        money = "".join([*numerals["money_signs"], *part["spoken"]])
        self._may_be_rate = frozenset("/ \n" + self._each)
        # Nothing else behind the word of a unit makes it longer, or no unit.
        self._goes_on = self._extends_count | self._may_be_rate | frozenset(string.ascii_letters)
        other = rf"[^{self._each}，,。；;\n\d:]"
        self._each_of = re.compile(rf"(?:{self._each}{other}{{1,4}}?)+(?={other}{{0,6}}$)")
        self._denominates = re.compile(rf"\s?/\s?{self._each}?|(?<=[{money}]){self._each}")
        self._so_many = re.compile(
            f"(?:10*)?[{''.join([*numerals['tens'], *numerals['powers']])}]*"
        )
        self._powers: dict[str, int] = numerals["powers"]
        included = any_of(lexicon.data["comparators"]["included"])
        self._title = re.compile(f"^(?:{any_of(part['titles'])}):?")
        self._included = re.compile(rf"\((?:{included})\d{{0,9}}\)")
        self.amounts = frozenset(part["amounts"])
        """The dimensions of what may be so much in every period: 16小时 每日."""
        self.money = self.named(self._base)
        """The base unit of money."""
        self.ratio = self.named(part["ratio"])
        """The unit of a ratio: 1:18."""

    def at(self, text: str, start: int) -> tuple[Measured, int] | None:
        """The unit that begins at `start`, and where it ends; the longest one wins."""
        word = self._table.starting(text, start)
        unit = self._table[word] if word is not None else None
        if word is None or unit is None:
            return None
        end = start + len(word)
        if text[end : end + 1] not in self._goes_on:
            return unit, end
        return self._longer(text, unit, word, end)

    def _longer(
        self, text: str, unit: Measured, word: str, end: int
    ) -> tuple[Measured, int] | None:
        """`unit` with what carries on behind its word, which may show that it is none."""
        if _cut_latin(text, word, end):
            return None
        if unit.dimension == "count" and text[end : end + 1] in self._extends_count:
            unit, end = self._extended(text, unit, word, end)
        if text[end : end + 1] in self._may_be_rate:
            rated, end = self.rated(unit, text, end)
            return rated or unit, end
        return unit, end

    def _extended(self, text: str, unit: Measured, word: str, end: int) -> tuple[Measured, int]:
        """点次, 座次: whatever is counted may be counted by how often. 台(套): with its twin."""
        if text[end] == self._time and word[-1] != self._time:
            word, end = word + self._time, end + 1
            unit = replace(unit, name=word, key=f"count:{word}")
        twin = self._table.starting(text, end + 1) if text[end : end + 1] == "(" else None
        if twin is not None and text[end + 1 + len(twin) : end + 2 + len(twin)] == ")":
            end += len(twin) + 2
            unit = replace(unit, name=f"{unit.name}({twin})")
        return unit, end

    def without_title(self, text: str) -> str:
        """`text` without 单位: at its beginning."""
        return self._title.sub("", text)

    def in_brackets(self, text: str, start: int) -> tuple[Measured, int] | None:
        """The unit of 10(个), and of 3(含)次, where a bracket says that the number is included."""
        if text[start : start + 1] != "(":
            return None
        if included := self._included.match(text, start):
            return self.at(text, included.end())
        bracket = _BRACKET.match(text, start)
        unit = self.named(self.without_title(bracket[1])) if bracket else None
        return (unit, bracket.end()) if bracket and unit else None

    def named(self, text: str) -> Measured | None:
        """The unit whose whole text is `text`: a cell of the unit column, `件(册)`, `元/人`."""
        if len(text) > _LONGEST:
            return None
        found = self.at(text, 0)
        if found is not None and found[1] == len(text):
            return found[0]
        # 万平方米, 万人: a column may be in ten thousands.
        times = self._powers.get(text[:1])
        inner = self.named(text[1:]) if times and len(text) > 1 else None
        return inner and replace(inner, name=text, numerator=inner.numerator * (times or 1))

    def of_column(self, text: str) -> Measured | None:
        """The unit that a column of its own gives; a word that the lexicon does not know (级)
        counts what it says, and 1/10万 is /10万.
        """
        known = self.named(text) or self.named(text.removeprefix("1"))
        if known is not None or text in self._no_units or not _WORD.fullmatch(text):
            return known
        return Measured(text, "count", f"count:{text}")

    def rated(self, unit: Measured, text: str, at: int) -> tuple[Measured | None, int]:
        """`unit` by the denominator that stands at `at` (620万`/月`), and where that ends."""
        per, end = self._denominator(text, at)
        return (by(unit, per) if per else None), end

    def smaller(self, unit: Measured, other: Measured) -> Measured | None:
        """What `other` is behind `unit`, if it carries it on: 分 in 3元5分, and in 2小时30分."""
        word = self._smaller.get(unit.name, {}).get(other.name)
        return None if word is None else self.named(word)

    def currency_before(self, text: str, at: int) -> tuple[str, str] | None:
        """The word for a currency that ends at `at`, and its unit: ￥(300), 港币(3万元)."""
        if text[at - 1 : at] not in self._currencies.last_signs:
            return None
        word = self._currencies.ending(text, at)
        return None if word is None else (word, self._currencies[word])

    def currency_behind(self, text: str, at: int) -> tuple[str, str] | None:
        """The word for a currency that begins at `at`, and its unit: 300元(人民币)."""
        word = self._currencies.starting(text, at)
        return None if word is None else (word, self._currencies[word])

    def paid_in(self, unit: Measured | None, currency: str) -> Measured | None:
        """`unit` of money in a currency (万元 in 港元 is 万港元); without a unit the currency."""
        if unit is None:
            return self.named(currency)
        if unit.key != "money" or currency == self._base:
            return unit if unit.key == "money" else None
        return self.named(unit.name.removesuffix(self._base) + currency)

    def each_before(self, unit: Measured, text: str, start: int, end: int) -> Measured | None:
        """`unit` by the units of the words that end at `end`: 每人每月补助(500元). A year alone is
        the span of every plan.
        """
        words = self._each_of.search(text, start, end)
        if words is None:
            return None
        parts = [
            self._table.starting(word, 0) or self._per.get(word[:1])
            for word in text[words.start() : end].split(self._each)[1:]
        ]
        named = [part for part in parts if part is not None]
        if len(named) != len(parts) or named in self._each_alone:
            return None
        return by(unit, "·".join(named))

    def meant(self, unit: Measured, value: Decimal, *texts: str) -> Measured:
        """`unit`, or what it means by the last word of the first of `texts` that tells: 5度 behind
        用电 are 千瓦时, behind 室温 ℃; without such a word, by how many there are.
        """
        senses = self._meant.get(unit.name)
        if senses is None:
            return unit
        said = (self._says[unit.name].match(text) for text in texts)
        word = next((match[1] for match in said if match), None)
        most, more = self._more_is.get(unit.name, (value, unit.name))
        sense = senses[word] if word else (more if value > most else unit.name)
        return self.named(sense) or unit

    def convertible(self, key: str) -> list[Measured]:
        """The units that compare with `key`, each once."""
        units = (unit for unit in self._table.meaning.values() if unit and unit.key == key)
        return list({unit.name: unit for unit in units}.values())

    def _denominator(self, text: str, end: int) -> tuple[str | None, int]:
        """元/人·月, 次/年, 元每亩: what the quantity is counted by."""
        mark = self._denominates.match(text, end)
        if mark is None:
            return None, end
        at = mark.end()
        opened = text[at : at + 1] == "("  # 元/(人·天)
        at += opened
        parts: list[str] = []
        while (part := self._part(text, at)) is not None:
            name, end = part
            parts.append(self._joined.get(name, name))
            if text[end : end + 1] in self._goes_on_by:
                at = end + 1
            elif len(parts) == 1 and self._per_times.match(text, end):
                at = end  # 元/亩年
            else:
                break
        if opened and text[end : end + 1] != ")":
            return None, mark.start()
        return ("·".join(parts) if parts else None), end + opened

    def _part(self, text: str, at: int) -> tuple[str, int] | None:
        """One part of a denominator, with its number: 月, d, 10万人."""
        many = self._so_many.match(text, at)
        is_unit = self._table.starting(text, at) is not None  # 千瓦时 is no thousand of 瓦
        start = many.end() if many and not is_unit else at
        word = self._table.starting(text, start)
        unit = self._table[word] if word is not None else None
        if word is None or unit is None or _cut_latin(text, word, start + len(word)):
            word = text[start : start + 1]
            name = self._per.get(word)
        else:
            name = self._per.get(word, unit.name)
        return None if name is None else (text[at:start] + name, start + len(word))


def _cut_latin(text: str, word: str, end: int) -> bool:
    """Whether `word` is only the beginning of a Latin word (`m` of `min`)."""
    return _is_latin(word[-1]) and _is_latin(text[end : end + 1])


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()


def in_other(unit: Measured, other: Measured) -> Fraction:
    """How many of `other` one of `unit` is; both of one key."""
    return Fraction(unit.numerator * other.denominator, unit.denominator * other.numerator)


def in_smaller(
    one: Measured, low: Decimal, other: Measured, high: Decimal
) -> tuple[Decimal, Decimal, Measured]:
    """Two values in the smaller one of their units: 8000元 and 1.2万元 in 元."""
    if one is other:
        return low, high, one
    ratio = in_other(other, one)
    if ratio >= 1:
        return low, high * ratio.numerator / ratio.denominator, one
    return low * ratio.denominator / ratio.numerator, high, other


def summed(
    value: Decimal, unit: Measured, more: Decimal, part: Measured
) -> tuple[Decimal, Measured]:
    """`value` and `more` of a smaller unit, in the larger one if a power of ten makes one of it."""
    share = in_other(unit, part)
    if share.denominator == 1 and str(share).strip("0") == "1":
        return value + more / share.numerator, unit
    return value * share.numerator / share.denominator + more, part


def by(unit: Measured, per: str) -> Measured:
    """`unit` for every `per`: 元 by 人·月 is 元/人·月."""
    return replace(unit, name=f"{unit.name}/{per}", key=f"{unit.key}/{per}", per=per)


def spellings(part: dict[str, Any]) -> Iterator[tuple[str, Measured]]:
    """Every spelling of every unit of units.yaml; what converts wins over what is only counted."""
    same = {word: group[0] for group in part["same"] for word in group}
    for words, is_noun in ((part["nouns"], True), (part["counts"], False)):
        for word in words:
            yield word, Measured(word, "count", "count:" + same.get(word, word), noun=is_noun)
    for dimension, rules in part["units"].items():
        yield from _converting(dimension, rules)


def _converting(dimension: str, rules: dict[str, Any]) -> Iterator[tuple[str, Measured]]:
    for name, rule in rules.items():
        apart = name if rule["own"] else rule["of"]
        key = f"{dimension}:{apart}" if apart else dimension
        factor = Fraction(rule["factor"])
        unit = Measured(
            *(name, dimension, key, factor.numerator, factor.denominator),
            digits_only=rule["after_digits_only"],
        )
        for word in (name, *rule["aliases"]):
            yield word, unit


def unit_words(part: dict[str, Any]) -> set[str]:
    """Every spelling of every unit of units.yaml, and the words that only begin like one."""
    rules = [item for units in part["units"].values() for item in units.items()]
    converting = {word for name, rule in rules for word in (name, *rule["aliases"])}
    return converting.union(part["counts"], part["nouns"], part["not_units"])
