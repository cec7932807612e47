"""The law of a route becomes a program, for numbers within bounds; else it is known which fit."""

from dataclasses import replace

import numpy as np

from scoring.columns.laws import Bounds, Laws, Reading
from scoring.columns.program import Out
from scoring.columns.routes import Route
from scoring.methods.ratio import Ratio
from scoring.register import find

ROUNDING = find("cn-mof-2020-10").rounding
RATIO = Route(rule="q", use=Ratio(method="ratio"), how="counted", low=True)
BOTH = replace(RATIO, high=True)


def _reading(high: int, *, ranges: bool = False, strict: bool | None = False) -> Reading:
    ends = (1, high)
    return Reading(Bounds(ends, ends, ends, (0, 1000)), 1, ranges, strict)


def _run(route: Route, reading: Reading, rows: list[tuple[int, int, int]], strict: object) -> Out:
    """Each row is target, upper bound and actual, for 10 points."""
    laws, out = Laws(ROUNDING), Out.of(len(rows))
    program = laws.program(0, route, reading)
    assert program is not None
    columns = [np.array(column, float) for column in zip(*rows, strict=True)]
    program.run((*columns, np.full(len(rows), 1000.0), strict), out, laws.memory)
    return out


def test_the_law_on_a_column() -> None:
    """94 and 120 of at least 100, 1 of 3: 9.40, 10.00 and 3.33 of 10 points."""
    out = _run(RATIO, _reading(999), [(100, 0, 94), (100, 0, 120), (3, 0, 1)], False)
    assert out.points.tolist() == [940, 1000, 333]
    assert out.met.tolist() == [False, True, False]
    assert out.achievement.tolist() == [0.94, 1.2, 1 / 3]


def test_a_range_and_one_number() -> None:
    """5 of 2 to 4: 4 ÷ 5; of exactly 2: 2 ÷ 5."""
    rows = [(2, 4, 5)]
    assert _run(BOTH, _reading(99, ranges=True), rows, False).points.tolist() == [800]
    assert _run(BOTH, _reading(99), rows, False).points.tolist() == [400]


def test_a_strict_bound_is_not_kept() -> None:
    rows = [(100, 0, 100), (100, 0, 101)]
    assert _run(RATIO, _reading(999, strict=True), rows, True).met.tolist() == [False, True]
    column = np.array([False, True])
    assert _run(RATIO, _reading(999, strict=None), rows, column).met.tolist() == [True, True]


def test_tables_that_are_much_alike_share_a_program() -> None:
    laws = Laws(ROUNDING)
    program = laws.program(0, RATIO, _reading(900))
    assert program is laws.program(0, RATIO, _reading(1000))
    assert program is Laws(ROUNDING).program(3, RATIO, _reading(1023))
    assert program is not laws.program(0, RATIO, _reading(1024))


def test_numbers_that_64_bits_do_not_hold_have_no_program() -> None:
    laws, large = Laws(ROUNDING), _reading(4 * 10**18)
    assert laws.program(0, RATIO, large) is None
    most = laws.most(0, RATIO, large)
    assert 10**12 < most < 10**18
    assert laws.program(0, RATIO, large.below(most)) is not None
    assert laws.program(0, RATIO, large.below(2 * most)) is None


def test_negative_numbers_are_within_bounds_too() -> None:
    """-8 of at least -5, and 3 of it: no ratio, no points; kept, all points."""
    ends = (-9, 9)
    reading = Reading(Bounds(ends, ends, ends, (0, 1000)), 1, False, False)
    out = _run(RATIO, reading, [(-5, 0, -8), (-5, 0, 3)], False)
    assert (out.points.tolist(), out.met.tolist()) == ([0, 1000], [False, True])


def test_the_law_of_proportion() -> None:
    laws, out = Laws(ROUNDING), Out.of(2)
    program = laws.portion((0, 1000), 1000)
    assert program is not None
    program.run((np.array([750.0, 10.0]), np.array([650, 1000])), out, laws.memory)
    assert out.points.tolist() == [488, 10]  # 4.875 and all
    assert laws.portion((0, 10**11), 10**12) is None
