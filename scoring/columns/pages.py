"""Columns of numbers of every type, opened some rows at a time: a page of whole numbers.

What is read quickly is exact; what cannot be (too long, too finely divided, text that is no number)
is left out, and `cell` reads that alone.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, Protocol, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa

from scoring.columns.cells import FLOAT_DIGITS, Cell, read_cell, scaled
from scoring.columns.numbers import EXACT, ROOM, At, Block, Readable, ends_of

Array: TypeAlias = np.ndarray[Any, Any]

PIECE: Final = 65536
"""Floats that are read at once, so that the next step finds them in the processor's cache."""

MOST_PLACES: Final = 22
"""Powers of ten up to this one are exact in floats."""

DAYS: Final = "datetime64[D]"

ABSENT, NUMBER, FRACTION, DATE = range(4)
"""What may stand in a cell. A fraction lies strictly between 0 and 1."""


class Page(Readable, Protocol):
    """Some rows of a column of numbers, opened for reading. `at` are places on the page."""

    def states(self) -> Array | int:
        """What stands in every cell; one number where the same stands in all."""

    def no_decimals(self, at: Array) -> Array:
        """Which cells are floats that surely stand for no decimal that anybody wrote."""

    def days(self, at: Array) -> Array:
        """The days that stand in some cells, as numpy has them; none (NaT) where no day stands."""

    def cell(self, at: int) -> Cell:
        """One cell, exactly."""


Column: TypeAlias = Callable[[slice], Page]
"""Opens some rows of a column."""


class _Undated:
    """A page that holds no days."""

    def days(self, at: Array) -> Array:
        """None is one."""
        return np.full(at.size, np.datetime64("NaT"), DAYS)


class _Exact(_Undated):
    """A page that holds no floats."""

    def no_decimals(self, at: Array) -> Array:
        """None is one."""
        return np.zeros(at.size, bool)


class Blank(_Exact):
    """A page of a column that is not there."""

    def __init__(self, size: int) -> None:
        self._size = size

    def states(self) -> int:
        """Nothing stands anywhere."""
        return ABSENT

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

    def states(self) -> Array | int:
        """Numbers, but where nothing stands."""
        if self._mask is None:
            return NUMBER
        return np.where(self._mask, ABSENT, NUMBER).astype(np.int8)

    def absent(self, at: At) -> Array:
        """Which cells are empty."""
        return np.zeros(self._values.size, bool)[at] if self._mask is None else self._mask[at]

    def numbers(self, at: At, places: int) -> Block:
        """The cells times ten to the power of `places`, where that fits."""
        read = None if self._mask is None else ~self._mask[at]
        values, limit = _some(self._values, at), ROOM // 10**places
        low, high = ends_of(values)
        if low <= -limit or high >= limit:
            fits = (values < limit) & (values > -limit)
            values, read = np.where(fits, values, 0), fits if read is None else read & fits
            low, high = ends_of(values)
        low, high = low * 10**places, high * 10**places
        exact = max(-low, high) < EXACT
        whole = values.astype(np.float64 if exact else np.int64, copy=False)
        return Block(whole * 10**places if places else whole, read, (low, high))

    def cell(self, at: int) -> Cell:
        """One cell, exactly."""
        gone = self._mask is not None and bool(self._mask[at])
        return None if gone else read_cell(self._values[at])


