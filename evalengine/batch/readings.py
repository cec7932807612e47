"""Reads every distinct item of a table once: promise and fact, as `score_frame` takes them.

An item is what a row says apart from its points: levels, name, promise, actual. What needs more
than its row to be judged (several promises in a cell, no answer, the budget) is left to the forms.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from evalengine.batch.findings import Asking
from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_number
from indicators.model import Actual, Indicator, Judgement, Kind, Target
from indicators.pairing.answers import Vocabulary
from indicators.pairing.own import fact_of
from indicators.pairing.sheet import is_judged
from indicators.taxonomy import category_of
from scoring.same_unit import in_one_unit
from scoring.standard import Standard
from scoring.weights import EXECUTION, owner

DIGITS = 15
"""A decimal of so few digits is the only one that its binary float stands for."""

_CUT = 28
"""Digits at which decimal arithmetic cuts what goes on for ever, such as a mu in square metres."""

_KEPT = 4096
"""So many pairs of levels, and years, are remembered."""

_NO_DIMENSION = "none"
"""Says that a promise has no dimension, where leaving it out would say that it is not known."""


class Item(NamedTuple):
    """What a row says, as text; empty where there is nothing."""

    level1: str
    level2: str
    name: str
    nature: str
    unit: str
    target: str
    actual: str
    year: str


Stored = Literal["float", "exact", "day"]
"""How the numbers of an item are kept: in floats that stand for them, exactly, or as days."""


class Reading(NamedTuple):
    """An item as a row of `score_frame`.

    `plain`: it can be judged by itself. `stored`: its numbers are days, or too long for a float.
    `judged`: points that the unit gave itself would count as its judgement. `doubtful`: the figure
    of the fact leaves something to ask; `far`: it is far above the promise. `measure` has of the
    words only those that rules look for.
    """

    plain: bool
    stored: Stored = "float"
    judged: bool = False
    doubtful: bool = False
    far: bool = False
    category: str | None = None
    kind: str | None = None
    comparator: str | None = None
    direction: str | None = None
    target: Any = None
    upper: Any = None
    actual: Any = None
    judgement: str | None = None
    dimension: str | None = None
    measure: str | None = None


LEFT = Reading(plain=False)
"""An item that is left to the forms."""

FLAGS = ("plain", "judged", "doubtful", "far")
WORDS = ("category", "kind", "comparator", "direction", "judgement", "dimension", "measure")
NUMBERS = ("target", "upper", "actual")
STORED: tuple[Stored, ...] = ("float", "exact", "day")


@dataclass(frozen=True)
class Reader:
    """Reads single items in the words of a standard and a local lexicon."""

    standard: Standard
    lexicon: Path | None = None

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that answers may use."""
        levels = self.standard.levels
        return Vocabulary(self.lexicon, levels.words, levels.fits, self.standard.fault_words)

    @cached_property
    def _asked(self) -> tuple[str, ...]:
        """The words that rules look for in what is measured."""
        rules = self.standard.rules
        return tuple(dict.fromkeys(word for rule in rules for word in rule.for_.words))

    def read(self, item: Item) -> Reading:
        """The promise and the fact of one item, if it can be judged by itself."""
        category = self._category(item.level1, item.level2)
        if category is None:
            return LEFT
        of_year = _year(item.year)
        text, name = (item.target, item.name) if item.target else (item.name, "")
        targets = parse_targets(
            text,
            name=name or None,
            nature=item.nature or None,
            unit=item.unit or None,
            category=category,
            year=of_year,
            lexicon=self.lexicon,
        )
        if len(targets) != 1 or targets[0].to is not None:
            return LEFT
        row = Indicator(
            1, item.level1, item.level2, category, name or None, text, tuple(targets), ""
        )
        try:
            fact = fact_of(row, targets[0], item.actual, year=of_year, vocabulary=self.vocabulary)
            reading = _reading(row, targets[0], fact, self._measure(row, targets[0]))
        except ActualsError:
            return LEFT
        if _is_above(reading) and self._asking.is_far(targets[0], fact):
            reading = reading._replace(far=True)
        return reading

    @cached_property
    def _asking(self) -> Asking:
        return Asking(self.standard)

    def _measure(self, row: Indicator, target: Target) -> str:
        """Those words of what is measured that rules look for."""
        if not self._asked:
            return "|"
        measured = f"{target.measure or row.name or row.level2 or row.level1} {row.target_text}"
        found = (word for word in self._asked if word in measured)
        return "|".join(("", *found)) or "|"

    def _category(self, level1: str, level2: str) -> str | None:
        """The category that two levels name, if it has points; levels repeat."""
        known, pair = self._categories, (level1, level2)
        if pair not in known:
            if len(known) >= _KEPT:
                known.clear()
            known[pair] = self._counted(*pair)
        return known[pair]

    @cached_property
    def _categories(self) -> dict[tuple[str, str], str | None]:
        return {}

    def _counted(self, level1: str, level2: str) -> str | None:
        category = category_of(level1, level2)
        weights = self.standard.weights
        counted = weights.counted(category)
        keys = [key for key in weights.points if key != EXECUTION]
        counts = counted != EXECUTION and owner(counted, keys) is not None
        return category if level1 and category and counts else None


