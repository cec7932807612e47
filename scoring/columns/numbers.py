"""Columns of numbers read some rows at a time, as whole numbers of a common power of ten.

What is read quickly is exact; what cannot be (too long, too finely divided, text that is no number)
is left out, and `cell` reads that alone.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final, Protocol, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa

from scoring.columns.cells import FLOAT_DIGITS, Cell, read_cell, scaled

Array: TypeAlias = np.ndarray[Any, Any]

ROOM: Final = 2**62
"""Whole numbers below this, and their sums, fit 64 bits."""

PLACES: Final = (0, 2, 4, 6)
"""The powers of ten that rows are scaled by. More decimal places are read cell by cell."""

MOST_PLACES: Final = 22
"""Powers of ten up to this one are exact in floats."""

PIECE: Final = 16_384
"""Rows that one step is taken for at once, so that the next finds them in the processor's cache."""

FEW: Final = 64
"""One cell in so many may be left out before rows are scaled by a higher power of ten."""

ABSENT, NUMBER, FRACTION, DATE = range(4)
"""What may stand in a cell. A fraction lies strictly between 0 and 1."""


At: TypeAlias = Array | slice
"""Places on a page, or in a block."""

Ends: TypeAlias = tuple[int, int]
"""Two numbers between which a column lies."""


def ends_of(numbers: Array) -> Ends:
    """The least and the largest of whole numbers; of none at all, zero."""
    return (int(numbers.min()), int(numbers.max())) if numbers.size else (0, 0)


class Block:
    """Whole numbers, and which of them were read: all (`read` is None), or those where it is.

    Those that were not read are 0.
    """

    __slots__ = ("_ends", "numbers", "read")

    def __init__(self, numbers: Array, read: Array | None) -> None:
        self.read = None if read is None or bool(read.all()) else read
        self.numbers = numbers if self.read is None else np.where(self.read, numbers, 0)
        self._ends: Ends | None = None

    @property
    def ends(self) -> "Ends":
        """Bounds of its numbers, from below and from above."""
        if self._ends is None:
            self._ends = ends_of(self.numbers)
        return self._ends

    def at(self, rows: At) -> "Block":
        """Some rows of the block. Its bounds hold for them too, so they are not sought again."""
        some = Block.__new__(Block)
        read = None if self.read is None else self.read[rows]
        some.read = None if read is None or bool(read.all()) else read
        some.numbers, some._ends = self.numbers[rows], self.ends
        return some

    @property
    def left_out(self) -> int:
        """How many cells were not read."""
        return 0 if self.read is None else int(self.read.size - np.count_nonzero(self.read))

    def replaced(self, condition: Array, others: "Block") -> "Block":
        """The same with the numbers of another block, in order, where the condition holds."""
        numbers = self.numbers.copy()
        numbers[condition] = others.numbers
        if self.read is None and others.read is None:
            return Block(numbers, None)
        read = np.ones(numbers.size, bool) if self.read is None else self.read.copy()
        read[condition] = True if others.read is None else others.read
        return Block(numbers, read)


class Page(Protocol):
    """Some rows of a column of numbers, opened for reading. `at` are places on the page."""

    def states(self) -> Array:
        """What stands in every cell."""

    def absent(self, at: At) -> Array:
        """Which cells are empty."""

    def numbers(self, at: At, places: int) -> Block:
        """The cells times ten to the power of `places`, where that is whole and fits 64 bits."""

    def no_decimals(self, at: Array) -> Array:
        """Which cells are floats that surely stand for no decimal that anybody wrote."""

    def cell(self, at: int) -> Cell:
        """One cell, exactly."""


Column: TypeAlias = Callable[[slice], Page]
"""Opens some rows of a column."""


class _Exact:
    """A page that holds no floats."""

    def no_decimals(self, at: Array) -> Array:
        """None is one."""
        return np.zeros(at.size, bool)


class Blank(_Exact):
    """A page of a column that is not there."""

    def __init__(self, size: int) -> None:
        self._size = size

    def states(self) -> Array:
        """Nothing stands anywhere."""
        return np.full(self._size, ABSENT, np.int8)

    def absent(self, at: At) -> Array:
        """Every cell is."""
        return np.ones(self._size, bool)[at]

    def numbers(self, at: At, places: int) -> Block:
        """None were read."""
        none = np.zeros(self._size, bool)[at]
        return Block(none.astype(np.int64), none)

    def cell(self, at: int) -> Cell:
        """Nothing."""
        return None


