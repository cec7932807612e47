"""The one shape in which every reader hands over a document: paragraphs, and grids of cells.

A reader of another kind of file (Word, Excel, web page, PDF) yields the same blocks, so that the
logic of forms is written once.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from operator import attrgetter
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
    origin: Place
    rowspan: int = 1
    colspan: int = 1
    address: str | None = None

    @property
    def place(self) -> Place:
        """Where it stands: its origin or, where that is a whole sheet, its address there."""
        if self.address is None:
            return self.origin
        return Place(self.origin.file, self.origin.part, cell=self.address)


quick_cell: Callable[[tuple[str, int, int, Place, int, int, str | None]], Cell] = partial(
    tuple.__new__, Cell
)
"""A `Cell` of its fields in their order, in half the time: for what is made by the thousand."""


@dataclass(slots=True)
class Row:
    """The cells that touch a row, from left to right; a merged cell begins in an earlier one.

    `own` are those that begin in this row, `filled` those of them that hold text. `loose`: see
    `Grid`.
    """

    number: int
    cells: Sequence[Cell]
    loose: bool = False
    own: Sequence[Cell] = field(init=False)
    filled: Sequence[Cell] = field(init=False)

    def __post_init__(self) -> None:
        self.own = [cell for cell in self.cells if cell.row == self.number]
        self.filled = [cell for cell in self.own if cell.text]

    @property
    def place(self) -> Place:
        """Where the row begins."""
        return (self.own or self.cells)[0].place

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

    def at_each(self, columns: Iterable[int]) -> list[Cell | None]:
        """The same of many columns, in fewer steps."""
        starting: dict[int, Cell] = {}
        end = 0
        for cell in self.cells:
            if cell.column >= end:  # else it is covered there
                starting[cell.column] = cell
            end = max(end, cell.column + cell.colspan)
        return [starting.get(column) or self.at(column) for column in columns]

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
        ordered = sorted(cells, key=_ROW_AND_COLUMN)
        rows = sorted({cell.row for cell in ordered})
        if _is_closed_up(ordered, rows):
            return cls(tuple(ordered), findings)
        number = {row: at for at, row in enumerate(rows)}
        closed: list[Cell] = []
        for cell in ordered:
            at = number[cell.row]
            below = bisect_left(rows, cell.row + cell.rowspan) - at
            closed.append(cell._replace(row=at, rowspan=below))
        return cls(tuple(closed), findings)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows in which a cell begins, from top to bottom."""
        begun: dict[int, list[Cell]] = {}
        for cell in self.cells:
            begun.setdefault(cell.row, []).append(cell)
        rows: list[Row] = []
        above: list[Cell] = []  # merged down
        for number, own in sorted(begun.items()):
            above = [cell for cell in above if cell.row + cell.rowspan > number]
            rows.append(Row(number, sorted([*above, *own], key=_COLUMN), self.loose))
            above += [cell for cell in own if cell.rowspan > 1]
        return tuple(rows)


_COLUMN = attrgetter("column")
_ROW_AND_COLUMN = attrgetter("row", "column")


def _is_closed_up(cells: Sequence[Cell], rows: Sequence[int]) -> bool:
    """Whether these rows, in which the cells begin, follow one another and hold all of them."""
    height = len(rows)
    ends = [cell.row + cell.rowspan for cell in cells]
    return rows == list(range(height)) and max(ends, default=0) <= height


Block = Paragraph | Grid
"""What a document consists of, in its order."""
