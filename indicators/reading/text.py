r"""Reads the text dump of a Word document, as Apache Tika writes it, into paragraphs and grids.

In such a dump a tab begins a cell, a line end closes a paragraph, and an empty line closes a row:

    \t项目名称⏎\t保安服务费⏎\t预算金额（万元）⏎\t756.00⏎⏎

An empty line may as well be an empty paragraph inside a cell: nothing in the dump tells the two
apart. So a row may come out in two halves, which the words of the form put together again
(`reading.rows`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from indicators.places import Place
from indicators.reading.tables import Block, Cell, Grid, Paragraph
from indicators.spelling import folded

_MARKS = re.compile(r"\[(?:bookmark|image): [^\[\]\n]*\]")
"""Anchors and pictures, which the dump names in brackets; they are no text of the form."""

_TABLE_LABEL = re.compile(r"附?[表件][0-9一二三四五六七八九十百]+[:.、]?|附[表件]:?")
"""`表十二：` on a line of its own announces the next table."""

_MAX_LABEL = 12
"""A longer line is no such label."""

_BLANKS_IN_CELL = 2
"""So many empty paragraphs may stand inside a cell; after more, a text without tab is outside."""


def read_text(text: str, name: str, *, is_title: Callable[[str], bool]) -> list[Block]:
    """The paragraphs and grids of a dump, in order.

    Args:
        text: the dump, with newlines as the only line ends.
        name: the file name, for the places.
        is_title: whether a line is the title of a form, which always ends a table.
    """
    lines = [_Line(number, raw, is_title) for number, raw in enumerate(text.split("\n"), 1)]
    dump = _Dump(name)
    for line, cells_follow in zip(lines, _cells_follow(lines), strict=True):
        dump.take(line, cells_follow=cells_follow)
    dump.close_table()
    return dump.blocks


class _Line:
    """One line: its number, its text without marks, and what it is."""

    __slots__ = ("is_announcement", "is_blank", "is_mark", "number", "opens_cell", "text")

    def __init__(self, number: int, raw: str, is_title: Callable[[str], bool]) -> None:
        self.number = number
        self.opens_cell = raw.startswith("\t")
        text = _MARKS.sub("", raw) if "[" in raw else raw
        self.text = text[1:] if self.opens_cell else text
        self.is_blank = not text.strip()
        self.is_mark = self.is_blank and text != raw and not self.opens_cell
        self.is_announcement = (
            not self.opens_cell and not self.is_blank and (is_title(text) or _is_table_label(text))
        )


def _is_table_label(text: str) -> bool:
    return len(text) <= _MAX_LABEL and _TABLE_LABEL.fullmatch(folded(text)) is not None


def _cells_follow(lines: Sequence[_Line]) -> list[bool]:
    """For each line, whether a cell follows before the next title or announced table."""
    answers = []
    follow = False
    for line in reversed(lines):
        follow = line.opens_cell or (follow and not line.is_announcement)
        answers.append(follow)
    return answers[::-1]


@dataclass(slots=True)
class _OpenCell:
    """A cell being read: where it stands, and its paragraphs so far."""

    row: int
    column: int
    line: int
    paragraphs: list[str]


@dataclass(slots=True)
class _Dump:
    """The blocks read so far, the cells of the open table, and the blank lines just seen."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    cells: list[_OpenCell] = field(default_factory=list)
    blanks: int = 0

    def take(self, line: _Line, *, cells_follow: bool) -> None:
        """Take in the next line; `cells_follow`: another cell comes before the next title."""
        if line.is_mark:
            return
        if line.is_blank and not line.opens_cell:
            self.blanks += 1
            return
        if line.opens_cell:
            self._open_cell(line)
        elif self._belongs_to_cell(line, cells_follow=cells_follow):
            self.cells[-1].paragraphs += [""] * self.blanks + [line.text]
        else:
            self.close_table()
            self.blocks.append(Paragraph(line.text.strip(), Place(self.name, line=line.number)))
        self.blanks = 0

    def _open_cell(self, line: _Line) -> None:
        last = self.cells[-1] if self.cells else None
        if last is None:
            row, column = 0, 0
        elif self.blanks:
            row, column = last.row + 1, 0
        else:
            row, column = last.row, last.column + 1
        self.cells.append(_OpenCell(row, column, line.number, [line.text]))

    def _belongs_to_cell(self, line: _Line, *, cells_follow: bool) -> bool:
        """Whether a text without tab is a further paragraph of the open cell."""
        if not self.cells or line.is_announcement:
            return False
        return not self.blanks or (cells_follow and self.blanks <= _BLANKS_IN_CELL)

    def close_table(self) -> None:
        """Hand over the open table, if there is one."""
        if self.cells:
            cells = tuple(self._cell(cell) for cell in self.cells)
            self.blocks.append(Grid(cells, loose=True))
            self.cells.clear()

    def _cell(self, cell: _OpenCell) -> Cell:
        text = "\n".join(cell.paragraphs).strip()
        return Cell(text, cell.row, cell.column, Place(self.name, line=cell.line))
