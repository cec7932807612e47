"""Rows that are alike in what rules ask for get the number of one route."""

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from indicators.model import Comparator, Direction, Kind
from scoring.columns.keys import FLAGS, OWN_UPPER, STRICT_BOUND, Keys
from scoring.columns.pages import numbers_of
from scoring.columns.routes import Router
from scoring.register import find
from tests.scoring.columns.frames import items


def _taken(keys: Keys, frame: pd.DataFrame, rows: slice) -> list[int]:
    return [int(taken) >> FLAGS for taken in _of(keys, frame, rows)]


def _of(keys: Keys, frame: pd.DataFrame, rows: slice) -> np.ndarray[Any, Any]:
    return keys.of(rows, numbers_of(frame["target"])(rows).states())


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


def test_codes_of_the_columns_own_give_the_same_routes() -> None:
    """Few categories go into the key as they are, many and words are looked up: all alike."""
    frame = items(
        {},
        {"comparator": " > ", "category": "benefit.social"},
        {"kind": None, "category": "output.cost"},
        {"comparator": "<=", "direction": "lower"},
    )
    router, rows = Router(find("cn-mof-2020-10")), slice(0, 4)
    names = ["category", "kind", "comparator", "direction"]
    few = frame.astype(dict.fromkeys(names, "category"))
    many = few.assign(comparator=few["comparator"].cat.add_categories([str(n) for n in range(999)]))
    found = []
    for table in (frame, few, many):
        keys = Keys(table, router)
        taken = _of(keys, table, rows).tolist()
        found.append([(keys.routes[n >> FLAGS], n & 3) for n in taken])
    assert found[0] == found[1] == found[2]
    assert [flags for _, flags in found[0]] == [0, STRICT_BOUND, 0, 0]


def test_strict_bounds_and_ranges_are_flags_of_a_route() -> None:
    signs = [(">=", "higher"), (">", "higher"), ("=", "exact"), ("between", "exact")]
    frame = items(*({"comparator": sign, "direction": direction} for sign, direction in signs))
    keys = Keys(frame, Router(find("cn-mof-2020-10")))
    rows = slice(0, 4)
    taken = _of(keys, frame, rows)
    assert (taken & 3).tolist() == [0, STRICT_BOUND, 0, OWN_UPPER]
    assert (taken >> FLAGS).tolist() == [0, 0, 1, 1]
