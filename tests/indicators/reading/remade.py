"""The real document made anew in other kinds of files, with cells merged as in the official form.

The dump tells a cell merged down by empty cells, and one merged across by fewer cells; here they
become merged cells again, on a grid of eight columns.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from xlsxwriter.workbook import Workbook, Worksheet

from indicators.forms import is_title
from indicators.reading.tables import Grid
from indicators.reading.text import read_text
from tests.indicators.reading.dumps import REAL

COLUMNS = 8
_ACROSS = {2: (2, 6), 3: (2, 2, 4), 4: (2, 3, 1, 2), 5: (2, 1, 2, 1, 2)}
"""How many columns each cell of a row spans, by the number of its cells."""

_INDICATORS = (1, 1, 2, 4)


@dataclass
class Box:
    """A cell where it begins, and how far it spans."""

    text: str
    row: int
    column: int
    colspan: int
    rowspan: int = 1


@dataclass
class OfficialForm:
    """A form as it is printed: the lines above it, and its table."""

    lines: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    @property
    def height(self) -> int:
        """How many rows the table has."""
        return max(box.row for box in self.boxes) + 1


def official_forms(path: Path = REAL) -> list[OfficialForm]:
    """The forms of a dump; the lines above the first one include the narrative."""
    forms = [OfficialForm()]
    for block in read_text(path.read_text("utf-8"), path.name, is_title=is_title):
        if isinstance(block, Grid):
            forms[-1].boxes = list(_boxes(_rows(block)))
            forms.append(OfficialForm())
        else:
            forms[-1].lines.append(block.text)
    return [form for form in forms if form.boxes]


def _rows(grid: Grid) -> list[list[str]]:
    """The texts of the rows; the row that the dump had split is whole again."""
    rows = [[cell.text for cell in row.cells] for row in grid.rows]
    whole: list[list[str]] = []
    for row in rows:
        if whole and len(whole[-1]) == 2 and whole[-1][0] == "" and len(row) == 2:
            whole[-1] += row
        else:
            whole.append(row)
    return whole


def _boxes(rows: Sequence[Sequence[str]]) -> Iterator[Box]:
    above: dict[int, Box] = {}
    in_indicators = False
    for number, row in enumerate(rows):
        starts_form_row = row[0] != ""
        in_indicators = row[0] == "绩效指标" or (in_indicators and not starts_form_row)
        column = 0
        for text, colspan in zip(
            row, _INDICATORS if in_indicators else _ACROSS[len(row)], strict=True
        ):
            box = above.get(column)
            is_continued = text == "" and column < 2 and not starts_form_row
            if is_continued and box and box.row + box.rowspan == number:
                box.rowspan += 1
            else:
                above[column] = Box(text, number, column, colspan)
                yield above[column]
            column += colspan


def as_html(forms: Iterable[OfficialForm]) -> str:
    """A web page."""
    body = []
    for form in forms:
        body += [f"<p>{escape(line)}</p>" for line in form.lines]
        rows: list[list[str]] = [[] for _ in range(form.height)]
        for box in form.boxes:
            spans = f' rowspan="{box.rowspan}" colspan="{box.colspan}"'
            text = "<br>".join(map(escape, box.text.split("\n")))
            rows[box.row].append(f"<td{spans}>{text}</td>")
        body.append("<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "</table>")
    return f"<!DOCTYPE html>\n<html><body>{''.join(body)}</body></html>"


def as_docx(forms: Iterable[OfficialForm]) -> bytes:
    """A Word document."""
    document = docx.Document()
    for form in forms:
        for line in form.lines:
            document.add_paragraph(line)
        _add_table(document, form)
        document.add_paragraph()  # a table at the very end is lost on the way to .doc
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_table(document: WordDocument, form: OfficialForm) -> None:
    """A table whose cells are written as Word does: `gridSpan` across, `vMerge` down."""
    table = document.add_table(rows=form.height, cols=0, style="Table Grid")
    grid = table._tbl.tblGrid
    for _ in range(COLUMNS):
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), "1200")
        grid.append(column)
    for number, row in enumerate(table.rows):
        for box in sorted(_touching(form, number), key=lambda box: box.column):
            row._tr.append(_word_cell(box, is_first=box.row == number))


def _touching(form: OfficialForm, row: int) -> list[Box]:
    return [box for box in form.boxes if box.row <= row < box.row + box.rowspan]


def _word_cell(box: Box, *, is_first: bool):
    cell = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    width = OxmlElement("w:tcW")
    width.set(qn("w:w"), str(1200 * box.colspan))
    width.set(qn("w:type"), "dxa")
    properties.append(width)
    if box.colspan > 1:
        span = OxmlElement("w:gridSpan")
        span.set(qn("w:val"), str(box.colspan))
        properties.append(span)
    if box.rowspan > 1:
        merge = OxmlElement("w:vMerge")
        if is_first:
            merge.set(qn("w:val"), "restart")
        properties.append(merge)
    cell.append(properties)
    for line in box.text.split("\n") if is_first else [""]:
        paragraph, run, text = (OxmlElement(f"w:{name}") for name in ("p", "r", "t"))
        text.text = line
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        paragraph.append(run)
        cell.append(paragraph)
    return cell


def as_csv(forms: Iterable[OfficialForm]) -> str:
    """A table saved as text: a merged cell is its text and empty cells behind and below it."""
    file = io.StringIO()
    writer = csv.writer(file)
    for form in forms:
        rows = [[""] * COLUMNS for _ in range(form.height)]
        for box in form.boxes:
            rows[box.row][box.column] = box.text
        writer.writerows([[line, *[""] * (COLUMNS - 1)] for line in form.lines[-2:]])
        writer.writerows(rows)
    return file.getvalue()


def as_xlsx(
    forms: Sequence[OfficialForm], *, sheet_each: bool = True, side_by_side: bool = False
) -> bytes:
    """A workbook: a sheet a form, or all forms on one sheet, below or beside one another."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    style = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    sheet = None if sheet_each and not side_by_side else book.add_worksheet("申报表")
    top = 0
    for number, form in enumerate(forms):
        if sheet is None:
            _write_form(book.add_worksheet(f"表{number + 1}"), form, style)
        elif side_by_side:
            _write_form(sheet, form, style, left=number * (COLUMNS + 1))
        else:
            top = _write_form(sheet, form, style, top=top) + 1
    book.close()
    return file.getvalue()


