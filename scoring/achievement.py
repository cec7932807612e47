"""How far a promise was met: A/B, B/A, zero, dates – here and nowhere else."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from indicators.errors import ActualsError
from indicators.model import Actual, Comparator, Direction, Judgement, Kind, Target, plain
from scoring.same_unit import in_one_unit, whole_numbers


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
    def shortfall(self) -> Fraction:
        """How far the actual lies outside its bounds; 0 within them."""
        return Fraction(0) if self.reached else self._apart

    @property
    def nearest(self) -> Decimal:
        """The promised value; of a range, the bound nearer to the actual."""
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        return min(bounds, key=lambda bound: abs(Fraction(self.actual) - Fraction(bound)))

    @property
    def distance(self) -> Fraction:
        """How far the actual lies from the promised value, to either side; 0 within a range."""
        within = self.low is not None and self.high is not None and self.reached
        return Fraction(0) if within else self._apart

    @property
    def _apart(self) -> Fraction:
        return abs(Fraction(self.actual) - Fraction(self.nearest))

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
    low, upper, done, unit = in_one_unit(target, actual)
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


def is_said_to_be_met(actual: Actual) -> bool:
    """Whether the text only says that the target was met (已完成, 达标), without a number."""
    return actual.kind == "reached" or actual.judgement is Judgement.ACHIEVED


def days_late(target: Target, actual: Actual) -> int | None:
    """By how many days a dated promise was late (0 or less: in time); None without two dates."""
    if target.date is None or actual.date is None:
        return None
    return (actual.date - target.date).days


def is_in_time(target: Target, actual: Actual) -> bool | None:
    """Whether a dated promise was kept in time; None if the answer gives no date."""
    late = days_late(target, actual)
    return None if late is None else late <= 0


def steps_of(distance: Fraction, size: Fraction, *, count: Literal["full", "started"]) -> int:
    """How many steps of `size` lie in `distance`: whole ones, or every one begun."""
    return floor(distance / size) if count == "full" else ceil(distance / size)
