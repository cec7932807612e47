"""Reads Word documents (.docx): every paragraph and table, as the document shows them.

Own walk over the XML: what stands in content controls and in tracked insertions is read, what was
deleted or is hidden is not, and cells merged across and down keep their extent.
"""

import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, takewhile
from typing import TYPE_CHECKING

from indicators.model import Finding
from indicators.places import Place
from indicators.reading import limits, unshown
from indicators.reading.archives import Archive, open_archive
from indicators.reading.document import Document
from indicators.reading.draft import Draft, DraftCell, lay_out, quoted, shortened
from indicators.reading.markup import local_name, parse_xml
from indicators.reading.symbols import UNKNOWN, character_of, is_private
from indicators.reading.tables import Block
from indicators.reading.wordstyles import WordStyles, read_styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"
_WRAPPERS = frozenset(
    (
        *("body", "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"),
        *("AlternateContent", "Choice", "txbxContent"),
    )
)
"""What may stand around paragraphs, tables, rows and cells without a meaning for readers."""

_NOT_SHOWN = frozenset(
    ("del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "tbl", "txbxContent")
)
"""What is no text of a paragraph: deleted, a field's code, a copy for old programs, a text box."""

_MARKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_OFF = frozenset(("0", "false", "off", "none"))


def read_docx(document: Document) -> list[Block]:
    """The paragraphs and tables of a Word document, in its order.

    Raises:
        DocumentError: if it is broken, needs a password, or goes beyond the limits.
    """
    archive = open_archive(document)
    part = _main_part(archive)
    root = parse_xml(document, archive.read(part), part)
    walk = _Walk(document, count(1), seen=_Seen(styles=read_styles(archive)))
    pieces = walk.pieces(root)
    if table := next((piece for piece in pieces if isinstance(piece, Draft)), None):
        table.findings += walk.seen.doubts(Place(document.name))
    return lay_out(pieces, document)


def _main_part(archive: Archive) -> str:
    """Where the text is; a few programs give the part another name."""
    if _MAIN in archive.names:
        return _MAIN
    others = (name for name in archive.names if name.startswith("word/document"))
    return min((name for name in others if name.endswith(".xml")), default=_MAIN)


@dataclass(slots=True)
class _Seen:
    """What was passed over in some paragraphs: text that is struck out, symbols not known."""

    styles: WordStyles = field(default_factory=WordStyles)
    struck: list[str] = field(default_factory=list)
    symbols: list[str] = field(default_factory=list)

    def doubts(self, place: Place) -> Iterator[Finding]:
        """The doubts about it."""
        if struck := quoted(self.struck):
            yield unshown.struck_out(place, struck)
        if self.symbols:
            yield unshown.symbol_unknown(place, "、".join(dict.fromkeys(self.symbols)))


@dataclass(slots=True)
class _Walk:
    """A walk over the document; `numbers` counts its tables.

    `seen` has what was passed over in the table being read, or outside of tables.
    """

    document: Document
    numbers: Iterator[int]
    depth: int = 0
    seen: _Seen = field(default_factory=_Seen)

    def pieces(self, parent: "_Element") -> list[str | Draft]:
        """The paragraphs and tables below `parent`."""
        found: list[str | Draft] = []
        for child in _children(parent, "p", "tbl"):
            if local_name(child) == "tbl":
                found.append(self._table(child))
                continue
            found.append(_text(child, self.seen))
            for box in child.iter("{*}txbxContent"):
                if not _is_within_other(box, child):
                    found += self._boxed(box)
        return found

    def _boxed(self, box: "_Element") -> "list[str | Draft]":
        """What stands in a text box; boxes and tables nest no deeper than is allowed."""
        self.depth += 1
        if self.depth > limits.MAX_NESTED:
            raise limits.too_large(self.document, "文本框嵌套过深", "boxes nested too deeply")
        found = self.pieces(box)
        self.depth -= 1
        return found

    def _table(self, element: "_Element") -> Draft:
        self.depth += 1
        if self.depth > limits.MAX_NESTED:
            raise limits.too_large(self.document, "表格嵌套过深", "tables nested too deeply")
        table = Draft(next(self.numbers))
        outside, self.seen = self.seen, _Seen(self.seen.styles)
        open_cells: dict[int, DraftCell] = {}
        rows = [row for row in _children(element, "tr") if not _is_deleted(row)]
        for number, row in enumerate(row for row in rows if not _is_hidden(row)):
            self._row(row, number, table, open_cells)
        table.findings += self._doubts(filter(_is_hidden, rows), table.number)
        table.findings += self.seen.doubts(Place.counted(self.document.name, table=table.number))
        self.seen = outside
        self.depth -= 1
        return table

    def _doubts(self, hidden: "Iterable[_Element]", number: int) -> list[Finding]:
        """A doubt about the rows that hold something and do not show."""
        texts = (_text(paragraph, _Seen()) for row in hidden for paragraph in row.iter("{*}p"))
        words = " ".join(filter(None, map(str.strip, texts)))
        place = Place.counted(self.document.name, table=number)
        return [unshown.hidden_row(place, shortened(words))] if words else []

    def _row(
        self, row: "_Element", number: int, table: Draft, open_cells: dict[int, DraftCell]
    ) -> None:
        """Add the cells of a row; `open_cells` may go on into it, by their columns."""
        column = _property_number(row, "trPr", "gridBefore", 0)
        last: DraftCell | None = None
        for element in _children(row, "tc"):
            width = _property_number(element, "tcPr", "gridSpan", 1)
            if column + width > limits.MAX_COLUMNS:
                raise limits.too_large(self.document, "表格列数过多", "too many columns")
            above = open_cells.get(column)
            if above and above.row + above.rowspan < number:
                above = None
            if last and _merge(element, "hMerge") == "continue":
                last.colspan += width
            elif above and _merge(element, "vMerge") == "continue":
                above.rowspan = number - above.row + 1
                above.content += [piece for piece in self.pieces(element) if piece]
                last = None
            else:
                last = DraftCell(number, column, 1, width, self.pieces(element))
                table.cells.append(last)
                open_cells[column] = last
            column += width


def _is_within_other(box: "_Element", paragraph: "_Element") -> bool:
    """Whether a text box of a paragraph stands in another one of it, with which it is read, or is a
    copy of one for old programs.
    """
    between = takewhile(lambda above: above is not paragraph, box.iterancestors())
    return any(local_name(above) in ("Fallback", "txbxContent") for above in between)


def _children(parent: "_Element", *names: str) -> "Iterator[_Element]":
    """The elements of these names below `parent`, also those inside wrappers."""
    for child in parent:
        name = local_name(child)
        if name in names:
            yield child
        elif name in _WRAPPERS:
            yield from _children(child, *names)


def _text(paragraph: "_Element", seen: _Seen) -> str:
    """The text of a paragraph as it shows; what is struck out counts as deleted."""
    pieces: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if name in _NOT_SHOWN or (name == "r" and seen.styles.is_marked(element, "hidden")):
            continue
        if name == "r" and seen.styles.is_marked(element, "struck"):
            seen.struck.append("".join(each.text or "" for each in element.iter("{*}t")))
        elif name == "t":
            pieces.append(_with_symbols(element, seen))
        elif name == "sym":
            pieces.append(_symbol(_value(element, "font") or "", _value(element, "char"), seen))
        elif name in _MARKS:
            pieces.append(_MARKS[name])
        else:
            waiting.extend(reversed(element))
    return "".join(pieces)


def _with_symbols(element: "_Element", seen: _Seen) -> str:
    """A text, in which characters of a symbol font may stand as they are."""
    text = element.text or ""
    if not any(map(is_private, text)):
        return text
    run = element.getparent()
    fonts = None if run is None else run.find("{*}rPr/{*}rFonts")
    font = "" if fonts is None else _value(fonts, "ascii") or _value(fonts, "hAnsi") or ""
    return "".join(
        _symbol(font, f"{ord(character):04X}", seen) if is_private(character) else character
        for character in text
    )


def _symbol(font: str, code: str | None, seen: _Seen) -> str:
    """The character of a symbol font by its hexadecimal code."""
    code = code or ""
    is_code = len(code) <= _LONGEST_CODE and set(code) <= set(string.hexdigits) and code
    character = character_of(font, int(code, 16)) if is_code else None
    if character is None:
        seen.symbols.append(f"{font} {code}"[:_QUOTED].strip())
    return character or UNKNOWN


_LONGEST_CODE = 6
_QUOTED = 40


def _is_hidden(row: "_Element") -> bool:
    return _is_on(row.find("{*}trPr/{*}hidden"))


def _is_deleted(row: "_Element") -> bool:
    """Whether a row was deleted with the deletion tracked."""
    return row.find("{*}trPr/{*}del") is not None


def _is_on(element: "_Element | None") -> bool:
    return element is not None and (_value(element) or "1") not in _OFF


def _merge(cell: "_Element", name: str) -> str | None:
    """`restart` or `continue`, or None: whether a cell is merged with the one before or above."""
    element = cell.find(f"{{*}}tcPr/{{*}}{name}")
    return None if element is None else _value(element) or "continue"


def _property_number(element: "_Element", properties: str, name: str, default: int) -> int:
    found = element.find(f"{{*}}{properties}/{{*}}{name}")
    text = "" if found is None else _value(found) or ""
    return (
        max(int(text), default) if text.isascii() and text.isdigit() and len(text) < 7 else default
    )


def _value(element: "_Element", name: str = "val") -> str | None:
    """The attribute of this name, in whatever namespace."""
    return next((v for k, v in element.items() if k.rpartition("}")[2] == name), None)
