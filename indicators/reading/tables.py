"""The one shape in which every reader hands over a document: paragraphs, and grids of cells.

A reader of another kind of file (Word, Excel, web page, PDF) yields the same blocks, so that the
logic of forms is written once.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from indicators.model import Finding
from indicators.places import Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside of tables: a title, the year, narrative."""

    text: str
    place: Place


class Cell(NamedTuple):
    """One cell: its text, its first row and column counted from 0, and how far it spans.

    A text dump does not tell spans: there a cell merged across is one cell, and a cell merged
    down is an empty cell in each later row.
    """

    text: str
    row: int
    column: int
    place: Place
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True)
class Row:
    """The cells that touch a row, from left to right; a merged cell begins in an earlier one.

    `loose`: see `Grid`.
    """

    number: int
    cells: tuple[Cell, ...]
    loose: bool = False

    @cached_property
    def own(self) -> tuple[Cell, ...]:
        """The cells that begin in this row."""
        return tuple([cell for cell in self.cells if cell.row == self.number])

    @property
    def place(self) -> Place:
        """Where the row begins."""
        return self.cells[0].place

    @property
    def first(self) -> str:
        """The text of the leftmost cell if it begins here, else nothing."""
        return self.cells[0].text if self.cells[0].row == self.number else ""

    @property
    def width(self) -> int:
        """How many columns the row spans."""
        return max(cell.column + cell.colspan for cell in self.cells)

    def at(self, column: int) -> Cell | None:
        """The cell that covers this column."""
        for cell in self.cells:
            if cell.column <= column < cell.column + cell.colspan:
                return cell
        return None

    def joined(self, other: "Row") -> "Row":
        """This row with the cells of the other one to its right."""
        moved = [
            cell._replace(row=self.number, column=cell.column + self.width) for cell in other.own
        ]
        return Row(self.number, (*self.cells, *moved), self.loose)


@dataclass(frozen=True)
class Grid:
    """A table: its cells in reading order, and the doubts that reading it left.

    `loose`: a source without spans, in which a row may have come apart (a text dump): its columns
    are counted cell by cell.
    """

    cells: tuple[Cell, ...]
    findings: tuple[Finding, ...] = ()
    loose: bool = False

    @classmethod
    def closed_up(cls, cells: Iterable[Cell], findings: tuple[Finding, ...] = ()) -> "Grid":
        """The grid of these cells, without rows in which no cell begins; none spans beyond it."""
        ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
        rows = sorted({cell.row for cell in ordered})
        number = {row: at for at, row in enumerate(rows)}
        closed: list[Cell] = []
        for cell in ordered:
            text, row, column, place, rowspan, colspan = cell
            at = number[row]
            if rowspan > 1:
                below = bisect_left(rows, row + rowspan) - at
                closed.append(Cell(text, at, column, place, below, colspan))
            else:
                closed.append(cell if at == row else Cell(text, at, column, place, 1, colspan))
        return cls(tuple(closed), findings)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells:
            for number in range(cell.row, cell.row + cell.rowspan):
                rows.setdefault(number, []).append(cell)
        return tuple(Row(at, _from_left(rows[at]), self.loose) for at in sorted(rows))


def _from_left(cells: list[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(cells, key=lambda cell: cell.column))


Block = Paragraph | Grid
"""What a document consists of, in its order."""
