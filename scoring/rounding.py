"""取整 (rounding): how digits are cut, exactly and once; the standard chooses mode and digits.

Points are counted in whole cents (hundredths of a point). The cuts and `Rounding.portion`
work on whole numbers of any size, and on columns of them.
"""

from collections.abc import Callable
from decimal import Context, Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from pydantic import Field

from indicators.model import plain
from scoring.provenance import Sourced
from scoring.whole import Whole, least, pick

PLACES: Final = 2
"""Points have two decimal places: the unit of all arithmetic is a hundredth of a point."""

LONGEST_FRACTION: Final = 12
"""A number with more decimal places was not written by anybody: it is a third of something."""

SHOWN_DIGITS: Final = 8
"""So many significant digits of it are shown."""

_REMEMBERED: Final = 1 << 14
"""So many numbers of cents are remembered with their points: those of 100 points, and more."""

MOST_DIGITS: Final = 9
"""No total has more digits before its decimal point."""


class Mode(StrEnum):
    """What happens to the digits that are cut off."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"
    UP = "up"


def half_up(numerator: Whole, denominator: Whole) -> Whole:
    """The quotient to the nearest whole number, a half upwards (四舍五入). For numbers ≥ 0."""
    return (2 * numerator + denominator) // (2 * denominator)


def half_even(numerator: Whole, denominator: Whole) -> Whole:
    """The quotient to the nearest whole number, a half to the even one (四舍六入五成双)."""
    whole = numerator // denominator
    rest = numerator - whole * denominator
    return whole + (2 * rest + whole % 2 > denominator)


def down(numerator: Whole, denominator: Whole) -> Whole:
    """The quotient without its fraction (舍去)."""
    return numerator // denominator


def up(numerator: Whole, denominator: Whole) -> Whole:
    """The next whole number at or above the quotient (进位)."""
    return -(-numerator // denominator)


CUTS: Final[dict[Mode, Callable[[Whole, Whole], Whole]]] = {
    Mode.HALF_UP: half_up,
    Mode.HALF_EVEN: half_even,
    Mode.DOWN: down,
    Mode.UP: up,
}


class Rounding(Sourced):
    """How points are rounded: to `digits` decimal places, by `mode`."""

    digits: int = Field(ge=0, le=PLACES)
    mode: Mode

    def cut(self, numerator: Whole, denominator: Whole) -> Whole:
        """`numerator ÷ denominator`, both whole and counted in cents, rounded to whole cents."""
        step = 10 ** (PLACES - self.digits)
        if step == 1:
            return CUTS[self.mode](numerator, denominator)
        return CUTS[self.mode](numerator, denominator * step) * step

    def portion(self, max_points: Whole, part: Whole, whole: Whole) -> Whole:
        """The law of proportion: `part ÷ whole` of the points, for 0 ≤ part ≤ whole.

        Multiply first, divide and cut once. Coarser than a cent, the cut may come out above all of
        the points; they are the most there is.
        """
        cents = self.cut(max_points * part, whole)
        return cents if self.digits == PLACES else least(cents, max_points)

    def earned(self, met: Whole, max_points: Whole, part: Whole, whole: Whole) -> Whole:
        """All of the points where the promise was kept (there part = whole), else their portion.

        To the cent, the portion is all of them where part = whole: nothing is left to choose.
        """
        portion = self.portion(max_points, part, whole)
        return portion if self.digits == PLACES else pick(met, max_points, portion)


def to_cents(points: Decimal) -> int:
    """Points as whole cents.

    Raises:
        ValueError: if `points` has more than two decimal places, or is no possible number.
    """
    if not points.is_finite() or points.adjusted() > MOST_DIGITS:
        raise ValueError(f"{points} is no number of points")
    cents = points.scaleb(PLACES)
    if cents != cents.to_integral_value():
        raise ValueError(f"{points} has more than {PLACES} decimal places")
    return int(cents)


@lru_cache(maxsize=_REMEMBERED)
def from_cents(cents: int) -> Decimal:
    """Whole cents as points, with two decimal places."""
    return Decimal(cents).scaleb(-PLACES)


def readable(number: Decimal) -> str:
    """A number as a formula shows it; one without an end (`66666.666…`) is cut, and says so."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= LONGEST_FRACTION:
        return plain(number)
    return f"≈{plain(number.normalize(Context(prec=SHOWN_DIGITS)))}"


def percent(numerator: int, denominator: int) -> str:
    """A ratio of whole numbers as people read it: `99.50%`, rounded half up."""
    return f"{from_cents(half_up(numerator * 10_000, denominator))}%"
