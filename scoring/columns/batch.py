"""A batch: the rows of a block that take one route, as columns of whole numbers, and their law."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from scoring.achievement import Comparison
from scoring.case import Award
from scoring.columns.numbers import ROOM
from scoring.columns.routes import Route
from scoring.rounding import PLACES, Rounding
from scoring.table import Reason

Array: TypeAlias = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows (their numbers in the block) with target, upper bound, actual and points (in cents).

    The columns hold 64-bit integers, or Python's where those are too small; `one` of them is 1.
    """

    rows: Array
    target: Array
    upper: Array
    actual: Array
    max_points: Array
    one: int

    @property
    def wide(self) -> bool:
        """Whether the numbers are Python's integers, of any size."""
        return self.target.dtype == object

    def where(self, condition: Array) -> "Batch":
        """The rows for which the condition holds."""
        columns = (self.rows, self.target, self.upper, self.actual, self.max_points)
        return Batch(*(column[condition] for column in columns), self.one)

    def widened(self) -> "Batch":
        """The same in Python's integers."""
        columns = (self.target, self.upper, self.actual, self.max_points)
        return Batch(self.rows, *(column.astype(object) for column in columns), self.one)

    def refused(self, route: Route) -> list[tuple[Array, Reason]]:
        """Which rows cannot be judged by the law, and why."""
        no_points = self.max_points < 0
        if route.money:
            wrong = (self.target <= 0) | (self.actual < 0)
            return [(no_points, Reason.POINTS_WRONG), (wrong, Reason.ZERO_BUDGET)]
        negative = (self.actual < 0) & (self.target >= 0)
        return [(no_points, Reason.POINTS_WRONG), (negative, Reason.ACTUAL_NEGATIVE)]

    def award(self, route: Route, rounding: Rounding) -> Award:
        """What the law of the method gives."""
        one = self.one // route.parts
        done = Comparison(
            self.actual,
            self.target if route.low else None,
            self.upper if route.high else None,
            strict=route.strict,
            one=one,
        )
        award: Award = route.use.law(done, self.max_points, rounding)  # type: ignore[union-attr]
        return award

    def too_large(self, route: Route, rounding: Rounding) -> Array | None:
        """Which rows hold numbers that the law might carry beyond 64 bits; None if none does."""
        if self.wide or not self.rows.size:
            return None
        number = max(*map(_largest, (self.target, self.upper, self.actual)), self.one)
        if _reach(route, int(self.max_points.max()), number, rounding) < ROOM:
            return None
        numbers = (abs(column.astype(float)) for column in (self.target, self.upper, self.actual))
        largest = np.maximum.reduce([*numbers, np.full(self.rows.size, float(self.one))])
        return np.asarray(_reach(route, self.max_points.astype(float), largest, rounding) >= ROOM)


def _largest(column: Array) -> int:
    return max(int(column.max()), -int(column.min()))


def _reach(route: Route, max_points: Any, number: Any, rounding: Rounding) -> Any:
    """A bound for every number in the law, its rounding included."""
    step = 10 ** (PLACES - rounding.digits)
    return 4 * step * route.use.reach(max_points + 1, number)  # type: ignore[union-attr]
