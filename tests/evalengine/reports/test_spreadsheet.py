"""Tables on a sheet: rows as high as their texts, merged cells, the columns of another table."""

from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from evalengine.reports.cells import Look, Table, TableBuilder
from evalengine.reports.paper import MAX_HEIGHT, SafeWorkbook, Styles
from evalengine.reports.spreadsheet import Placed, SheetWriter, fitted, heights_of, write_listing


def small_table(text: str = "乙") -> Table:
    builder = TableBuilder((11, 21))
    builder.line(("甲", "栏"), (Look.LABEL, Look.LABEL))
    builder.end()
    builder.line((text, Decimal("9.50")), (Look.TEXT, Look.POINTS))
    builder.end()
    return builder.table(heads=1)


def written(folder: Path, table: Table, **options: tuple[str, ...]) -> tuple[Placed, Worksheet]:
    workbook = SafeWorkbook(folder / "a.xlsx", title="")
    sheet = workbook.add_worksheet("一")
    placed = SheetWriter(sheet, Styles(workbook), **options).write(table, 3)
    workbook.add_worksheet("二")
    workbook.close()
    return placed, openpyxl.load_workbook(folder / "a.xlsx")["一"]


def test_cells_stand_where_the_table_has_them(tmp_path: Path) -> None:
    placed, sheet = written(tmp_path, small_table())
    assert placed == Placed(rows=(3, 4, 5), height=44, heads=(3, 3))
    assert placed.end == 5
    assert (sheet["A4"].value, sheet["B5"].value) == ("甲", 9.5)
    assert (sheet["A4"].font.name, sheet["A5"].font.name) == ("黑体", "宋体")
    assert (sheet["A5"].alignment.horizontal, sheet["B5"].number_format) == ("left", "0.00")


def test_a_row_is_as_high_as_its_text_needs() -> None:
    # Ten columns of room: five characters a line, so six lines of 13.5 points, and 6 for the rims.
    assert heights_of(small_table("字" * 30)) == [22, 6 * 13.5 + 6]


def test_a_cell_over_two_rows_stretches_the_last() -> None:
    builder = TableBuilder((11, 11))
    for _ in range(2):
        builder.put((1, 1), "短")
        builder.end()
    builder.put((0, 0), "字" * 30, top=0)
    assert heights_of(builder.table()) == [22, 6 * 13.5 + 6 - 22]


def test_a_row_taller_than_a_program_can_show_is_several(tmp_path: Path) -> None:
    # 200 characters, five a line: 40 lines, 546 points, two rows.
    placed, sheet = written(tmp_path, small_table("字" * 200))
    assert placed.end == 6
    assert [str(each) for each in sheet.merged_cells.ranges] == ["A5:A6", "B5:B6"]
    assert sheet.row_dimensions[5].height == 273 < MAX_HEIGHT


def test_a_cell_leads_to_the_sheet_of_its_project(tmp_path: Path) -> None:
    builder = TableBuilder((11,))
    builder.put((0, 0), "1", link=0)
    builder.end()
    builder.put((0, 0), "9", link=8)
    builder.end()
    _, sheet = written(tmp_path, builder.table(), names=("二",))
    assert sheet["A4"].hyperlink.location == "'二'!A1"
    assert sheet["A5"].hyperlink is None


def test_a_listing_has_a_sheet_of_its_own(tmp_path: Path) -> None:
    workbook = SafeWorkbook(tmp_path / "a.xlsx", title="")
    write_listing(workbook.add_worksheet("一"), Styles(workbook), "说明", small_table())
    workbook.close()
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["一"]
    assert [sheet["A1"].value, sheet["A2"].value, sheet["B3"].value] == ["说明", "甲", 9.5]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C3", "$2:$2")


def test_a_table_takes_the_columns_of_another() -> None:
    table = fitted(small_table(), (8, 8, 8, 8))
    assert list(table.widths) == [8, 8, 8, 8]
    # 11 of 32 is nearest to the first edge, at 8.
    assert [(box.column, box.colspan) for box in table.boxes] == [(0, 1), (1, 3), (0, 1), (1, 3)]


def test_every_column_keeps_one() -> None:
    builder = TableBuilder((100, 1, 1))
    builder.line("甲乙丙", [Look.WORDS] * 3)
    builder.end()
    assert [box.column for box in fitted(builder.table(), (1, 1, 1)).boxes] == [0, 1, 2]
