"""Divides a document into stretches: from the title of one form to the title of the next.

A table that has the columns of a form but no known title above it (a misspelt title, an export
without one) is a stretch too, with a doubt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from indicators.errors import DocumentError, EvalengineError, Problem, Words
from indicators.forms import Layout, layout_titled, layouts
from indicators.forms.layout import MAX_LABEL
from indicators.model import Finding
from indicators.places import Place
from indicators.reading import doubts
from indicators.reading.document import Document
from indicators.reading.rows import Header, find_header
from indicators.reading.tables import Block, Grid, Paragraph, Row
from indicators.spelling import folded

_LINES_SHOWN = 3
_LINE_SHOWN = 24
_ALIKE = 0.6
"""From this similarity on, a line is called the nearest to a title."""

_LINES_COMPARED = 1000


@dataclass(slots=True)
class Stretch:
    """What lies between two titles: the lines above the table, and the rows of its tables."""

    layout: Layout
    place: Place
    title: str = ""
    above: list[Paragraph] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    header: Header | None = None
    findings: list[Finding] = field(default_factory=list)

    def take(self, grid: Grid) -> None:
        """Add the rows of a table; the header of the indicators may be among them."""
        seen = len(self.rows)
        self.rows += grid.rows
        self.findings += grid.findings
        self.header = find_header(self.rows, self.layout, start=seen)


def divide(blocks: Sequence[Block], document: Document) -> list[tuple[Stretch, Header]]:
    """The stretches that hold a form, each with the header of its indicator table.

    Raises:
        DocumentError: if there is no form, or one has no indicator table (it was cut off).
    """
    found: list[Stretch] = []
    for block in blocks:
        if isinstance(block, Grid):
            _place_grid(block, found)
        elif layout := layout_titled(block.text):
            found.append(Stretch(layout, block.place, block.text))
        elif found and not found[-1].rows:
            found[-1].above.append(block)
    whole = _without_lone_titles(found)
    if not whole:
        raise _no_form(blocks, found, document)
    cut = [_no_table(stretch, document) for stretch in whole if stretch.header is None]
    if cut:
        raise DocumentError(cut)
    return [(stretch, stretch.header) for stretch in whole if stretch.header]


def _place_grid(grid: Grid, found: list[Stretch]) -> None:
    """Give a table to the form above it, or begin a form of its own."""
    if found and found[-1].header is None:
        found[-1].take(grid)
    elif untitled := _untitled(grid):
        found.append(untitled)
    elif found:
        found[-1].findings.append(doubts.table_unread(grid.rows[0].place))


def _untitled(grid: Grid) -> Stretch | None:
    """The form of a table without title, if every column of its indicators is known.

    A column that is not known may mean that it is a form of another family.
    """
    layout = max(layouts(), key=lambda layout: _labels_found(grid, layout))
    header = find_header(grid.rows, layout)
    if header is None or header.unknown:
        return None
    place = grid.rows[0].place
    stretch = Stretch(layout, place, findings=[doubts.title_missing(place, layout.title)])
    stretch.take(grid)
    return stretch


def _labels_found(grid: Grid, layout: Layout) -> int:
    return sum(layout.label(cell.text) is not None for cell in grid.cells)


def _without_lone_titles(found: Sequence[Stretch]) -> list[Stretch]:
    """The stretches that have a table; a title without one leaves a doubt with its neighbour."""
    whole = [stretch for stretch in found if stretch.rows]
    if whole:
        neighbour = whole[0]
        for stretch in found:
            if stretch.rows:
                neighbour = stretch
            else:
                neighbour.findings.append(doubts.title_alone(stretch.place, stretch.title))
    return whole


def _no_table(stretch: Stretch, document: Document) -> Problem:
    columns = "、".join(stretch.layout.header)
    title = stretch.layout.title
    return Problem(
        document.place_of(stretch.place),
        Words(
            f"“{title}”没有指标表（没有找到表头“{columns}”），表格可能被截断；请补全后再读。",
            f"the form '{title}' has no indicator table (no header {columns}); it may be cut. "
            "Complete it.",
        ),
    )


def _no_form(
    blocks: Sequence[Block], found: Sequence[Stretch], document: Document
) -> EvalengineError:
    """Nothing to read: say what was looked for, what is there, and what comes nearest."""
    if found:
        return DocumentError([_no_table(stretch, document) for stretch in found])
    lines = list(_lines(blocks))
    titles = "、".join(f"“{layout.title}”" for layout in layouts())
    columns = "、".join(layouts()[0].header)
    shown = "".join(f"“{text[:_LINE_SHOWN]}”" for text, _ in lines[:_LINES_SHOWN]) or "空白"
    near = _nearest(lines)
    return document.error(
        f"没有找到绩效目标表。要找的表名是{titles}，表头是“{columns}”；文件开头是{shown}。"
        + (f"最接近的是{_at(near[1]).zh}“{near[0]}”，像“{near[2]}”。" if near else ""),
        f"no form found. Looked for the titles {titles} and the header {columns}; "
        f"the file begins with {shown}."
        + (f" Nearest: {_at(near[1]).en} '{near[0]}', which is like '{near[2]}'." if near else ""),
    )


def _at(place: Place) -> Words:
    """Where something stands, in a sentence that has named the file."""
    if place.line is not None:
        return Words(f"第 {place.line} 行", f"line {place.line}")
    where = place.after_file.lstrip(" !")
    return Words(where, where)


def _lines(blocks: Iterable[Block]) -> Iterable[tuple[str, Place]]:
    """The texts of the blocks with their places, the first line of each."""
    for block in blocks:
        pieces = block.cells if isinstance(block, Grid) else (block,)
        for piece in pieces:
            if piece.text:
                yield piece.text.partition("\n")[0], piece.place


def _nearest(lines: Sequence[tuple[str, Place]]) -> tuple[str, Place, str] | None:
    """The line that is most like a title or the header of a known form, and what it is like."""
    wanted = [title for layout in layouts() for title in (layout.title, *layout.header)]
    candidates = [
        (SequenceMatcher(None, folded(text), folded(title)).ratio(), text, place, title)
        for text, place in lines[:_LINES_COMPARED]
        if len(text) <= MAX_LABEL
        for title in wanted
    ]
    if not candidates:
        return None
    best = max(candidates, key=lambda candidate: candidate[0])
    return best[1:] if best[0] >= _ALIKE else None
