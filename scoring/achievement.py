"""How far a promise was met: A/B, B/A, zero, dates – here and nowhere else."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.errors import ActualsError
from indicators.model import Actual, Comparator, Direction, Judgement, Kind, Target, plain

MAX_DIGITS: Final = 30
"""No honest figure is longer. The limit keeps hostile ones (`1E+999999`) out of the arithmetic."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The achieved number beside what is due: at least `low`, at most `high`, in `unit`.

    At least one bound is set. `strict`: the bound itself does not count as kept (`<48`).
    """

    actual: Decimal
    low: Decimal | None
    high: Decimal | None
    strict: bool
    unit: str

    @property
    def reached(self) -> bool:
        """Whether the achieved number lies within the bounds, the bounds included."""
        above_low = self.low is None or self.low <= self.actual
        return above_low and (self.high is None or self.actual <= self.high)

    @property
    def met(self) -> bool:
        """Whether the promise was kept to the letter: 48 is not `<48`."""
        return self.reached and not (self.strict and self.actual in (self.low, self.high))

    @property
    def pair(self) -> tuple[Decimal, Decimal]:
        """Numerator and denominator of the achievement, not capped; 1 exactly at the bound.

        Too little, or more is better: actual ÷ least due. Too much, or less is better: most
        due ÷ actual. Within a range: actual ÷ actual.
        """
        low, high, actual = self.low, self.high, self.actual
        if low is not None and (actual < low or high is None):
            return actual, low
        if high is not None and (actual > high or low is None):
            return high, actual
        return actual, actual

    @property
    def share(self) -> tuple[int, int]:
        """The achievement as whole numbers (part, whole), 0 ≤ part ≤ whole, whole > 0.

        A ratio of numbers that are zero or below says nothing: short of such a target the share
        is zero. (Target 0, 3 happened: 0 ÷ 3.)
        """
        if self.reached:
            return 1, 1
        numerator, denominator = self.pair
        if numerator <= 0 or denominator <= 0:
            return 0, 1
        part, whole = whole_numbers(numerator, denominator)
        return part, whole

    @property
    def shown(self) -> str:
        """The achievement as text, as it was put into the formula: `48/60`."""
        numerator, denominator = self.pair
        return f"{plain(numerator)}/{plain(denominator)}"


def compare(target: Target, actual: Actual) -> Comparison:
    """The achieved number beside the promised one, in one unit.

    A schedule is compared by its times a year.

    Raises:
        ActualsError: if the two cannot be compared, or a number is negative where none can be.
    """
    low, upper, done, unit = _in_one_unit(target, actual)
    for number in (low, upper, done):
        _refuse_unreal(number, actual)
    if done < 0 and low >= 0 and target.change is None:
        raise ActualsError.at(
            actual.place,
            f"“{actual.text}”是负数，而目标“{target.phrase}”不会是负数；请核对。",
            f"'{actual.text}' is negative, which '{target.phrase}' cannot be; check it.",
        )
    at_least, at_most = _sides(target)
    strict = target.comparator in (Comparator.GT, Comparator.LT)
    return Comparison(done, low if at_least else None, upper if at_most else None, strict, unit)


def _sides(target: Target) -> tuple[bool, bool]:
    """Whether the target bounds the actual from below, and from above."""
    match target.comparator:
        case Comparator.GE | Comparator.GT:
            return True, False
        case Comparator.LE | Comparator.LT:
            return False, True
    if target.kind is Kind.SCHEDULE:
        return True, False
    return target.direction is not Direction.LOWER, target.direction is not Direction.HIGHER


def _in_one_unit(target: Target, actual: Actual) -> tuple[Decimal, Decimal, Decimal, str]:
    """Least and most promised (equal but for a range), achieved, and the unit of all three."""
    unit = target.unit or ""
    if target.kind is Kind.SCHEDULE and target.canonical is not None and actual.value is not None:
        return target.canonical, target.canonical, actual.value, unit or "次"
    if target.value is not None and actual.value is not None and actual.unit in (None, target.unit):
        return target.value, target.upper or target.value, actual.value, unit
    convertible = target.dimension is not None and target.dimension == actual.dimension
    if not convertible or target.canonical is None or actual.canonical is None:
        raise ActualsError.at(
            actual.place,
            f"“{actual.text}”与目标“{target.phrase}”单位不同，无法比较；请换算成目标的单位。",
            f"'{actual.text}' cannot be compared with '{target.phrase}'; use the target's unit.",
        )
    most = target.canonical if target.canonical_upper is None else target.canonical_upper
    return target.canonical, most, actual.canonical, ""


def _refuse_unreal(number: Decimal, actual: Actual) -> None:
    """Refuse NaN, infinity, and figures too long to be honest."""
    exponent = number.as_tuple().exponent
    if (
        isinstance(exponent, int)
        and exponent > -MAX_DIGITS
        and (number.is_zero() or number.adjusted() < MAX_DIGITS)
        and exponent < MAX_DIGITS
    ):
        return
    raise ActualsError.at(
        actual.place,
        f"“{actual.text}”不是可用的数字；请填不超过 {MAX_DIGITS} 位的数。",
        f"'{actual.text}' is no usable number; give one of at most {MAX_DIGITS} digits.",
    )


def whole_numbers(*numbers: Decimal) -> tuple[int, ...]:
    """The numbers scaled by a common power of ten, so that all of them are whole."""
    places = max(0, *(-_exponent(number) for number in numbers))
    return tuple(int(number.scaleb(places)) for number in numbers)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def is_said_to_be_met(actual: Actual) -> bool:
    """Whether the text only says that the target was met (已完成, 达标), without a number."""
    return actual.kind == "reached" or actual.judgement is Judgement.ACHIEVED


def is_in_time(target: Target, actual: Actual) -> bool | None:
    """Whether a dated promise was kept in time; None if the answer gives no date."""
    if target.date is None or actual.date is None:
        return None
    return actual.date <= target.date
