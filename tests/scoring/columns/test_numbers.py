"""Columns of numbers of every type give the same whole numbers, or leave cells out."""

from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.columns.numbers import (
    ABSENT,
    DATE,
    FRACTION,
    NUMBER,
    Block,
    numbers_of,
    read_blocks,
    whole_block,
    whole_blocks,
)
from scoring.table import Reason

D = Decimal
ARROW = pd.ArrowDtype(pa.decimal128(38, 3))
WITH_GAP = [1, None, 30]


def _read(column: pd.Series | None, places: int = 2, size: int = 3) -> tuple[list[int], list[bool]]:
    block = numbers_of(column)(slice(0, size)).numbers(np.arange(size), places)
    read = np.ones(size, bool) if block.read is None else block.read
    return [int(n) if r else -1 for n, r in zip(block.numbers, read, strict=True)], read.tolist()


@pytest.mark.parametrize(
    "dtype", ["Int64", "Float64", "float64", "float32", ARROW, object, "int64[pyarrow]"], ids=str
)
def test_numbers_and_gaps_of_every_type(dtype: Any) -> None:
    column = pd.Series(WITH_GAP, dtype=dtype)
    assert _read(column) == ([100, -1, 3000], [True, False, True])
    page = numbers_of(column)(slice(0, 3))
    assert page.absent(np.array([0, 1, 2])).tolist() == [False, True, False]
    assert page.states().tolist() == [NUMBER, ABSENT, NUMBER]
    assert (page.cell(1), page.cell(2)) == (None, D(30))


@pytest.mark.parametrize("dtype", ["float64", ARROW, object], ids=str)
def test_a_fraction_is_told_apart(dtype: Any) -> None:
    column = pd.Series([D("0.9"), D(1), D(0)]).astype(dtype)
    assert numbers_of(column)(slice(0, 3)).states().tolist() == [FRACTION, NUMBER, NUMBER]


def test_a_date_is_told_apart() -> None:
    column = pd.Series(["2019-12-31", 5, "随便"], dtype=object)
    assert numbers_of(column)(slice(0, 3)).states().tolist() == [DATE, NUMBER, NUMBER]


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int64", "uint64"])
def test_whole_numbers(dtype: str) -> None:
    assert _read(pd.Series([1, 2, 3], dtype=dtype)) == ([100, 200, 300], [True] * 3)


def test_a_column_that_is_not_there() -> None:
    assert _read(None) == ([-1, -1, -1], [False] * 3)
    page = numbers_of(None)(slice(0, 2))
    assert (page.cell(0), page.states().tolist()) == (None, [ABSENT, ABSENT])


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


def _scaled(*columns: pd.Series, least: int = 0) -> tuple[int, list[Block]]:
    rows = slice(0, len(columns[0]))
    pages = [numbers_of(column)(rows) for column in columns]
    return read_blocks(pages, np.arange(rows.stop), least=least)


def test_rows_are_scaled_so_that_few_cells_are_left_out() -> None:
    cents, whole = pd.Series([D("1.25")] * 3, dtype=object), pd.Series([1, 2, 3])
    gaps = pd.Series([1.0, np.nan, np.nan])
    assert _scaled(whole, gaps)[0] == 0
    assert _scaled(whole, gaps, least=2)[0] == 2
    places, (left, right) = _scaled(whole, cents)
    assert (places, left.numbers[0], right.numbers[0]) == (2, 100, 125)


def test_one_fine_number_does_not_scale_the_others() -> None:
    places, (block,) = _scaled(pd.Series([1.0] * 200 + [0.123]))
    assert (places, block.left_out) == (0, 1)


def test_all_cells_of_a_page_each_at_its_place() -> None:
    page = numbers_of(pd.Series([1.5, np.nan, 3.0]))(slice(0, 3))
    block = whole_block(page, np.array([2, 0, 1]), 2)
    assert block.numbers.tolist() == [0, 300, 150]
    assert block.read is not None
    assert block.read.tolist() == [False, True, True]
    assert (block.ends, block.at(slice(1, 3)).ends, block.at(slice(1, 3)).read) == (
        (0, 300),
        (0, 300),
        None,
    )


def test_whole_pages_take_the_first_power_that_leaves_nothing_out() -> None:
    order = np.array([0, 1])
    cents, gap = (numbers_of(pd.Series(c))(slice(0, 2)) for c in ([1.25, 3.0], [np.nan, 7.0]))
    found = whole_blocks([cents, gap], order, [0, 2, 4])
    assert found is not None
    places, (first, second) = found
    assert (places, first.numbers.tolist(), second.left_out) == (2, [125, 300], 1)
    assert whole_blocks([cents, gap], order, [0]) is None
    third = numbers_of(pd.Series([1 / 3, 1.0]))(slice(0, 2))
    assert whole_blocks([third], order, [0, 2, 4, 6]) is None


def test_numbers_of_another_block_take_their_places() -> None:
    own = Block(np.array([1, 2, 3]), None)
    other = Block(np.array([7, 9]), np.array([True, False]))
    both = own.replaced(np.array([True, False, True]), other)
    assert both.numbers.tolist() == [7, 2, 0]
    assert both.read is not None
    assert both.read.tolist() == [True, True, False]


def test_where_no_power_fits_all_the_best_is_taken() -> None:
    """Large floats are whole at 0 places and leave 15 digits behind at 6: half of them is read."""
    large = pd.Series([123456789012345.0, 1 / 3] * 50)
    places, (block,) = _scaled(large)
    assert (places, block.left_out) == (0, 50)


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
