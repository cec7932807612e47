"""Whole tables: every kind of row, with numbers worked out by hand."""

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from scoring import find, score_frame
from scoring.columns.scorer import ROWS
from tests.scoring.columns.frames import items

D = Decimal
LOWER: dict[str, Any] = {"comparator": "<", "direction": "lower"}
WORDS: dict[str, Any] = {"kind": "qualitative", "target": None, "actual": None}
SHARE: dict[str, Any] = {"category": "satisfaction.beneficiary", "dimension": "ratio"}


def _points(standard: str, *rows: dict[str, Any]) -> list[Decimal | None]:
    table = score_frame(items(*rows), standard)
    return [None if pd.isna(cell) else cell for cell in table["points"]]


def test_the_usual_methods() -> None:
    """94 of 100; 48 of 60 hours; 65% of a judgement; 87.3 of 100 executed."""
    rows = [
        {},
        {**LOWER, "target": 48, "actual": 60, "max_points": D("6.25")},
        {**WORDS, "judgement": "partly_achieved", "max_points": D("7.50")},
        {"category": "execution", "actual": D("87.3")},
    ]
    assert _points("cn-selfeval-2016", *rows) == [D("9.40"), D("5.00"), D("4.88"), D("8.73")]


def test_a_line_to_zero_at_twice_the_target() -> None:
    rows: list[dict[str, Any]] = [
        {**LOWER, "target": 10, "actual": actual} for actual in (9, 12, 15, 20, 25)
    ]
    assert _points("cn-practice-linear", *rows) == [10, 8, 5, 0, 0]


def test_bands_of_satisfaction() -> None:
    """90% and more: all; 80%: 80%; 60%: 50%; below: none."""
    rows = [
        {**SHARE, "target": D("0.9"), "actual": D(actual)}
        for actual in ("0.9", "0.8999", "0.8", "0.6", "0.5999")
    ]
    assert _points("cn-mof-2021-101", *rows) == [10, 8, 8, 5, 0]


def test_lamps_of_what_should_rather_be_less() -> None:
    """No more than the limit is green (75%), more is red (25%), whether or not a ≤ was written."""
    rows: list[dict[str, Any]] = [
        {"comparator": sign, "direction": "lower", "target": 100, "actual": actual}
        for sign in ("<=", "=")
        for actual in (100, 120)
    ]
    assert _points("cn-practice-monitoring", *rows) == [D("7.5"), D("2.5"), D("7.5"), D("2.5")]


def test_months_shrink_limits_from_above_as_well() -> None:
    """By July 70 of 120 may be spent: 87.5 is 80%, all 120 is 58.3%."""
    given = find("cn-practice-monitoring")
    rules = tuple(rule for rule in given.rules if not rule.id.startswith("reverse"))
    standard = given.model_copy(update={"rules": rules})
    rows: list[dict[str, Any]] = [
        {**LOWER, "target": 120, "actual": D(actual)} for actual in ("70", "87.5", "88", "120")
    ]
    found = score_frame(items(*rows), standard)["points"].tolist()
    assert found == [D("7.5"), D("7.5"), D("5"), D("2.5")]


def test_steps_of_satisfaction() -> None:
    """Every 5 points below 90% cost 1; steps begun do not count."""
    rows = [
        {**SHARE, "target": D("0.9"), "actual": D(actual)} for actual in ("0.86", "0.85", "0.8")
    ]
    assert _points("cn-jx-selfeval-2017", *rows) == [10, 9, 8]


def test_eighty_percent_is_eighty_percent() -> None:
    """26.4 of 33 is exactly 80%, which a float calls 0.7999…: 70% of 13 points, not 50%."""
    row = {"category": "execution", "target": 33.0, "actual": 26.4, "max_points": 13.0}
    assert _points("cn-mof-2021-101", row) == [D("9.10")]
    floats = items(row).astype(dict.fromkeys(("target", "actual", "max_points"), float))
    assert score_frame(floats, "cn-mof-2021-101")["points"].tolist() == [D("9.10")]


def test_numbers_beyond_64_bits() -> None:
    huge = 3 * 10**27
    rows: list[dict[str, Any]] = [
        {"target": huge, "actual": huge - 10**25},
        {"target": D("3E-20"), "actual": D("1E-20")},
    ]
    assert _points("cn-mof-2020-10", *rows) == [D("9.97"), D("3.33")]


def test_half_a_cent_goes_up() -> None:
    """0.125 of 1 point is 12.5 cents: 0.13."""
    row = {"target": 8, "actual": 1, "max_points": 1}
    assert _points("cn-mof-2020-10", row) == [D("0.13")]


def test_no_evidence_no_points() -> None:
    rows: list[dict[str, Any]] = [{"evidence": "合同"}, {"evidence": None}]
    assert _points("cn-sc-review-2026", *rows) == [D("9.40"), D("0.00")]


def test_late_days_and_claimed_shares() -> None:
    rows = [
        {"kind": "deadline", **LOWER, "target": "2019-12-31", "actual": "2020-01-05"},
        {**WORDS, "judgement": "achieved", "share": D("0.9")},
        {**WORDS, "judgement": "achieved", "share": D("0.5")},
    ]
    table = score_frame(items(*rows), "cn-mof-2020-10")
    assert table["points"].tolist()[:2] == [D("7.00"), D("9.00")]
    assert table["reason"].tolist()[2] == "refused"


