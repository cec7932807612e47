"""A sheet of cells as a person sees it, and how it is taken apart: one or many forms, side by side.

The title of a form is a cell of the sheet, as is the line below it; whoever reads forms wants them
outside of the table. So a grid is cut at its titles, whatever kind of file it comes from.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import groupby, islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from indicators.forms import is_title, layouts
from indicators.model import Finding
from indicators.places import Place
from indicators.reading import limits, unshown
from indicators.reading.document import Document
from indicators.reading.draft import shortened
from indicators.reading.tables import Block, Cell, Grid, Paragraph, quick_cell
from indicators.spelling import folded

IsTitle = Callable[[str], bool]
"""Whether a text is the title of a form."""


_NAMES_SHOWN = 8
"""So many hidden rows or columns are named one by one."""


class Merge(NamedTuple):
    """A merged range: first and last row and column, from 0, both included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and its cells from A1 on as text (empty cells are `""`).

    `merges` are its merged ranges, `hidden_rows` and `hidden_columns` count from 0. `struck` gives
    the text of a cell (row and column from 0) that is struck out, and is not in `rows`; `unread`
    the number format that is not understood.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False
    struck: Mapping[tuple[int, int], str] = field(default_factory=dict)
    unread: Mapping[tuple[int, int], str] = field(default_factory=dict)


