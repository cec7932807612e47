"""Whole numbers read from several columns, scaled by one power of ten."""

from collections.abc import Sequence
from typing import Any, Final, Protocol, TypeAlias

import numpy as np

Array: TypeAlias = np.ndarray[Any, Any]

EXACT: Final = 2**53
"""Whole numbers up to this one are exact in floats."""

ROOM: Final = 2**62
"""Whole numbers below this, and their sums, fit 64 bits."""

PLACES: Final = (0, 2, 4, 6)
"""The powers of ten that rows are scaled by. More decimal places are read cell by cell."""

FEW: Final = 64
"""One cell in so many may be left out before rows are scaled by a higher power of ten."""

At: TypeAlias = Array | slice
"""Places on a page, or in a block."""

Ends: TypeAlias = tuple[int, int]
"""Two numbers between which a column lies."""

ALL: Final = slice(None)


def ends_of(numbers: Array) -> Ends:
    """The least and the largest of whole numbers; of none at all, zero."""
    return (int(numbers.min()), int(numbers.max())) if numbers.size else (0, 0)


class Block:
    """Whole numbers, and which of them were read: all (`read` is None), or those where it is.

    They are floats as long as floats hold them exactly, else 64-bit integers. Those that were not
    read are 0.
    """

    __slots__ = ("ends", "numbers", "read")

    def __init__(self, numbers: Array, read: Array | None = None, ends: Ends | None = None) -> None:
        self.read = None if read is None or bool(read.all()) else read
        self.numbers = numbers if self.read is None else np.where(self.read, numbers, 0)
        self.ends = ends_of(self.numbers) if ends is None or self.read is not None else ends
        """Bounds of its numbers, from below and from above."""

    def at(self, rows: At) -> "Block":
        """Some rows of the block. Its bounds hold for them too, so they are not sought again."""
        some = Block.__new__(Block)
        read = None if self.read is None else self.read[rows]
        some.read = None if read is None or bool(read.all()) else read
        some.numbers, some.ends = self.numbers[rows], self.ends
        return some

    def taken(self, order: Array) -> "Block":
        """The same rows in another order."""
        some = Block.__new__(Block)
        some.read = None if self.read is None else self.read.take(order)
        some.numbers, some.ends = self.numbers.take(order), self.ends
        return some

    def replaced(self, at: slice, others: "Block") -> "Block":
        """The same with the numbers of another block in some of its places."""
        exact = np.result_type(self.numbers, others.numbers) == np.float64
        both = self.numbers.dtype == others.numbers.dtype or not exact
        numbers = self.numbers.astype(self.numbers.dtype if both else np.int64)
        numbers[at] = others.numbers
        if self.read is None and others.read is None:
            (low, high), (least, most) = self.ends, others.ends
            return Block(numbers, None, (min(low, least), max(high, most)))
        read = np.ones(numbers.size, bool) if self.read is None else self.read.copy()
        read[at] = True if others.read is None else others.read
        return Block(numbers, read)

    @property
    def left_out(self) -> int:
        """How many cells were not read."""
        return 0 if self.read is None else int(self.read.size - np.count_nonzero(self.read))


class Readable(Protocol):
    """Some rows of a column of numbers, opened for reading. `at` are places among them."""

    def absent(self, at: At) -> Array:
        """Which cells are empty."""

    def numbers(self, at: At, places: int) -> Block:
        """The cells times ten to the power of `places`, where that is whole and fits 64 bits."""


def whole_blocks(
    pages: Sequence[Readable], powers: Sequence[int]
) -> tuple[int, list[Block]] | None:
    """All cells of several pages, scaled by the first of `powers` that leaves none out.

    None where there is no such power. Empty cells are not left out.
    """
    for places in powers:
        blocks = [page.numbers(ALL, places) for page in pages]
        if not _left_out(pages, blocks, ALL):
            return places, blocks
    return None


def read_blocks(pages: Sequence[Readable], at: Array, *, least: int) -> tuple[int, list[Block]]:
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


def _left_out(pages: Sequence[Readable], blocks: Sequence[Block], at: At) -> int:
    """How many cells were left out for want of decimal places, or of room; empty ones are not."""
    return sum(
        block.left_out - int(np.count_nonzero(page.absent(at)))
        for page, block in zip(pages, blocks, strict=True)
        if block.left_out
    )
