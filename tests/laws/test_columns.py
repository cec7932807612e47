"""One law at both speeds: a table gives every row what the record gives the same promise."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import isnan
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.errors import ActualsError
from indicators.model import Actual, Comparator, Direction, Indicator, Judgement, Kind, Target
from scoring import find, score_frame
from scoring.items import Item, judge
from scoring.model import Working
from scoring.register import ids
from scoring.rounding import to_cents
from scoring.standard import Standard
from scoring.table import Reason

CATEGORIES = [
    *("output.quantity", "output.quality", "output.timeliness", "output.cost", "cost.economic"),
    *("benefit.social", "satisfaction.beneficiary", "decision.planning"),
]
SIDES = [(">=", "higher"), (">", "higher"), ("<=", "lower"), ("<", "lower")]
SIGNS = [*SIDES, ("=", "higher"), ("=", "lower"), ("=", "exact"), ("between", "exact")]
ANSWERS = [each.value for each in Judgement]

plain = st.decimals(0, 10**6, places=2, allow_nan=False)
huge = st.integers(10**16, 10**26).map(Decimal)
fine = st.decimals(0, 2, places=12, allow_nan=False)
below = st.decimals(-50, 0, places=1, allow_nan=False)
numbers = st.one_of(plain, st.integers(0, 30).map(Decimal), huge, fine, below)
shares = st.integers(0, 1200).map(lambda n: Decimal(n) / 1000)
points = st.decimals(0, 100, places=2, allow_nan=False)


@st.composite
def counted(draw: st.DrawFn) -> dict[str, Any]:
    """A row whose promise and fact are numbers; the fact is often at, or near, the bound."""
    sign, direction = draw(st.sampled_from(SIGNS))
    ratio = draw(st.booleans())
    target = draw(shares if ratio else numbers)
    times = draw(st.sampled_from(["1", "0.8", "0.6", "1.5", "2", "0.925"]))
    near = (target * Decimal(times)).normalize()
    return {
        "category": draw(st.sampled_from(CATEGORIES)),
        "kind": "quantitative",
        "comparator": sign,
        "direction": direction,
        "target": target,
        "upper": target + abs(draw(shares if ratio else numbers)) if sign == "between" else None,
        "actual": draw(st.one_of(st.just(near), shares if ratio else numbers)),
        "max_points": draw(points),
        "judgement": None,
        "dimension": "ratio" if ratio else "count",
    }


@st.composite
def worded(draw: st.DrawFn) -> dict[str, Any]:
    """A row whose fact is an answer in words."""
    return {
        "category": draw(st.sampled_from(CATEGORIES)),
        "kind": draw(st.sampled_from(["qualitative", "reference"])),
        "comparator": None,
        "direction": None,
        "target": None,
        "upper": None,
        "actual": None,
        "max_points": draw(points),
        "judgement": draw(st.sampled_from(ANSWERS)),
        "dimension": "count",
    }


rows = st.lists(st.one_of(counted(), worded()), min_size=1, max_size=12)


def _written(number: Decimal, *, ratio: bool) -> Decimal:
    """A number as forms write it: a share in percent."""
    return number * 100 if ratio else number


def _recorded(row: dict[str, Any], standard: Standard) -> Working | None:
    """What the record says about the same promise; None if it refuses to judge it."""
    ratio = row["dimension"] == "ratio"
    has_number = row["target"] is not None
    target = Target(
        Kind(row["kind"]),
        measure="某事",
        comparator=Comparator(row["comparator"]) if has_number else None,
        value=_written(row["target"], ratio=ratio) if has_number else None,
        upper=_written(row["upper"], ratio=ratio) if row["upper"] is not None else None,
        unit="%" if ratio else "个",
        dimension=row["dimension"],
        direction=Direction(row["direction"]) if has_number else None,
    )
    if has_number:
        value = _written(row["actual"], ratio=ratio)
        fact = Actual("quantitative", str(value), value, target.unit, evidence="有")
    else:
        judgement = Judgement(row["judgement"])
        bands = {band.judgement: band.title for band in standard.levels.bands}
        words = bands.get(judgement, judgement.value)
        fact = Actual("qualitative", words, judgement=judgement, evidence="有")
    of = Indicator(1, "", "", row["category"], None, "某事", (target,), "")
    counted_as = standard.weights.counted(row["category"])
    try:
        item = Item("1.1", of, target, fact, counted_as, to_cents(row["max_points"]))
        return judge(item, standard).working
    except ActualsError:
        return None


@pytest.mark.parametrize("id_", ids())
@settings(max_examples=60, deadline=None)
@given(rows=rows)
def test_a_table_is_judged_as_the_record_judges(id_: str, rows: Sequence[dict[str, Any]]) -> None:
    standard = find(id_)
    frame = pd.DataFrame([{**row, "measure": "某事", "evidence": "有"} for row in rows])
    scores = score_frame(frame.astype(dict.fromkeys(("target", "actual"), object)), standard)
    for row, found in zip(rows, scores.to_dict("records"), strict=True):
        due = _recorded(row, standard)
        if due is None:
            assert pd.isna(found["points"])
            assert found["reason"] in list(Reason)
            continue
        assert (found["points"], found["rule"]) == (due.points, due.rule), row
        assert (found["method"], found["met"]) == (due.method, due.met), row
        _assert_same_ratio(found["achievement"], due.achievement)


def _assert_same_ratio(found: float, due: str | None) -> None:
    part, _, whole = (due or "").partition("/")
    if not whole or Fraction(whole) == 0:
        assert isnan(found)
    else:
        assert found == pytest.approx(float(Fraction(part) / Fraction(whole)), rel=1e-12)


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(counted(), min_size=1, max_size=12))
def test_the_type_of_the_columns_does_not_matter(rows: Sequence[dict[str, Any]]) -> None:
    """Decimals, Arrow decimals and floats of the same numbers give the same points."""
    frame = pd.DataFrame(rows)
    columns = ["target", "upper", "actual", "max_points"]
    exact = score_frame(frame.astype(dict.fromkeys(columns, object)), "cn-practice-linear")
    short = [len(str(row[c]).replace(".", "").strip("-0")) <= 15 for row in rows for c in columns]
    if all(short):
        floats = score_frame(frame.astype(dict.fromkeys(columns, float)), "cn-practice-linear")
        pd.testing.assert_frame_equal(floats, exact)