class Floats(_Undated):
    """A page of binary floats, taken where they are decimals in disguise.

    A decimal of up to 15 significant digits (6 in 32 bits) is the only one of so few digits that
    its float stands for. So where a whole number of at most 15 digits, divided by a power of ten,
    gives the very same float, it is what was written.
    """

    def __init__(self, values: Array) -> None:
        self._values = values
        self._limit = 10.0 ** FLOAT_DIGITS[values.dtype.itemsize]

    def states(self) -> Array | int:
        """Numbers and fractions, but where nothing stands."""
        least = self._values.min(initial=np.inf)
        if least >= 1:
            return NUMBER
        fraction = (self._values > 0) & (self._values < 1)
        states = fraction.view(np.int8) + np.int8(NUMBER)
        if np.isnan(least):
            states[np.isnan(self._values)] = ABSENT
        return states

    def absent(self, at: At) -> Array:
        """Which cells are empty."""
        return np.asarray(np.isnan(_some(self._values, at)))

    def numbers(self, at: At, places: int) -> Block:
        """The cells times ten to the power of `places`, where that is exact."""
        size = self._values[at].size if isinstance(at, slice) else at.size
        numbers, read, ends = np.empty(size), None, (0.0, 0.0)
        room = np.empty((2, min(size, PIECE)), self._values.dtype)
        with np.errstate(invalid="ignore", over="ignore"):
            for start in range(0, size, PIECE):
                rows = slice(start, min(start + PIECE, size))
                values = self._taken(at, rows, room)
                exact, low, high = self._piece(values, 10.0**places, numbers[rows], room)
                if exact is not None:
                    read = np.ones(size, bool) if read is None else read
                    read[rows] = exact
                ends = (min(ends[0], low), max(ends[1], high)) if start else (low, high)
        return Block(numbers, read, None if read is not None else (int(ends[0]), int(ends[1])))

    def _taken(self, at: At, rows: slice, room: Array) -> Array:
        """Some of the values."""
        if isinstance(at, slice):
            return self._values[at][rows]
        return self._values.take(at[rows], mode="clip", out=room[0, : rows.stop - rows.start])

    def _piece(
        self, values: Array, power: float, whole: Array, room: Array
    ) -> tuple[Array | None, float, float]:
        """Put whole numbers down; say which are exact, if not all, and between which they lie."""
        np.multiply(values, power, out=whole, dtype=np.float64)
        np.rint(whole, out=whole)
        back = np.divide(whole, power, out=room[1, : values.size], casting="same_kind")
        exact = back == values
        low, high = float(whole.min()), float(whole.max())
        if not (-self._limit < low and high < self._limit):
            exact &= np.abs(whole) < self._limit
        return None if exact.all() else exact, low, high

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
        whole, rest = np.divmod(block.numbers.astype(np.int64), 10 ** (self._scale - places))
        return Block(whole, rest == 0 if block.read is None else block.read & (rest == 0))

    def cell(self, at: int) -> Cell:
        """One cell, exactly."""
        return read_cell(self._cells[at].as_py())


class Dates(_Exact):
    """A page of days, some of which may be absent."""

    def __init__(self, days: Array) -> None:
        self._days = days

    def states(self) -> Array:
        """Days, but where nothing stands."""
        return np.where(np.isnat(self._days), ABSENT, DATE).astype(np.int8)

    def absent(self, at: At) -> Array:
        """Which cells are empty."""
        return np.asarray(np.isnat(self._days[at]))

    def numbers(self, at: At, places: int) -> Block:
        """A day is no number."""
        none = np.zeros(self._days.size, bool)[at]
        return Block(none.astype(np.int64), none)

    def days(self, at: Array) -> Array:
        """The days that stand in some cells."""
        return self._days.take(at)

    def cell(self, at: int) -> Cell:
        """One cell, exactly."""
        day: dt.date | None = self._days[at].item()
        return day


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

    def days(self, at: Array) -> Array:
        """The days that stand in some cells."""
        found = (cell if isinstance(cell, dt.date) else None for cell in self._chosen(at))
        return np.array(list(found), DAYS)

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
    if _is_days(dtype):
        days = pa.chunked_array(pa.array(column.array)).to_numpy().astype(DAYS)
        return lambda rows: Dates(days[rows])
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


def _is_days(dtype: Any) -> bool:
    """Whether a column is of days, or of moments by no particular clock."""
    if isinstance(dtype, pd.ArrowDtype):
        kind = dtype.pyarrow_dtype
        return pa.types.is_date(kind) or (pa.types.is_timestamp(kind) and kind.tz is None)
    return isinstance(dtype, np.dtype) and dtype.kind == "M"


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