def test_columns_of_dates_and_of_no_numbers() -> None:
    """Five days late by a column of dates: the default share of the band; truth is no number."""
    frame = items({"kind": "deadline", **LOWER})
    frame["target"], frame["actual"] = (
        pd.to_datetime(["2019-12-31"]),
        pd.to_datetime(["2020-01-05"]),
    )
    assert score_frame(frame, "cn-mof-2020-10")["points"].tolist() == [D("7.00")]
    frame = items({}).assign(actual=[True]).astype({"actual": bool})
    assert score_frame(frame, "cn-mof-2020-10")["reason"].tolist() == ["no_number"]


def test_days_and_what_else_may_answer_a_dated_promise() -> None:
    """In time and late by columns of days; silence and words where no day stands; a day with an
    upper bound, and a number, as in a form.
    """
    due = {"kind": "deadline", **LOWER, "target": "2019-12-31", "judgement": None}
    rows = [
        {**due, "actual": "2019-12-31"},
        {**due, "actual": "2020-01-01"},
        {**due, "actual": None},
        {**due, "actual": None, "judgement": "achieved"},
        {**due, "actual": None, "judgement": "谁知道"},
        {**due, "actual": 5, "judgement": "achieved"},
        {**due, "actual": "2019-12-30", "max_points": -1},
    ]
    table = score_frame(items(*rows), "cn-mof-2020-10")
    assert table["points"].tolist()[:2] == [D("10.00"), D("7.00")]
    assert table["met"].tolist()[:2] == [True, False]
    reasons = ["actual_missing", None, "judgement_unknown", None, "points_wrong"]
    found = table["reason"].astype(object).tolist()[2:]
    assert [None if pd.isna(each) else each for each in found] == reasons
    assert table["points"].tolist()[3] == table["points"].tolist()[5] == D("10.00")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"target": None}, "target_missing"),
        ({"actual": None}, "actual_missing"),
        ({"actual": float("nan")}, "actual_missing"),
        ({"actual": float("inf")}, "no_number"),
        ({"actual": "约九成"}, "no_number"),
        ({"actual": 1 / 3}, "no_decimal"),
        ({"actual": D("1E+40")}, "too_long"),
        ({"actual": "2019-12-31"}, "not_comparable"),
        ({"actual": -1}, "actual_negative"),
        ({"actual": None, "judgement": "not_achieved"}, "not_comparable"),
        ({"actual": None, "judgement": "not_applicable"}, "not_applicable"),
        ({"kind": "not_applicable"}, "not_applicable"),
        ({"kind": None}, "kind_unknown"),
        ({"comparator": "约"}, "comparator_unknown"),
        ({"comparator": "=", "direction": None}, "direction_unknown"),
        ({"comparator": "between", "direction": "exact"}, "upper_missing"),
        ({"max_points": None}, "points_wrong"),
        ({"max_points": D("1.005")}, "points_wrong"),
        ({"max_points": -1}, "points_wrong"),
        ({"category": "execution", "target": 0}, "zero_budget"),
        ({**WORDS}, "judgement_missing"),
        ({**WORDS, "judgement": "很好"}, "judgement_unknown"),
        ({**WORDS, "judgement": "achieved", "max_points": None}, "points_wrong"),
    ],
)
def test_what_cannot_be_judged_says_why(row: dict[str, Any], reason: str) -> None:
    table = score_frame(items({}, row), "cn-mof-2020-10")
    assert table["points"].tolist()[0] == D("9.40")
    assert pd.isna(table["points"][1])
    assert pd.isna(table["met"][1])
    assert table["reason"].tolist()[1] == reason


def test_a_target_of_zero_has_no_ratio() -> None:
    """Nothing may happen, 3 did: no points, and it says that there was no ratio."""
    table = score_frame(
        items({**LOWER, "comparator": "<=", "target": 0, "actual": 3}), "cn-mof-2020-10"
    )
    found = table[["points", "met", "reason"]].to_dict("records")
    assert found == [{"points": D("0.00"), "met": False, "reason": "no_ratio"}]


def test_said_to_be_kept() -> None:
    assert _points("cn-mof-2020-10", {"actual": None, "judgement": "achieved"}) == [10]


def test_the_index_is_kept_and_an_empty_table_is_scored() -> None:
    frame = items({}, {}).set_index(pd.Index(["x", "y"], name="key"))
    pd.testing.assert_index_equal(score_frame(frame, "cn-mof-2020-10").index, frame.index)
    assert len(score_frame(frame[:0], find("cn-mof-2020-10"))) == 0


def test_how_many_rows_are_opened_does_not_matter() -> None:
    """More rows than are opened at once, of three routes: row n has n ÷ 1000 of the points."""
    size = 2 * ROWS + 1000
    actual = np.arange(size) % 1001
    frame = pd.DataFrame(
        {
            "category": "output.quantity",
            "kind": pd.Categorical(np.where(actual == 7, "qualitative", "quantitative")),
            "comparator": np.where(np.arange(size) % 2, ">=", "="),
            "direction": "higher",
            "target": 1000,
            "actual": actual,
            "max_points": 10,
            "judgement": "achieved",
        }
    )
    points = score_frame(frame, "cn-mof-2020-10")["points"].astype(float).to_numpy()
    np.testing.assert_array_equal(points, np.where(actual == 7, 10, np.minimum(actual, 1000) / 100))
