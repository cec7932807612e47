"""A batch: rows of a part that take one route, as columns of whole numbers."""

from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np

from scoring.achievement import Comparison
from scoring.case import Award
from scoring.columns.laws import Bounds, Reading
from scoring.columns.numbers import At, ends_of
from scoring.columns.routes import Route
from scoring.methods import Counting
from scoring.rounding import MOST_DIGITS, PLACES, Rounding
from scoring.table import Reason

Array: TypeAlias = np.ndarray[Any, Any]

MOST_CENTS: Final = 10 ** (MOST_DIGITS + PLACES)
"""No item has more points than so many cents."""


class Columns(NamedTuple):
    """Target, upper bound, actual, and points (in cents): whole numbers, a column of each."""

    target: Array
    upper: Array
    actual: Array
    max_points: Array


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows (by their places in the part) and their numbers; `one` of these is 1.

    The columns hold whole floats or 64-bit integers, or Python's integers where those are too
    small. `strict`: whether a bound does not count as kept; `ranges`: whether any upper bound is a
    number of its own. `bounds` of the columns may be known beforehand.
    """

    rows: At
    columns: Columns
    strict: Array | bool
    ranges: bool
    one: int
    bounds: Bounds | None = None

    @property
    def wide(self) -> bool:
        """Whether the numbers are Python's integers, of any size."""
        return bool(self.columns.target.dtype == object)

    @property
    def ends(self) -> Bounds:
        """Bounds of each column, known beforehand or sought now."""
        return self.bounds or Bounds(*map(ends_of, self.columns))

    @property
    def reading(self) -> Reading:
        """How a program reads the columns."""
        strict = self.strict if isinstance(self.strict, bool) else None
        return Reading(self.ends, self.one, self.ranges, strict)

    def __len__(self) -> int:
        return len(self.columns.target)

    def rows_where(self, condition: Array) -> Array:
        """The places of the rows for which the condition holds."""
        if isinstance(self.rows, slice):
            return np.asarray(np.flatnonzero(condition) + self.rows.start)
        return np.asarray(self.rows[condition])

    def where(self, condition: Array) -> "Batch":
        """The rows for which the condition holds."""
        columns = Columns(*(column[condition] for column in self.columns))
        strict = self.strict if isinstance(self.strict, bool) else self.strict[condition]
        return Batch(self.rows_where(condition), columns, strict, self.ranges, self.one)

    def below(self, most: int) -> Array:
        """For which rows all numbers (the points apart) lie below `most`, to either side of 0."""
        *numbers, _ = self.columns
        return np.asarray(np.logical_and.reduce([(-most < n) & (n < most) for n in numbers]))

    def widened(self) -> "Batch":
        """The same in Python's integers."""
        if self.wide:
            return self
        columns = Columns(*(c.astype(np.int64).astype(object) for c in self.columns))
        return Batch(self.rows, columns, self.strict, self.ranges, self.one)

    def refused(self, route: Route) -> list[tuple[Array, Reason]]:
        """Which rows cannot be judged by the law, and why. Empty where all can be, surely."""
        ends = self.ends
        harmless = min(low for low, _ in ends) >= 0 and ends.max_points[1] <= MOST_CENTS
        if harmless and ends.target[0] >= route.money:
            return []
        target, _, actual, max_points = self.columns
        no_points = (max_points < 0) | (max_points > MOST_CENTS)
        if route.money:
            wrong = (target <= 0) | (actual < 0)
            return [(no_points, Reason.POINTS_WRONG), (wrong, Reason.ZERO_BUDGET)]
        negative = (actual < 0) & (target >= 0)
        return [(no_points, Reason.POINTS_WRONG), (negative, Reason.ACTUAL_NEGATIVE)]

    def award(self, route: Route, rounding: Rounding) -> Award:
        """What the law of the method gives, run on the columns as they are."""
        target, upper, actual, max_points = self.columns
        done = Comparison(
            actual,
            target if route.low else None,
            upper if route.high else None,
            strict=self.strict,
            one=self.one // route.parts,
        )
        assert isinstance(route.use, Counting), f"{route.rule} does not judge numbers"
        return route.use.law(done, max_points, rounding)
