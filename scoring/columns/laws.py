"""The laws of the routes as programs: each is worked out once on symbols and kept."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from scoring.achievement import Comparison
from scoring.case import Award
from scoring.columns.numbers import ROOM, Ends
from scoring.columns.program import Memory, Program, peak
from scoring.columns.routes import Route
from scoring.columns.symbols import TRUTH, NotProvedError, Tape
from scoring.methods import Counting
from scoring.rounding import Rounding

MOST_KEPT: Final = 4096
"""Programs that are kept from one table to the next."""

MOST_BITS: Final = 62


class Bounds(NamedTuple):
    """Between which two numbers target, upper bound, actual and points (in cents) lie."""

    target: Ends
    upper: Ends
    actual: Ends
    max_points: Ends


class Reading(NamedTuple):
    """How the numbers of some rows are read: between which bounds they lie, and how many of them
    make one (`one`); whether the upper bounds of ranges are numbers of their own, and whether a
    bound counts as kept: in all rows (`False`), in none (`True`), or as a column says (`None`).
    """

    bounds: Bounds
    one: int
    ranges: bool
    strict: bool | None

    def widened(self) -> "Reading":
        """One that holds for more numbers, so that tables that are much alike share programs."""
        return self._replace(bounds=Bounds(*map(_widened, self.bounds)))

    def below(self, most: int) -> "Reading":
        """The same for all numbers (but the points) below `most`, to either side of zero."""
        ends = 1 - most, most - 1
        return self._replace(bounds=Bounds(ends, ends, ends, self.bounds.max_points))


class Laws:
    """The programs of the routes of one table, by the numbers of these."""

    def __init__(self, rounding: Rounding) -> None:
        self.rounding = rounding
        self.memory = Memory()
        self._known: dict[tuple[int, Reading], Program | None] = {}

    def program(self, number: int, route: Route, reading: Reading) -> Program | None:
        """The law of a route for numbers within the bounds.

        None where the steps might come upon numbers beyond 64 bits.
        """
        wide = reading.widened()
        if (number, wide) not in self._known:
            self._known[number, wide] = _program(route, self.rounding, wide)
        return self._known[number, wide]

    def most(self, number: int, route: Route, reading: Reading) -> int:
        """Below which number all numbers must lie so that there is a program. A power of two."""
        powers = (1 << bits for bits in range(MOST_BITS, 0, -1))
        fits = (each for each in powers if self.program(number, route, reading.below(each)))
        return next(fits, 0)

    def portion(self, points: Ends, whole: int) -> Program | None:
        """The law of proportion, for a column of points and one of parts of the `whole`."""
        return _portion(self.rounding, _widened(points), whole)


@lru_cache(MOST_KEPT)
def _widened(ends: Ends) -> Ends:
    """Bounds that hold for more numbers, so that tables that are much alike share a program."""
    low, high = ends
    low = min(low, 1) if low >= 0 else 1 - (1 << (-low).bit_length())
    return low, max(low, (1 << max(high, 0).bit_length()) - 1)


@lru_cache(MOST_KEPT)
def _program(route: Route, rounding: Rounding, reading: Reading) -> Program | None:
    law = route.use
    assert isinstance(law, Counting), f"{route.rule} does not judge numbers"
    tape = Tape()
    target, upper, actual, max_points, strict = given = [
        *(tape.given(ends) for ends in reading.bounds),
        tape.given(TRUTH, truth=True),
    ]
    done = Comparison(
        actual,
        target if route.low else None,
        (upper if reading.ranges else target) if route.high else None,
        strict=strict if reading.strict is None else reading.strict,
        one=reading.one // route.parts,
    )
    return _worked_out(lambda: law.law(done, max_points, rounding), given)


@lru_cache(MOST_KEPT)
def _portion(rounding: Rounding, points: Ends, whole: int) -> Program | None:
    tape = Tape()
    given = max_points, part = tape.given(points), tape.given((0, whole))
    return _worked_out(
        lambda: Award(rounding.portion(max_points, part, whole), True, None, None), given
    )


def _worked_out(law: Callable[[], Award], given: Any) -> Program | None:
    try:
        award = law()
    except NotProvedError:
        return None
    return Program(given, award) if peak(award) < ROOM else None
