"""Rows that no column law covers are judged as in a form, alike ones once."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.columns.routes import Router
from scoring.columns.single import Single
from scoring.columns.source import Source
from scoring.register import find
from scoring.table import Reason
from tests.scoring.columns.frames import items

DUE: dict[str, Any] = {
    "kind": "deadline",
    "comparator": "<=",
    "direction": "lower",
    "target": "2019-12-31",
}


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