def _is_above(reading: Reading) -> bool:
    """Whether the fact of an item is a number above the one that was promised."""
    if reading.stored == "day" or reading.target is None or reading.actual is None:
        return False
    return bool(reading.actual > reading.target)


@lru_cache(_KEPT)
def _year(text: str) -> int | None:
    number = read_number(text.removesuffix("度").removesuffix("年"))
    return int(number) if number else None


def _reading(row: Indicator, target: Target, actual: Actual, measure: str) -> Reading:
    """The columns of an item.

    Raises:
        ActualsError: if promise and fact cannot be compared.
    """
    if Kind.NOT_APPLICABLE in (target.kind, actual.kind) or actual.kind == "missing":
        return LEFT
    if actual.raw is not None or actual.share is not None or target.unit == "‰":
        return LEFT
    said: dict[str, Any] = {
        "plain": True,
        "judged": is_judged(target),
        "doubtful": bool(actual.notes),
        "category": row.category,
        "kind": target.kind.value,
        "comparator": target.comparator and target.comparator.value,
        "direction": target.direction and target.direction.value,
        "dimension": target.dimension or _NO_DIMENSION,
        "measure": measure,
    }
    if target.date is not None and actual.date is not None:
        return Reading(**said, stored="day", target=target.date, actual=actual.date)
    if actual.date is not None:
        return LEFT
    reached = Judgement.ACHIEVED if actual.kind == "reached" else actual.judgement
    judgement = reached.value if reached else actual.text
    if target.date is not None:
        return Reading(**said, stored="day", target=target.date, judgement=judgement)
    if target.value is None:
        return Reading(**said, judgement=judgement)
    if actual.value is None:
        number = target.canonical if target.canonical is not None else target.value
        return Reading(**said, stored="exact", target=number, judgement=judgement)
    numbers = _numbers(target, actual)
    if numbers is None:
        return LEFT
    long = any(len(each.as_tuple().digits) > DIGITS for each in numbers)
    stored: Stored = "exact" if long else "float"
    least, most, done = numbers
    return Reading(**said, stored=stored, target=least, upper=most, actual=done)


def _numbers(target: Target, actual: Actual) -> tuple[Decimal, Decimal, Decimal] | None:
    """Both bounds and the fact: in base units, or, where that does not come out even, in one unit.

    Shares must stand in base units; None where they cannot.

    Raises:
        ActualsError: if promise and fact cannot be compared.
    """
    numbers = in_one_unit(target, actual)
    upper = target.canonical if target.canonical_upper is None else target.canonical_upper
    found = target.canonical, upper, actual.canonical
    even = target.dimension == actual.dimension and all(map(is_even, found))
    if target.kind is not Kind.SCHEDULE and even:
        least, most, done = (Decimal(each or 0) for each in found)
        return least, most, done
    if target.dimension == "ratio":
        return None
    return numbers.least, numbers.most, numbers.done


def is_even(number: Decimal | None) -> bool:
    """Whether a number is there and did not have to be cut."""
    return number is not None and len(number.as_tuple().digits) < _CUT
