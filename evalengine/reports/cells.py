"""Printed tables as cells: what stands where, whichever program will show it.

A report is described once, as `Table`s, and written by several writers (spreadsheet, Word, web
page), so that all of them say the same.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from evalengine.wording import amount

_DROPPED = {"Cc", "Cs"}
"""Control characters, and halves of characters."""

_STEERING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing, and so can make a text look like another one."""


class Look(StrEnum):
    """How a cell looks; every writer has its own means for it."""

    LABEL = "label"
    """What the form prints itself: heading or name of a field."""
    WORDS = "words"
    """A few words or a number with its unit, in the middle."""
    TEXT = "text"
    """Running text, from the left."""
    POINTS = "points"
    MONEY = "money"
    SUM = "sum"
    """Points that are the sum of others."""


@dataclass(frozen=True, slots=True)
class Box:
    """One cell: its first row and column counted from 0, its content, how far it spans.

    A `Decimal` stays a number where the writer knows numbers. `link` is the number of the project
    (from 0) whose form the cell leads to, where the writer can do that.
    """

    row: int
    column: int
    content: str | Decimal
    look: Look = Look.WORDS
    rowspan: int = 1
    colspan: int = 1
    link: int | None = None

    @property
    def text(self) -> str:
        """The content as printed."""
        if isinstance(self.content, str):
            return printable(self.content)
        # Points are whole hundredths.
        return amount(self.content) if self.look is Look.MONEY else f"{self.content:.2f}"

    @property
    def bottom(self) -> int:
        """The last row of the cell."""
        return self.row + self.rowspan - 1

    @property
    def right(self) -> int:
        """The last column of the cell."""
        return self.column + self.colspan - 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: widths of its columns (in Latin letters), its cells, the rows at least so high.

    The first `heads` rows are repeated on every page, the last `feet` stay on one page with the row
    above them; `least` are heights in points, one a row.
    """

    widths: tuple[float, ...]
    boxes: tuple[Box, ...]
    least: tuple[float, ...]
    heads: int = 0
    feet: int = 0

    def width(self, box: Box) -> float:
        """The columns (Latin letters) that a cell has for its text."""
        return sum(self.widths[box.column : box.right + 1])


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its title, and its table."""

    title: str
    table: Table


@dataclass(frozen=True, slots=True)
class Part:
    """A cell of a table whose heading is apart from its body; `open_side` has no border."""

    box: Box
    open_side: str | None = None


def parted(table: Table) -> list[Part]:
    """The cells; one that begins in the heading and goes on below it becomes two, since a heading
    that is repeated cannot be merged with other rows.
    """
    parts = []
    for box in table.boxes:
        if box.row < table.heads <= box.bottom:
            above = replace(box, content="", rowspan=table.heads - box.row)
            below = replace(box, row=table.heads, rowspan=box.bottom - table.heads + 1)
            parts += [Part(above, "bottom"), Part(below, "top")]
        else:
            parts.append(Part(box))
    return parts


class TableBuilder:
    """Builds a table row by row: `put` fills cells of the current row, `end` closes it."""

    def __init__(self, widths: Sequence[float]) -> None:
        self._widths = tuple(widths)
        self._boxes: list[Box] = []
        self._least: list[float] = []

    @property
    def row(self) -> int:
        """The number of the current row."""
        return len(self._least)

    def put(
        self,
        columns: tuple[int, int],
        content: str | Decimal,
        look: Look = Look.WORDS,
        *,
        top: int | None = None,
        link: int | None = None,
    ) -> None:
        """A cell over `columns` (first, last), from the row `top` down to the last closed row;
        without `top` in the current row alone.
        """
        left, right = columns
        first, rows = (self.row, 1) if top is None else (top, self.row - top)
        self._boxes.append(Box(first, left, content, look, rows, right - left + 1, link))

    def line(self, contents: Sequence[str | Decimal], looks: Sequence[Look]) -> None:
        """A cell in every column of the current row, from the left."""
        for column, (content, look) in enumerate(zip(contents, looks, strict=True)):
            self.put((column, column), content, look)

    def end(self, least: float = 22) -> None:
        """Close the current row, which is at least `least` points high."""
        self._least.append(least)

    def table(self, *, heads: int = 0, feet: int = 0) -> Table:
        """The table as built."""
        boxes = sorted(self._boxes, key=lambda box: (box.row, box.column))
        return Table(self._widths, tuple(boxes), tuple(self._least), heads, feet)


def listing(columns: Sequence[tuple[str, float]], rows: Iterable[Sequence[str]]) -> Table:
    """A table of text: the headings and widths of its `columns`, and one row below the other."""
    table = TableBuilder([width for _, width in columns])
    table.line([heading for heading, _ in columns], [Look.LABEL] * len(columns))
    table.end(24)
    for row in rows:
        table.line(row, [Look.TEXT] * len(columns))
        table.end()
    return table.table(heads=1)


def printable(text: str) -> str:
    """`text` without what no document can hold: control characters but line ends are dropped.

    A tab becomes a blank; signs that turn the direction of writing are dropped too.
    """
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").translate(_SPACING)
    return "".join(sign for sign in lines if sign == "\n" or _is_kept(sign))


_SPACING = str.maketrans("\r\u2028\u2029\t", "\n\n\n ")


def _is_kept(sign: str) -> bool:
    is_no_character = ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF
    return not (is_no_character or sign in _STEERING or unicodedata.category(sign) in _DROPPED)
