"""Reads web pages (.html, and .xls files that are web pages inside): text and tables as shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from indicators.model import Finding
from indicators.places import Place
from indicators.reading import limits, unshown
from indicators.reading.document import Document
from indicators.reading.draft import Draft, DraftCell, lay_out, quoted, shortened
from indicators.reading.fillable import FILLED, filled_in
from indicators.reading.markup import local_name, parse_html
from indicators.reading.stylesheet import HIDDEN, STRUCK, write_out_styles
from indicators.reading.tables import Block

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_SHOWN = frozenset(
    ("script", "style", "head", "noscript", "template", "iframe", "object", "datalist")
)
_ROWS, _CELLS = frozenset(("tr",)), frozenset(("td", "th"))
_NO_ROWS = _NOT_SHOWN | {"caption", "colgroup", "table", ""}
"""What holds no rows of the table that it stands in."""

_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdo", "big", "cite", "code", "del", "em", "font", "i", "img"),
        *("ins", "kbd", "label", "mark", "nobr", "o", "q", "s", "samp", "small", "span", "strong"),
        *("sub", "sup", "tt", "u", "var", "wbr"),
    )
)
"""Elements that do not end a paragraph; any other does."""

_STRUCK_TAGS = frozenset(("s", "strike", "del"))
_SPACE = re.compile(r"[ \t\n\r\f]+")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n]\s*(?={_WIDE})")
"""A line end between Chinese characters: the source was wrapped, no browser shows a space."""


def read_html(document: Document) -> list[Block]:
    """The paragraphs and tables of a web page, in its order.

    Raises:
        DocumentError: if it holds nothing, or goes beyond the limits.
    """
    root = parse_html(document, document.text)
    write_out_styles(root, document)
    walk = _Walk(document, count(1))
    pieces = walk.pieces(root)
    if table := next((piece for piece in pieces if isinstance(piece, Draft)), None):
        table.findings += walk.struck_out(Place(document.name))
    return lay_out(pieces, document)


@dataclass(slots=True)
class _Flow:
    """Paragraphs and tables in their order; text gathers until something ends the paragraph."""

    pieces: list[str | Draft] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def end_paragraph(self) -> None:
        """Close the paragraph, if there is one."""
        text = "".join(self.open)
        self.open.clear()
        if text := _shown(text):
            self.pieces.append(text)


def _shown(text: str) -> str:
    """White space as a browser shows it; a no-break space is a space."""
    return _SPACE.sub(" ", _WRAPPED.sub("", text)).replace("\xa0", " ").strip()


@dataclass(slots=True)
class _Walk:
    """A walk over the page; `numbers` counts its tables.

    `struck` has what is struck out in the table being read, or outside of tables.
    """

    document: Document
    numbers: Iterator[int]
    depth: int = 0
    level: int = 0
    struck: list[str] = field(default_factory=list)

    def pieces(self, parent: "_Element") -> list[str | Draft]:
        """The paragraphs and tables below `parent`."""
        flow = _Flow()
        self._take(parent, flow)
        flow.end_paragraph()
        return flow.pieces

    def _take(self, parent: "_Element", flow: _Flow) -> None:
        self.level += 1
        if self.level > limits.MAX_DEPTH:
            raise limits.too_large(self.document, "嵌套过深", "nested too deeply")
        flow.open.append(parent.text or "")
        for child in parent:
            name = local_name(child)
            if name == "table" and not _is_hidden(child):
                flow.end_paragraph()
                flow.pieces.append(self._table(child))
            elif name and _is_struck(child):
                self.struck.append(_shown("".join(child.itertext())))
            elif name == "br":
                flow.end_paragraph()
            elif name in FILLED and not _is_hidden(child):
                flow.open.append(filled_in(child))
            elif name and name not in _NOT_SHOWN and not _is_hidden(child):
                if name not in _INLINE:
                    flow.end_paragraph()
                self._take(child, flow)
                if name not in _INLINE:
                    flow.end_paragraph()
            flow.open.append(child.tail or "")
        self.level -= 1

    def _table(self, element: "_Element") -> Draft:
        self.depth += 1
        if self.depth > limits.MAX_NESTED:
            raise limits.too_large(self.document, "表格嵌套过深", "tables nested too deeply")
        table = Draft(next(self.numbers))
        outside, self.struck = self.struck, []
        caption = element.find("caption")
        below = _Below()
        table.findings += self._doubts(element, table.number)
        for number, row in enumerate(_rows(element)):
            below.begin_row()
            for cell in _parts(row, _CELLS):
                self._cell(cell, number, table, below)
        shown = caption is not None and not _is_hidden(caption)
        if shown and (text := " ".join(filter(None, _texts(self.pieces(caption))))):
            table.cells = [DraftCell(0, 0, content=[text]), *_moved_down(table.cells)]
        place = Place.counted(self.document.name, table=table.number)
        table.findings += self.struck_out(place)
        self.struck = outside
        self.depth -= 1
        return table

    def struck_out(self, place: Place) -> list[Finding]:
        """The doubt about what is struck out."""
        words = quoted(self.struck)
        return [unshown.struck_out(place, words)] if words else []

    def _doubts(self, element: "_Element", number: int) -> list[Finding]:
        """What a table holds in none of its cells: to which row it belongs nobody can tell."""
        texts = (text for part in _between(element) for text in _own_texts(part))
        words = " ".join(filter(None, map(_shown, texts)))
        place = Place.counted(self.document.name, table=number)
        return [unshown.outside_cells(place, shortened(words))] if words else []

    def _cell(self, element: "_Element", row: int, table: Draft, below: "_Below") -> None:
        colspan = max(1, _number(element.get("colspan"), 1))
        rowspan = _number(element.get("rowspan"), 1) or limits.MAX_CELLS
        column = below.next_column()
        if column + colspan > limits.MAX_COLUMNS:
            raise limits.too_large(self.document, "表格列数过多", "too many columns")
        below.occupy(column, colspan, rowspan)
        content: list[str | Draft] = []
        if _is_struck(element) or any(map(_is_struck, _row_of(element))):
            self.struck.append(_shown("".join(element.itertext())))
        else:
            content = self.pieces(element)
        table.cells.append(DraftCell(row, column, rowspan, colspan, content))


@dataclass(slots=True)
class _Below:
    """Which columns of the row being read are taken by cells from above, and for how long."""

    rows_left: dict[int, int] = field(default_factory=dict)
    column: int = 0

    def begin_row(self) -> None:
        """The next cells belong to another row."""
        self.rows_left = {column: n - 1 for column, n in self.rows_left.items() if n > 1}
        self.column = 0

    def next_column(self) -> int:
        """The first free column from here on."""
        while self.column in self.rows_left:
            self.column += 1
        return self.column

    def occupy(self, column: int, colspan: int, rowspan: int) -> None:
        """Take these columns for `rowspan` rows, this one included."""
        for taken in range(column, column + colspan):
            self.rows_left[taken] = rowspan
        self.column = column + colspan


def _rows(table: "_Element") -> "Iterator[_Element]":
    """The rows of a table, those of its head first, those of its foot last, as a browser shows."""
    groups: dict[str, list[_Element]] = {"thead": [], "tbody": [], "tfoot": []}
    for child in table:
        name = local_name(child)
        if name == "tr":
            groups["tbody"].append(child)
        elif name not in _NO_ROWS and not _is_hidden(child):
            groups[name if name in groups else "tbody"] += _parts(child, _ROWS)
    for group in groups.values():
        yield from (row for row in group if not _is_hidden(row))


def _parts(parent: "_Element", names: frozenset[str]) -> "Iterator[_Element]":
    """The shown rows or cells below `parent`, also those in what has no place in a table."""
    for child in parent:
        name = local_name(child)
        if _is_hidden(child):
            continue
        if name in names:
            yield child
        elif name not in _NO_ROWS:
            yield from _parts(child, names)


def _between(element: "_Element") -> "Iterator[_Element]":
    """A table, and all that is shown of it around its cells."""
    yield element
    for child in element:
        name = local_name(child)
        if name and name not in _NO_ROWS | _CELLS and not _is_hidden(child):
            yield from _between(child)


def _own_texts(element: "_Element") -> "Iterator[str]":
    """The texts that stand directly in an element."""
    yield element.text or ""
    yield from (child.tail or "" for child in element)


def _moved_down(cells: list[DraftCell]) -> list[DraftCell]:
    """The cells one row lower, to make room for a caption."""
    for cell in cells:
        cell.row += 1
    return cells


def _texts(pieces: list[str | Draft]) -> list[str]:
    return [piece for piece in pieces if isinstance(piece, str)]


def _row_of(cell: "_Element") -> "Iterator[_Element]":
    """The row that a cell stands in, and what stands between them."""
    for above in cell.iterancestors():
        yield above
        if local_name(above) in _ROWS:
            return


def _is_hidden(element: "_Element") -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and HIDDEN.search(style))


def _is_struck(element: "_Element") -> bool:
    style = element.get("style")
    return local_name(element) in _STRUCK_TAGS or bool(style and STRUCK.search(style))


def _number(text: str | None, default: int) -> int:
    """The number in an attribute; a number of absurd length is as good as the largest allowed."""
    digits = (text or "").strip()
    if not (digits.isascii() and digits.isdigit()):
        return default
    return int(digits) if len(digits) < 10 else 10**9
