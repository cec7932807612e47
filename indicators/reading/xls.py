"""Reads old workbooks (.xls): every sheet with its merged cells, formats, hidden rows and columns.

The reader runs apart (see `apart`): `extract` is its end, `read_xls` ours.
"""

import io
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from indicators.reading import limits
from indicators.reading.apart import read_apart
from indicators.reading.clean import clean
from indicators.reading.document import Document
from indicators.reading.formats import (
    PLAIN,
    Format,
    number_text,
    read_format,
    shown_date,
    shown_number,
    unread_code,
)
from indicators.reading.frames import Merge
from indicators.reading.sheets import Sheet

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell as XlsCell
    from xlrd.sheet import Sheet as XlsSheet

_ERROR, _BLANK = 5, 6
"""Kinds of cells without a value of their own (xlrd.XL_CELL_ERROR, XL_CELL_BLANK)."""

_TEXT, _NUMBER, _DATE, _BOOLEAN = 1, 2, 3, 4


def read_xls(document: Document) -> tuple[Sheet, ...]:
    """All sheets of an old workbook in their order, hidden ones too.

    Raises:
        DocumentError: if it is broken, needs a password, or goes beyond the limits.
    """
    return tuple(
        Sheet(
            name=data["name"],
            rows=tuple(map(tuple, data["rows"])),
            merges=tuple(Merge(*merge) for merge in data["merges"]),
            hidden_rows=frozenset(data["hidden_rows"]),
            hidden_columns=frozenset(data["hidden_columns"]),
            is_hidden=data["is_hidden"],
            struck={(row, column): text for row, column, text in data["struck"]},
            unread={(row, column): code for row, column, code in data["unread"]},
        )
        for data in read_apart(document, "xls")
    )


def extract(document: Document) -> list[dict[str, Any]]:
    """The sheets of an old workbook as plain data.

    Raises:
        DocumentError: if it needs a password, or goes beyond the limits.
    """
    import xlrd  # noqa: PLC0415 -- only for old workbooks

    try:
        book = xlrd.open_workbook(
            file_contents=document.data,
            formatting_info=True,
            ragged_rows=True,
            logfile=io.StringIO(),
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise document.locked() from error
        raise document.broken(str(error), str(error)) from error
    sheets = book.sheets()
    area = sum(sheet.nrows * sheet.ncols for sheet in sheets)
    if area > limits.MAX_CELLS:
        raise limits.too_large(
            document, f"超过 {limits.MAX_CELLS:,} 格", f"over {limits.MAX_CELLS:,} cells"
        )
    return [_sheet(book, sheet) for sheet in sheets]


def _sheet(book: "Book", sheet: "XlsSheet") -> dict[str, Any]:
    cells = [sheet.row(number) for number in range(sheet.nrows)]
    rows = [[_text(book, cell) for cell in row] for row in cells]
    struck: list[tuple[int, int, str]] = []
    for row, column, left, gone in _struck(book, sheet, cells):
        rows[row][column] = left
        struck.append((row, column, gone))
    return {
        "name": sheet.name,
        "rows": [row + [""] * (sheet.ncols - len(row)) for row in rows],
        "merges": [
            (top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells
        ],
        "hidden_rows": [number for number, row in sheet.rowinfo_map.items() if row.hidden],
        "hidden_columns": [number for number, column in sheet.colinfo_map.items() if column.hidden],
        "is_hidden": sheet.visibility != 0,
        "struck": struck,
        "unread": [
            (row, column, code)
            for row, numbers in enumerate(cells)
            for column, cell in enumerate(numbers)
            if cell.ctype == _NUMBER and (code := unread_code(cell.value, _format(book, cell)))
        ],
    }


def _struck(
    book: "Book", sheet: "XlsSheet", cells: "list[list[XlsCell]]"
) -> Iterator[tuple[int, int, str, str]]:
    """The cells that are struck out, wholly or in part: what is left of them, and what is not."""
    fonts = {number for number, font in enumerate(book.font_list) if font.struck_out}
    for row, column in itertools.product(range(len(cells)), range(sheet.ncols if fonts else 0)):
        if column >= len(cells[row]) or not (text := _text(book, cells[row][column])):
            continue
        cell = cells[row][column]
        known = cell.xf_index is not None and cell.xf_index < len(book.xf_list)
        font = book.xf_list[cell.xf_index].font_index if known else 0
        runs = sheet.rich_text_runlist_map.get((row, column), ()) if cell.ctype == _TEXT else ()
        written = str(cell.value) if runs else text
        ends = [*(at for at, _ in runs), len(written)]
        pieces = [(written[: ends[0]], font in fonts)]
        for (at, number), end in zip(runs, ends[1:], strict=True):
            pieces.append((written[at:end], number in fonts))
        left, gone = ("".join(t for t, is_struck in pieces if is_struck == it) for it in (0, 1))
        if gone.strip():
            yield row, column, clean(left).strip(), clean(gone).strip()


def _text(book: "Book", cell: "XlsCell") -> str:
    """The text of one cell, as it shows."""
    from xlrd.biffh import error_text_from_code  # noqa: PLC0415
    from xlrd.xldate import XLDateError, xldate_as_datetime  # noqa: PLC0415

    if cell.ctype == _BLANK:
        return ""
    if cell.ctype == _ERROR:
        return str(error_text_from_code.get(cell.value, "#N/A"))
    if cell.ctype == _BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == _NUMBER:
        return shown_number(cell.value, _format(book, cell))
    if cell.ctype == _DATE:
        try:
            return shown_date(xldate_as_datetime(cell.value, book.datemode), _format(book, cell))
        except (XLDateError, OverflowError, ValueError):
            return number_text(cell.value)
    return clean(str(cell.value)).strip()


def _format(book: "Book", cell: "XlsCell") -> Format:
    """What the format of a cell adds to its number."""
    if cell.xf_index is None or cell.xf_index >= len(book.xf_list):
        return PLAIN
    found = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    return PLAIN if found is None else read_format(found.format_str)
