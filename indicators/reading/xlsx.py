"""Reads workbooks (.xlsx): every sheet with its merged cells, formats, hidden rows and columns.

The cells come from a library; what it does not tell (the formats of numbers, what is hidden) is
read from the XML beside it, in the same pass that measures the sheets (see `extents`).
"""

import datetime as dt
import io
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from indicators.reading import limits
from indicators.reading.archives import Archive, open_archive
from indicators.reading.clean import clean
from indicators.reading.document import Document
from indicators.reading.extents import TRUE, Extent, TooManyCellsError, number_in, row_and_column
from indicators.reading.farcells import without_blank_cells
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
from indicators.reading.frames import Merge
from indicators.reading.markup import local_name, parse_xml
from indicators.reading.sheets import Sheet
from indicators.reading.struck import Marked, Struck
from indicators.reading.struck import may_be_in as struck_may_be_in
from indicators.reading.valueless import Valueless, may_be_in

if TYPE_CHECKING:
    import python_calamine as calamine

_WORKBOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_TEXTS = "xl/sharedStrings.xml"


def read_xlsx(document: Document) -> tuple[Sheet, ...]:
    """All sheets of a workbook in their order, hidden ones too.

    Raises:
        DocumentError: if it is broken, needs a password, or goes beyond the limits.
    """
    archive = open_archive(document)
    try:
        return _read(archive)
    except TooManyCellsError:
        slim = open_archive(without_blank_cells(archive, _sheet_parts(archive).values()))
    try:
        return _read(slim)
    except TooManyCellsError as error:
        sheet, cell = error.args
        raise limits.too_large(
            document,
            f"超过 {limits.MAX_CELLS:,} 格：工作表“{sheet}”一直到 {cell}",
            f"over {limits.MAX_CELLS:,} cells: sheet '{sheet}' reaches to {cell}",
        ) from None


def _read(archive: Archive) -> tuple[Sheet, ...]:
    styles = _styles(archive)
    extents: dict[str, Extent] = {}
    cells = 0
    parts = _sheet_parts(archive)
    texts = _struck_texts(archive)
    for sheet, part in parts.items():
        extents[sheet] = extent = _measured(archive, sheet, part, styles, texts, cells)
        cells += extent.rows * extent.columns
    return _sheets(archive.document, extents, styles)


def _sheets(
    document: Document, extents: "Mapping[str, Extent]", styles: "Mapping[int, _Style]"
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
    extent: "Extent",
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
        codes[number_in(one.get("numFmtId"))] = one.get("formatCode", "")
    fonts = next((child for child in root if local_name(child) == "fonts"), ())
    struck = {number for number, font in enumerate(fonts) if _is_struck(font)}
    styles = next((child for child in root if local_name(child) == "cellXfs"), ())
    found = {
        number: _Style(
            read_format(codes.get(number_in(style.get("numFmtId")), "")),
            number_in(style.get("fontId")) in struck,
        )
        for number, style in enumerate(styles)
    }
    return {n: style for n, style in found.items() if style.is_struck or not style.shape.is_plain}


def _is_struck(font: Any) -> bool:
    """Whether a font puts a line through the text."""
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val", "1") in TRUE


def _struck_texts(archive: Archive) -> dict[str, Marked]:
    """The texts of the workbook of which a part is struck out, by their numbers."""
    data = archive.read(_TEXTS) if _TEXTS in archive.names else b""
    found = Struck()
    if struck_may_be_in(data):
        _parse(archive.document, data, _TEXTS, found.begin, found.text, found.end)
    return found.texts


# ── measuring ────────────────────────────────────────────────────────────────────────────────────


def _measured(
    archive: Archive,
    sheet: str,
    name: str,
    wanted: Collection[int],
    texts: Mapping[str, Marked],
    before: int,
) -> "Extent":
    """What a sheet spans, keeping only what is hidden in it, and its cells of `wanted` styles.

    `texts` are the texts of the workbook of which a part is struck out; the cells that hold one
    are kept, too.

    Raises:
        DocumentError: if it is no XML.
        TooManyCellsError: if with `before` it spans more than `limits.MAX_CELLS`.
    """
    document = archive.document
    data = archive.read(name)
    extent = Extent(frozenset(map(str, wanted)), limits.MAX_CELLS - before)
    try:
        if not extent.see_plain(data):
            _parse(document, data, name, extent.see)
    except TooManyCellsError as error:
        raise TooManyCellsError(sheet, *error.args) from None
    if may_be_in(data):
        found = Valueless()
        _parse(document, data, name, found.begin, found.text, found.end)
        extent.valueless = {row_and_column(at): text for at, text in found.texts.items()}
    if texts or struck_may_be_in(data):
        runs = Struck(texts)
        _parse(document, data, name, runs.begin, runs.text, runs.end)
        extent.struck = {row_and_column(at): marked for at, marked in runs.texts.items()}
    return extent


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
