"""Reads workbooks (.xlsx): every sheet with its merged cells, formats, hidden rows and columns.

The cells come from a library; what it does not tell (the formats of numbers, what is hidden) is
read from the XML beside it, in the same pass that measures the sheets. A workbook of a few
kilobytes can ask for gigabytes by one cell in the last corner of a sheet, for which a reader lays
out every cell before it: so nothing is laid out before it was measured.
"""

import datetime as dt
import io
import re
import string
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from indicators.reading import limits
from indicators.reading.archives import Archive, open_archive
from indicators.reading.clean import clean
from indicators.reading.document import Document
from indicators.reading.formats import (
    BUILT_IN,
    PLAIN,
    Format,
    number_text,
    read_format,
    shown_date,
    shown_number,
    unread_code,
)
from indicators.reading.markup import local_name, parse_xml
from indicators.reading.sheets import Merge, Sheet, letters_of
from indicators.reading.struck import Marked, Struck
from indicators.reading.struck import may_be_in as struck_may_be_in
from indicators.reading.valueless import Valueless, may_be_in

if TYPE_CHECKING:
    import python_calamine as calamine

_WORKBOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_TEXTS = "xl/sharedStrings.xml"
_TRUE = frozenset(("1", "true", "on"))
_MOST_COLUMNS = 16_384

_PLAIN_CELL = re.compile(rb'<c r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?=[ />])')
_STYLED_CELL = re.compile(
    rb'<c r="([A-Z]+)([0-9]+)"(?: [a-z]+="[^"<>]*")*? s="([0-9]{1,5})"(?=[ />])'
)
_ANY_CELL = (re.compile(rb"<c[\s/>]"), re.compile(rb":c[\s/>]"))
"""Two patterns: each begins with letters that are quickly looked for."""

_LETTERS, _DIGITS = string.ascii_uppercase.encode(), string.digits.encode()
_ODD = (b"<!", b"\x00", b"hidden", b"&#", b" s='")
_BEGINNINGS = (b"<?xml", b"<worksheet")
"""A sheet that holds something odd, or begins in another way, is read element by element."""


def read_xlsx(document: Document) -> tuple[Sheet, ...]:
    """All sheets of a workbook in their order, hidden ones too.

    Raises:
        DocumentError: if it is broken, needs a password, or goes beyond the limits.
    """
    archive = open_archive(document)
    styles = _styles(archive)
    extents: dict[str, _Extent] = {}
    cells = 0
    parts = _sheet_parts(archive)
    texts = _struck_texts(archive)
    for sheet, part in parts.items():
        extents[sheet] = extent = _measured(archive, sheet, part, styles, texts, cells)
        cells += extent.rows * extent.columns
    return _sheets(document, extents, styles)


def _sheets(
    document: Document, extents: "Mapping[str, _Extent]", styles: "Mapping[int, _Style]"
) -> tuple[Sheet, ...]:
    import python_calamine as calamine  # noqa: PLC0415 -- only for workbooks

    try:
        with calamine.load_workbook(io.BytesIO(document.data)) as workbook:
            return tuple(
                _sheet(workbook, about, extents[about.name], styles)
                for about in workbook.sheets_metadata
                if about.typ == calamine.SheetTypeEnum.WorkSheet and about.name in extents
            )
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise document.broken(str(error), str(error)) from error


def _sheet(
    workbook: "calamine.CalamineWorkbook",
    about: "calamine.SheetMetadata",
    extent: "_Extent",
    styles: "Mapping[int, _Style]",
) -> Sheet:
    sheet = workbook.get_sheet_by_name(about.name)
    values = sheet.to_python(skip_empty_area=False)
    rows = [[cell_text(value) if value != "" else "" for value in row] for row in values]
    struck: dict[tuple[int, int], str] = {}
    unread: dict[tuple[int, int], str] = {}
    for (row, column), number in extent.shaped.items():
        if row < len(values) and column < len(values[row]):
            value, style = values[row][column], styles[number]
            rows[row][column] = cell_text(value, style.shape)
            if isinstance(value, int | float) and (code := unread_code(value, style.shape)):
                unread[row, column] = code
            if style.is_struck and rows[row][column]:
                struck[row, column], rows[row][column] = rows[row][column], ""
    for (row, column), marked in extent.struck.items():
        if 0 <= row < len(rows) and 0 <= column < len(rows[row]) and rows[row][column]:
            struck[row, column] = clean(marked.struck).strip()
            rows[row][column] = clean(marked.text).strip()
    for (row, column), text in extent.valueless.items():
        if 0 <= row < len(rows) and 0 <= column < len(rows[row]) and not rows[row][column]:
            rows[row][column] = clean(text)
    return Sheet(
        about.name,
        tuple(map(tuple, rows)),
        tuple(Merge(*top, *bottom) for top, bottom in sheet.merged_cell_ranges or ()),
        frozenset(extent.hidden_rows),
        frozenset(extent.hidden_columns),
        is_hidden=not str(about.visible).endswith("Visible"),
        struck=struck,
        unread=unread,
    )


