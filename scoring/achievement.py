"""How far a promise was met: A/B, B/A, zero, dates – here and nowhere else."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from indicators.errors import ActualsError
from indicators.model import Actual, Comparator, Direction, Judgement, Kind, Target, plain
from scoring.rounding import down, readable, up
from scoring.same_unit import EXACT, in_one_unit, whole_numbers
from scoring.whole import Whole, least, pick


@dataclass(frozen=True, slots=True)
class Comparison:
    """The achieved number beside what is due: at least `low`, at most `high`, or both.

    All are whole numbers: `one` of them make one `unit`. Or they are columns of whole numbers, of
    promises with the same bounds; everything here is arithmetic that reads the same for both.
    `strict`: the bound itself does not count as kept (`<48`). `one` is what 1 of the target's unit
    is on their scale. `scale` is what numbers are divided by to be written, where that is another:
    those of a ratio of two raw items stand times its denominator, so that nothing is divided.
    """

    actual: Whole
    low: Whole | None
    high: Whole | None
    strict: Whole = False
    one: int = 1
    unit: str = ""
    scale: int = 0

    @property
    def missed(self) -> Whole:
        """Whether the achieved number lies outside the bounds, which do not count as outside."""
        if self.high is None:
            return self.actual < self.low
        if self.low is None:
            return self.actual > self.high
        return (self.actual < self.low) | (self.actual > self.high)

    @property
    def reached(self) -> Whole:
        """Whether the achieved number lies within the bounds, the bounds included."""
        if self.high is None:
            return self.actual >= self.low
        if self.low is None:
            return self.actual <= self.high
        return (self.actual >= self.low) & (self.actual <= self.high)

    @property
    def met(self) -> Whole:
        """Whether the promise was kept to the letter: 48 is not `<48`."""
        if self.strict is False:
            return self.reached
        bound = self.low if self.high is None else self.high
        return self.reached & ((self.actual != bound) | (self.strict == 0))

    @property
    def pair(self) -> tuple[Whole, Whole]:
        """Numerator and denominator of the achievement, not capped; equal at the bound.

        Too little, or more is better: actual ÷ least due. Too much, or less is better: most
        due ÷ actual. Within a range: actual ÷ actual.
        """
        low, high, actual = self.low, self.high, self.actual
        if high is None:
            return actual, low
        if low is None:
            return high, actual
        return pick(actual > high, high, actual), pick(actual < low, low, actual)

    def within(self, part: int, whole: int) -> "Comparison":
        """The same fact beside `part ÷ whole` of what is due: of a year's number, that by July."""
        low, high = (None if due is None else due * part for due in (self.low, self.high))
        one, scale = self.one * whole, self.scale * whole
        return replace(self, actual=self.actual * whole, low=low, high=high, one=one, scale=scale)

    @property
    def share(self) -> tuple[Whole, Whole]:
        """The achievement as (part, whole), 0 ≤ part ≤ whole, whole > 0; equal where reached.

        A ratio of numbers that are zero or below says nothing: short of such a target the share
        is zero. (Target 0, 3 happened: 0 ÷ 3.)
        """
        numerator, denominator = self.pair
        counts = (numerator > 0) & (denominator > 0)
        part = pick(counts, least(numerator, denominator), 1 * self.reached)
        return part, pick(counts, denominator, 1)

    @property
    def shortfall(self) -> Whole:
        """How far the actual lies outside its bounds; 0 within them."""
        return self._apart * self.missed

    @property
    def nearest(self) -> Whole:
        """The promised value; of a range, the bound nearer to the actual."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        to_low, to_high = abs(self.actual - self.low), abs(self.actual - self.high)
        return pick(to_low <= to_high, self.low, self.high)

    @property
    def distance(self) -> Whole:
        """How far the actual lies from the promised value, to either side; 0 within a range."""
        one_bound = self.low is None or self.high is None
        return self._apart if one_bound else self.shortfall

    @property
    def _apart(self) -> Whole:
        return abs(self.actual - self.nearest)

    def figure(self, number: int) -> Decimal:
        """One of the whole numbers as people wrote it, in `unit`."""
        return EXACT.divide(Decimal(number), Decimal(self.scale or self.one))

    def said(self, number: int) -> str:
        """The same, as text."""
        return plain(self.figure(number))

    def read(self, number: int) -> str:
        """The same, as a formula shows it."""
        return readable(self.figure(number))

    @property
    def shown(self) -> str:
        """The achievement as text, as it was put into the formula: `48/60`."""
        numerator, denominator = self.pair
        return f"{self.said(numerator)}/{self.said(denominator)}"


def compare(target: Target, actual: Actual) -> Comparison:
    """The achieved number beside the promised one, in one unit.

    A schedule is compared by its times a year.

    Raises:
        ActualsError: if the two cannot be compared, or a number is negative where none can be.
    """
    low, upper, done, unit, whole = in_one_unit(target, actual)
    if done < 0 and low >= 0 and target.change is None:
        raise ActualsError.at(
            actual.place,
            f"“{actual.text}”是负数，而目标“{target.phrase}”不会是负数；请核对。",
            f"'{actual.text}' is negative, which '{target.phrase}' cannot be; check it.",
        )
    schedule = target.kind is Kind.SCHEDULE
    at_least, at_most = sides(target.comparator, target.direction, schedule=schedule)
    strict = target.comparator in STRICT
    scale, one, number, least, most = whole_numbers(Decimal(1), whole, done, low, upper)
    due = least if at_least else None, most if at_most else None
    return Comparison(number, *due, strict=strict, one=one, unit=unit, scale=scale)


STRICT: Final = frozenset({Comparator.GT, Comparator.LT})
"""The comparators whose bound itself is not enough."""


def sides(
    comparator: Comparator | None, direction: Direction | None, *, schedule: bool
) -> tuple[bool, bool]:
    """Whether a target bounds the actual from below, and from above."""
    match comparator:
        case Comparator.GE | Comparator.GT:
            return True, False
        case Comparator.LE | Comparator.LT:
            return False, True
    if schedule:
        return True, False
    return direction is not Direction.LOWER, direction is not Direction.HIGHER


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


def steps_of(distance: Whole, size: Whole, *, count: Literal["full", "started"]) -> Whole:
    """How many steps of `size` lie in `distance`: whole ones, or every one begun."""
    return down(distance, size) if count == "full" else up(distance, size)