class Integers(_Exact):
    """A page of whole numbers of at most 64 bits, some of which may be absent."""

    def __init__(self, values: Array, mask: Array | None) -> None:
        self._values, self._mask = values, mask

    def states(self) -> Array:
        """Numbers, but where nothing stands."""
        if self._mask is None:
            return np.full(self._values.size, NUMBER, np.int8)
        return np.where(self._mask, ABSENT, NUMBER).astype(np.int8)

    def absent(self, at: At) -> Array:
        """Which cells are empty."""
        return np.zeros(self._values.size, bool)[at] if self._mask is None else self._mask[at]

    def numbers(self, at: At, places: int) -> Block:
        """The cells times ten to the power of `places`, where that fits."""
        read = None if self._mask is None else ~self._mask[at]
        values = _some(self._values, at).astype(np.int64, copy=False)
        limit = ROOM // 10**places
        if values.size and (values.max() >= limit or values.min() <= -limit):
            fits = (values < limit) & (values > -limit)
            values, read = np.where(fits, values, 0), fits if read is None else read & fits
        return Block(values * 10**places if places else values, read)

    def cell(self, at: int) -> Cell:
        """One cell, exactly."""
        gone = self._mask is not None and bool(self._mask[at])
        return None if gone else read_cell(self._values[at])


class Floats:
    """A page of binary floats, taken where they are decimals in disguise.

    A decimal of up to 15 significant digits (6 in 32 bits) is the only one of so few digits that
    its float stands for. So where a whole number of at most 15 digits, divided by a power of ten,
    gives the very same float, it is what was written.
    """

    def __init__(self, values: Array) -> None:
        self._values = values
        self._limit = 10.0 ** FLOAT_DIGITS[values.dtype.itemsize]

    def states(self) -> Array:
        """Numbers and fractions, but where nothing stands."""
        fraction = (self._values > 0) & (self._values < 1)
        states = fraction.astype(np.int8) + np.int8(NUMBER)
        states[np.isnan(self._values)] = ABSENT
        return states

    def absent(self, at: At) -> Array:
        """Which cells are empty."""
        return np.asarray(np.isnan(_some(self._values, at)))

    def numbers(self, at: At, places: int) -> Block:
        """The cells times ten to the power of `places`, where that is exact."""
        values, power = _some(self._values, at), 10.0**places
        with np.errstate(invalid="ignore", over="ignore"):
            whole = values.astype(np.float64, copy=False) * power
            np.rint(whole, out=whole)
            read = (whole / power).astype(values.dtype, copy=False) == values
            if whole.size and not -self._limit < whole.min() <= whole.max() < self._limit:
                read &= np.abs(whole) < self._limit
            return Block(whole.astype(np.int64), read)

    def no_decimals(self, at: Array) -> Array:
        """Those that differ from the nearest decimal of as many digits as a float holds.

        Only where that decimal is found by one exact power of ten; the others are left to `cell`.
        """
        values = self._values.take(at)
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            size = np.abs(values).astype(np.float64)
            digits = np.floor(np.log10(size))
            digits -= size < 10.0**digits  # a logarithm may be off by one
            places = np.log10(self._limit) - 1 - digits
            sure = np.isfinite(values) & (places >= 0) & (places <= MOST_PLACES)
            power = 10.0 ** np.where(sure, places, 0)
            nearest = np.rint(values.astype(np.float64) * power) / power
            return np.asarray(sure & (nearest.astype(values.dtype) != values))

    def cell(self, at: int) -> Cell:
        """One cell, exactly."""
        return read_cell(self._values[at])


class Decimals(_Exact):
    """A page of an Arrow column of decimals of 128 bits."""

    def __init__(self, cells: pa.Array) -> None:
        self._cells, self._scale = cells, cells.type.scale
        words = np.frombuffer(cells.buffers()[1], np.int64)[2 * cells.offset :]
        low, high = words[: 2 * len(cells) : 2], words[1 : 2 * len(cells) : 2]
        self._there = cells.is_valid().to_numpy(zero_copy_only=False)
        fits = self._there & (high == low >> np.int64(63))
        self._whole = Integers(np.where(fits, low, 0), ~fits)

    def states(self) -> Array:
        """Numbers and fractions, but where nothing stands."""
        states = np.where(self._there, NUMBER, ABSENT).astype(np.int8)
        block = self._whole.numbers(slice(None), 0)
        states[(block.numbers > 0) & (block.numbers < 10**self._scale)] = FRACTION
        return states

    def absent(self, at: At) -> Array:
        """Which cells are empty."""
        return np.asarray(~self._there[at])

    def numbers(self, at: At, places: int) -> Block:
        """The cells times ten to the power of `places`, where that is whole and fits."""
        if places >= self._scale:
            return self._whole.numbers(at, places - self._scale)
        block = self._whole.numbers(at, 0)
        whole, rest = np.divmod(block.numbers, 10 ** (self._scale - places))
        return Block(whole, rest == 0 if block.read is None else block.read & (rest == 0))

    def cell(self, at: int) -> Cell:
        """One cell, exactly."""
        return read_cell(self._cells[at].as_py())


