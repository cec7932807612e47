"""Workbooks are opened for their cells; what is none is refused with what to do."""

from pathlib import Path

import pytest

from indicators.errors import DocumentError
from indicators.reading import document
from indicators.reading.workbook import read_sheets
from tests.workbooks import write_grids


def _refused(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        read_sheets(path)
    (problem,) = caught.value.problems
    assert problem.where == str(path)
    return problem.words.zh


def test_sheets_from_a1_on(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_grids(path, {"甲": [["一", "", 0.5], ["", "二"]], "乙": [["三"]]})
    first, second = read_sheets(path)
    assert (first.name, first.rows) == ("甲", (("一", "", "0.5"), ("", "二", "")))
    assert (second.name, second.rows) == ("乙", (("三",),))


def test_what_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert _refused(path) == "没有这个文件，请检查路径。"
    assert "这是文件夹" in _refused(tmp_path)
    path.touch()
    assert _refused(path) == "文件是空的。"
    path.write_bytes(b"\xff\xd8\xff\xe0JFIF")
    assert "图片" in _refused(path)
    path.write_text("甲", encoding="utf-8")
    assert "不是 Excel 工作簿" in _refused(path)
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage\0".encode("utf-16-le"))
    assert "打开密码" in _refused(path)


def test_a_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_grids(tmp_path / "a.xlsx", {"甲": [["一"]]})
    monkeypatch.setattr(document, "MAX_BYTES", 100)
    assert "超过上限 100 字节" in _refused(path)


def test_a_sheet_that_was_saved_as_text(tmp_path: Path) -> None:
    path = tmp_path / "甲.csv"
    path.write_bytes('一,二,三\n\n"两\n行",,5\n'.encode("gb18030"))
    (sheet,) = read_sheets(path)
    assert (sheet.name, sheet.rows) == ("甲", (("一", "二", "三"), ("两\n行", "", "5")))
