"""Totals have one grade each: bounds, margins, tables printed in whole points, holes, overlaps."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from scoring.grades import Grades
from scoring.model import Margin
from scoring.register import find

D = Decimal
BEIJING = find("cn-beijing-selfeval-2016").grades


def _table(*bounds: tuple[int, int | None], whole_points: bool = False) -> dict[str, Any]:
    return {
        "whole_points": whole_points,
        "bands": [
            {"name": f"g{i}", "title": f"级{i}", "title_en": f"g{i}", "from": low, "to": high}
            for i, (low, high) in enumerate(bounds)
        ],
    }


WHOLE = Grades.model_validate(_table((90, 100), (80, 89), (60, 79), (0, 59), whole_points=True))
"""The uniform table for central departments: 90–100, 80–89, 60–79, 0–59."""


@pytest.mark.parametrize(
    ("total", "title"),
    [
        ("100.00", "优秀"),
        ("90.20", "优秀"),
        ("90.00", "优秀"),
        ("89.99", "良好"),
        ("80.00", "良好"),
        ("79.99", "一般"),
        ("60.00", "一般"),
        ("59.99", "较差"),
        ("0.00", "较差"),
    ],
)
def test_half_open_bands(total: str, title: str) -> None:
    assert BEIJING.grade(D(total)).title == title


@pytest.mark.parametrize(
    ("total", "below", "above"),
    [("90.20", "0.20", None), ("88.48", "8.48", "1.52"), ("59.00", None, "1.00")],
)
def test_margin(total: str, below: str | None, above: str | None) -> None:
    margin = BEIJING.margin(D(total))
    assert margin == Margin(*(None if m is None else D(m) for m in (below, above)))


@pytest.mark.parametrize(("total", "name"), [("89.50", "g0"), ("89.49", "g1"), ("79.60", "g1")])
def test_whole_points_are_rounded_first(total: str, name: str) -> None:
    assert WHOLE.grade(D(total)).name == name


def test_margin_of_whole_points() -> None:
    """89.40 rounds to 89; from 89.50 on it would be 90."""
    assert WHOLE.margin(D("89.40")) == Margin(D("9.90"), D("0.10"))


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ([(90, None), (60, None)], "hole"),
        ([(90, None), (95, None), (0, None)], "overlap"),
        ([(90, None), (90, None), (0, None)], "overlap"),
        ([(90, 100), (60, 85), (0, 60)], "hole"),
        ([(90, 100), (60, 95), (0, 60)], "overlap"),
    ],
)
def test_tables_that_do_not_fit(bounds: list[tuple[int, int | None]], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Grades.model_validate(_table(*bounds))
