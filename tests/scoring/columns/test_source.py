"""A table is read by the names of its columns; what is missing is named."""

from decimal import Decimal

import pandas as pd
import pytest

from indicators.errors import UsageError
from scoring.columns.source import Source
from scoring.register import find
from tests.scoring.columns.frames import items

MOF = find("cn-mof-2020-10")


def test_one_row_exactly() -> None:
    source = Source(items({}, {"actual": 0.1, "judgement": " achieved "}), MOF)
    row = source.open(slice(1, 2)).row(0)
    assert len(source) == 2
    assert (row.target, row.actual, row.upper) == (Decimal(100), Decimal("0.1"), None)
    assert (row.judgement, row.max_points) == ("achieved", Decimal(10))


def test_rows_of_one_route_stand_together() -> None:
    """The second row is of another route; the points are 1, 2 and 3 in the table."""
    signs = [">=", "<=", ">="]
    rows = [
        {"comparator": s, "direction": d, "max_points": n}
        for s, d, n in zip(signs, ("higher", "lower", "higher"), (1, 2, 3), strict=True)
    ]
    part = Source(items(*rows), MOF).open(slice(0, 3))
    assert [stretch.rows for stretch in part.stretches()] == [slice(0, 2), slice(2, 3)]
    assert part.order.tolist() == [0, 2, 1]
    assert part.points.numbers.tolist() == [100, 300, 200]
    assert [part.row(at).max_points for at in range(3)] == [1, 3, 2]


def test_ranges_and_strict_bounds_stand_together_in_their_route() -> None:
    """`=` and `between` take one route, `>=` and `>` another."""
    signs = ["between", ">", "=", ">="]
    directions = ["exact", "higher", "exact", "higher"]
    rows = [
        {"comparator": sign, "direction": direction, "upper": Decimal(200)}
        for sign, direction in zip(signs, directions, strict=True)
    ]
    part = Source(items(*rows), MOF).open(slice(0, 4))
    found = {tuple(part.order[stretch.rows]): stretch for stretch in part.stretches()}
    ranges, bounds = found[2, 0], found[3, 1]
    assert part.order[ranges.ranges].tolist() == [0]
    assert part.order[bounds.strict].tolist() == [1]
    assert part.order[ranges.strict].size == part.order[bounds.ranges].size == 0


def test_one_power_of_ten_for_all_rows_or_none() -> None:
    fine = Source(items({}, {"target": Decimal("0.25")}, {"actual": None}), MOF).open(slice(0, 3))
    found = fine.read()
    assert found is not None
    places, (target, actual) = found
    assert (places, actual.read) != (0, None)
    assert sorted(zip(fine.order, target.numbers, strict=True)) == [(0, 10000), (1, 25), (2, 10000)]
    source = Source(items({}, {"target": Decimal("1e-9")}), MOF)
    assert source.open(slice(0, 2)).read() is None
    assert source.open(slice(0, 1)).read() is None  # it is not tried again


def test_missing_columns_are_named() -> None:
    with pytest.raises(UsageError, match=r"direction、max_points"):
        Source(items({}).drop(columns=["direction", "max_points"]), MOF)


def test_doubled_columns_are_named() -> None:
    frame = items({})
    with pytest.raises(UsageError, match="actual"):
        Source(pd.concat([frame, frame[["actual"]]], axis=1), MOF)
