"""The law on columns: in 64 bits where its numbers fit, in Python's integers where they do not."""

from dataclasses import replace

import numpy as np

from scoring.columns.batch import Batch, Columns
from scoring.columns.routes import Route
from scoring.methods.ratio import Ratio
from scoring.register import find
from scoring.table import Reason

ROUNDING = find("cn-mof-2020-10").rounding
RATIO = Route(rule="q", use=Ratio(method="ratio"), how="counted", low=True)


def _batch(target: list[int], actual: list[int], cents: list[int]) -> Batch:
    columns = [np.array(numbers, np.int64) for numbers in (target, target, actual, cents)]
    return Batch(np.arange(len(target)), Columns(*columns), np.zeros(len(target), bool), 1)


def test_the_law_on_a_column() -> None:
    """94 and 120 of at least 100, 1 of 3: 9.40, 10.00 and 3.33 of 10 points."""
    award = _batch([100, 100, 3], [94, 120, 1], [1000, 1000, 1000]).award(RATIO, ROUNDING)
    assert award.points.tolist() == [940, 1000, 333]
    assert award.met.tolist() == [False, True, False]
    assert (award.part.tolist(), award.whole.tolist()) == ([94, 120, 1], [100, 100, 3])


def test_rows_whose_products_exceed_64_bits_are_known_beforehand() -> None:
    large = 4 * 10**18
    batch = _batch([100, large], [94, large - 1], [1000, 1000])
    too_large = batch.too_large(RATIO, ROUNDING)
    assert too_large is not None
    assert too_large.tolist() == [False, True]
    award = batch.where(too_large).widened().award(RATIO, ROUNDING)
    assert award.points.tolist() == [1000]
    assert _batch([100], [94], [1000]).too_large(RATIO, ROUNDING) is None
    assert batch.widened().too_large(RATIO, ROUNDING) is None


def test_what_the_law_does_not_judge() -> None:
    refused = {
        reason: wrong
        for wrong, reason in _batch([100, 100, -5], [-1, 1, -6], [1000, -1, 1000]).refused(RATIO)
    }
    assert refused[Reason.ACTUAL_NEGATIVE].tolist() == [True, False, False]
    assert refused[Reason.POINTS_WRONG].tolist() == [False, True, False]
    money = Route(rule="execution", use=RATIO.use, how="counted", low=True, money=True)
    ((_, _), (wrong, reason)) = _batch([0, 10, 10], [1, -1, 3], [1, 1, 1]).refused(money)
    assert (wrong.tolist(), reason) == ([True, True, False], Reason.ZERO_BUDGET)


def test_a_strict_bound_is_not_kept() -> None:
    """100 of `>100` has all points by ratio 1, yet is not kept; 101 is."""
    batch = _batch([100, 100, 100], [100, 100, 101], [1000, 1000, 1000])
    award = replace(batch, strict=np.array([True, False, True])).award(RATIO, ROUNDING)
    assert award.points.tolist() == [1000, 1000, 1000]
    assert award.met.tolist() == [False, True, True]


def test_harmless_is_what_needs_no_second_look() -> None:
    assert _batch([100], [94], [1000]).harmless(RATIO, ROUNDING)
    assert not _batch([100, 100], [94, -1], [1000, 1000]).harmless(RATIO, ROUNDING)
    assert not _batch([4 * 10**18], [94], [1000]).harmless(RATIO, ROUNDING)
    assert not _batch([100], [94], [1000]).widened().harmless(RATIO, ROUNDING)
