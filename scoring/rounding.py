"""取整 (rounding): how digits are cut, exactly and once; the standard chooses mode and digits.

Points are counted in whole cents (hundredths of a point). The four plain functions work on whole
numbers of any size, and on columns of them.
"""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from pydantic import Field

from scoring.provenance import Sourced

PLACES: Final = 2
"""Points have two decimal places: the unit of all arithmetic is a hundredth of a point."""

MOST_DIGITS: Final = 9
"""No total has more digits before its decimal point."""


class Mode(StrEnum):
    """What happens to the digits that are cut off."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"
    UP = "up"


def half_up(numerator: Any, denominator: Any) -> Any:
    """The quotient to the nearest whole number, a half upwards (四舍五入). For numbers ≥ 0."""
    return (2 * numerator + denominator) // (2 * denominator)


def half_even(numerator: Any, denominator: Any) -> Any:
    """The quotient to the nearest whole number, a half to the even one (四舍六入五成双)."""
    whole = numerator // denominator
    rest = numerator - whole * denominator
    return whole + (2 * rest + whole % 2 > denominator)


def down(numerator: Any, denominator: Any) -> Any:
    """The quotient without its fraction (舍去)."""
    return numerator // denominator


def up(numerator: Any, denominator: Any) -> Any:
    """The next whole number at or above the quotient (进位)."""
    return -(-numerator // denominator)


CUTS: Final[dict[Mode, Callable[[Any, Any], Any]]] = {
    Mode.HALF_UP: half_up,
    Mode.HALF_EVEN: half_even,
    Mode.DOWN: down,
    Mode.UP: up,
}


def portion(max_points: Any, part: Any, whole: Any, cut: Callable[[Any, Any], Any]) -> Any:
    """The law of proportion: `part ÷ whole` of the points. Multiply first, divide and cut once."""
    return cut(max_points * part, whole)


class Rounding(Sourced):
    """How points are rounded: to `digits` decimal places, by `mode`."""

    digits: int = Field(ge=0, le=PLACES)
    mode: Mode

    def cut(self, numerator: Any, denominator: Any) -> Any:
        """`numerator ÷ denominator`, both whole and counted in cents, rounded to whole cents."""
        step = 10 ** (PLACES - self.digits)
        return CUTS[self.mode](numerator, denominator * step) * step


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


def from_cents(cents: int) -> Decimal:
    """Whole cents as points, with two decimal places."""
    return Decimal(cents).scaleb(-PLACES)


def percent(numerator: int, denominator: int) -> str:
    """A ratio of whole numbers as people read it: `99.50%`, rounded half up."""
    return f"{from_cents(half_up(numerator * 10_000, denominator))}%"
