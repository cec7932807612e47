"""Rows that no column law covers are judged as in a form, alike ones once."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.columns import score_frame, workings
from scoring.columns.routes import Router
from scoring.columns.single import Single
from scoring.columns.source import Source
from scoring.model import Working
from scoring.register import find
from scoring.table import REASONS, Reason
from tests.scoring.columns.frames import items

DUE: dict[str, Any] = {
    "kind": "deadline",
    "comparator": "<=",
    "direction": "lower",
    "target": "2019-12-31",
}


def test_the_working_of_a_row_is_that_of_a_form() -> None:
    rows: list[dict[str, Any]] = [
        {"comparator": "<", "direction": "lower", "target": 48, "actual": 60, "max_points": 6.25},
        {"category": "execution", "comparator": None, "target": 100, "actual": 87.3},
        {"actual": None},
        {"kind": None},
    ]
    counted, money, missing, unknown = workings(items(*rows), "cn-mof-2020-10")
    assert isinstance(counted, Working)
    assert isinstance(money, Working)
    assert (counted.formula, counted.rule) == ("6.25 × 48 ÷ 60 = 5.00", "quantitative")
    assert (money.formula, money.rule) == ("10.00 × 87.3 ÷ 100 = 8.73", "execution")
    assert "2020" in counted.cite
    assert (missing, unknown) == (REASONS[Reason.ACTUAL_MISSING], REASONS[Reason.KIND_UNKNOWN])


def test_without_evidence_the_working_says_so() -> None:
    (working,) = workings(items({"evidence": ""}), "cn-sc-review-2026")
    assert isinstance(working, Working)
    assert (working.points, working.words.en) == (Decimal("0.00"), "no evidence: no points")


def _verdict(**row: Any):
    standard = find("cn-mof-2020-10")
    read = Source(items({**DUE, **row}), standard).open(slice(0, 1)).row(0)
    return Single(standard).judge(read, Router(standard).route(read.at))


@pytest.mark.parametrize(
    ("actual", "judgement", "cents", "met"),
    [
        ("2019-12-20", None, 1000, True),
        ("2020-01-05", None, 700, False),
        (None, "achieved", 1000, True),
        (None, "not_achieved", 0, False),
    ],
)
def test_a_deadline(actual: str | None, judgement: str | None, cents: int, met: bool) -> None:
    verdict = _verdict(actual=actual, judgement=judgement)
    assert (verdict.points, verdict.met, verdict.reason) == (cents, met, None)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"actual": None}, Reason.ACTUAL_MISSING),
        ({"actual": "随便"}, Reason.NO_NUMBER),
        ({"actual": Decimal(3)}, Reason.ACTUAL_MISSING),
        ({"actual": "2019-12-20", "max_points": Decimal("1.005")}, Reason.POINTS_WRONG),
        ({"actual": None, "judgement": "很好"}, Reason.REFUSED),
        ({"actual": None, "judgement": "not_applicable"}, Reason.NOT_APPLICABLE),
    ],
)
def test_why_not(row: dict[str, Any], reason: Reason) -> None:
    assert _verdict(**row).reason is reason


@pytest.mark.parametrize(
    ("row", "points"),
    [
        # All of the budget, 100 of 100, is all of it, whatever sign stands beside.
        ({"category": "execution", "comparator": ">", "target": 100, "actual": 100}, "10.00"),
        ({"category": "execution", "kind": "qualitative", "target": 100, "actual": 50}, "5.00"),
        # Once in two years is 0.5 a year, and no share: 10 × 0.4 ÷ 0.5.
        ({"kind": "schedule", "target": 0.5, "actual": 0.4}, "8.00"),
    ],
)
def test_workings_and_scores_are_one(row: dict[str, Any], points: str) -> None:
    frame = items({"max_points": 10, **row})
    (working,) = workings(frame, "cn-mof-2020-10")
    (scored,) = score_frame(frame, "cn-mof-2020-10").to_dict("records")
    assert isinstance(working, Working)
    assert working.points == scored["points"] == Decimal(points)
    assert working.met is bool(scored["met"])


@pytest.mark.parametrize(("budget", "spent"), [(0, 0), (-5, 10), (100, -1)])
def test_no_budget_has_no_execution_rate(budget: int, spent: int) -> None:
    frame = items({"category": "execution", "target": budget, "actual": spent})
    assert workings(frame, "cn-mof-2020-10") == [REASONS[Reason.ZERO_BUDGET]]
    assert score_frame(frame, "cn-mof-2020-10")["reason"].tolist() == ["zero_budget"]


def test_an_answer_in_words_is_worth_what_it_says_whatever_stands_as_its_number() -> None:
    """The middle of [50%, 80%) of 10 points, beside a text that is no number."""
    row = {"kind": "qualitative", "comparator": None, "direction": None, "target": None}
    frame = items({**row, "judgement": "partly_achieved", "actual": "部分完成", "max_points": 10})
    (working,) = workings(frame, "cn-selfeval-2016")
    assert isinstance(working, Working)
    assert working.points == score_frame(frame, "cn-selfeval-2016")["points"][0] == Decimal("6.50")
