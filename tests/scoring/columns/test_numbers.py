"""Whole numbers of several columns are scaled by one power of ten."""

from decimal import Decimal

import numpy as np
import pandas as pd

from scoring.columns.numbers import Block, read_blocks, whole_blocks
from scoring.columns.pages import numbers_of

D = Decimal


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


def test_the_rows_of_a_block_in_another_order() -> None:
    page = numbers_of(pd.Series([1.5, np.nan, 3.0]))(slice(0, 3))
    block = page.numbers(slice(None), 2).taken(np.array([1, 2, 0]))
    assert block.numbers.tolist() == [0, 300, 150]
    assert block.read is not None
    assert block.read.tolist() == [False, True, True]
    assert (block.ends, block.at(slice(1, 3)).ends, block.at(slice(1, 3)).read) == (
        (0, 300),
        (0, 300),
        None,
    )


def test_whole_pages_take_the_first_power_that_leaves_nothing_out() -> None:
    cents, gap = (numbers_of(pd.Series(c))(slice(0, 2)) for c in ([1.25, 3.0], [np.nan, 7.0]))
    found = whole_blocks([cents, gap], [0, 2, 4])
    assert found is not None
    places, (first, second) = found
    assert (places, first.numbers.tolist(), second.left_out) == (2, [125, 300], 1)
    assert whole_blocks([cents, gap], [0]) is None
    third = numbers_of(pd.Series([1 / 3, 1.0]))(slice(0, 2))
    assert whole_blocks([third], [0, 2, 4, 6]) is None


def test_numbers_of_another_block_take_their_places() -> None:
    own = Block(np.array([1.0, 2.0, 3.0]))
    other = Block(np.array([7.0, 9.0]), np.array([True, False]))
    both = own.replaced(slice(1, 3), other)
    assert both.numbers.tolist() == [1, 7, 0]
    assert both.read is not None
    assert both.read.tolist() == [True, True, False]
    assert own.replaced(slice(0, 1), Block(np.array([9.0]))).ends == (1, 9)


def test_a_number_that_no_float_is_keeps_its_last_digit() -> None:
    large = Block(np.array([2**53 + 1]))
    assert Block(np.array([1.0, 2.0])).replaced(slice(0, 1), large).numbers.tolist() == [
        2**53 + 1,
        2,
    ]


def test_where_no_power_fits_all_the_best_is_taken() -> None:
    """Large floats are whole at 0 places and leave 15 digits behind at 6: half of them is read."""
    large = pd.Series([123456789012345.0, 1 / 3] * 50)
    places, (block,) = _scaled(large)
    assert (places, block.left_out) == (0, 50)
