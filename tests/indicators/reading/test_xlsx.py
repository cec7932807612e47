"""Workbooks: merged ranges, formats, formulas, hidden cells; measured before they are laid out."""

import datetime as dt
import io
import zipfile

import pytest
from xlsxwriter.workbook import Workbook

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.document import document_of
from indicators.reading.frames import Merge
from indicators.reading.sheets import Sheet
from indicators.reading.xlsx import cell_text, read_xlsx
from tests.indicators.reading.remade import formatted_cells


def _book() -> tuple[io.BytesIO, Workbook]:
    file = io.BytesIO()
    return file, Workbook(file, {"in_memory": True})


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    return read_xlsx(document_of(data, path="a.xlsx"))


def _refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        _sheets(data)
    (problem,) = caught.value.problems
    assert problem.where == "a.xlsx"
    return problem.words.zh


def _with_part(data: bytes, name: str, part: bytes) -> bytes:
    """The workbook with another part in it."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            new.writestr(entry, part if entry == name else old.read(entry))
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def small() -> bytes:
    file, book = _book()
    book.add_worksheet("甲").write_string("A1", "一")
    book.close()
    return file.getvalue()


def test_cells_as_they_show() -> None:
    first, hidden = _sheets(formatted_cells())
    assert first.rows == (
        ("92%", "99.55%", "100人", "2019年12月", "2019-12-31", "756"),
        ("85%", "甲", "TRUE", "红字", "两边", ""),
        ("藏", "", "", "", "", ""),
    )
    assert first.hidden_rows == frozenset([2])
    assert (first.is_hidden, hidden.is_hidden) == (False, True)


@pytest.mark.parametrize("cell", [b't="n" s="1"', b's="1" t="n"', b"s='1'", b'cm="1" t="n" s="1"'])
def test_a_style_is_seen_wherever_it_stands_in_a_cell(cell: bytes) -> None:
    file, book = _book()
    book.add_worksheet("表").write_number("A1", 0.92, book.add_format({"num_format": "0%"}))
    book.close()
    with zipfile.ZipFile(file) as archive:
        sheet = archive.read(SHEET)
    assert b'<c r="A1" s="1">' in sheet
    changed = sheet.replace(b's="1"', cell)
    assert _sheets(_with_part(file.getvalue(), SHEET, changed))[0].rows == (("92%",),)


def test_formulas_give_the_value_they_were_saved_with() -> None:
    file, book = _book()
    sheet = book.add_worksheet("表")
    sheet.write_formula("A1", '="甲"', None, "甲")
    sheet.write_formula("B1", "=1+1", None, 2)
    book.close()
    assert _sheets(file.getvalue())[0].rows == (("甲", "2"),)


def test_formulas_that_were_never_calculated_and_errors(small: bytes) -> None:
    """They show something; as empty cells they would be told as not filled in."""
    cells = (
        b'<c r="A1"><f>1+1</f><v></v></c><c r="B1"><f>1+1</f><v>2</v></c>'
        b'<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1"/>'
    )
    part = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
    part += b"<sheetData><row r='1'>" + cells + b"</row></sheetData></worksheet>"
    sheet = _sheets(_with_part(small, "xl/worksheets/sheet1.xml", part))[0]
    assert sheet.rows[0][:4] == ("#公式未计算", "2", "#DIV/0!", "#N/A")


def test_merged_ranges_and_what_is_hidden() -> None:
    file, book = _book()
    sheet = book.add_worksheet("表")
    sheet.merge_range("B2:C4", "甲")
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column("B:C", None, None, {"hidden": True})
    book.add_worksheet("藏").hide()
    book.add_worksheet("深藏").very_hidden()
    book.close()
    first, *others = _sheets(file.getvalue())
    assert first.merges == (Merge(1, 1, 3, 2),)
    assert first.hidden_rows == frozenset([2])
    assert first.hidden_columns == frozenset([1, 2])
    assert [sheet.is_hidden for sheet in (first, *others)] == [False, True, True]


def test_a_sheet_that_begins_further_in() -> None:
    file, book = _book()
    book.add_worksheet("甲").write_string("B2", "x")
    book.close()
    assert _sheets(file.getvalue())[0].rows == (("", ""), ("", "x"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (100.0, "100"),
        (7, "7"),
        (True, "TRUE"),
        ("  甲 ", "甲"),
        (dt.datetime(2019, 12, 31), "2019-12-31"),  # noqa: DTZ001
        (dt.datetime(2019, 12, 31, 8, 5), "2019-12-31 08:05"),  # noqa: DTZ001
        (dt.date(2019, 12, 31), "2019-12-31"),
        (dt.timedelta(hours=48), "2 days, 0:00:00"),
        ("", ""),
    ],
)
def test_texts_of_cells(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_one_cell_in_the_last_corner(small: bytes) -> None:
    """A few bytes for which a reader would lay out 17 thousand million cells."""
    sheet = (
        b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        b"</worksheet>"
    )
    assert "展开后过大" in _refused(_with_part(small, SHEET, sheet))


def test_a_million_rows(small: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 8)
    for row in (b"<row><c/><c/><c/></row>", b'<row><c r="B1"/></row><row><c r="B2"/></row>'):
        sheet = b"<worksheet><sheetData>" + row * 3 + b"</sheetData></worksheet>"
        if b"r=" in row:
            assert _sheets(_with_part(small, SHEET, sheet))
        else:
            assert "超过 8 格" in _refused(_with_part(small, SHEET, sheet))


def test_the_cells_of_all_sheets_count(monkeypatch: pytest.MonkeyPatch) -> None:
    file, book = _book()
    for name in "甲乙丙":
        book.add_worksheet(name).write_string("B2", "x")
    book.close()
    monkeypatch.setattr(limits, "MAX_CELLS", 12)
    assert len(_sheets(file.getvalue())) == 3
    monkeypatch.setattr(limits, "MAX_CELLS", 11)
    assert "超过 11 格" in _refused(file.getvalue())


def test_a_sheet_that_declares_entities(small: bytes) -> None:
    sheet = b'<!DOCTYPE a [<!ENTITY x "y">]><worksheet>&x;</worksheet>'
    assert "DOCTYPE" in _refused(_with_part(small, SHEET, sheet))


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_broken_parts(small: bytes, part: str) -> None:
    words = _refused(_with_part(small, part, b"<a><b>"))
    assert "已损坏" in words
    assert part in words


def test_an_archive_without_a_workbook() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("甲.txt", "x")
    assert "没有 xl/workbook.xml" in _refused(file.getvalue())


def _without(data: bytes, name: str) -> bytes:
    """The workbook without one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for part in set(old.namelist()) - {name}:
            new.writestr(part, old.read(part))
    return file.getvalue()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_workbook_without_a_part_that_it_names(small: bytes, part: str) -> None:
    """A sheet, or what makes 0.92 show as 92%, would be missing without a word."""
    assert "文件已损坏，无法读取（没有" in _refused(_without(small, part))


