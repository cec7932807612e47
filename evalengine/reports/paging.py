"""Where a printed table goes on to the next page, and what its merged cells say there.

A spreadsheet program breaks a page at any row. A cell merged over the break then shows its text on
one of the pages only, and its border stays open; so breaks are set where few cells are cut, and
what is cut becomes a cell on either page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evalengine.reports.cells import Box, Table
from evalengine.reports.spreadsheet import heights_of

_GIVEN_UP = 0.3
"""So much of a page may stay empty, for a break that cuts fewer cells."""


@dataclass(frozen=True, slots=True)
class Room:
    """The heights (points) that the first page and each of the later ones have for a table."""

    first: float
    later: float


def paged(table: Table, room: Room, tail: float = 0) -> tuple[Table, list[int]]:
    """`table` with its cells parted between pages, and the rows of it that begin a new page.

    Args:
        table: the table, which begins on the first page; its heading is repeated on all.
        room: what the pages have for it, heading and all.
        tail: the height of what should stand below its last row on one page with it.
    """
    tail = tail if tail < room.later / 2 else 0
    breaks: list[int] = []
    start, left = table.heads, room.first
    while (row := _overflow(table, start, left, tail)) is not None:
        heights = heights_of(table)
        last = min(row, len(heights) - 1)
        start = _best(table, heights, range(start + 1, last + 1), room.later * _GIVEN_UP)
        table, left = _parted(table, start), room.later
        breaks.append(start)
    return table, breaks


def _overflow(table: Table, start: int, left: float, tail: float) -> int | None:
    """The first row from `start` on that a page of height `left` has no room for; the tail is the
    row below the last. None if there is room for all, or nothing to break.
    """
    heights = [*heights_of(table), tail]
    used = sum(heights[: table.heads])
    for row in range(start, len(heights)):
        used += heights[row]
        if used > left and row > start and len(heights) - 1 > start + 1:
            return row
    return None


def _best(table: Table, heights: Sequence[float], rows: range, spare: float) -> int:
    """The row of `rows` at which fewest cells are cut; of equals, the last. None of the feet, if
    there is another choice.

    The rows from it on, which the page could have held, are not higher than `spare`.
    """
    last, feet = rows[-1], len(heights) - table.feet
    fitting = [row for row in rows if sum(heights[row:last]) <= spare]
    choices = [row for row in fitting if row < feet] or fitting
    return min(choices, key=lambda row: (_cut(table, row), -row))


def _cut(table: Table, row: int) -> int:
    return sum(box.row < row <= box.bottom for box in table.boxes)


def _parted(table: Table, row: int) -> Table:
    """`table`, with every cell that reaches over the top of `row` made two of one content."""
    boxes: list[Box] = []
    for box in table.boxes:
        if box.row < row <= box.bottom:
            above = row - box.row
            boxes += [
                replace(box, rowspan=above),
                replace(box, row=row, rowspan=box.rowspan - above),
            ]
        else:
            boxes.append(box)
    return replace(table, boxes=tuple(sorted(boxes, key=lambda box: (box.row, box.column))))
