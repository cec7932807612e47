"""Finds the fill-in sheets of a workbook and the answers in them, by their hidden marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indicators.errors import ActualsError, EvalengineError
from indicators.pairing.sheet import CONTENTS, FURNITURE, SCHEMA, Answer, Column
from indicators.places import Place
from indicators.reading.workbook import Sheet, read_sheets

_FAMILY = SCHEMA.rpartition("/")[0] + "/"
_SEARCHED_ROWS = 20
"""The marker stands in row 1; somebody may have inserted rows above it."""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row of a fill-in sheet: whose answer it is, what it shows, and what was filled in."""

    id: str
    mark: str
    promise: str
    text: str
    answer: Answer
    place: str

    @property
    def is_filled(self) -> bool:
        """Whether anything was filled in."""
        return any((self.answer.actual, self.answer.share, self.answer.reason))


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """The answers of one project: which form they belong to, and all rows below the title."""

    name: str
    form_id: str
    declaration: str
    rows: tuple[FilledRow, ...]
    place: str


@dataclass(frozen=True, slots=True)
class FilledWorkbook:
    """All fill-in sheets, and the forms (id → title) that the workbook was written for."""

    sheets: tuple[FilledSheet, ...]
    contents: dict[str, str]


def read_filled(path: Path) -> FilledWorkbook:
    """The fill-in sheets of the workbook at `path`.

    Raises:
        DocumentError: if the file cannot be read as a workbook.
        ActualsError: if it holds no fill-in sheet, or one of another version.
    """
    found = find_filled(path)
    if found is None:
        raise no_sheet(path)
    return found


def find_filled(path: Path) -> FilledWorkbook | None:
    """The fill-in sheets of the workbook at `path`; None, if it holds none.

    Raises:
        DocumentError: if the file cannot be read as a workbook.
        ActualsError: if its fill-in sheets are of another version.
    """
    sheets = read_sheets(path)
    filled = tuple(
        _filled_sheet(sheet, row, column, path.name)
        for sheet in sheets
        for row, column in _find(sheet, SCHEMA)
    )
    if not filled:
        _check_version(path, sheets)
        return None
    return FilledWorkbook(filled, _contents(sheets))


def _find(sheet: Sheet, marker: str) -> Iterator[tuple[int, int]]:
    """Where `marker` stands near the top of the sheet (row, column from 0); at most once."""
    for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        if marker in row:
            yield number, row.index(marker)
            return


def _filled_sheet(sheet: Sheet, top: int, left: int, file: str) -> FilledSheet:
    """The answers of one sheet whose marker stands at (`top`, `left`)."""
    marks = (*sheet.rows[top][left:], "", "", "")
    keys = sheet.rows[top + 1] if top + 1 < len(sheet.rows) else ()
    columns = {key: keys.index(key) for key in Column if key in keys}
    rows = [
        _filled_row(cells, columns, Place(file, sheet.name, cell=_address(number, columns)))
        for number, cells in enumerate(sheet.rows[top + 2 :], top + 3)
        if any(cells)
    ]
    place = str(Place(file, sheet.name))
    return FilledSheet(sheet.name, marks[1], marks[3], tuple(rows), place)


def _filled_row(cells: tuple[str, ...], columns: dict[Column, int], place: Place) -> FilledRow:
    text = {key: cells[column] for key, column in columns.items() if column < len(cells)}
    answer = Answer(
        actual=text.get(Column.ACTUAL, ""),
        share=text.get(Column.SHARE, ""),
        reason=text.get(Column.REASON, ""),
        evidence=text.get(Column.EVIDENCE, ""),
    )
    shown = text.get(Column.PROMISE, ""), text.get(Column.TEXT, "")
    return FilledRow(text.get(Column.ID, ""), text.get(Column.MARK, ""), *shown, answer, str(place))


def _address(row: int, columns: dict[Column, int]) -> str:
    """The address of the cell to fill in row `row` (from 1): `I9`."""
    column = columns.get(Column.ACTUAL, 0)
    letters = chr(65 + column % 26)
    return f"{chr(64 + column // 26) if column > 25 else ''}{letters}{row}"


def _contents(sheets: tuple[Sheet, ...]) -> dict[str, str]:
    """The forms listed on the first sheet, as id → title; nothing if that sheet is gone."""
    found: dict[str, str] = {}
    for sheet in sheets:
        for top, left in _find(sheet, CONTENTS):
            for cells in sheet.rows[top + 1 :]:
                if len(cells) > left + 1 and cells[left] not in ("", FURNITURE):
                    found[cells[left]] = cells[left + 1]
    return found


def _check_version(path: Path, sheets: tuple[Sheet, ...]) -> None:
    """Refuse fill-in sheets of another version."""
    cells = {cell for sheet in sheets for row in sheet.rows[:_SEARCHED_ROWS] for cell in row}
    versions = sorted(cell for cell in cells if cell.startswith(_FAMILY))
    if versions:
        raise ActualsError.at(
            str(path),
            f"填报表的版本是 {versions[0]}，本程序读的是 {SCHEMA}；"
            "请用 evalengine template 重新生成后填写。",
            f"the fill-in workbook is version {versions[0]}, this program reads {SCHEMA}; "
            "write a new one with `evalengine template`.",
        )


def no_sheet(path: Path) -> EvalengineError:
    """The file holds no actuals, in whatever form."""
    return ActualsError.at(
        str(path),
        "这不是 evalengine 的填报工作簿（找不到标记），也没有“指标名称”和“实际完成值”两栏的表格；"
        "请用 evalengine template 申报表 -o 填报表.xlsx 生成后填写。",
        "this is no fill-in workbook of evalengine (its marks are not there), nor a table with the "
        "columns 指标名称 and 实际完成值; write one with `evalengine template DECLARATION -o "
        "actuals.xlsx` and fill it in.",
    )
