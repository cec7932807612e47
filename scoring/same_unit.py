"""Brings the promised and the achieved number into one unit, exactly; refuses what is no number."""

from decimal import Context, Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from indicators.errors import ActualsError
from indicators.model import Actual, Kind, Target, plain

MAX_DIGITS: Final = 30
"""No honest figure is longer. The limit keeps hostile ones (`1E+999999`) out of the arithmetic."""

EXACT: Final = Context(prec=6 * MAX_DIGITS)
"""Room for products of figures within the limit, so that nothing is rounded on the way."""

_REMEMBERED: Final = 4096

YUAN: Final = {"元": 0, "百元": 2, "千元": 3, "万元": 4, "百万元": 6, "千万元": 7, "亿元": 8}
"""The units in which budget columns are printed, as powers of ten of a yuan."""

PARTS: Final = {"%": 100, "‰": 1000}
"""Units that say how many parts of a whole the ratio of two raw items makes."""


class Numbers(NamedTuple):
    """Least and most promised (equal but for a range), what was done, and the unit of all three.

    The unit is empty where they stand in the base unit of their dimension. `one` of the target's
    unit is 1, but for raw items: there all numbers stand times the denominator.
    """

    least: Decimal
    most: Decimal
    done: Decimal
    unit: str
    one: Decimal = Decimal(1)


def in_one_unit(target: Target, actual: Actual) -> Numbers:
    """The numbers of a promise and its fact. A schedule is counted by its times a year.

    Raises:
        ActualsError: if they cannot be compared, or are no usable numbers.
    """
    found = (
        _from_raw_items(target, actual)
        or _as_written(target, actual)
        or _in_base_unit(target, actual)
    )
    if found is None:
        raise ActualsError.at(
            actual.place,
            f"“{actual.text}”与目标“{target.phrase}”单位不同，无法比较；请换算成目标的单位。",
            f"'{actual.text}' cannot be compared with '{target.phrase}'; use the target's unit.",
        )
    _refuse_unreal(actual, found.least, found.most, found.done)
    return found


def _from_raw_items(target: Target, actual: Actual) -> Numbers | None:
    """The numbers from two raw items (numerator, denominator), all times the denominator.

    90% against 1523 of 1600 is 90 × 1600 against 1523 × 100: nothing is divided, nothing lost.
    """
    if actual.raw is None or target.value is None:
        return None
    numerator, denominator = actual.raw
    _refuse_unreal(actual, numerator, denominator)
    if denominator <= 0:
        raise ActualsError.at(
            actual.place,
            f"分母 {plain(denominator)} 应大于零；请核对原始数据。",
            f"the denominator {plain(denominator)} must be above zero; check the raw data.",
        )
    most = target.value if target.upper is None else target.upper
    parts = Decimal(PARTS.get(target.unit or "", 1))
    times = EXACT.multiply
    least, most = times(target.value, denominator), times(most, denominator)
    return Numbers(least, most, times(numerator, parts), "", denominator)


def _as_written(target: Target, actual: Actual) -> Numbers | None:
    """The numbers as they stand in promise and fact, if both have one unit."""
    unit = target.unit or ""
    if target.kind is Kind.SCHEDULE and target.canonical is not None and actual.value is not None:
        return Numbers(target.canonical, target.canonical, actual.value, unit or "次")
    if target.value is None or actual.value is None:
        return None
    counts_any = target.unit is None and actual.dimension == "count"  # 4个, for 4
    if actual.unit not in (None, target.unit) and not counts_any:
        return None
    most = target.value if target.upper is None else target.upper
    return Numbers(target.value, most, actual.value, unit)


def _in_base_unit(target: Target, actual: Actual) -> Numbers | None:
    """The numbers in the base unit of their dimension, if they have one and the same.

    Shares stay in the parts of the target (840‰ beside 90% is 84%): rules that take so much off
    for every percentage point mean those.
    """
    if target.dimension is None or target.dimension != actual.dimension:
        return None
    if target.canonical is None or actual.canonical is None:
        return None
    most = target.canonical if target.canonical_upper is None else target.canonical_upper
    unit = target.unit if target.unit in PARTS else ""
    parts = Decimal(PARTS.get(unit, 1))
    least, most, done = (
        EXACT.multiply(n, parts) for n in (target.canonical, most, actual.canonical)
    )
    return Numbers(least, most, done, unit)


def _refuse_unreal(actual: Actual, *numbers: Decimal) -> None:
    """Refuse NaN, infinity, and figures too long to be honest."""
    if not all(map(is_real, numbers)):
        raise ActualsError.at(
            actual.place,
            f"“{actual.text}”不是可用的数字；请填不超过 {MAX_DIGITS} 位的数。",
            f"'{actual.text}' is no usable number; give one of at most {MAX_DIGITS} digits.",
        )


def is_real(number: Decimal) -> bool:
    """Whether it is a number, and none too long to be honest."""
    exponent = number.as_tuple().exponent
    bounded = isinstance(exponent, int) and abs(exponent) < 2 * MAX_DIGITS
    return bounded and (number.is_zero() or number.adjusted() < MAX_DIGITS)


def whole_numbers(*numbers: Decimal) -> tuple[int, ...]:
    """The numbers, scaled by a common power of ten if need be, so that all of them are whole."""
    whole = tuple(map(int, numbers))
    if whole == numbers:
        return whole
    places = max(0, *[-_exponent(number) for number in numbers])
    return tuple([int(number.scaleb(places, EXACT)) for number in numbers])


@lru_cache(maxsize=_REMEMBERED)
def whole_parameters(*numbers: Decimal) -> tuple[int, ...]:
    """The same for parameters of a method and shares of points, which are few: worked out once.

    Equal numbers (`1.0` and `1`) may share one scale, as only their proportions matter.
    """
    return whole_numbers(*numbers)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent
