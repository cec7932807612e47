"""What a scan finds in a text besides dates: quantities, and marks whose numbers are names."""

import string
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from indicators.grammar.dates import DateSpan
from indicators.grammar.units import Measured
from indicators.model import Comparator

DIGITS = frozenset(string.digits)


@dataclass(slots=True)
class Quantity:
    """A number with what belongs to it, promise or not.

    `start` and `end` span comparator, number and unit; `at` is where the number itself begins and
    `until` where number and unit end. `value` and `upper` are in `unit`; `rule` is the id of the
    comparator's rule, or `bare`. `spoken`: the numeral is written in Chinese characters;
    `is_share`: the cell had a share (0.95), and the column beside it %.

    Not frozen: one scan finds the number, then completes it in place, which is four times as fast
    as copying. Whoever gets it from the scan copies it with `replace`.
    """

    value: Decimal
    start: int
    end: int
    at: int
    until: int
    comparator: Comparator = Comparator.EQ
    explicit: bool = False
    upper: Decimal | None = None
    unit: Measured | None = None
    approximate: bool = False
    spoken: bool = False
    rule: str = "bare"
    is_share: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text whose numbers are no quantities: a name, a list number, a law; or, where
    `is_date`, a date of which nobody knows the year.
    """

    start: int
    end: int
    is_date: bool = False


Token = Quantity | DateSpan | Mark

Point = Literal["date", "decimal", "ratio"]
"""How to take a point between what may be a year and a month (`2021.12`), and digits that may be a
day (`20211231`); `ratio`: as a date, and a colon between two numbers divides them.
"""


def end_of_digits(text: str, at: int) -> int:
    """Where the Arabic digits end that stand at `at`; `at` itself if none do."""
    while text[at : at + 1] in DIGITS:
        at += 1
    return at


def skip(text: str, at: int) -> int:
    """The first place from `at` on that is no space."""
    while text[at : at + 1] == " ":
        at += 1
    return at


def back(text: str, at: int) -> int:
    """The place before the blanks that end at `at`; a cell may wrap its lines anywhere."""
    while at > 0 and text[at - 1] in " \n":
        at -= 1
    return at
