"""Programs give on columns what plain arithmetic gives on numbers, in floats and in integers."""

from typing import Any

import numpy as np
import pytest

from scoring.case import Award
from scoring.columns.program import PIECE, Memory, Out, Program, peak
from scoring.columns.symbols import Tape
from scoring.rounding import Mode, Rounding, half_even, half_up
from scoring.whole import least, pick


def _run(award: Any, *columns: list[int], ends: tuple[int, int], dtype: type = float) -> Out:
    """What comes of `award`, which makes one of symbols, on columns of numbers within `ends`."""
    tape = Tape()
    given = [tape.given(ends) for _ in columns]
    out = Out.of(len(columns[0]))
    program = Program(given, award(*given))
    program.run([np.array(column, dtype) for column in columns], out, Memory())
    return out


@pytest.mark.parametrize("high", [10**4, 10**8], ids=["floats", "integers"])
@pytest.mark.parametrize("dtype", [np.int64, np.float64])
def test_a_law_on_columns(high: int, dtype: type) -> None:
    """1, 2 and 6 of 8: 2.5 → 3, 5 and 15 of 20; three are kept at 6."""

    def law(part: Any, whole: Any) -> Award:
        met = part >= 6
        return Award(pick(met, 20, half_up(20 * part, whole)), met, part, whole)

    tape = Tape()
    given = [tape.given((0, high)), tape.given((1, high * 10**9))]
    assert (peak(law(*given)) < 2**53) == (high == 10**4)
    out = Out.of(3)
    columns: Any = np.array([[1, 2, 6], [8, 8, 8]], dtype)
    Program(given, law(*given)).run(list(columns), out, Memory())
    assert out.points.tolist() == [3, 5, 20]
    assert out.met.tolist() == [False, False, True]
    assert out.achievement.tolist() == [0.125, 0.25, 0.75]


def test_quotients_of_floats_are_whole_quotients() -> None:
    """Just below a whole number, where a rounded quotient would come out as that number."""
    divisors = [3, 7, 10, 94906265, 2**26, 2**26 - 1]
    dividends = [divisor * (2**52 // divisor // 2) - 1 for divisor in divisors]
    tape = Tape()
    a, b = given = [tape.given((0, max(dividends))), tape.given((1, 2**27))]
    program = Program(given, Award(a // b, True, None, None))
    out = Out.of(len(divisors))
    program.run([np.array(dividends, float), np.array(divisors, float)], out, Memory())
    due = [x // y for x, y in zip(dividends, divisors, strict=True)]
    assert [int(points) for points in out.points] == due


def test_an_input_or_a_constant_is_put_down_too() -> None:
    out = _run(lambda a: Award(a, True, a, a), [3, 4], ends=(1, 9))
    assert (out.points.tolist(), out.met.tolist()) == ([3, 4], [True, True])
    assert out.achievement.tolist() == [1, 1]
    none = _run(lambda a: Award(0, a > 3, None, None), [3, 4], ends=(1, 9))
    assert (none.points.tolist(), none.met.tolist()) == ([0, 0], [False, True])


def test_no_achievement_where_the_whole_is_zero() -> None:
    out = _run(lambda a, b: Award(a, a == b, a, b), [3, 0, 3], [4, 0, 0], ends=(0, 9))
    assert out.achievement.tolist()[0] == 0.75
    assert np.isnan(out.achievement[1:]).all()


def test_what_is_used_again_is_not_overwritten() -> None:
    """(a + b) × (a − b) + (a + b) is a² − b² + a + b."""

    def law(a: Any, b: Any) -> Award:
        both = a + b
        return Award(both * (a - b) + both, both == 5, both, a)

    out = _run(law, [3, 9], [2, 1], ends=(1, 99))
    assert out.points.tolist() == [9 - 4 + 5, 81 - 1 + 10]
    assert (out.met.tolist(), out.achievement.tolist()) == ([True, False], [5 / 3, 10 / 9])


def test_more_rows_than_one_step_takes() -> None:
    size = 2 * PIECE + 5
    out = _run(lambda a: Award(2 * a, a > 7, a, a), list(range(1, size + 1)), ends=(1, size))
    np.testing.assert_array_equal(out.points, 2 * np.arange(1, size + 1))
    assert np.count_nonzero(~out.met) == 7


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("digits", [0, 1, 2])
def test_every_rounding(mode: Mode, digits: int) -> None:
    """1000 cents × n ÷ 16, as for numbers."""
    rounding = Rounding(mode=mode, digits=digits)
    parts = list(range(17))
    due = [rounding.portion(1000, part, 16) for part in parts]
    for ends in ((0, 16), (0, 10**12)):
        out = _run(
            lambda a: Award(rounding.portion(1000, least(a, 16), 16), True, None, None),
            parts,
            ends=ends,
        )
        assert out.points.tolist() == due


def test_half_to_even() -> None:
    out = _run(lambda a: Award(half_even(a, 2), True, None, None), [1, 3, 5, 6], ends=(0, 9))
    assert out.points.tolist() == [0, 2, 2, 3]
