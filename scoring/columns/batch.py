"""A batch: the rows of a block that take one route, as columns of whole numbers, and their law."""

from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from scoring.achievement import Comparison
from scoring.case import Award
from scoring.columns.numbers import ROOM, At, Ends, ends_of
from scoring.columns.routes import Route
from scoring.methods import Counting
from scoring.rounding import PLACES, Rounding
from scoring.table import Reason

Array: TypeAlias = np.ndarray[Any, Any]


class Columns(NamedTuple):
    """Target, upper bound, actual, and points (in cents): whole numbers, a column of each."""

    target: Array
    upper: Array
    actual: Array
    max_points: Array


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows (by their places in the part) and their numbers; `one` of these is 1. `strict`: whether
    a bound does not count as kept.

    The columns hold 64-bit integers, or Python's where those are too small. `bounds` of each column
    may be known beforehand.
    """

    rows: At
    columns: Columns
    strict: Array
    one: int
    bounds: tuple[Ends, ...] = ()

    @property
    def wide(self) -> bool:
        """Whether the numbers are Python's integers, of any size."""
        return bool(self.columns.target.dtype == object)

    @property
    def ends(self) -> tuple[Ends, ...]:
        """Bounds of each column, known beforehand or sought now."""
        return self.bounds or tuple(map(ends_of, self.columns))

    def __len__(self) -> int:
        return len(self.strict)

    def rows_where(self, condition: Array) -> Array:
        """The places of the rows for which the condition holds."""
        if isinstance(self.rows, slice):
            return np.asarray(np.flatnonzero(condition) + self.rows.start)
        return np.asarray(self.rows[condition])

    def where(self, condition: Array) -> "Batch":
        """The rows for which the condition holds."""
        columns = Columns(*(column[condition] for column in self.columns))
        rows, strict = self.rows_where(condition), self.strict[condition]
        return Batch(rows, columns, strict, self.one, self.bounds)

    def widened(self) -> "Batch":
        """The same in Python's integers."""
        columns = Columns(*(column.astype(object) for column in self.columns))
        return Batch(self.rows, columns, self.strict, self.one)

    def harmless(self, route: Route, rounding: Rounding) -> bool:
        """Whether no number is negative, none of the budgets zero, and all fit 64 bits."""
        if self.wide or route.money or min(low for low, _ in self.ends) < 0:
            return False
        *numbers, max_points = (high for _, high in self.ends)
        return bool(_reach(route, max_points, max(*numbers, self.one), rounding) < ROOM)

    def refused(self, route: Route) -> list[tuple[Array, Reason]]:
        """Which rows cannot be judged by the law, and why."""
        target, _, actual, max_points = self.columns
        no_points = max_points < 0
        if route.money:
            wrong = (target <= 0) | (actual < 0)
            return [(no_points, Reason.POINTS_WRONG), (wrong, Reason.ZERO_BUDGET)]
        negative = (actual < 0) & (target >= 0)
        return [(no_points, Reason.POINTS_WRONG), (negative, Reason.ACTUAL_NEGATIVE)]

    def award(self, route: Route, rounding: Rounding) -> Award:
        """What the law of the method gives."""
        target, upper, actual, max_points = self.columns
        done = Comparison(
            actual,
            target if route.low else None,
            upper if route.high else None,
            strict=self.strict if self.strict.any() else False,
            one=self.one // route.parts,
        )
        return _law(route).law(done, max_points, rounding)

    def too_large(self, route: Route, rounding: Rounding) -> Array | None:
        """Which rows hold numbers that the law might carry beyond 64 bits; None if none does."""
        if self.wide or not len(self):
            return None
        *numbers, max_points = self.columns
        number = max(*map(_largest, numbers), self.one)
        if _reach(route, int(max_points.max()), number, rounding) < ROOM:
            return None
        floats = [abs(column.astype(float)) for column in numbers]
        largest = np.maximum.reduce([*floats, np.full(len(self), float(self.one))])
        return np.asarray(_reach(route, max_points.astype(float), largest, rounding) >= ROOM)


def _largest(column: Array) -> int:
    return max(int(column.max()), -int(column.min()))


def _reach(route: Route, max_points: Any, number: Any, rounding: Rounding) -> Any:
    """A bound for every number in the law, its rounding included."""
    step = 10 ** (PLACES - rounding.digits)
    return 4 * step * _law(route).reach(max_points + 1, number)


def _law(route: Route) -> Counting:
    assert isinstance(route.use, Counting), f"{route.rule} does not judge numbers"
    return route.use
