"""Workbooks for tests: grids of text written as .xlsx, and .xlsx files changed cell by cell."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from xlsxwriter.workbook import Workbook

from indicators.reading.workbook import read_sheets

Grid = list[list[str]]


def write_grids(path: Path, sheets: Mapping[str, Sequence[Sequence[str | float]]]) -> Path:
    """A workbook with these cells; every text stays text."""
    workbook = Workbook(str(path), {"strings_to_formulas": False})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(r, c, cell)
                else:
                    sheet.write_number(r, c, cell)
    workbook.close()
    return path


def grids_of(path: Path) -> dict[str, Grid]:
    """All cells of a workbook, to be changed and written again."""
    return {sheet.name: [list(row) for row in sheet.rows] for sheet in read_sheets(path)}


def fill(grid: Grid, answers: Mapping[str, Mapping[str, str]]) -> None:
    """Put answers into a fill-in sheet: by id of the row and key of the column."""
    keys = grid[1]
    for row in grid[2:]:
        for key, text in answers.get(row[0], {}).items():
            row[keys.index(key)] = text


def row_of(grid: Grid, item: str) -> int:
    """The index of the row with the id `item`."""
    return next(index for index, row in enumerate(grid) if row[0] == item)