def cell_text(value: Any, shape: Format = PLAIN) -> str:
    """The text of one cell, as a person would have typed it."""
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return number_text(float(value)) if shape is PLAIN else shown_number(float(value), shape)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return shown_date(value, shape)
    return str(value).strip()


# ── what stands in the XML only ──────────────────────────────────────────────────────────────────


def _sheet_parts(archive: Archive) -> dict[str, str]:
    """The part of each sheet by its name."""
    root = parse_xml(archive.document, archive.read(_WORKBOOK), _WORKBOOK)
    rels = "xl/_rels/workbook.xml.rels"
    targets: dict[str, str] = {}
    if rels in archive.names:
        for rel in parse_xml(archive.document, archive.read(rels), rels):
            target = rel.get("Target", "")
            targets[rel.get("Id", "")] = target.lstrip("/") if target[:1] == "/" else f"xl/{target}"
    parts = {
        sheet.get("name", ""): targets.get(_attribute(sheet, "id"), "")
        for sheet in root.iter("{*}sheet")
    }
    _check_whole(archive, parts, targets.values())
    return parts


def _check_whole(archive: Archive, sheets: Mapping[str, str], targets: Collection[str]) -> None:
    """Refuse a workbook that names sheets, texts or formats which are not there.

    Read without them, it would be another workbook, and nobody would be told.
    """
    for name, part in sheets.items():
        if part not in archive.names:
            raise archive.document.broken(
                f"没有工作表“{name}”的内容", f"no content for sheet {name!r}"
            )
    for part in (_STYLES, _TEXTS):
        if part in targets and part not in archive.names:
            raise archive.document.broken(f"没有 {part}", f"no {part}")


def _attribute(element: Any, name: str) -> str:
    """An attribute by its name, in whatever namespace."""
    return next((v for k, v in element.items() if k.endswith(f"}}{name}")), "")


@dataclass(frozen=True, slots=True)
class _Style:
    """What the style of a cell does with what it holds."""

    shape: Format
    is_struck: bool


def _styles(archive: Archive) -> dict[int, _Style]:
    """The styles of the workbook by their numbers; those that show a cell as it is are left out."""
    if _STYLES not in archive.names:
        return {}
    root = parse_xml(archive.document, archive.read(_STYLES), _STYLES)
    codes = dict(BUILT_IN)
    for one in root.iter("{*}numFmt"):
        codes[_int(one.get("numFmtId"))] = one.get("formatCode", "")
    fonts = next((child for child in root if local_name(child) == "fonts"), ())
    struck = {number for number, font in enumerate(fonts) if _is_struck(font)}
    styles = next((child for child in root if local_name(child) == "cellXfs"), ())
    found = {
        number: _Style(
            read_format(codes.get(_int(style.get("numFmtId")), "")),
            _int(style.get("fontId")) in struck,
        )
        for number, style in enumerate(styles)
    }
    return {n: style for n, style in found.items() if style.is_struck or not style.shape.is_plain}


def _is_struck(font: Any) -> bool:
    """Whether a font puts a line through the text."""
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val", "1") in _TRUE


def _struck_texts(archive: Archive) -> dict[str, Marked]:
    """The texts of the workbook of which a part is struck out, by their numbers."""
    data = archive.read(_TEXTS) if _TEXTS in archive.names else b""
    found = Struck()
    if struck_may_be_in(data):
        _parse(archive.document, data, _TEXTS, found.begin, found.text, found.end)
    return found.texts