def letters_of(column: int) -> str:
    """The letters of a column counted from 0: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def blocks_of(sheets: Sequence[Sheet], document: Document) -> list[Block]:
    """What shows of these sheets, a grid each; what is hidden leaves a doubt.

    Raises:
        DocumentError: if the merged ranges cover more than `limits.MAX_CELLS`.
    """
    frame_of = cache(_frame)  # many sheets of an export are laid out alike
    shown = [sheet for sheet in sheets if not sheet.is_hidden]
    grids = [grid_of(sheet, document, frame_of) for sheet in shown]
    found = [grid for grid in grids if any(cell.text for cell in grid.cells)]
    missed = [s for s in sheets if s.is_hidden and _holds_form(t for row in s.rows for t in row)]
    if found and missed:
        hidden = (unshown.hidden_sheet(Place(document.name, s.name), s.name) for s in missed)
        at = next((n for n, g in enumerate(found) if _holds_form(c.text for c in g.cells)), 0)
        found[at] = replace(found[at], findings=(*found[at].findings, *hidden))
    return list(found)


def _holds_form(texts: Iterable[str]) -> bool:
    """Whether these are the cells of a form, by its title or its header."""
    every = set(texts)
    return any(map(is_title, every)) or any(every.issuperset(each.header) for each in layouts())


class _Outline(NamedTuple):
    """How a sheet is laid out, whatever its cells say; nothing stands right of `used`."""

    merges: tuple[Merge, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    height: int
    width: int
    used: int


class _Slot(NamedTuple):
    """A cell to be: where its text stands, its column among those that show, address, extent."""

    top: int
    left: int
    at: int
    address: str
    rowspan: int
    colspan: int


class _Frame(NamedTuple):
    """The columns that show with their letters; of rows with merged cells, the cells that begin."""

    columns: list[tuple[int, str]]
    merged: dict[int, list[_Slot]]


def grid_of(
    sheet: Sheet, document: Document, frame_of: "Callable[[_Outline], _Frame] | None" = None
) -> Grid:
    """What shows of a sheet as one grid, without empty rows.

    Raises:
        DocumentError: if its merged ranges cover more than `limits.MAX_CELLS`.
    """
    outline = _outline(sheet, document)
    frame = (frame_of or _frame)(outline)
    width, origin = outline.width, Place(document.name, sheet.name)
    rows = [row if len(row) == width else (*row, *[""] * (width - len(row))) for row in sheet.rows]
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        if number in sheet.hidden_rows or not (any(row) or (cells and number in frame.merged)):
            continue
        if number in frame.merged:
            cells += [
                quick_cell((rows[top][left], number, at, origin, down, across, address))
                for top, left, at, address, down, across in frame.merged[number]
            ]
        else:
            cells += [
                quick_cell((row[column], number, at, origin, 1, 1, f"{letters}{number + 1}"))
                for at, (column, letters) in enumerate(frame.columns)
            ]
    return Grid.closed_up(cells, (*_about_hidden(sheet, document), *_about_shown(sheet, document)))


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
    return (unshown.hidden_cells(place, _some(map(str, rows)), _some(columns)),)


def _about_shown(sheet: Sheet, document: Document) -> Iterator[Finding]:
    """Doubts about what is struck out among the cells that show, and about odd number formats."""
    place = Place(document.name, sheet.name)

    def shown(cells: Iterable[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], str]]:
        for row, column in sorted(cells):
            if row not in sheet.hidden_rows and column not in sheet.hidden_columns:
                yield (row, column), f"{letters_of(column)}{row + 1}"

    if struck := [f"{name}“{shortened(sheet.struck[at])}”" for at, name in shown(sheet.struck)]:
        yield unshown.struck_out(place, _some(struck))
    codes: dict[str, list[str]] = {}
    for at, name in shown(sheet.unread):
        codes.setdefault(sheet.unread[at], []).append(name)
    for code, names in codes.items():
        yield unshown.format_unread(place, code, _some(names))


def _some(names: Iterable[str]) -> str:
    """The names, or the first of many."""
    first = list(islice(names, _NAMES_SHOWN + 1))
    return "、".join(first[:_NAMES_SHOWN]) + ("…" if len(first) > _NAMES_SHOWN else "")


def _outline(sheet: Sheet, document: Document) -> _Outline:
    """The outline of a sheet, if its merged ranges are of a size that can be laid out."""
    height, width = len(sheet.rows), max(map(len, sheet.rows), default=0)
    area = 0
    for top, left, bottom, right in sheet.merges:
        area += max(0, min(bottom + 1, height) - top) * max(0, min(right + 1, width) - left)
        if area > limits.MAX_CELLS:
            raise limits.too_large(
                document, f"合并超过 {limits.MAX_CELLS:,} 格", f"merged: {limits.MAX_CELLS:,} cells"
            )
    used = _used(sheet, width)
    return _Outline(sheet.merges, sheet.hidden_rows, sheet.hidden_columns, height, width, used)


def _used(sheet: Sheet, width: int) -> int:
    """The columns up to the last one in which anything stands."""
    used = 0
    for row in sheet.rows:
        for column in range(len(row), used, -1):
            if row[column - 1]:
                used = column
                break
    anchored = (m.right + 1 for m in sheet.merges if _text_at(sheet, m.top, m.left))
    return max(used, min(max(anchored, default=0), width))


def _text_at(sheet: Sheet, row: int, column: int) -> str:
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    return cells[column] if column < len(cells) else ""


def _frame(outline: _Outline) -> _Frame:
    """The frame of all sheets of this outline; a merged range is one cell where it first shows.

    The rows of an extent are counted as the sheet numbers them, its columns as they show.
    """
    merges, hidden_rows, hidden_columns, height, width, used = outline
    columns = [(c, letters_of(c)) for c in range(used) if c not in hidden_columns]
    covered: dict[int, set[int]] = {}
    anchors: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for top, left, bottom, right in merges:
        rows = [row for row in range(top, min(bottom + 1, height)) if row not in hidden_rows]
        across = [c for c in range(left, min(right + 1, width)) if c not in hidden_columns]
        if rows and across:
            for row in rows:
                covered.setdefault(row, set()).update(across)
            anchors[rows[0], across[0]] = top, left, rows[-1] - rows[0] + 1, len(across)
    merged: dict[int, list[_Slot]] = {}
    for row, taken in covered.items():
        merged[row] = []
        for at, (column, letters) in enumerate(columns):
            if column not in taken or (row, column) in anchors:
                top, left, down, wide = anchors.get((row, column), (row, column, 1, 1))
                merged[row].append(_Slot(top, left, at, f"{letters}{row + 1}", down, wide))
    return _Frame(columns, merged)


def cut_at_titles(blocks: Sequence[Block], is_title: IsTitle) -> list[Block]:
    """The blocks, with every grid that holds titles cut into paragraphs and tables."""
    return [
        part
        for block in blocks
        for part in (_parts(block, is_title) if isinstance(block, Grid) else (block,))
    ]


_GOES_ON = re.compile(r"(.*?)[(]?续表?[0-9一二三]*[)]?")


def _whole(grid: Grid, is_title: IsTitle) -> Grid:
    """The grid without lines that only say that it goes on: 项目支出绩效自评表（续）."""
    if not any("续" in cell.text for cell in grid.cells):
        return grid
    filled = [row.filled for row in grid.rows]
    lines = {own[0].row for own in filled if len(own) == 1 and _goes_on(own[0].text, is_title)}
    kept = [cell for cell in grid.cells if cell.row not in lines]
    return Grid.closed_up(kept, grid.findings) if lines and kept and not grid.loose else grid


def _goes_on(text: str, is_title: IsTitle) -> bool:
    found = _GOES_ON.fullmatch(folded(text)) if len(text) <= _LONGEST_LINE else None
    return found is not None and (not found[1] or is_title(found[1]))


_LONGEST_LINE = 60


def _parts(grid: Grid, is_title: IsTitle) -> list[Block]:
    """The parts of a grid; the first table among them keeps its unshown."""
    findings = grid.findings
    parts: list[Block] = []
    for part in _cut(_whole(grid, is_title), is_title):
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
    for cell in sorted(grid.cells, key=_ROW):
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
    """The title and the lines below it as paragraphs, up to the first row of several cells.

    The cells come row by row.
    """
    above: list[Cell] = []
    title: list[Cell] = []
    for _, row in groupby(cells, key=_ROW):
        own = list(row)
        title = title or own
        filled = [cell for cell in own if cell.text]
        if len(filled) > 1 or (above and len(own) > 1 and not _is_line(own, title)):
            yield from _table(cells[len(above) :])
            return
        above += own
        yield from (Paragraph(cell.text, cell.place) for cell in filled)


_ROW = attrgetter("row")


def _is_line(row: Sequence[Cell], title: Sequence[Cell]) -> bool:
    """Whether a row is a line of text below the title: its one text has no empty cell to fill."""
    return sum(not cell.text for cell in row) == sum(not cell.text for cell in title)


def _table(cells: Sequence[Cell]) -> Iterator[Block]:
    """A table without its empty edges; nothing, if nothing is in it."""
    filled = [cell for cell in cells if cell.text]
    if not filled:
        return
    left = min([cell.column for cell in filled])
    right = max([cell.column + cell.colspan for cell in filled])
    rows = {cell.row for cell in filled}
    kept = [
        cell
        for cell in cells
        if left <= cell.column < right and (cell.row in rows or cell.rowspan > 1)
    ]
    yield Grid(tuple([cell._replace(column=cell.column - left) for cell in kept] if left else kept))
