"""Rows that are alike in what rules ask for get the number of one route."""

from decimal import Decimal

import numpy as np

from indicators.model import Comparator, Direction, Kind
from scoring.columns.keys import Keys
from scoring.columns.numbers import numbers_of
from scoring.columns.routes import Router
from scoring.register import find
from tests.scoring.columns.frames import items


def _taken(keys: Keys, frame, rows: slice) -> list[int]:
    target = numbers_of(frame["target"])
    return [int(route) for route in keys.of(rows, target, target.block(rows, 0), 1)]


def test_alike_rows_take_one_route() -> None:
    frame = items(
        {},
        {"category": "benefit.social", "actual": Decimal(3)},
        {"comparator": "≥"},
        {"comparator": "<=", "direction": "lower"},
        {"kind": "qualitative", "target": None},
        {"kind": "什么"},
    )
    keys = Keys(frame, Router(find("cn-mof-2020-10")))
    taken = _taken(keys, frame, slice(0, 6))
    assert taken[0] == taken[1] == taken[2]
    assert len(set(taken)) == 4 == len(keys.routes)


def test_later_blocks_may_bring_new_categories() -> None:
    frame = items({}, {"category": "satisfaction.beneficiary", "dimension": "ratio"})
    keys = Keys(frame, Router(find("cn-mof-2021-101")))
    first, second = _taken(keys, frame, slice(0, 1)), _taken(keys, frame, slice(1, 2))
    assert [keys.routes[n].rule for n in (*first, *second)] == ["quantitative", "satisfaction-rate"]
    assert _taken(keys, frame, slice(0, 2)) == [*first, *second]


def test_the_situation_of_one_row() -> None:
    frame = items({"measure": "门诊人次"}, {"kind": "duration", "comparator": None})
    keys = Keys(frame, Router(find("cn-jx-selfeval-2017")))
    at = keys.situation(0, Decimal("0.5"))
    assert (at.kind, at.comparator, at.direction) == (
        Kind.QUANTITATIVE,
        Comparator.GE,
        Direction.HIGHER,
    )
    assert (at.measure, at.category, at.state) == ("门诊人次", "output.quantity", "fraction")
    other = keys.situation(1, None)
    assert (other.kind, other.comparator, other.state) == (Kind.DEADLINE, None, "absent")


def test_evidence_counts_where_a_rule_asks_for_it() -> None:
    frame = items({"evidence": "合同"}, {"evidence": ""}, {"evidence": False})
    keys = Keys(frame, Router(find("cn-sc-review-2026")))
    proved = [keys.routes[n].proved for n in _taken(keys, frame, slice(0, 3))]
    assert np.array(proved).tolist() == [True, False, False]
