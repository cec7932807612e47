"""Digits are cut exactly and once."""

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rounding import Mode, Rounding, from_cents, half_up, percent, readable, to_cents


@pytest.mark.parametrize(
    ("mode", "digits", "cents"),
    [
        (Mode.HALF_UP, 2, 863),  # 8.625 → 8.63
        (Mode.HALF_EVEN, 2, 862),
        (Mode.DOWN, 2, 862),
        (Mode.UP, 2, 863),
        (Mode.HALF_UP, 1, 860),
        (Mode.HALF_UP, 0, 900),
        (Mode.DOWN, 0, 800),
    ],
)
def test_modes(mode: Mode, digits: int, cents: int) -> None:
    assert Rounding(digits=digits, mode=mode).cut(8625, 10) == cents


@given(st.integers(0, 10**40), st.integers(1, 10**40))
def test_half_up_is_exact_beyond_64_bits(numerator: int, denominator: int) -> None:
    assert half_up(numerator, denominator) == floor(
        Fraction(numerator, denominator) + Fraction(1, 2)
    )


@given(st.integers(0, 10**9))
def test_cents_and_points_are_one(cents: int) -> None:
    assert to_cents(from_cents(cents)) == cents


@pytest.mark.parametrize("points", ["1.005", "NaN", "Infinity"])
def test_what_is_no_number_of_points(points: str) -> None:
    with pytest.raises(ValueError, match=points):
        to_cents(Decimal(points))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("48.50"), "48.5"),
        (Decimal("123456789.123456789012"), "123456789.123456789012"),
        (Decimal(200_000) / 3, "≈66666.667"),
        (Decimal(1) / 3, "≈0.33333333"),
    ],
)
def test_a_number_without_an_end_says_that_it_was_cut(number: Decimal, text: str) -> None:
    assert readable(number) == text


def test_percent_is_rounded_half_up() -> None:
    """154.74 of 310.20 is 49.8839…%; 1 of 8 is 12.50%."""
    assert percent(15474, 31020) == "49.88%"
    assert percent(1, 8) == "12.50%"


@pytest.mark.parametrize("mode", Mode)
@given(cents=st.integers(0, 10_000), whole=st.integers(1, 10**6))
def test_who_kept_the_promise_has_all_points(mode: Mode, cents: int, whole: int) -> None:
    """To the cent by proportion alone, else by choice: 12.34 points are 12 in whole ones."""
    to_the_cent, coarse = Rounding(digits=2, mode=mode), Rounding(digits=0, mode=mode)
    assert to_the_cent.earned(True, cents, whole, whole) == cents
    assert to_the_cent.portion(cents, whole, whole) == cents
    assert coarse.earned(True, cents, whole, whole) == cents
    assert coarse.earned(False, cents, 0, whole) == 0
