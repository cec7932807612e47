"""A law worked out on symbols gives on columns what it gives on Python's integers."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.achievement import Comparison
from scoring.columns.laws import Bounds, Laws, Reading
from scoring.columns.program import Out
from scoring.columns.routes import Route
from scoring.methods import Counting
from scoring.rounding import Mode, Rounding
from tests.laws.test_methods import ALL

SHAPES = ["low", "high", "both"]
SIZES = [20, 10**4, 10**7, 10**10]


@st.composite
def tables(draw: st.DrawFn) -> list[tuple[int, int, int, int, bool]]:
    """Rows of target, upper bound, actual, cents and whether the bound is strict."""
    size = draw(st.sampled_from(SIZES))
    least = draw(st.sampled_from([1, 0, -size]))
    numbers = st.integers(least, size)
    row = st.tuples(numbers, st.integers(0, size), numbers, st.integers(0, 10_000), st.booleans())
    rows = draw(st.lists(row, min_size=1, max_size=20))
    return [(low, low + span, actual, cents, out) for low, span, actual, cents, out in rows]


@pytest.mark.parametrize("method", ALL, ids=lambda method: method.method)
@settings(deadline=None)
@given(
    rows=tables(),
    shape=st.sampled_from(SHAPES),
    ranges=st.booleans(),
    places=st.integers(0, 4),
    digits=st.integers(0, 2),
    mode=st.sampled_from(Mode),
)
def test_a_program_gives_what_the_law_gives(
    method: Counting,
    rows: list[tuple[int, int, int, int, bool]],
    shape: str,
    ranges: bool,
    places: int,
    digits: int,
    mode: Mode,
) -> None:
    rounding, one = Rounding(digits=digits, mode=mode), 10**places
    low, high = shape != "high", shape != "low"
    *numbers, strict = zip(*rows, strict=True)
    bounds = Bounds(*((min(column), max(column)) for column in numbers))
    route = Route(rule="r", use=method, how="counted", low=low, high=high)
    laws = Laws(rounding)
    program = laws.program(0, route, Reading(bounds, one, ranges, None))
    if program is None:
        assert max(high for _, high in bounds) > 10**7  # only large ones may be left to integers
        return
    out, columns = Out.of(len(rows)), [np.array(column, np.int64) for column in numbers]
    program.run((*columns, np.array(strict)), out, laws.memory)
    for at, (target, upper, actual, cents, excluded) in enumerate(rows):
        top = upper if ranges else target
        due = (target if low else None, top if high else None)
        award = method.law(Comparison(actual, *due, strict=excluded, one=one), cents, rounding)
        assert (int(out.points[at]), bool(out.met[at])) == (award.points, bool(award.met))
        _assert_same(out.achievement[at], award.part, award.whole)


def _assert_same(found: Any, part: int, whole: int) -> None:
    if whole == 0:
        assert np.isnan(found)
    else:
        assert found == part / whole