def test_a_workbook_without_its_texts() -> None:
    assert "没有 xl/sharedStrings.xml" in _refused(
        _without(formatted_cells(), "xl/sharedStrings.xml")
    )


@pytest.mark.parametrize("encoding", [b"UTG-8", b"shift_jis"])
def test_a_sheet_in_an_unknown_encoding(small: bytes, encoding: bytes) -> None:
    sheet = (
        b'<?xml version="1.0" encoding="' + encoding + b'"?><worksheet><!-- -->'
        b'<sheetData><row r="1"><c r="A1"/></row></sheetData></worksheet>'
    )
    assert "已损坏" in _refused(_with_part(small, "xl/worksheets/sheet1.xml", sheet))


def test_what_is_struck_out_is_not_read() -> None:
    file, book = _book()
    sheet = book.add_worksheet("表")
    line = book.add_format({"font_strikeout": True})
    sheet.write_rich_string("A1", line, "119公里", "121公里")
    sheet.write_string("B1", "119公里121公里")
    sheet.write_string("C1", "2900", line)
    sheet.write_number("D1", 0.92, book.add_format({"font_strikeout": True, "num_format": "0%"}))
    sheet.write_blank("E1", None, line)
    book.close()
    (read,) = _sheets(file.getvalue())
    assert read.rows == (("121公里", "119公里121公里", "", ""),)
    assert read.struck == {(0, 0): "119公里", (0, 2): "2900", (0, 3): "92%"}


def test_a_text_within_the_sheet_that_is_partly_struck_out(small: bytes) -> None:
    run = b"<r><rPr><strike/></rPr><t>119</t></r><r><rPr><strike val='0'/></rPr><t>121</t></r>"
    cell = b'<c r="B2" t="inlineStr"><is>' + run + b"<rPh><t>x</t></rPh></is></c>"
    part = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
    part += b'<sheetData><row r="2">' + cell + b"</row></sheetData></worksheet>"
    (read,) = _sheets(_with_part(small, SHEET, part))
    assert (read.rows[1][1], read.struck) == ("121", {(1, 1): "119"})


def test_formats_that_are_not_understood() -> None:
    file, book = _book()
    sheet = book.add_worksheet("表")
    odd, known = (book.add_format({"num_format": code}) for code in ('0"年"0"月"', '0!.0,"万元"'))
    sheet.write_number("A1", 12, odd)
    sheet.write_number("B1", 1200000, known)
    sheet.write_string("C1", "甲", odd)
    book.close()
    (read,) = _sheets(file.getvalue())
    assert read.rows == (("12", "120万元", "甲"),)
    assert read.unread == {(0, 0): '0"年"0"月"'}


def test_a_blank_far_away_is_no_cell() -> None:
    file, book = _book()
    sheet = book.add_worksheet("某表")
    sheet.write_string("I1", "甲")
    sheet.write_string("A1048576", " ")
    sheet.write_blank("C900000", None, book.add_format({"bold": True}))
    book.close()
    [read] = _sheets(file.getvalue())
    assert read.rows == (("", "", "", "", "", "", "", "", "甲"),)


def test_a_text_far_away_is_named() -> None:
    file, book = _book()
    sheet = book.add_worksheet("某表")
    sheet.write_string("I1", "甲")
    sheet.write_string("A1048576", "乙")
    book.close()
    assert "工作表“某表”一直到 I1048576" in _refused(file.getvalue())
