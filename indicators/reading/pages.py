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
from indicators.reading.wrapping import Line, ends_sentence, is_listed, is_wrapped, paragraphs
from indicators.taxonomy import category_of, head_of

_NEAR = 3.0
"""Edges no further apart than this (in points) are one."""

_PADDING = 5.4
"""The usual space between text and the edge of a cell."""

_PAGE_NUMBER = re.compile(
    r"[-–—·\s]*(?:第\s*)?[0-9]{1,4}\s*页?[-–—·，,\s]*(?:[/共]\s*(?:共\s*)?[0-9]{1,4}\s*页?)?"
)
_DIGITS = re.compile(r"[0-9]+")
_HEADER_ROWS = 3
"""So many rows at the top of a page may be repeated from the table above."""

_NUMBER = re.compile(r"[0-9,]+(?:\.[0-9]*)?[%％分]?")
_COMPARED = re.compile(r"[≥≤＞＜><≧≦=＝]")

_HEADINGS = 3
"""A row with so many known headings is a header."""


@dataclass(slots=True)
class Box:
    """A cell by its edges, with its lines of text, and the rows that it covers.

    `cut_above`, `cut_below`: the end of a page cuts it, as browsers print it.
    """

    left: float
    top: float
    right: float
    bottom: float
    lines: list[Line]
    cut_above: bool = False
    cut_below: bool = False
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

    def rows(self) -> list[list[str]]:
        """The texts of the cells that begin in each row, for comparing."""
        rows: list[list[str]] = [[] for _ in range(self.height)]
        for box in sorted(self.boxes, key=lambda box: box.left):
            rows[box.row].append(box.text)
        return rows

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
        tables = [
            [
                Box(left, top, right, bottom, [Line(*line) for line in lines], *cut)
                for left, top, right, bottom, lines, *cut in boxes
            ]
            for boxes in data["tables"]
            if boxes
        ]
        lines = [Line(*line) for line in data["lines"]]
        return cls(number, [Part(_without_gaps(boxes)) for boxes in tables], lines)

    def pieces(self) -> list[Line | Part]:
        """Lines and tables from top to bottom."""
        return sorted([*self.lines, *self.parts], key=lambda piece: piece.top)


def _without_gaps(boxes: list[Box]) -> list[Box]:
    """The cells without those that stand between the ends of two others, on a page that begins
    with the rest of a row: browsers end the halves of merged cells before their row ends.
    """
    if not any(box.cut_above for box in boxes):
        return boxes
    first = min(box.top for box in boxes)
    tops = [first, *(box.top for box in boxes if box.lines)]
    return [box for box in boxes if any(abs(box.top - top) <= _NEAR for top in tops)]


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
    seen = parts[0].rows()
    for part in parts[1:]:
        own = part.rows()
        skipped = _repeated_rows(seen, own)
        seen += own
        first = [box for box in part.boxes if box.row == skipped]
        for box in first:
            box.cut_above |= skipped > 0  # the line above it is that of the header
        above = {id(box): _above(box, boxes, height) for box in first}
        pairs = [(found, box) for box in first if (found := above[id(box)])]
        is_cut_open = any(box.cut_below for box in boxes if box.end >= height)
        goes_on = len(pairs) == len(first) and (
            all(_is_cut(*pair) for pair in pairs) if is_cut_open else _row_goes_on(pairs, height)
        )
        base = height - skipped - goes_on
        for box in part.boxes:
            if box.row < skipped:
                continue
            is_first = box.row == skipped
            box.row += base
            upper = above.get(id(box)) if is_first else None
            if upper and (
                goes_on
                or (_is_cut(upper, box) if is_cut_open else _cell_goes_on(upper, box, height))
            ):
                upper.lines += box.lines
                upper.rowspan, upper.cut_below = box.end - upper.row, box.cut_below
            else:
                boxes.append(box)
        height = base + part.height
    return boxes


def _repeated_rows(above: Sequence[Sequence[str]], own: Sequence[Sequence[str]]) -> int:
    """How many rows at the top of a page repeat the header of the table: its first rows, or those
    of a header further down.

    Args:
        above: the texts of every row of the table so far.
        own: those of the rows on this page.
    """
    starts = range(len(above)) if _is_header(own[0]) else range(min(1, len(above)))
    return max((_alike(above[start:], own[:-1]) for start in starts), default=0)


def _is_header(texts: Sequence[str]) -> bool:
    return any(sum(map(bool, map(layout.column, texts))) >= _HEADINGS for layout in layouts())


def _alike(above: Sequence[Sequence[str]], own: Sequence[Sequence[str]]) -> int:
    """How many rows have the same texts, up to the height of a header."""
    pairs = list(zip(above, own, strict=False))[:_HEADER_ROWS]
    return next(
        (at for at, (one, other) in enumerate(pairs) if one != other or not any(other)), len(pairs)
    )


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


def _is_cut(upper: Box, box: Box) -> bool:
    """Whether two cells are the halves of one, between which no line is drawn."""
    return upper.cut_below and box.cut_above


def _row_goes_on(pairs: Sequence[tuple[Box, Box]], height: int) -> bool:
    """Whether the first row of a page is the rest of the row above: a text goes on, names do not.

    `pairs` are the cells at the end of the page before, each with the one below it.
    """
    filled = [(upper, box) for upper, box in pairs if box.text]
    if any(_begins_anew(upper, box) for upper, box in filled):
        return False
    own = [(upper, box) for upper, box in pairs if upper.row == height - 1 and upper.text]
    if not filled or not own:
        return False
    if all(box.text for _, box in own):
        return all(_is_label_cut(upper, box) for upper, box in filled)
    return all(
        upper.row == height - 1 and upper.lines and (_parts_there(upper, box) or _flows(upper, box))
        for upper, box in filled
    )


def _parts_there(upper: Box, box: Box) -> bool:
    """Whether a text of several lines may go on with another sentence, or another of its list."""
    return len(upper.lines) > 1 and (is_listed(box.text) or ends_sentence(upper.text))


def _begins_anew(upper: Box, box: Box) -> bool:
    """Whether a text is another of the same sort as the one above, and not the rest of it: both are
    numbers, both are names of levels, or both begin with a comparator.
    """
    above, text = upper.text, box.text
    if _NUMBER.fullmatch(above) and _NUMBER.fullmatch(text):
        return _has_room(upper)
    return any(sort(above) and sort(text) for sort in (_COMPARED.match, _is_level))


def _has_room(box: Box) -> bool:
    """Whether a digit more had room in the last line, which was then not broken for want of it."""
    line = box.lines[-1]
    digit = (line.right - line.left) / len(line.text)
    return line.right + digit <= box.right - _PADDING


def _is_level(text: str) -> bool:
    return bool(head_of(text) or category_of("", text))


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
