"""Habits of rounding."""

import pytest

from scoring.recheck.cuts import Cut


def _cut(to: str, mode: str) -> Cut:
    return Cut.model_validate(
        {"id": "a", "title": "某", "title_en": "some", "of": "points", "to": to, "mode": mode}
    )


@pytest.mark.parametrize(
    ("to", "mode", "cents", "due"),
    [
        ("1", "half_up", 862, 900),
        ("1", "down", 862, 800),
        ("0.1", "down", 189, 180),
        ("0.1", "half_up", 1946, 1950),
        ("0.5", "half_up", 862, 850),
        ("0.5", "half_up", 875, 900),  # a half goes upwards
        ("0.01", "down", 862, 862),
    ],
)
def test_points_are_rounded_to_steps(to: str, mode: str, cents: int, due: int) -> None:
    assert _cut(to, mode).rounding.cut(cents, 1) == due


def test_a_quotient_is_rounded_once() -> None:
    """1.946 is 1.9 to one decimal; by way of 1.95 it would be 2.0."""
    assert _cut("0.1", "half_up").rounding.cut(2_00 * 973, 1000) == 190
