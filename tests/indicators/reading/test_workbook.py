"""Workbooks are opened safely: bounded before unpacking, refused with what to do."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from xlsxwriter.workbook import Workbook

from indicators.errors import DocumentError
from indicators.reading import workbook
from indicators.reading.workbook import cell_text, read_sheets
from tests.workbooks import write_grids


def _refused(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        read_sheets(path)
    [problem] = caught.value.problems
    assert problem.where == str(path)
    return problem.words.zh


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    return write_grids(tmp_path / "a.xlsx", {"甲": [["一", "", 0.5], ["", "二"]], "乙": [["三"]]})


def test_sheets_from_a1_on(filled: Path) -> None:
    first, second = read_sheets(filled)
    assert (first.name, first.rows) == ("甲", (("一", "", "0.5"), ("", "二", "")))
    assert (second.name, second.rows) == ("乙", (("三",),))


def test_a_sheet_that_begins_further_in(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = Workbook(str(path))
    book.add_worksheet("甲").write_string("B2", "x")
    book.close()
    assert read_sheets(path)[0].rows == (("", ""), ("", "x"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (100.0, "100"),
        (33.5, "33.5"),
        (1e20, "100000000000000000000"),
        (True, "TRUE"),
        ("  甲 ", "甲"),
        (dt.datetime(2019, 12, 31), "2019-12-31"),  # noqa: DTZ001 -- cells have no zone
        (dt.datetime(2019, 12, 31, 8, 5), "2019-12-31 08:05"),  # noqa: DTZ001
        (dt.date(2019, 12, 31), "2019-12-31"),
        ("", ""),
    ],
)
def test_texts_of_cells(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_what_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert _refused(path) == "没有这个文件，请检查路径。"
    assert "这是文件夹" in _refused(tmp_path)
    path.touch()
    assert _refused(path) == "文件是空的。"
    path.write_bytes(b"\xff\xd8\xff\xe0JFIF")
    assert "不是 .xlsx 工作簿" in _refused(path)
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100))
    assert "旧版格式" in _refused(path)
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"))
    assert "打开密码" in _refused(path)


def test_an_archive_without_sheets(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("甲.txt", "x")
    assert "压缩包里没有工作表" in _refused(path)


def test_damaged_workbooks(filled: Path) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(whole[: len(whole) // 2])
    assert _refused(filled)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    with zipfile.ZipFile(filled, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data[: len(data) // 2] if "sheet1" in name else data)
    assert "已损坏" in _refused(filled)


def _with_sheet(path: Path, sheet: bytes) -> None:
    """Put another first sheet into a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, sheet if name.endswith("sheet1.xml") else data)


def test_one_cell_in_the_last_corner(filled: Path) -> None:
    """A few bytes for which a reader would lay out 17 thousand million cells."""
    sheet = (
        b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"/></row></sheetData></worksheet>'
    )
    _with_sheet(filled, sheet)
    assert "展开后过大" in _refused(filled)


def test_too_many_cells_one_after_the_other(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_CELLS", 8)
    _with_sheet(filled, b"<worksheet>" + b"<row><c/><c/><c/></row>" * 3 + b"</worksheet>")
    assert "展开后过大" in _refused(filled)


def test_a_bomb(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_UNPACKED", 1_000_000)
    _with_sheet(filled, b"<worksheet>" + b" " * 2_000_000 + b"</worksheet>")
    assert filled.stat().st_size < 100_000
    assert "展开后过大" in _refused(filled)


def test_a_large_file(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_BYTES", 100)
    assert "超过上限 100 字节" in _refused(filled)
