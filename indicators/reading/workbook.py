"""Opens a workbook for whoever needs its cells, not its forms: every sheet as rows of text."""

from pathlib import Path

from indicators.errors import EvalengineError
from indicators.reading.csv import delimiter_of, read_csv
from indicators.reading.document import Document, open_document
from indicators.reading.kinds import FileKind, kind_of
from indicators.reading.sheets import Sheet
from indicators.reading.tables import Grid

__all__ = ["Sheet", "read_sheets", "sheets_of"]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """All sheets of the workbook at `path`, hidden ones too, in order; of a .csv its only one.

    Numbers come with the 15 digits that spreadsheets keep, dates and shares as the cell shows
    them (`92%`), formulas as the value they had when the workbook was saved.

    Raises:
        DocumentError: if the file is missing, empty, no workbook, protected by a password,
            broken, or beyond the limits.
    """
    return sheets_of(open_document(path))


def sheets_of(document: Document) -> tuple[Sheet, ...]:
    """All sheets of an open workbook; see `read_sheets`."""
    kind = kind_of(document)
    if kind is FileKind.XLSX:
        from indicators.reading.xlsx import read_xlsx  # noqa: PLC0415 -- costs the library

        return read_xlsx(document)
    if kind is FileKind.XLS:
        from indicators.reading.xls import read_xls  # noqa: PLC0415 -- costs the library

        return read_xls(document)
    if kind is FileKind.TEXT and (delimiter := delimiter_of(document.text)):
        return (_sheet_of_text(document, delimiter),)
    raise _no_workbook(document)


def _sheet_of_text(document: Document, delimiter: str) -> Sheet:
    """A sheet that was saved as text; its empty lines are gone."""
    grids = [block for block in read_csv(document, delimiter) if isinstance(block, Grid)]
    rows = (tuple(cell.text for cell in row.cells) for grid in grids for row in grid.rows)
    return Sheet(Path(document.name).stem, tuple(rows))


def _no_workbook(document: Document) -> EvalengineError:
    return document.error(
        "这不是 Excel 工作簿（内容不符，改后缀名没有用）；请用表格软件另存为 .xlsx。",
        "this is no workbook (whatever its name says); save it as .xlsx.",
    )
