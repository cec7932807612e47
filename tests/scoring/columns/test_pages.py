"""Columns of numbers of every type give the same whole numbers, or leave cells out."""

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.columns.pages import ABSENT, DATE, FRACTION, NUMBER, PIECE, Page, numbers_of
from scoring.table import Reason

D = Decimal
ARROW = pd.ArrowDtype(pa.decimal128(38, 3))
WITH_GAP = [1, None, 30]


def _read(column: pd.Series | None, places: int = 2, size: int = 3) -> tuple[list[int], list[bool]]:
    block = numbers_of(column)(slice(0, size)).numbers(np.arange(size), places)
    read = np.ones(size, bool) if block.read is None else block.read
    return [int(n) if r else -1 for n, r in zip(block.numbers, read, strict=True)], read.tolist()


def _states(page: Page) -> list[int]:
    return [int(state) for state in np.broadcast_to(page.states(), 3)]


@pytest.mark.parametrize(
    "dtype", ["Int64", "Float64", "float64", "float32", ARROW, object, "int64[pyarrow]"], ids=str
)
def test_numbers_and_gaps_of_every_type(dtype: Any) -> None:
    column = pd.Series(WITH_GAP, dtype=dtype)
    assert _read(column) == ([100, -1, 3000], [True, False, True])
    page = numbers_of(column)(slice(0, 3))
    assert page.absent(np.array([0, 1, 2])).tolist() == [False, True, False]
    assert _states(page) == [NUMBER, ABSENT, NUMBER]
    assert (page.cell(1), page.cell(2)) == (None, D(30))


@pytest.mark.parametrize("dtype", ["float64", ARROW, object], ids=str)
def test_a_fraction_is_told_apart(dtype: Any) -> None:
    column = pd.Series([D("0.9"), D(1), D(0)]).astype(dtype)
    assert _states(numbers_of(column)(slice(0, 3))) == [FRACTION, NUMBER, NUMBER]


def test_a_date_is_told_apart() -> None:
    column = pd.Series(["2019-12-31", 5, "随便"], dtype=object)
    assert _states(numbers_of(column)(slice(0, 3))) == [DATE, NUMBER, NUMBER]


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int64", "uint64"])
def test_whole_numbers(dtype: str) -> None:
    assert _read(pd.Series([1, 2, 3], dtype=dtype)) == ([100, 200, 300], [True] * 3)


def test_a_column_that_is_not_there() -> None:
    assert _read(None) == ([-1, -1, -1], [False] * 3)
    page = numbers_of(None)(slice(0, 2))
    assert (page.cell(0), page.states()) == (None, ABSENT)


def test_too_large_for_64_bits_is_left_out() -> None:
    assert _read(pd.Series([2**62, 5, -(2**62)])) == ([-1, 500, -1], [False, True, False])
    assert _read(pd.Series([10**30, 5, 1], dtype=object))[1] == [False, True, True]
    wide = pd.Series([D(10**25), D(5), D(1)], dtype=ARROW)
    assert _read(wide) == ([-1, 500, 100], [False, True, True])


def test_too_finely_divided_is_left_out() -> None:
    fine = [D("0.001"), D("1.25"), D("-0.5")]
    for dtype in (float, object, ARROW):
        assert _read(pd.Series(fine, dtype=dtype)) == ([-1, 125, -50], [False, True, True])


@pytest.mark.parametrize("value", [1 / 3, 0.1 + 0.2, float("inf"), 1e16, float("nan")])
def test_a_float_that_is_no_decimal_is_left_out(value: float) -> None:
    assert _read(pd.Series([value, 0.35, 29.0]))[1] == [False, True, True]


@given(
    st.lists(
        st.decimals(-999_999_999, 999_999_999, places=6, allow_nan=False), min_size=3, max_size=3
    )
)
def test_a_float_is_the_decimal_that_was_written(numbers: list[Decimal]) -> None:
    column = pd.Series([float(number) for number in numbers])
    assert _read(column, places=6)[0] == [int(number * 10**6) for number in numbers]


def test_a_slice_of_an_arrow_column() -> None:
    column = pd.concat([pd.Series([D(n), None], dtype=ARROW) for n in range(1, 4)])
    block = numbers_of(column)(slice(1, 5)).numbers(np.arange(4), 0)
    assert block.read is not None
    assert block.read.tolist() == [False, True, False, True]
    assert block.numbers[block.read].tolist() == [2, 3]


def test_floats_that_nobody_wrote_are_told_at_once() -> None:
    values = [1 / 3, 0.1 + 0.2, 0.1, 9.99999999999999, 123456789012345.0, 1e15, 0.0, float("nan")]
    page = numbers_of(pd.Series([*values, float("inf"), 1e-30, -2 / 3]))(slice(0, 11))
    found = page.no_decimals(np.arange(11)).tolist()
    assert found == [True, True, *[False] * 8, True]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_decimal_of_fifteen_digits_is_refused(value: float) -> None:
    page = numbers_of(pd.Series([value]))(slice(0, 1))
    if page.no_decimals(np.array([0]))[0]:
        assert page.cell(0) is Reason.NO_DECIMAL


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 20))
def test_a_decimal_of_fifteen_digits_is_never_refused(whole: int, places: int) -> None:
    page = numbers_of(pd.Series([float(D(whole).scaleb(-places))]))(slice(0, 1))
    assert not page.no_decimals(np.array([0]))[0]


def test_floats_of_other_sizes_are_not_trusted() -> None:
    page = numbers_of(pd.Series(np.array([0.1, 0.5], np.float16)))(slice(0, 2))
    assert page.numbers(np.arange(2), 2).left_out == 2
    assert page.cell(0) is Reason.NO_DECIMAL


def test_other_types_hold_no_such_floats() -> None:
    for column in (pd.Series([1]), pd.Series([1 / 3], dtype=object), None):
        assert numbers_of(column)(slice(0, 1)).no_decimals(np.array([0])).tolist() == [False]


def test_one_state_for_all_is_said_once() -> None:
    assert numbers_of(pd.Series([1.0, 2.5, 300.0]))(slice(0, 3)).states() == NUMBER
    assert numbers_of(pd.Series([1, 2, 3]))(slice(0, 3)).states() == NUMBER


def test_more_rows_than_are_read_at_once() -> None:
    """Row n holds n ÷ 4, the last nothing: in hundredths 25 n, between 0 and 25 times the last."""
    size = 2 * PIECE + 3
    values = np.arange(size) / 4
    block = numbers_of(pd.Series(values))(slice(0, size)).numbers(slice(None), 2)
    assert (block.read, block.ends) == (None, (0, 25 * (size - 1)))
    np.testing.assert_array_equal(block.numbers, 25 * np.arange(size))
    values[-1] = np.nan
    page, backwards = numbers_of(pd.Series(values))(slice(0, size)), np.arange(size)[::-1]
    block = page.numbers(backwards, 2)
    assert (block.left_out, block.ends) == (1, (0, 25 * (size - 2)))
    np.testing.assert_array_equal(block.numbers[1:], 25 * np.arange(size - 1)[::-1])


def test_what_floats_do_not_hold_stays_an_integer() -> None:
    """2^53 + 1 is the first whole number that no float is."""
    page = numbers_of(pd.Series([2**53 + 1, 1]))(slice(0, 2))
    block = page.numbers(slice(None), 0)
    assert block.numbers.tolist() == [2**53 + 1, 1]
    assert block.numbers.dtype == np.int64
