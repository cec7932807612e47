"""Puts printed tables on the sheets of a workbook, every row as high as its texts need."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate
from math import ceil

from xlsxwriter.format import Format

from evalengine.reports.cells import Box, Look, Table
from evalengine.reports.paper import (
    BIAOSONG,
    HEI,
    MAX_HEIGHT,
    MONEY,
    POINTS,
    SafeSheet,
    Styles,
    put,
    put_number,
    set_page,
    text_height,
)

_LOOKS: dict[Look, dict[str, object]] = {
    Look.LABEL: {"font_name": HEI},
    Look.WORDS: {},
    Look.TEXT: {"align": "left"},
    Look.POINTS: {"num_format": POINTS},
    Look.MONEY: {"num_format": MONEY},
    Look.SUM: {"num_format": POINTS, "bold": True},
}


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table came to stand: the sheet's row of each of its own, its height in points.

    The last of `rows` is the next free one; `heads` are the rows of its heading.
    """

    rows: tuple[int, ...]
    height: float
    heads: tuple[int, int] | None

    @property
    def end(self) -> int:
        """The next free row."""
        return self.rows[-1]


class SheetWriter:
    """Writes tables below one another on a sheet; `changes` are for all their cells.

    `names` are the sheets of the projects, for cells that lead to them.
    """

    def __init__(
        self, sheet: SafeSheet, styles: Styles, names: Sequence[str] = (), **changes: object
    ) -> None:
        self._sheet = sheet
        self._styles = styles
        self._names = names
        self._changes = changes

    def write(self, table: Table, top: int) -> Placed:
        """Write `table` from the sheet's row `top` on."""
        heights = heights_of(table)
        # A row taller than a program can show becomes several rows, merged.
        counts = [ceil(height / MAX_HEIGHT) for height in heights]
        starts = [top, *accumulate(counts, initial=top)][1:]
        for start, count, height in zip(starts, counts, heights, strict=False):
            for row in range(start, start + count):
                self._sheet.set_row(row, height / count)
        for box in table.boxes:
            self._put(box, (starts[box.row], box.column, starts[box.bottom + 1] - 1, box.right))
        heads = (top, starts[table.heads] - 1) if table.heads else None
        return Placed(tuple(starts), sum(heights), heads)

    def _put(self, box: Box, place: tuple[int, int, int, int]) -> None:
        style = self._styles.make(**_LOOKS[box.look], **self._changes)
        if isinstance(box.content, Decimal):
            put_number(self._sheet, place, box.content, style)
        elif box.link is not None and box.link < len(self._names):
            self._lead_to(self._names[box.link], box, place, style)
        else:
            put(self._sheet, place, box.content, style)

    def _lead_to(
        self, name: str, box: Box, place: tuple[int, int, int, int], style: Format
    ) -> None:
        """A cell that leads to another sheet of the same workbook."""
        self._sheet.write_url(place[0], place[1], f"internal:'{name}'!A1", style, box.text)


def write_listing(sheet: SafeSheet, styles: Styles, title: str, table: Table) -> None:
    """A table under its title on a sheet of its own; titles and first columns stay in sight."""
    last = len(table.widths) - 1
    for column, width in enumerate(table.widths):
        sheet.set_column(column, column, width)
    put(sheet, (0, 0, 0, last), title, styles.make(font_name=BIAOSONG, font_size=16, border=0))
    sheet.set_row(0, 32)
    placed = SheetWriter(sheet, styles, font_size=9).write(table, 1)
    sheet.freeze_panes(2, 2)
    sheet.repeat_rows(1)
    sheet.hide_gridlines(2)
    sheet.print_area(0, 0, placed.end - 1, last)
    set_page(sheet, landscape=True, footer=title)


def fitted(table: Table, columns: Sequence[float]) -> Table:
    """`table` over the columns of a sheet that another table gave their widths.

    Every column of it takes one or more of those, so that the shares of the width come out as
    near as may be.
    """
    edges = [0.0, *accumulate(columns)]
    scale = edges[-1] / sum(table.widths)
    starts = [0]
    for number, edge in enumerate(accumulate(table.widths), 1):
        # Each column keeps at least one, and leaves one for each that follows.
        last = len(columns) - (len(table.widths) - number)
        choices = range(starts[-1] + 1, last + 1)
        starts.append(min(choices, key=lambda place: abs(edges[place] - edge * scale)))
    boxes = tuple(
        replace(
            box,
            column=starts[box.column],
            colspan=starts[box.right + 1] - starts[box.column],
        )
        for box in table.boxes
    )
    return replace(table, widths=tuple(columns), boxes=boxes)


def heights_of(table: Table) -> list[float]:
    """The height in points of every row, so that no text is cut off.

    A cell over several rows that needs more than they have makes the last of them higher.
    """
    heights = list(table.least)
    for box in sorted(table.boxes, key=lambda box: box.rowspan):
        needed = text_height([(box.text, table.width(box))])
        lacking = needed - sum(heights[box.row : box.bottom + 1])
        if lacking > 0:
            heights[box.bottom] += lacking
    return heights
