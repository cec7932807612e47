"""What a law does to symbols is written down once; what bounds settle is not written at all."""

from typing import Any

import numpy as np
import pytest

from scoring.columns.symbols import NotProvedError, Symbol, Tape, ends_of
from scoring.rounding import half_even, half_up, up
from scoring.whole import above_zero, least, pick


def _symbols(*ends: tuple[int, int]) -> Any:
    tape = Tape()
    return [tape.given(each) for each in ends]


def test_equal_steps_are_one() -> None:
    a, b = _symbols((0, 9), (0, 9))
    assert (a + b) * 2 is (a + b) * 2
    assert (a < b) is (b > a)
    assert (a <= b) is (b >= a)
    assert (a + b) is not (a - b)


def test_bounds_of_every_step() -> None:
    a, b = _symbols((-2, 3), (1, 5))
    found = {
        "add": a + b,
        "subtract": a - b,
        "multiply": a * b,
        "quotient": a // b,
        "rest": a % b,
        "negative": -a,
        "absolute": abs(a),
        "from a number": 10 - a,
        "truth": (a < b) * 7,
    }
    assert {name: ends_of(symbol) for name, symbol in found.items()} == {
        "add": (-1, 8),
        "subtract": (-7, 2),
        "multiply": (-10, 15),
        "quotient": (-2, 3),
        "rest": (0, 4),
        "negative": (-3, 2),
        "absolute": (0, 3),
        "from a number": (7, 12),
        "truth": (0, 7),
    }
    assert abs(b) is b


def test_what_bounds_settle_is_settled() -> None:
    a, b = _symbols((0, 3), (4, 5))
    assert [a < b, a <= b, b < a, b <= a, a == b, a != b] == [True, True, False, False, False, True]
    assert [b > 0, a >= 0, a > 3, a < a, a <= a, a == a] == [
        *(True, True, False, False, True, True)
    ]
    assert isinstance(a > 0, Symbol)


def test_plain_algebra() -> None:
    a, b = _symbols((-9, 9), (-9, 9))
    assert [a + 0, 0 + a, a * 1, 1 * a, a - 0, a // 1] == [a] * 6
    assert [a * 0, 0 * a, a - a] == [0, 0, 0]
    assert (a < b) & True is (a < b) | False
    assert ((a < b) & False, (a < b) | True) == (False, True)
    assert (a < b) & (a < b) is (a < b)


def test_a_quotient_that_undoes_a_product() -> None:
    """Rounding to the nearest whole number is of no use where the divisor is 1."""
    (a,) = _symbols((0, 9))
    assert half_up(a, 1) is a
    assert ends_of((a * 4 + 9) // 4) == (2, 11)
    assert ends_of((a * 4 + 3) // 5) == (0, 7)


def test_what_is_left_is_less_than_the_divisor() -> None:
    """Whatever the bounds of quotient and divisor alone would have it: 9 // 1 × 8 is 72."""
    a, b = _symbols((0, 9), (1, 8))
    assert ends_of(a // b * b) == (0, 9)
    assert ends_of(a - a // b * b) == ends_of(a % b) == (0, 7)


def test_a_choice_lies_within_what_is_chosen() -> None:
    """Not within 1 + 9 and 1 − 9, as the arithmetic of `pick` alone would have it."""
    a, b, c = _symbols((1, 9), (1, 9), (0, 5))
    assert ends_of(pick(c > 2, a, b)) == (1, 9)
    assert pick(a > 0, a, b) is a  # it surely is
    assert pick(a > 10, a, b) is b
    assert ends_of(pick((c > 0) & (a > 3), c, 7)) == (1, 7)
    assert ends_of(pick(c > 3, c, 7)) == (0, 7)


def test_the_smaller_and_the_larger_are_single_steps() -> None:
    a, b = _symbols((-9, 9), (0, 5))
    assert least(a, b).step is pick(b > a, a, b).step is np.minimum
    assert pick(a > b, a, b).step is pick(b <= a, a, b).step is np.maximum
    assert above_zero(a).step is np.maximum
    assert (ends_of(least(a, b)), ends_of(above_zero(a))) == ((-9, 5), (0, 9))


def test_at_most_and_not_equal_is_below() -> None:
    a, b = _symbols((0, 9), (0, 9))
    assert (a >= b) & (a != b) is (b < a)
    assert (a <= b) & (b != a) is (a < b)


def test_a_quotient_wants_a_divisor_that_is_surely_above_zero() -> None:
    a, b = _symbols((0, 9), (0, 9))
    with pytest.raises(NotProvedError):
        half_up(a, b)
    assert ends_of(a // pick(b > 0, b, 1)) == (0, 9)


@pytest.mark.parametrize("cut", [half_up, half_even, up])
def test_roundings_run_on_symbols(cut: Any) -> None:
    a, b = _symbols((0, 100), (1, 8))
    low, high = ends_of(cut(a, b))
    assert low <= 0
    assert high >= 100


def test_a_symbol_is_no_condition() -> None:
    (a,) = _symbols((0, 9))
    with pytest.raises(TypeError, match="pick"):
        bool(a > 3)