class Cells(_Exact):
    """A page of Python objects: decimals, numbers of any size, dates, or text that holds them."""

    def __init__(self, values: Array) -> None:
        self._cells = [read_cell(value) for value in values]

    def states(self) -> Array:
        """What stands in every cell; what is no number counts as one, until it is read."""
        return np.array([_state(cell) for cell in self._cells], np.int8)

    def absent(self, at: At) -> Array:
        """Which cells are empty."""
        return np.array([cell is None for cell in self._chosen(at)], bool)

    def numbers(self, at: At, places: int) -> Block:
        """The cells times ten to the power of `places`, where that is whole and fits."""
        whole = [scaled(cell, places) for cell in self._chosen(at)]
        fits = [number is not None and -ROOM < number < ROOM for number in whole]
        numbers = [number if fit else 0 for number, fit in zip(whole, fits, strict=True)]
        return Block(np.array(numbers, np.int64), np.array(fits, bool))

    def cell(self, at: int) -> Cell:
        """One cell, exactly."""
        return self._cells[at]

    def _chosen(self, at: At) -> list[Cell]:
        return self._cells[at] if isinstance(at, slice) else [self._cells[place] for place in at]


def _state(cell: Cell) -> int:
    if isinstance(cell, dt.date):
        return DATE
    if isinstance(cell, Decimal) and 0 < cell < 1:
        return FRACTION
    return ABSENT if cell is None else NUMBER


def numbers_of(column: pd.Series | None) -> Column:
    """The way to read a column of numbers; None for one that is not there."""
    if column is None:
        return lambda rows: Blank(rows.stop - rows.start)
    dtype = column.dtype
    if isinstance(dtype, pd.ArrowDtype) and pa.types.is_decimal128(dtype.pyarrow_dtype):
        chunks = pa.chunked_array(column.array.__arrow_array__())
        return lambda rows: Decimals(_joined(chunks.slice(rows.start, rows.stop - rows.start)))
    if isinstance(dtype, np.dtype) and dtype.kind in "fi":
        return _plain(column.to_numpy())
    if pd.api.types.is_signed_integer_dtype(dtype):
        mask = column.isna().to_numpy() if column.hasnans else None
        whole = column.to_numpy(np.int64, na_value=0)
        return lambda rows: Integers(whole[rows], None if mask is None else mask[rows])
    if pd.api.types.is_float_dtype(dtype) and "32" not in str(dtype):
        floats = column.to_numpy(np.float64, na_value=np.nan)
        return lambda rows: Floats(floats[rows])
    cells = column.to_numpy(object)
    return lambda rows: Cells(cells[rows])


def _plain(values: Array) -> Column:
    """The way to read a column of numpy's own floats or integers."""
    if values.dtype.kind == "i":
        return lambda rows: Integers(values[rows], None)
    if values.dtype.itemsize in FLOAT_DIGITS:
        return lambda rows: Floats(values[rows])
    return lambda rows: Cells(values[rows])  # of other sizes, whose digits nobody vouches for


def _some(values: Array, at: At) -> Array:
    """Some of the values; of a slice, a view."""
    return values[at] if isinstance(at, slice) else values.take(at, mode="clip")


def _joined(values: pa.ChunkedArray) -> pa.Array:
    return values.chunk(0) if values.num_chunks == 1 else pa.concat_arrays(values.chunks)


def whole_block(page: Page, to: Array, places: int) -> Block:
    """All cells of a page times ten to the power of `places`, each put where `to` says.

    They are read piece by piece.
    """
    numbers, read = np.empty(to.size, np.int64), np.ones(to.size, bool)
    for start in range(0, to.size, PIECE):
        at = slice(start, min(start + PIECE, to.size))
        block = page.numbers(at, places)
        numbers[to[at]] = block.numbers
        if block.read is not None:
            read[to[at]] = block.read
    return Block(numbers, read)


def whole_blocks(
    pages: Sequence[Page], to: Array, powers: Sequence[int]
) -> tuple[int, list[Block]] | None:
    """All cells of several pages, scaled by the first of `powers` that leaves none out.

    None where there is no such power. Empty cells are not left out.
    """
    for places in powers:
        blocks = [whole_block(page, to, places) for page in pages]
        if not _left_out(pages, blocks, slice(0, to.size)):
            return places, blocks
    return None


def read_blocks(pages: Sequence[Page], at: Array, *, least: int) -> tuple[int, list[Block]]:
    """The numbers of several columns, scaled by one power of ten, and that power.

    It is the first, from `least` on, that leaves few cells out, else the one that leaves the least.
    """
    best: tuple[int, list[Block]] = least, []
    fewest = None
    for places in (power for power in PLACES if power >= least):
        blocks = [page.numbers(at, places) for page in pages]
        left_out = _left_out(pages, blocks, at)
        if fewest is None or left_out < fewest:
            best, fewest = (places, blocks), left_out
        if left_out * FEW <= at.size:
            break
    return best


def _left_out(pages: Sequence[Page], blocks: Sequence[Block], at: At) -> int:
    """How many cells were left out for want of decimal places, or of room; empty ones are not."""
    return sum(
        block.left_out - int(np.count_nonzero(page.absent(at)))
        for page, block in zip(pages, blocks, strict=True)
        if block.left_out
    )
