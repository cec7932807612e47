"""A sheet of cells as a person sees it, and how it is taken apart: one or many forms, side by side.

The title of a form is a cell of the sheet, as is the line below it; whoever reads forms wants them
outside of the table. So a grid is cut at its titles, whatever kind of file it comes from.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import groupby, islice, pairwise
from operator import attrgetter

from indicators.forms import is_title, layouts
from indicators.model import Finding
from indicators.places import Place
from indicators.reading import frames, unshown
from indicators.reading.document import Document
from indicators.reading.draft import shortened
from indicators.reading.frames import Frame, Merge, Outline, letters_of
from indicators.reading.tables import Block, Cell, Grid, Paragraph, quick_cell
from indicators.spelling import folded

IsTitle = Callable[[str], bool]
"""Whether a text is the title of a form."""


_FRAMES = 64
"""So many ways to lay out a sheet are remembered; those of an export are often few."""

_NAMES_SHOWN = 8
"""So many hidden rows or columns are named one by one."""


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


def blocks_of(sheets: Sequence[Sheet], document: Document) -> list[Block]:
    """What shows of these sheets, a grid each; what is hidden leaves a doubt.

    Raises:
        DocumentError: if the merged ranges cover more than `limits.MAX_CELLS`.
    """
    frame_of = lru_cache(maxsize=_FRAMES)(partial(frames.frame_of, document=document))
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


def grid_of(
    sheet: Sheet, document: Document, frame_of: Callable[[Outline], Frame] | None = None
) -> Grid:
    """What shows of a sheet as one grid, without empty rows.

    Raises:
        DocumentError: if its merged ranges cover more than `limits.MAX_CELLS`.
    """
    outline = _outline(sheet)
    frame = frame_of(outline) if frame_of else frames.frame_of(outline, document)
    width, origin = outline.width, Place(document.name, sheet.name)
    rows = [row if len(row) == width else (*row, *[""] * (width - len(row))) for row in sheet.rows]
    cells: list[Cell] = []
    for number, line in enumerate(frame.rows):
        if line in frame.merged:
            cells += [
                quick_cell((rows[top][left], number, at, origin, down, across, address))
                for top, left, at, address, down, across in frame.merged[line]
            ]
        else:
            row = rows[line]
            cells += [
                quick_cell((row[column], number, at, origin, 1, 1, f"{letters}{line + 1}"))
                for at, (column, letters) in enumerate(frame.columns)
            ]
    return Grid(tuple(cells), (*_about_hidden(sheet, document), *_about_shown(sheet, document)))


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


def _outline(sheet: Sheet) -> Outline:
    height, width = len(sheet.rows), max(map(len, sheet.rows), default=0)
    filled = tuple(n for n, row in enumerate(sheet.rows) if any(row) and n not in sheet.hidden_rows)
    hidden = sheet.hidden_rows, sheet.hidden_columns
    return Outline(sheet.merges, filled, *hidden, height, width, _used(sheet, width))


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
    found = {cell.row for cell in grid.cells if _goes_on(cell.text, is_title)}
    if not found:
        return grid
    lines = {row.number for row in grid.rows if row.number in found and len(row.filled) == 1}
    kept = [cell for cell in grid.cells if cell.row not in lines]
    return Grid.closed_up(kept, grid.findings) if lines and kept and not grid.loose else grid


def _goes_on(text: str, is_title: IsTitle) -> bool:
    is_short = "续" in text and len(text) <= _LONGEST_LINE
    found = _GOES_ON.fullmatch(folded(text)) if is_short else None
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
    cells = sorted(grid.cells, key=_ROW)
    starts = sorted({title.row for title in titles})
    edges = [bisect_left(cells, start, key=_ROW) for start in starts]
    yield from _table(cells[: edges[0]])
    for start, first, end in zip(starts, edges, [*edges[1:], len(cells)], strict=True):
        heads = [title for title in titles if title.row == start]
        for band in _bands(cells[first:end], heads):
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
