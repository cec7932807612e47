"""Widths of Chinese text, heights of rows, names of sheets: so that nothing is cut off."""

import re
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from evalengine.reports import paper
from evalengine.reports.paper import (
    SafeWorkbook,
    Styles,
    clip,
    clip_line,
    count_lines,
    display_width,
    put,
    put_number,
    row_height,
    set_height,
    set_page,
    sheet_name,
    text_height,
)
from indicators.reading.workbook import read_sheets


def test_widths() -> None:
    assert display_width("保安100人") == 9
    # Quotation marks and … are drawn wide by Chinese fonts, narrow by Latin ones: count them wide.
    assert display_width("“一”…") == 8


def test_lines_of_a_wrapped_cell() -> None:
    # A cell of 11 columns has room for ten, five Chinese characters.
    assert count_lines("保安服务费", 11) == 1
    assert count_lines("保安服务费用", 11) == 2
    assert count_lines("一\n二\n\n三", 11) == 4
    assert count_lines("", 11) == 1


def test_the_tallest_cell_makes_the_row() -> None:
    assert text_height([("一", 11), ("一二三四五六", 11)]) == 2 * 13.5 + 6
    assert row_height([("字" * 5000, 11)]) == paper.MAX_HEIGHT


def test_lines_that_a_text_ends_itself_have_room_to_spare() -> None:
    """Three lines of 13.5 points, and one for each of the two ends."""
    assert text_height([("一\n二\n三", 11)]) == 3 * 13.5 + 2 + 6


def test_a_text_taller_than_a_row_gets_several_rows(tmp_path: Path) -> None:
    workbook = SafeWorkbook(tmp_path / "a.xlsx", title="")
    sheet = workbook.add_worksheet("表")
    assert set_height(sheet, 3, 400) == 3
    assert set_height(sheet, 4, 900) == 6
    workbook.close()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("1 保安服务费", "1 保安服务费"),
        ("a[b]:c*d?e/f\\g'h", "a－b－－c－d－e－f－g－h"),
        ("字" * 40, "字" * 31),
        ("\N{CJK UNIFIED IDEOGRAPH-20000}" * 20, "\N{CJK UNIFIED IDEOGRAPH-20000}" * 15),
        ("", "－"),
    ],
)
def test_names_of_sheets(title: str, name: str) -> None:
    assert sheet_name(title) == name


def test_too_long_a_text_is_clipped_and_says_so() -> None:
    assert clip("字" * 32_000) == "字" * 32_000
    assert clip("字" * 40_000).endswith("字……（过长，余下见原文）")
    assert len(clip("字" * 40_000)) < 32_767


HOSTILE = ("=1+1", "+1", "-1+2", "@SUM(A1)", "＝1+1", "http://example.org", "{=1}")


def test_every_text_stays_text(tmp_path: Path) -> None:
    workbook = SafeWorkbook(tmp_path / "a.xlsx", title="=1+1")
    sheet, style = workbook.add_worksheet("表"), Styles(workbook).make()
    for row, text in enumerate(HOSTILE):
        put(sheet, (row, 0, row, 0), text, style)
        put(sheet, (row, 1, row, 2), text, style)
    workbook.close()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    assert [row[0] for row in read_sheets(tmp_path / "a.xlsx")[0].rows] == list(HOSTILE)


def quoted_cells(path: Path) -> list[str]:
    """The addresses of cells that stay texts when they are edited."""
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    formats = re.findall(r"<xf [^>]*>", styles.partition("<cellXfs")[2].partition("</cellXfs")[0])
    quoted = [number for number, xf in enumerate(formats) if 'quotePrefix="1"' in xf]
    cells = re.findall(r'<c r="([A-Z]+[0-9]+)" s="([0-9]+)" t="s">', sheet)
    return [address for address, style in cells if int(style) in quoted]


def test_what_looks_like_a_formula_stays_a_text_when_it_is_edited(tmp_path: Path) -> None:
    workbook = SafeWorkbook(tmp_path / "a.xlsx", title="")
    sheet, style = workbook.add_worksheet("表"), Styles(workbook).make()
    for row, text in enumerate(("保安", "=1+1", "\t=1+1", "\r@A1", "100-1")):
        put(sheet, (row, 0, row, 0), text, style)
    put(sheet, (5, 0, 5, 2), "-5%", style)
    workbook.close()
    assert quoted_cells(tmp_path / "a.xlsx") == ["A2", "A3", "A4", "A6"]


def test_control_characters_do_not_come_through(tmp_path: Path) -> None:
    workbook = SafeWorkbook(tmp_path / "a.xlsx", title="\x00题")
    sheet, style = workbook.add_worksheet("\x01表"), Styles(workbook).make()
    put(sheet, (0, 0, 0, 0), "\x1b[31m\x00红", style)
    workbook.close()
    assert read_sheets(tmp_path / "a.xlsx")[0].rows == (("[31m红",),)


def test_numbers_are_numbers(tmp_path: Path) -> None:
    workbook = SafeWorkbook(tmp_path / "a.xlsx", title="")
    sheet, style = workbook.add_worksheet("表"), Styles(workbook).make(num_format=paper.POINTS)
    put_number(sheet, (0, 0, 0, 0), Decimal("9.95"), style)
    put_number(sheet, (0, 1, 2, 1), Decimal("11.75"), style)
    workbook.close()
    assert read_sheets(tmp_path / "a.xlsx")[0].rows[0] == ("9.95", "11.75")


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        workbook = SafeWorkbook(tmp_path / name, title="自评表")
        workbook.add_worksheet("表").write_string(0, 0, "保安")
        workbook.close()
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_format_is_made_once(tmp_path: Path) -> None:
    workbook = SafeWorkbook(tmp_path / "a.xlsx", title="")
    styles = Styles(workbook)
    assert styles.make(bold=True) is styles.make(bold=True)
    assert styles.make(bold=True) is not styles.make()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_an_error_of_the_system_and_nothing_else() -> None:
    book = SafeWorkbook(Path("/dev/full"), title="表")
    book.add_worksheet("一")
    with pytest.raises(OSError, match="No space left"):
        book.close()


def test_a_project_with_an_ampersand_stands_in_the_footer(tmp_path: Path) -> None:
    """`&G` there would be a picture."""
    path = tmp_path / "a.xlsx"
    book = SafeWorkbook(path, title="表")
    set_page(book.add_worksheet("一"), footer="甲&G乙")
    book.close()
    footer = openpyxl.load_workbook(path).worksheets[0].oddFooter
    assert footer.left.text == "甲＆G乙"


@pytest.mark.parametrize(
    ("text", "line"), [("甲乙丙", "甲乙丙"), ("甲乙丙丁", "甲乙…"), ("甲bc丙丁", "甲bc…")]
)
def test_a_long_line_is_cut(text: str, line: str) -> None:
    assert clip_line(text, 6) == line


def test_a_long_footer_leaves_room_for_the_number_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = SafeWorkbook(path, title="表")
    set_page(book.add_worksheet("一"), footer="项目" * 60)
    book.close()
    footer = openpyxl.load_workbook(path).worksheets[0].oddFooter
    assert footer.left.text == "项目" * 22 + "…"