def _write_form(
    sheet: Worksheet, form: OfficialForm, style: object, *, top: int = 0, left: int = 0
) -> int:
    """Write a form from (`top`, `left`) on; gives the row behind it."""
    for line in form.lines[-2:]:
        sheet.merge_range(top, left, top, left + COLUMNS - 1, line, style)
        top += 1
    for box in form.boxes:
        first = (top + box.row, left + box.column)
        last = (first[0] + box.rowspan - 1, first[1] + box.colspan - 1)
        if first == last:
            sheet.write_string(*first, box.text, style)
        else:
            sheet.merge_range(*first, *last, box.text, style)
    return top + form.height


def formatted_cells() -> bytes:
    """A workbook with numbers, shares and dates in all formats, and with hidden parts."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("表")
    formats = ["0%", "0.00%", '0"人"', 'yyyy"年"m"月"', "yyyy-mm-dd", "0.00"]
    day = dt.datetime(2019, 12, 31)  # noqa: DTZ001 -- cells have no zone
    values = [0.92, 0.9955, 100, day, day, 756]
    for column, (code, value) in enumerate(zip(formats, values, strict=True)):
        sheet.write(0, column, value, book.add_format({"num_format": code}))
    sheet.write_formula("A2", "=17/20", book.add_format({"num_format": 9}), 0.85)
    sheet.write_string("B2", "甲")
    sheet.write_boolean("C2", boolean=True)
    sheet.write_rich_string("D2", "红", book.add_format({"bold": True}), "字")
    sheet.write_string("E2", "  两边  ")
    sheet.write_string("A3", "藏")
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column("G:G", None, None, {"hidden": True})
    book.add_worksheet("藏").hide()
    book.close()
    return file.getvalue()
