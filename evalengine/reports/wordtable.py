"""Puts printed tables into a Word document: grid, spans, borders, rows that do not break apart."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from evalengine.reports.cells import Look, Part, Table, parted
from evalengine.reports.spreadsheet import heights_of

CELL, LABEL, SUM = "FormCell", "FormLabel", "FormSum"
"""The ids of the paragraph styles of cells."""

_STYLES = {Look.LABEL: LABEL, Look.SUM: SUM}
_TALLEST = 300
"""Points; a row that may be higher than this is allowed to go on on the next page."""

_TOGETHER = 140
"""Points; a group of rows that is not higher stays on one page."""

_LEAST = 15
"""Twentieths of a point for each point of the least height, which is that of a larger type."""

_MARGIN = 28
"""Twentieths of a point between text and border, left and right."""


def append_table(
    document: Document, table: Table, width: int, *, is_followed: bool = False
) -> None:
    """Append `table` at the end of the document, `width` twentieths of a point wide.

    What comes after one that `is_followed` stays on a page with its last rows.
    """
    widths = _scaled(table.widths, width)
    element = _element("w:tbl")
    element.append(_properties(width))
    grid = _element("w:tblGrid")
    for each in widths:
        grid.append(_element("w:gridCol", {"w:w": str(each)}))
    element.append(grid)
    parts = parted(table)
    heights = heights_of(table)
    kept = _kept(table, heights)
    if is_followed:
        kept.add(len(heights) - 1)
    for number, height in enumerate(heights):
        row = _element("w:tr")
        row.append(_row_properties(table, number, height))
        for columns, part in _cells(parts, number, len(widths)):
            size = sum(widths[columns.start : columns.stop])
            row.append(_cell(part, number, columns, size, is_kept=number in kept))
        element.append(row)
    document.element.body.insert_element_before(element, "w:sectPr")


def _kept(table: Table, heights: Sequence[float]) -> set[int]:
    """The rows that stay on a page with the next: no heading at the end of a page, no feet alone
    at the beginning of another, and no small group torn, nor the text of its merged cell.
    """
    end = len(heights) - 1
    kept = {*range(table.heads), *range(end - table.feet, end)}
    for box in table.boxes:
        if sum(heights[box.row : box.bottom + 1]) <= _TOGETHER:
            kept.update(range(box.row, box.bottom))
    return kept


def _scaled(widths: Sequence[float], width: int) -> list[int]:
    """The columns of the grid; together exactly `width`."""
    edges = [round(sum(widths[:number]) * width / sum(widths)) for number in range(len(widths) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _properties(width: int) -> BaseOxmlElement:
    properties = _element("w:tblPr")
    properties.append(_element("w:tblW", {"w:w": str(width), "w:type": "dxa"}))
    properties.append(_element("w:jc", {"w:val": "center"}))
    borders = _element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"}
        borders.append(_element(f"w:{side}", line))
    properties.append(borders)
    properties.append(_element("w:tblLayout", {"w:type": "fixed"}))
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", {"w:w": str(_MARGIN), "w:type": "dxa"}))
    properties.append(margins)
    return properties


def _row_properties(table: Table, number: int, height: float) -> BaseOxmlElement:
    properties = _element("w:trPr")
    if height <= _TALLEST:
        properties.append(_element("w:cantSplit"))
    least = str(round(table.least[number] * _LEAST))
    properties.append(_element("w:trHeight", {"w:val": least, "w:hRule": "atLeast"}))
    if number < table.heads:
        properties.append(_element("w:tblHeader"))
    return properties


def _cells(parts: list[Part], number: int, width: int) -> Iterator[tuple[range, Part | None]]:
    """The cells of a row from the left: their columns, and what covers them."""
    covering = [part for part in parts if part.box.row <= number <= part.box.bottom]
    column = 0
    for part in sorted(covering, key=lambda part: part.box.column):
        if part.box.column > column:
            yield range(column, part.box.column), None
        column = part.box.right + 1
        yield range(part.box.column, column), part
    if column < width:
        yield range(column, width), None


def _cell(
    part: Part | None, number: int, columns: range, width: int, *, is_kept: bool
) -> BaseOxmlElement:
    """A cell; `is_kept` keeps it on one page with the row below."""
    cell, properties = _element("w:tc"), _element("w:tcPr")
    properties.append(_element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
    if len(columns) > 1:
        properties.append(_element("w:gridSpan", {"w:val": str(len(columns))}))
    lines, look = [""], Look.WORDS
    if part is not None:
        begins, look = part.box.row == number, part.box.look
        if part.box.rowspan > 1:
            properties.append(_element("w:vMerge", {"w:val": "restart"} if begins else {}))
        if part.open_side:
            properties.append(_open(part.open_side))
        lines = part.box.text.split("\n") if begins else [""]
    properties.append(_element("w:vAlign", {"w:val": "center"}))
    cell.append(properties)
    for line in lines:
        cell.append(_paragraph(line, look, is_kept=is_kept))
    return cell


def _open(side: str) -> BaseOxmlElement:
    """No border on this side."""
    borders = _element("w:tcBorders")
    borders.append(_element(f"w:{side}", {"w:val": "nil"}))
    return borders


def _paragraph(text: str, look: Look, *, is_kept: bool) -> BaseOxmlElement:
    paragraph, properties = _element("w:p"), _element("w:pPr")
    properties.append(_element("w:pStyle", {"w:val": _STYLES.get(look, CELL)}))
    if is_kept:
        properties.append(_element("w:keepNext"))
    if look is Look.TEXT:
        properties.append(_element("w:ind", {"w:left": str(_MARGIN), "w:right": str(_MARGIN)}))
        properties.append(_element("w:jc", {"w:val": "left"}))
    paragraph.append(properties)
    if text:
        run, words = _element("w:r"), _element("w:t")
        words.text = text
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        paragraph.append(run)
    return paragraph


def _element(name: str, attributes: dict[str, str] | None = None) -> BaseOxmlElement:
    return OxmlElement(name, {qn(key): value for key, value in (attributes or {}).items()})
