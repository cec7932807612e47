"""How sheets are laid out: which cells begin in which row, with their addresses and extents.

Many sheets of an export are laid out alike, so this is found once for all of them: it depends on
what is merged, hidden and empty, and not on what the cells say.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from indicators.reading import limits
from indicators.reading.document import Document


class Merge(NamedTuple):
    """A merged range: first and last row and column, from 0, both included."""

    top: int
    left: int
    bottom: int
    right: int


def letters_of(column: int) -> str:
    """The letters of a column counted from 0: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Outline(NamedTuple):
    """How a sheet is laid out, whatever its cells say; nothing stands right of `used`.

    `filled` are the rows that show and hold anything.
    """

    merges: tuple[Merge, ...]
    filled: tuple[int, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    height: int
    width: int
    used: int


class Slot(NamedTuple):
    """A cell to be: where its text stands, its column among those that show, address, extent."""

    top: int
    left: int
    at: int
    address: str
    rowspan: int
    colspan: int


_quick_slot: Callable[[tuple[int, int, int, str, int, int]], Slot] = partial(tuple.__new__, Slot)


class Frame(NamedTuple):
    """The columns that show with their letters, and the rows in which a cell begins, from the top.

    Of rows with merged cells, `merged` has the cells that begin there.
    """

    columns: list[tuple[int, str]]
    rows: list[int]
    merged: dict[int, list[Slot]]


def frame_of(outline: Outline, document: Document) -> Frame:
    """The frame of all sheets of this outline; a merged range is one cell where it first shows.

    An empty row shows only below others, and as a part of what is merged.

    Raises:
        DocumentError: if the merged ranges cover more than `limits.MAX_CELLS`.
    """
    columns = [(c, letters_of(c)) for c in range(outline.used) if c not in outline.hidden_columns]
    merged = _merged(outline, columns, document)
    filled = [row for row in outline.filled if merged.get(row, columns)]
    first = min(filled, default=outline.height)
    rows = sorted({*filled, *(row for row, own in merged.items() if own and row > first)})
    for number, row in enumerate(rows):
        for at, slot in enumerate(merged.get(row, ())):
            if slot.rowspan > 1:
                below = bisect_left(rows, row + slot.rowspan) - number
                merged[row][at] = slot._replace(rowspan=below)
    return Frame(columns, rows, merged)


def _merged(
    outline: Outline, columns: Sequence[tuple[int, str]], document: Document
) -> dict[int, list[Slot]]:
    """The cells that begin in each row with merged ones.

    The rows of an extent are counted as the sheet numbers them, its columns as they show.
    """
    height, width, area = outline.height, outline.width, 0
    covered: dict[int, set[int]] = {}
    anchors: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for top, left, bottom, right in outline.merges:
        area += max(0, min(bottom + 1, height) - top) * max(0, min(right + 1, width) - left)
        if area > limits.MAX_CELLS:
            raise limits.too_large(
                document, f"合并超过 {limits.MAX_CELLS:,} 格", f"merged: {limits.MAX_CELLS:,} cells"
            )
        rows = _shown(range(top, min(bottom + 1, height)), outline.hidden_rows)
        across = _shown(range(left, min(right + 1, width)), outline.hidden_columns)
        if rows and across:
            for row in rows:
                covered.setdefault(row, set()).update(across)
            anchors[rows[0], across[0]] = top, left, rows[-1] - rows[0] + 1, len(across)
    merged: dict[int, list[Slot]] = {}
    for row, taken in covered.items():
        line, own = str(row + 1), merged.setdefault(row, [])
        for at, (column, letters) in enumerate(columns):
            if column not in taken:
                own.append(_quick_slot((row, column, at, letters + line, 1, 1)))
            elif anchor := anchors.get((row, column)):
                top, left, down, wide = anchor
                own.append(_quick_slot((top, left, at, letters + line, down, wide)))
    return merged


def _shown(numbers: range, hidden: frozenset[int]) -> Sequence[int]:
    """Those that are not hidden."""
    return [number for number in numbers if number not in hidden] if hidden else numbers
