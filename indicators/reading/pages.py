"""Puts the pages of a PDF together: tables cut by the end of a page, repeated headers."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from indicators.forms import layouts
from indicators.places import Place
from indicators.reading.document import Document
from indicators.reading.draft import check_area
from indicators.reading.sheets import IsTitle
from indicators.reading.tables import Block, Cell, Grid, Paragraph
from indicators.reading.wrapping import Line, is_wrapped, paragraphs

_NEAR = 3.0
"""Edges no further apart than this (in points) are one."""

_PADDING = 5.4
"""The usual space between text and the edge of a cell."""

_PAGE_NUMBER = re.compile(
    r"[-–—·\s]*(?:第\s*)?[0-9]{1,4}\s*页?[-–—·，,\s]*(?:[/共]\s*(?:共\s*)?[0-9]{1,4}\s*页?)?"
)
_DIGITS = re.compile(r"[0-9]+")
_HEADER_ROWS = 3
"""So many rows at the top of a page may be repeated from the top of the table."""


@dataclass(slots=True)
class Box:
    """A cell by its edges, with its lines of text, and the rows that it covers."""

    left: float
    top: float
    right: float
    bottom: float
    lines: list[Line]
    row: int = 0
    rowspan: int = 1
    place: Place | None = None

    @property
    def text(self) -> str:
        """The text without regard to lines, for comparing."""
        return "".join(line.text for line in self.lines)

    @property
    def end(self) -> int:
        """The first row below."""
        return self.row + self.rowspan


@dataclass(slots=True)
class Part:
    """The part of a table that stands on one page, row by row."""

    boxes: list[Box]
    height: int = 0

    def __post_init__(self) -> None:
        """Number the rows by the upper edges of the cells."""
        tops = _edges(box.top for box in self.boxes)
        self.height = len(tops)
        for box in self.boxes:
            box.row = _index(tops, box.top)
            box.rowspan = max(1, _index(tops, box.bottom - 2 * _NEAR) - box.row + 1)

    @property
    def top(self) -> float:
        """The upper edge of the table."""
        return min(box.top for box in self.boxes)

    @property
    def left(self) -> float:
        """The left edge of the table."""
        return min(box.left for box in self.boxes)

    @property
    def right(self) -> float:
        """The right edge of the table."""
        return max(box.right for box in self.boxes)

    def texts(self, row: int) -> list[str]:
        """The texts of the cells that begin in a row, for comparing."""
        boxes = sorted((box for box in self.boxes if box.row == row), key=lambda box: box.left)
        return [box.text for box in boxes]

    def is_as_wide_as(self, other: "Part") -> bool:
        """Whether left and right edges of two parts agree."""
        return abs(self.left - other.left) <= _NEAR and abs(self.right - other.right) <= _NEAR


@dataclass(slots=True)
class Page:
    """One page: its tables and the lines of text outside of them."""

    number: int
    parts: list[Part]
    lines: list[Line]

    @classmethod
    def of(cls, number: int, data: dict[str, Any]) -> "Page":
        """The page that `pdf.extract` found."""
        parts = [
            Part(
                [
                    Box(left, top, right, bottom, [Line(*line) for line in lines])
                    for left, top, right, bottom, lines in boxes
                ]
            )
            for boxes in data["tables"]
            if boxes
        ]
        return cls(number, parts, [Line(*line) for line in data["lines"]])

    def pieces(self) -> list[Line | Part]:
        """Lines and tables from top to bottom."""
        return sorted([*self.lines, *self.parts], key=lambda piece: piece.top)


def joined_pages(pages: Sequence[Page], document: Document, is_title: IsTitle) -> list[Block]:
    """The paragraphs and tables of all pages, in order.

    Raises:
        DocumentError: if the tables go beyond the limits.
    """
    running = _running(pages, is_title)
    blocks: list[Block] = []
    table: list[Part] = []
    between: list[Paragraph] = []
    area = 0

    def close() -> None:
        nonlocal area
        if table:
            grid = _grid(_stacked(table))
            area += check_area(grid, document, before=area)
            blocks.append(grid)
            table.clear()
        blocks.extend(between)
        between.clear()

    last_page = 0
    for page in pages:
        counted = 0
        for piece in page.pieces():
            if isinstance(piece, Line):
                paragraph = Paragraph(piece.text, Place.counted(document.name, page=page.number))
                between.append(paragraph)
                if not (table and _is_running(piece, running)):
                    close()
                continue
            counted += 1
            _place(piece, document.name, page.number, counted)
            if table and (page.number != last_page + 1 or not piece.is_as_wide_as(table[-1])):
                close()
            between.clear()
            table.append(piece)
            last_page = page.number
    close()
    return blocks


def _place(part: Part, file: str, page: int, table: int) -> None:
    for box in part.boxes:
        box.place = Place.counted(file, page=page, table=table, row=box.row + 1)


def _running(pages: Sequence[Page], is_title: IsTitle) -> frozenset[tuple[str, int]]:
    """Lines that stand on several pages at the same height: headers and footers, but no titles."""
    seen = Counter(
        key
        for page in pages
        for key in {_key(line) for line in page.lines if not is_title(line.text)}
    )
    return frozenset(key for key, pages_ in seen.items() if pages_ > 1)


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.top / _NEAR)


def _is_running(line: Line, running: frozenset[tuple[str, int]]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or _key(line) in running


# ── a table over several pages ───────────────────────────────────────────────────────────────────


def _stacked(parts: Sequence[Part]) -> list[Box]:
    """The cells of all parts in the rows of one table."""
    boxes = list(parts[0].boxes)
    height = parts[0].height
    for part in parts[1:]:
        skipped = _repeated_rows(parts[0], part)
        first = [box for box in part.boxes if box.row == skipped]
        above = {id(box): _above(box, boxes, height) for box in first}
        pairs = [(found, box) for box in first if (found := above[id(box)])]
        goes_on = len(pairs) == len(first) and _row_goes_on(pairs, height)
        base = height - skipped - goes_on
        for box in part.boxes:
            if box.row < skipped:
                continue
            is_first = box.row == skipped
            box.row += base
            upper = above.get(id(box)) if is_first else None
            if upper and (goes_on or _cell_goes_on(upper, box, height)):
                upper.lines += box.lines
                upper.rowspan = box.end - upper.row
            else:
                boxes.append(box)
        height = base + part.height
    return boxes


def _repeated_rows(first: Part, part: Part) -> int:
    """How many rows at the top of a page repeat the header of the table."""
    rows = 0
    while rows < min(_HEADER_ROWS, first.height, part.height - 1):
        texts = part.texts(rows)
        if not any(texts) or texts != first.texts(rows):
            break
        rows += 1
    return rows


def _above(box: Box, boxes: Iterable[Box], height: int) -> Box | None:
    """The cell at the end of the table so far that is exactly above this one."""
    for upper in boxes:
        is_last = upper.end >= height
        if (
            is_last
            and abs(upper.left - box.left) <= _NEAR
            and abs(upper.right - box.right) <= _NEAR
        ):
            return upper
    return None


def _row_goes_on(pairs: Sequence[tuple[Box, Box]], height: int) -> bool:
    """Whether the first row of a page is the rest of the row above: a text goes on, names do not.

    `pairs` are the cells at the end of the page before, each with the one below it.
    """
    filled = [(upper, box) for upper, box in pairs if box.text]
    own = [(upper, box) for upper, box in pairs if upper.row == height - 1 and upper.text]
    if not filled or not own:
        return False
    if all(box.text for _, box in own):
        return all(_is_label_cut(upper, box) for upper, box in filled)
    return all(
        upper.row == height - 1 and upper.lines and (len(upper.lines) > 1 or _flows(upper, box))
        for upper, box in filled
    )


def _is_label_cut(upper: Box, box: Box) -> bool:
    """Whether two cells hold the halves of a label, which the end of a page has cut."""
    return _is_label(upper.text + box.text) and not _is_label(upper.text)


def _is_label(text: str) -> bool:
    return any(layout.label(text) for layout in layouts())


def _flows(upper: Box, box: Box) -> bool:
    return is_wrapped(upper.lines[-1], box.lines[0], upper.right - _PADDING)


def _cell_goes_on(upper: Box, box: Box, height: int) -> bool:
    """Whether a cell merged down over several rows goes on below the end of the page."""
    return upper.row < height - 1 and not (upper.text and box.text)


def _grid(boxes: Sequence[Box]) -> Grid:
    columns = _edges(box.left for box in boxes)
    gaps = [line.left - box.left for box in boxes for line in box.lines]
    padding = min(max(min(gaps, default=_PADDING), 0.0), _PADDING)
    return Grid.closed_up(_cells(boxes, columns, padding))


def _cells(boxes: Sequence[Box], columns: Sequence[float], padding: float) -> Iterator[Cell]:
    for box in boxes:
        column = _index(columns, box.left)
        colspan = max(1, _index(columns, box.right - 2 * _NEAR) - column + 1)
        text = paragraphs(box.lines, box.right - padding)
        yield Cell(text, box.row, column, box.place or Place(""), box.rowspan, colspan)


def _edges(found: Iterable[float]) -> list[float]:
    """Edges from small to large, those that are near as one."""
    edges: list[float] = []
    for edge in sorted(found):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges


def _index(edges: Sequence[float], edge: float) -> int:
    """Which edge this one is, or lies behind."""
    return max(0, bisect_right(edges, edge + _NEAR) - 1)