def _int(text: str | None) -> int:
    """A number in an attribute, 0 if it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


# ── measuring ────────────────────────────────────────────────────────────────────────────────────


class _TooManyCellsError(Exception):
    """A sheet spans more than is allowed, as far as this cell."""


def _measured(
    archive: Archive,
    sheet: str,
    name: str,
    wanted: Collection[int],
    texts: Mapping[str, Marked],
    before: int,
) -> "_Extent":
    """What a sheet spans, keeping only what is hidden in it, and its cells of `wanted` styles.

    `texts` are the texts of the workbook of which a part is struck out; the cells that hold one
    are kept, too.

    Raises:
        DocumentError: if it is no XML, or with `before` spans more than `limits.MAX_CELLS`.
    """
    document = archive.document
    data = archive.read(name)
    extent = _Extent(frozenset(map(str, wanted)), limits.MAX_CELLS - before)
    try:
        if not extent.see_plain(data):
            _parse(document, data, name, extent.see)
    except _TooManyCellsError as error:
        raise limits.too_large(
            document,
            f"超过 {limits.MAX_CELLS:,} 格：工作表“{sheet}”一直到 {error}，那里可能只有空格",
            f"over {limits.MAX_CELLS:,} cells: sheet '{sheet}' reaches to {error}, perhaps only "
            "by a blank",
        ) from None
    if may_be_in(data):
        found = Valueless()
        _parse(document, data, name, found.begin, found.text, found.end)
        extent.valueless = {_row_and_column(at): text for at, text in found.texts.items()}
    if texts or struck_may_be_in(data):
        runs = Struck(texts)
        _parse(document, data, name, runs.begin, runs.text, runs.end)
        extent.struck = {_row_and_column(at): marked for at, marked in runs.texts.items()}
    return extent


def _row_and_column(address: str) -> tuple[int, int]:
    """The row and column of an address, from 0."""
    letters = address.rstrip("0123456789")
    return _int(address[len(letters) :]) - 1, _column(letters) - 1


def _parse(
    document: Document,
    data: bytes,
    name: str,
    begin: Callable[[str, dict[str, str]], None],
    text: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
) -> None:
    """Tell of every element that it begins, of its text, and that it ends."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = begin
    parser.CharacterDataHandler = text
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)
    # LookupError: an unknown encoding; ValueError: an unfit one, or a number without end.
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise document.broken(f"{name}：{error}", f"{name}: {error}") from error


def _refuse(*_: object) -> None:
    """A sheet that declares a document type, by which entities could be smuggled in."""
    raise expat.ExpatError("DOCTYPE")


@dataclass(slots=True)
class _Extent:
    """How far a sheet reaches from A1 on; what is hidden in it, and its cells of wanted styles.

    `shaped` gives the style of a cell (row and column from 0), `valueless` what a cell shows that
    holds an error, or a formula that was never calculated, `struck` a text of which a part is
    struck out.
    """

    wanted: frozenset[str] = frozenset()
    allowed: int = 0
    rows: int = 0
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    shaped: dict[tuple[int, int], int] = field(default_factory=dict)
    valueless: dict[tuple[int, int], str] = field(default_factory=dict)
    struck: dict[tuple[int, int], Marked] = field(default_factory=dict)
    _row: int = 0
    _column: int = 0

    def see_plain(self, data: bytes) -> bool:
        """Take in a whole sheet that is written as most programs do; False if it is not.

        Every cell must name its place, nothing be hidden, and nothing stand in comments or behind
        entities: else another reader could see another sheet.
        """
        if not data.startswith(_BEGINNINGS) or any(odd in data for odd in _ODD):
            return False
        addresses = _PLAIN_CELL.findall(data)
        if len(addresses) != sum(len(cell.findall(data)) for cell in _ANY_CELL):
            return False
        together = b" ".join(addresses)
        rows = set(together.translate(None, _LETTERS).split())
        columns = set(together.translate(None, _DIGITS).split())
        self._reach(
            max(map(int, rows), default=0),
            max((_column(name.decode()) for name in columns), default=0),
        )
        for name, row, style in _STYLED_CELL.findall(data) if self.wanted else ():
            if style.decode() in self.wanted:
                self.shaped[int(row) - 1, _column(name.decode()) - 1] = int(style)
        return True

    def _reach(self, row: int, column: int) -> None:
        self.rows, self.columns = max(row, self.rows), max(column, self.columns)
        if self.rows * self.columns > self.allowed:
            raise _TooManyCellsError(f"{letters_of(self.columns - 1)}{self.rows}")

    def see(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in one element: `<row r="12">`, `<c r="B12">`; without `r` it is the next one."""
        name = tag.rpartition(":")[2]
        if name == "c":
            self._see_cell(attributes)
        elif name == "row":
            reference = attributes.get("r", "")
            self._row = int(reference) if reference.isdecimal() else self._row + 1
            self._column = 0
            if attributes.get("hidden") in _TRUE:
                self.hidden_rows.add(self._row - 1)
        elif name == "col" and attributes.get("hidden") in _TRUE:
            first, last = (_int(attributes.get(key)) for key in ("min", "max"))
            self.hidden_columns.update(range(first - 1, min(last, _MOST_COLUMNS)))

    def _see_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        letters = reference.rstrip("0123456789")
        self._column = _column(letters) if letters else self._column + 1
        row = int(reference[len(letters) :] or self._row)
        if row > self.rows or self._column > self.columns:
            self._reach(row, self._column)
        if self.wanted and attributes.get("s") in self.wanted:
            self.shaped[row - 1, self._column - 1] = int(attributes["s"])


@lru_cache(maxsize=2048)
def _column(letters: str) -> int:
    """The number of a column: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper()[:4]:
        number = number * 26 + ord(letter) - 64
    return number
