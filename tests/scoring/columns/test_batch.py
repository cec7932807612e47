"""Rows of one route: which can be judged, which are too large, and the law on Python's integers."""

from dataclasses import replace

import numpy as np
import pytest

from scoring.columns.batch import MOST_CENTS, Batch, Columns
from scoring.columns.laws import Bounds
from scoring.columns.routes import Route
from scoring.methods.ratio import Ratio
from scoring.register import find
from scoring.table import Reason

ROUNDING = find("cn-mof-2020-10").rounding
RATIO = Route(rule="q", use=Ratio(method="ratio"), how="counted", low=True)
MONEY = replace(RATIO, rule="execution", money=True)


def _batch(target: list[int], actual: list[int], cents: list[int]) -> Batch:
    columns = [np.array(numbers, np.int64) for numbers in (target, target, actual, cents)]
    return Batch(np.arange(len(target)), Columns(*columns), False, False, 1)


def test_the_law_on_integers_of_any_size() -> None:
    """94 and 120 of at least 100, 10^40 of 3 × 10^40: 9.40, 10.00 and 3.33 of 10 points."""
    batch = _batch([100, 100, 3], [94, 120, 1], [1000, 1000, 1000]).widened()
    size = np.array([1, 1, 10**40], object)
    target, upper, actual, points = batch.columns
    columns = Columns(target * size, upper * size, actual * size, points)
    award = replace(batch, columns=columns).award(RATIO, ROUNDING)
    assert award.points.tolist() == [940, 1000, 333]
    assert award.met.tolist() == [False, True, False]
    assert (award.part[2], award.whole[2]) == (10**40, 3 * 10**40)


@pytest.mark.parametrize("dtype", [np.int64, np.float64])
def test_widened_are_integers_of_any_size(dtype: type) -> None:
    columns = Columns(*(np.array([7], dtype) for _ in Columns._fields))
    batch = Batch(slice(0, 1), columns, False, False, 1).widened()
    assert batch.wide
    assert type(batch.columns.target[0]) is int
    assert batch.widened() is batch


def test_rows_below_a_number() -> None:
    batch = _batch([100, -8, 7], [94, 1, -8], [1000, 1000, 1000])
    assert batch.below(8).tolist() == [False, False, False]
    assert batch.below(9).tolist() == [False, True, True]
    assert batch.rows_where(batch.below(9)).tolist() == [1, 2]
    assert batch.where(batch.below(9)).columns.actual.tolist() == [1, -8]


def test_what_the_law_does_not_judge() -> None:
    batch = _batch([100, 100, -5, 1], [-1, 1, -6, 1], [1000, -1, 1000, MOST_CENTS + 1])
    refused = {reason: wrong for wrong, reason in batch.refused(RATIO)}
    assert refused[Reason.ACTUAL_NEGATIVE].tolist() == [True, False, False, False]
    assert refused[Reason.POINTS_WRONG].tolist() == [False, True, False, True]
    ((_, _), (wrong, reason)) = _batch([0, 10, 10], [1, -1, 3], [1, 1, 1]).refused(MONEY)
    assert (wrong.tolist(), reason) == ([True, True, False], Reason.ZERO_BUDGET)


def test_nothing_is_refused_where_no_number_is_negative() -> None:
    assert _batch([0, 10], [94, 0], [1000, 0]).refused(RATIO) == []
    assert _batch([1, 10], [94, 0], [1000, 0]).refused(MONEY) == []
    assert _batch([0, 10], [94, 0], [1000, 0]).refused(MONEY)


def test_how_a_program_reads_the_columns() -> None:
    batch = _batch([100, 50], [94, 0], [1000, 200])
    bounds = Bounds((50, 100), (50, 100), (0, 94), (200, 1000))
    assert batch.reading == (bounds, 1, False, False)
    column = replace(batch, strict=np.array([True, False]))
    assert column.reading.strict is None
    assert np.array_equal(column.where(np.array([True, False])).strict, [True])
    known = Bounds((0, 999), (0, 999), (0, 999), (0, 999))
    assert replace(batch, bounds=known).ends == known


def test_a_strict_bound_is_not_kept() -> None:
    """100 of `>100` has all points by ratio 1, yet is not kept; 101 is."""
    batch = _batch([100, 100, 100], [100, 100, 101], [1000, 1000, 1000])
    batch = replace(batch, strict=np.array([True, False, True]))
    award = batch.widened().award(RATIO, ROUNDING)
    assert award.points.tolist() == [1000, 1000, 1000]
    assert award.met.tolist() == [False, True, True]
