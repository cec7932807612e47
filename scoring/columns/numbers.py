"""Columns of numbers read a block at a time, as whole numbers of a common power of ten.

What a block reads quickly is exact; what it cannot (too long, too finely divided, text that is no
number) it leaves out, and `cell` reads that alone.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import repeat
from typing import Any, Final, Protocol, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa

from scoring.columns.cells import FLOAT_DIGITS, Cell, read_cell, scaled

Array: TypeAlias = np.ndarray[Any, Any]

ROOM: Final = 2**62
"""Whole numbers below this, and their sums, fit 64 bits."""

PLACES: Final = (0, 2, 4, 6)
"""The powers of ten that blocks are scaled by. More decimal places are read cell by cell."""

FEW: Final = 64
"""One cell in so many may be left out before a block is scaled by a higher power of ten."""


class Block:
    """Whole numbers, and which of them were read: all (`read` is None), or those where it is."""

    __slots__ = ("numbers", "read")

    def __init__(self, numbers: Array, read: Array | None) -> None:
        self.numbers = numbers
        self.read = None if read is None or bool(read.all()) else read

    @property
    def left_out(self) -> int:
        """How many cells were not read."""
        return 0 if self.read is None else int(self.read.size - np.count_nonzero(self.read))


class Numbers(Protocol):
    """A column of numbers."""

    def block(self, rows: slice, places: int) -> Block:
        """The cells of `rows` times ten to the power of `places`."""

    def absent(self, rows: slice) -> Array | None:
        """Which cells of `rows` are empty; None if none is."""

    def dates(self, rows: slice) -> Array | None:
        """Which cells of `rows` are dates; None if none is."""

    def cell(self, row: int) -> Cell:
        """One cell, exactly."""


class _NoDates:
    """A column whose type holds no dates."""

    def dates(self, rows: slice) -> Array | None:
        """None is."""
        return None


class Nothing(_NoDates):
    """A column that is not there."""

    def block(self, rows: slice, places: int) -> Block:
        """Nothing."""
        size = rows.stop - rows.start
        return Block(np.zeros(size, np.int64), np.zeros(size, bool))

    def absent(self, rows: slice) -> Array | None:
        """Every cell."""
        return np.ones(rows.stop - rows.start, bool)

    def cell(self, row: int) -> Cell:
        """Nothing."""
        return None


class Integers(_NoDates):
    """A column of whole numbers, some of which may be absent."""

    def __init__(self, values: Array, mask: Array | None) -> None:
        self._values = values
        self._mask = mask

    def block(self, rows: slice, places: int) -> Block:
        """The cells of `rows` times ten to the power of `places`."""
        values = self._values[rows].astype(np.int64, copy=False)
        read = None if self._mask is None else ~self._mask[rows]
        limit = ROOM // 10**places
        if values.size and (values.max() >= limit or values.min() <= -limit):
            fits = (values < limit) & (values > -limit)
            values = np.where(fits, values, 0)
            read = fits if read is None else read & fits
        return Block(values * 10**places if places else values, read)

    def absent(self, rows: slice) -> Array | None:
        """Which cells of `rows` are empty; None if none is."""
        return None if self._mask is None else self._mask[rows]

    def cell(self, row: int) -> Cell:
        """One cell, exactly."""
        if self._mask is not None and self._mask[row]:
            return None
        return read_cell(self._values[row])


class Floats(_NoDates):
    """A column of binary floats, taken where they are decimals in disguise.

    A decimal of up to 15 significant digits (6 in 32 bits) is the only one of so few digits that
    its float stands for. So where a whole number of at most 15 digits, divided by a power of ten,
    gives the very same float, it is what was written.
    """

    def __init__(self, values: Array) -> None:
        self._values = values
        self._limit = 10.0 ** FLOAT_DIGITS[values.dtype.itemsize]

    def block(self, rows: slice, places: int) -> Block:
        """The cells of `rows` times ten to the power of `places`, where that is exact."""
        values = self._values[rows]
        power = 10.0**places
        with np.errstate(invalid="ignore", over="ignore"):
            whole = np.rint(values.astype(np.float64, copy=False) * power)
            read = (whole / power).astype(values.dtype, copy=False) == values
            if whole.size and not -self._limit < whole.min() <= whole.max() < self._limit:
                read &= np.abs(whole) < self._limit
            return Block(whole.astype(np.int64), read)

    def absent(self, rows: slice) -> Array | None:
        """Which cells of `rows` are empty; None if none is."""
        empty = np.isnan(self._values[rows])
        return empty if empty.any() else None

    def cell(self, row: int) -> Cell:
        """One cell, exactly."""
        return read_cell(self._values[row])


class Decimals(_NoDates):
    """An Arrow column of decimals of 128 bits."""

    def __init__(self, values: pa.ChunkedArray) -> None:
        self._values = values
        self._scale = values.type.scale

    def block(self, rows: slice, places: int) -> Block:
        """The cells of `rows` times ten to the power of `places`, where they fit 64 bits."""
        cells = _joined(self._values.slice(rows.start, rows.stop - rows.start))
        words = np.frombuffer(cells.buffers()[1], np.int64)[2 * cells.offset :]
        low, high = words[: 2 * len(cells) : 2], words[1 : 2 * len(cells) : 2]
        read = (high == low >> 63) & cells.is_valid().to_numpy(zero_copy_only=False)
        low = np.where(read, low, 0)
        if places < self._scale:
            low, rest = np.divmod(low, 10 ** (self._scale - places))
            return Block(low, read & (rest == 0))
        scaled = Integers(low, None).block(slice(0, len(low)), places - self._scale)
        return Block(scaled.numbers, read if scaled.read is None else read & scaled.read)

    def absent(self, rows: slice) -> Array | None:
        """Which cells of `rows` are empty; None if none is."""
        cells = self._values.slice(rows.start, rows.stop - rows.start)
        return cells.is_null().to_numpy() if cells.null_count else None

    def cell(self, row: int) -> Cell:
        """One cell, exactly."""
        return read_cell(self._values[row].as_py())


class Cells:
    """A column of Python objects: decimals, numbers of any size, dates, or text that holds them."""

    def __init__(self, values: Any) -> None:
        self._values = values
        self._rows = slice(0, 0)
        self._cells: Sequence[Cell] = ()

    def block(self, rows: slice, places: int) -> Block:
        """The cells of `rows` times ten to the power of `places`, where that is whole and fits."""
        whole = [scaled(cell, places) for cell in self._read(rows)]
        fits = [number is not None and -ROOM < number < ROOM for number in whole]
        numbers = [number if fit else 0 for number, fit in zip(whole, fits, strict=True)]
        return Block(np.array(numbers, np.int64), np.array(fits, bool))

    def absent(self, rows: slice) -> Array | None:
        """Which cells of `rows` are empty; None if none is."""
        return np.array([cell is None for cell in self._read(rows)], bool)

    def dates(self, rows: slice) -> Array | None:
        """Which cells of `rows` are dates."""
        return np.array([isinstance(cell, dt.date) for cell in self._read(rows)], bool)

    def cell(self, row: int) -> Cell:
        """One cell, exactly."""
        return read_cell(self._values[row])

    def _read(self, rows: slice) -> Sequence[Cell]:
        """The cells of a block, kept until the next one is asked for."""
        if rows != self._rows:
            self._rows, self._cells = rows, [read_cell(value) for value in self._values[rows]]
        return self._cells


def _joined(values: pa.ChunkedArray) -> pa.Array:
    return values.chunk(0) if values.num_chunks == 1 else pa.concat_arrays(values.chunks)


def numbers_of(column: pd.Series | None) -> Numbers:
    """The way to read a column of numbers; None for one that is not there."""
    if column is None:
        return Nothing()
    dtype = column.dtype
    if isinstance(dtype, pd.ArrowDtype) and pa.types.is_decimal128(dtype.pyarrow_dtype):
        return Decimals(pa.chunked_array(column.array.__arrow_array__()))
    if isinstance(dtype, np.dtype):
        return _plain(column.to_numpy())
    if pd.api.types.is_signed_integer_dtype(dtype):
        mask = column.isna().to_numpy() if column.hasnans else None
        return Integers(column.to_numpy(np.int64, na_value=0), mask)
    if pd.api.types.is_float_dtype(dtype) and "32" not in str(dtype):
        return Floats(column.to_numpy(np.float64, na_value=np.nan))
    return Cells(column.to_numpy(object))


def _plain(values: Array) -> Numbers:
    """The way to read a column of numpy's own types."""
    if values.dtype.kind == "f" and values.dtype.itemsize in FLOAT_DIGITS:
        return Floats(values)
    if values.dtype.kind == "i":
        return Integers(values, None)
    return Cells(values.astype(object, copy=False))


def read_blocks(columns: Sequence[Numbers], rows: slice, *, least: int) -> tuple[int, list[Block]]:
    """The blocks of several columns, scaled by one power of ten, and that power.

    It is the first, from `least` on, that leaves few cells out.
    """
    for places in (power for power in PLACES if power >= least):
        blocks = [column.block(rows, places) for column in columns]
        if places == PLACES[-1] or all(map(_few_left_out, columns, blocks, repeat(rows))):
            break
    return places, blocks


def _few_left_out(column: Numbers, block: Block, rows: slice) -> bool:
    """Whether hardly a cell was left out for want of decimal places; empty ones do not count."""
    left_out = block.left_out
    if left_out:
        absent = column.absent(rows)
        left_out -= 0 if absent is None else int(np.count_nonzero(absent))
    size: int = rows.stop - rows.start
    return left_out * FEW <= size
