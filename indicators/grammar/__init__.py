"""One cell of text → promises and facts; the same grammar reads both."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from indicators.errors import Words
from indicators.exact import exactly
from indicators.grammar.actuals import ActualReader
from indicators.grammar.cell import CellParser
from indicators.grammar.lexicon import default
from indicators.grammar.local import with_local
from indicators.model import Actual, Budget, Target

if TYPE_CHECKING:
    from indicators.grammar.contradictions import Contradictions
    from indicators.grammar.everything import Everything
    from indicators.grammar.numbers import Number

__all__ = ["contradicted", "parse_targets", "parser", "read_actual", "read_number"]


@cache
def parser(lexicon: Path | None = None) -> CellParser:
    """The parser of the shipped lexicon, or of it and a local one."""
    return CellParser(default() if lexicon is None else with_local(lexicon))


def parse_targets(
    text: str,
    *,
    name: str | None = None,
    nature: str | None = None,
    unit: str | None = None,
    category: str | None = None,
    year: int | None = None,
    budget: Budget | None = None,
    lexicon: Path | None = None,
) -> list[Target]:
    """Every promise in the text of one cell, in its order (section 1 of the contract).

    Args:
        text: the cell, as written.
        name: the column of the indicator's name, where the form has one.
        nature: its nature column (≥, 大于等于, 定性), likewise.
        unit: its unit column, likewise.
        category: code of the taxonomy; decides the good side of a bare number.
        year: of the form; dates without a year belong to it.
        budget: of the form; a reference to the budget is resolved against it.
        lexicon: a local file of words, added to the shipped ones (docs/lexicon.md).

    A text without any promise that can be counted gives exactly one target.

    Raises:
        RuleFileError: with file and line, if `lexicon` is wrong.
    """
    return parser(lexicon).targets(
        text, name=name, nature=nature, unit=unit, category=category, year=year, budget=budget
    )


def contradicted(
    text: str,
    targets: Sequence[Target],
    *,
    name: str | None = None,
    nature: str | None = None,
    unit: str | None = None,
    lexicon: Path | None = None,
) -> tuple[Words, ...]:
    """What the columns beside a cell say against it or one another: ≤95 beside ≥.

    `targets` are what `parse_targets` made of the same cell and columns.

    Raises:
        RuleFileError: with file and line, if `lexicon` is wrong.
    """
    if not (nature or unit):
        return ()
    return _contradictions(lexicon).between(text, targets, name=name, nature=nature, unit=unit)


def read_actual(
    text: str,
    target: Target,
    *,
    promised: str = "",
    place: str = "",
    year: int | None = None,
    lexicon: Path | None = None,
) -> Actual:
    """The fact that `text` states for `target`, in a unit that compares with the target's.

    Args:
        text: the cell, as filled in; empty gives `Actual.missing`.
        target: the promise that the cell answers.
        promised: the text of the promise; an answer in the same words says that it was kept.
        place: where the cell stands, for messages.
        year: of the form; a date without a year belongs to it.
        lexicon: a local file of words, the one that `target` was read by.

    `已完成` and alike, for a counted promise, give the kind `reached`: met, with no number.

    Raises:
        ActualsError: if it cannot be compared with the target; never guesses a unit.
    """
    return _actual_reader(lexicon).read(text, target, promised=promised, place=place, year=year)


def quantities(text: str, *, year: int | None = None) -> "list[Number]":
    """Every number and date in `text`, promise or not, in its order.

    Args:
        text: any text.
        year: dates without a year belong to it; without one they are no dates.

    Each has its unit, its comparator and both ends; 以上, 以下 and 以内 include the number (民法典,
    art. 1259). The promise parser reads less: see `parse_targets`.
    """
    return _everything().quantities(text, year=year)


@exactly
def read_number(text: str) -> Decimal | None:
    """The number that the whole of `text` is (`3.5万`, `一百二十`, `-1`); None if it is none."""
    return parser().scanner.number(text.strip())


@cache
def _everything() -> "Everything":
    from indicators.grammar.everything import Everything  # noqa: PLC0415 -- few commands need it

    return Everything(default())


@cache
def _contradictions(lexicon: Path | None) -> "Contradictions":
    from indicators.grammar.contradictions import Contradictions  # noqa: PLC0415 -- likewise

    return Contradictions(parser(lexicon))


@cache
def _actual_reader(lexicon: Path | None) -> ActualReader:
    return ActualReader(parser(lexicon))
