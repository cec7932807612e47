"""A sheet of cells as a person sees it, and how it is taken apart: one or many forms, side by side.

The title of a form is a cell of the sheet, as is the line below it; whoever reads forms wants them
outside of the table. So a grid is cut at its titles, whatever kind of file it comes from.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from indicators.model import Finding
from indicators.places import Place
from indicators.reading import doubts, limits
from indicators.reading.document import Document
from indicators.reading.tables import Block, Cell, Grid, Paragraph, Row

IsTitle = Callable[[str], bool]
"""Whether a text is the title of a form."""


_NAMES_SHOWN = 8
"""So many hidden rows or columns are named one by one."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: first and last row and column, from 0, both included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and its cells from A1 on as text (empty cells are `""`).

    `merges` are its merged ranges, `hidden_rows` and `hidden_columns` count from 0.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False


def letters_of(column: int) -> str:
    """The letters of a column counted from 0: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def blocks_of(sheets: Sequence[Sheet], document: Document) -> list[Block]:
    """What shows of these sheets, a grid each; what is hidden in one leaves a doubt.

    Raises:
        DocumentError: if the merged ranges cover more than `limits.MAX_CELLS`.
    """
    shown = [sheet for sheet in sheets if not sheet.is_hidden]
    grids = [grid_of(sheet, document) for sheet in shown]
    return [grid for grid in grids if any(cell.text for cell in grid.cells)]


def grid_of(sheet: Sheet, document: Document) -> Grid:
    """What shows of a sheet as one grid, without empty rows.

    Raises:
        DocumentError: if its merged ranges cover more than `limits.MAX_CELLS`.
    """
    columns = [c for c in range(_width(sheet)) if c not in sheet.hidden_columns]
    names = [letters_of(column) for column in columns]
    covered, spans = _merged(sheet, document)
    file = document.name
    cells: list[Cell] = []
    for number, row in enumerate(sheet.rows):
        if number in sheet.hidden_rows or not (any(row) or (cells and number in covered)):
            continue
        taken = covered.get(number, ())
        for at, column in enumerate(columns):
            text = row[column] if column < len(row) else ""
            rowspan = colspan = 1
            if column in taken:
                if (number, column) not in spans:
                    continue
                text, rowspan, colspan = spans[number, column]
            place = Place(file, sheet.name, None, f"{names[at]}{number + 1}")
            cells.append(Cell(text, number, at, place, rowspan, colspan))
    return Grid.closed_up(cells, _about_hidden(sheet, document))


def _about_hidden(sheet: Sheet, document: Document) -> tuple[Finding, ...]:
    """A doubt about rows and columns that hold something and do not show."""
    rows = [n + 1 for n in sorted(sheet.hidden_rows) if n < len(sheet.rows) and any(sheet.rows[n])]
    columns = [
        letters_of(c)
        for c in sorted(sheet.hidden_columns)
        if any(c < len(row) and row[c] for row in sheet.rows)
    ]
    if not rows and not columns:
        return ()
    place = Place(document.name, sheet.name)
    return (doubts.hidden_cells(place, _some(map(str, rows)), _some(columns)),)


def _some(names: Iterable[str]) -> str:
    """The names, or the first of many."""
    first = list(islice(names, _NAMES_SHOWN + 1))
    return "、".join(first[:_NAMES_SHOWN]) + ("…" if len(first) > _NAMES_SHOWN else "")


def _width(sheet: Sheet) -> int:
    """The columns up to the last one in which anything stands."""
    used = 0
    for row in sheet.rows:
        for column in range(len(row), used, -1):
            if row[column - 1]:
                used = column
                break
    anchored = (m.right + 1 for m in sheet.merges if _text_at(sheet, m.top, m.left))
    return max(used, min(max(anchored, default=0), max(map(len, sheet.rows), default=0)))


def _text_at(sheet: Sheet, row: int, column: int) -> str:
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    return cells[column] if column < len(cells) else ""


_Covered = dict[int, set[int]]
_Spans = dict[tuple[int, int], tuple[str, int, int]]


def _merged(sheet: Sheet, document: Document) -> tuple[_Covered, _Spans]:
    """Which cells merged ranges cover; for the first visible one of each, its text and extent.

    The rows of an extent are counted as the sheet numbers them, its columns as they show.
    """
    covered: _Covered = {}
    spans: _Spans = {}
    height, width = len(sheet.rows), max(map(len, sheet.rows), default=0)
    area = 0
    for merge in sheet.merges:
        bottom, right = min(merge.bottom + 1, height), min(merge.right + 1, width)
        area += max(0, bottom - merge.top) * max(0, right - merge.left)
        if area > limits.MAX_CELLS:
            raise limits.too_large(
                document, f"合并超过 {limits.MAX_CELLS:,} 格", f"merged: {limits.MAX_CELLS:,} cells"
            )
        rows = [row for row in range(merge.top, bottom) if row not in sheet.hidden_rows]
        columns = [c for c in range(merge.left, right) if c not in sheet.hidden_columns]
        if rows and columns:
            for row in rows:
                covered.setdefault(row, set()).update(columns)
            text = _text_at(sheet, merge.top, merge.left)
            spans[rows[0], columns[0]] = text, rows[-1] - rows[0] + 1, len(columns)
    return covered, spans


def cut_at_titles(blocks: Sequence[Block], is_title: IsTitle) -> list[Block]:
    """The blocks, with every grid that holds titles cut into paragraphs and tables."""
    return [
        part
        for block in blocks
        for part in (_parts(block, is_title) if isinstance(block, Grid) else (block,))
    ]


def _parts(grid: Grid, is_title: IsTitle) -> list[Block]:
    """The parts of a grid; the first table among them keeps its doubts."""
    findings = grid.findings
    parts: list[Block] = []
    for part in _cut(grid, is_title):
        if findings and isinstance(part, Grid):
            parts.append(replace(part, findings=findings))
            findings = ()
        else:
            parts.append(part)
    return parts


def _cut(grid: Grid, is_title: IsTitle) -> Iterator[Block]:
    """Paragraphs and tables of a grid, strip by strip: a strip begins where a title stands."""
    titles = [cell for cell in grid.cells if cell.text and is_title(cell.text)]
    if not titles:
        yield grid
        return
    starts = sorted({title.row for title in titles})
    strips: list[list[Cell]] = [[] for _ in range(len(starts) + 1)]
    at = 0
    for cell in sorted(grid.cells, key=lambda cell: cell.row):
        while at < len(starts) and cell.row >= starts[at]:
            at += 1
        strips[at].append(cell)
    yield from _table(strips[0])
    for start, strip in zip(starts, strips[1:], strict=True):
        heads = [title for title in titles if title.row == start]
        for band in _bands(strip, heads):
            yield from _form(band)


def _bands(strip: Sequence[Cell], heads: Sequence[Cell]) -> list[list[Cell]]:
    """The cells of each form of a strip in which forms stand side by side under their `heads`."""
    if len(heads) == 1:
        return [list(strip)]
    heads = sorted(heads, key=lambda cell: cell.column)
    used = {
        c for cell in strip if cell.text for c in range(cell.column, cell.column + cell.colspan)
    }
    edges = [_left_edge(head, before, used) for before, head in pairwise(heads)]
    bands: list[list[Cell]] = [[] for _ in heads]
    for cell in strip:
        at = sum(cell.column >= edge for edge in edges)
        room = edges[at] - cell.column if at < len(edges) else cell.colspan
        bands[at].append(cell._replace(colspan=room) if cell.colspan > room else cell)
    return bands


def _left_edge(head: Cell, before: Cell, used: set[int]) -> int:
    """Where the form under `head` begins: behind the last empty column, else at its title."""
    for column in range(head.column, before.column, -1):
        if column not in used:
            return column
    return head.column


def _form(cells: Sequence[Cell]) -> Iterator[Block]:
    """The title and the lines below it as paragraphs, up to the first row of several cells."""
    rows = Grid(tuple(cells)).rows
    for at, row in enumerate(rows):
        filled = [cell for cell in row.own if cell.text]
        if len(filled) > 1 or (at and len(row.own) > 1 and not _is_line(row, rows[0])):
            yield from _table([cell for later in rows[at:] for cell in later.own])
            return
        yield from (Paragraph(cell.text, cell.place) for cell in filled)


def _is_line(row: Row, title: Row) -> bool:
    """Whether a row is a line of text below the title: its one text has no empty cell to fill."""
    return sum(not cell.text for cell in row.own) == sum(not cell.text for cell in title.own)


def _table(cells: Sequence[Cell]) -> Iterator[Block]:
    """A table without its empty edges; nothing, if nothing is in it."""
    filled = [cell for cell in cells if cell.text]
    if not filled:
        return
    left = min(cell.column for cell in filled)
    right = max(cell.column + cell.colspan for cell in filled)
    rows = {cell.row for cell in filled}
    yield Grid.closed_up(
        cell._replace(column=cell.column - left) if left else cell
        for cell in cells
        if left <= cell.column < right and (cell.row in rows or cell.rowspan > 1)
    )
