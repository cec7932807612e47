"""What a form prints of a promise: in the form's own words, where they say the same on their own.

A promise is printed short (`≥100人`), one a row. But a department knows its form by its own words
(2022年12月底前, not 2022-12-31前), and what is printed must be read as the same promise again.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from indicators.grammar import parse_targets
from indicators.model import SIGNS, Budget, Indicator, Kind, Target, plain
from scoring.model import ItemScore

IN_WORDS = "定性"
"""The target of a promise whose words stand in a column that is not beside that of the target."""

_TIMES = (Kind.DEADLINE, Kind.SCHEDULE)
"""Promises that are rewritten when they are printed short."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The promise of one item, with the row that it stands in and what its words depend on."""

    row: Indicator
    target: Target
    year: int | None
    budget: Budget | None

    @property
    def stands_alone(self) -> bool:
        """Whether it is all that its row promises, and the row has a name besides."""
        return bool(self.row.name) and len(self.row.targets) == 1

    def is_said_by(self, text: str, *, name: str | None, nature: str = "", unit: str = "") -> bool:
        """Whether these cells of a form would be read as this promise."""
        found = parse_targets(
            text,
            name=name,
            nature=nature or None,
            unit=unit or None,
            category=self.row.category or None,
            year=self.year,
            budget=self.budget,
        )
        return [_compared(each) for each in found] == [_compared(self.target)]


def _compared(target: Target) -> Target:
    """A promise without what depends on how and where it is written."""
    return replace(target, measure=None, span=(0, 0), rule="", notes=())


def is_counted(item: ItemScore) -> bool:
    """Whether the promise has something to compare with; else its text says it all."""
    return item.target not in ("", item.indicator)


def promised(
    item: ItemScore, promise: Promise | None, columns: Collection[str]
) -> Mapping[str, str]:
    """Name and promise by the meaning of the column: the promise in one column, or in three where
    the form has nature, value and unit apart.
    """
    short = item.measure or item.indicator
    if not is_counted(item):
        return {"name": short, "target": IN_WORDS}
    if promise is None:
        return {"name": short, "target": item.target}
    if {"nature", "unit"} <= set(columns) and _is_a_number(promise.target):
        return _in_three(short, promise)
    for name, words in _in_one(item, promise, short):
        if words and promise.is_said_by(words, name=name):
            return {"name": name, "target": words}
    return {"name": short, "target": item.target}


def _in_one(item: ItemScore, promise: Promise, short: str) -> Iterator[tuple[str, str]]:
    """Name and promise in the ways that they may be printed, the best first."""
    row, (start, end) = promise.row, promise.target.span
    words = " ".join(row.target_text[start:end].split())
    if promise.stands_alone:
        yield row.name or "", row.target_text
    elif row.name:
        yield row.name, _with_measure(words, item.measure, row.name)
    if promise.target.kind in _TIMES:
        yield short, words
    yield short, item.target
    if not words:
        return
    # What the number is of tells which side is good: 2000册 may be a cost, 印制资料2000册 is none.
    yield short, _with_measure(words, item.measure, "")


def _with_measure(words: str, measure: str | None, name: str) -> str:
    """`培训100人`, where the row is not named 培训 already."""
    return words if measure in (None, name) or words.startswith(measure) else f"{measure}{words}"


def _is_a_number(target: Target) -> bool:
    is_one = target.kind is Kind.QUANTITATIVE and target.upper is None
    return is_one and target.value is not None and not target.approximate


def _in_three(name: str, promise: Promise) -> Mapping[str, str]:
    """Name, nature, value and unit; name and value as the form has them, if it has them so."""
    row, target = promise.row, promise.target
    nature = SIGNS[target.comparator] if target.comparator and target.explicit else ""
    unit = target.unit or ""
    said = {"name": name, "nature": nature, "target": plain(target.value), "unit": unit}
    text = row.target_text
    if promise.stands_alone and promise.is_said_by(text, name=row.name, nature=nature, unit=unit):
        is_bare = not any(sign in text for sign in (nature, unit) if sign)
        return said | {"name": row.name or "", "target": text} if is_bare else said
    return said
