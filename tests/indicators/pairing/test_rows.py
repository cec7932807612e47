"""Fill-in sheets are found by their marks, wherever they stand in a workbook."""

from pathlib import Path

import pytest

from indicators.errors import ActualsError, DocumentError
from indicators.pairing.rows import read_filled
from indicators.pairing.sheet import CONTENTS, SCHEMA
from tests.workbooks import write_grids

KEYS = ["id", "mark", "promise", "text", "actual", "share", "reason", "evidence"]
HEAD = [SCHEMA, "form0001", "ab" * 32, "表.txt"]


def test_a_sheet_with_its_rows(tmp_path: Path) -> None:
    rows = [HEAD, KEYS, ["1.1", "m1", "保安 100人", "聘用保安", "94", "", "流动", "考勤表"]]
    book = read_filled(write_grids(tmp_path / "填.xlsx", {"1 保安": rows}))
    (sheet,) = book.sheets
    assert (sheet.form_id, sheet.declaration, sheet.place) == (
        "form0001",
        "表.txt",
        "填.xlsx!1 保安",
    )
    (row,) = sheet.rows
    assert (row.id, row.mark, row.promise, row.text) == ("1.1", "m1", "保安 100人", "聘用保安")
    assert (row.answer.actual, row.answer.reason, row.answer.evidence) == ("94", "流动", "考勤表")
    assert row.place == "填.xlsx!1 保安!E3"


def test_rows_and_columns_inserted_before_the_marks(tmp_path: Path) -> None:
    rows = [[], ["", *HEAD], ["", *KEYS], ["", "1.1", "m1", "", "", "94"]]
    book = read_filled(write_grids(tmp_path / "填.xlsx", {"表": rows}))
    assert [row.answer.actual for row in book.sheets[0].rows] == ["94"]
    assert book.sheets[0].rows[0].place == "填.xlsx!表!F4"


def test_the_list_of_projects(tmp_path: Path) -> None:
    sheets = {"说明": [[CONTENTS], ["-"], ["form0001", "保安服务费"]], "1": [HEAD, KEYS]}
    book = read_filled(write_grids(tmp_path / "填.xlsx", sheets))
    assert book.contents == {"form0001": "保安服务费"}


def test_a_workbook_without_marks_is_none_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ActualsError, match="这不是 evalengine 的填报工作簿"):
        read_filled(write_grids(tmp_path / "账.xlsx", {"账": [["保安", "94"]]}))


def test_a_workbook_of_another_version_is_named(tmp_path: Path) -> None:
    path = write_grids(tmp_path / "旧.xlsx", {"1": [["evalengine/actuals/9", "form0001"]]})
    with pytest.raises(ActualsError, match="填报表的版本是 evalengine/actuals/9"):
        read_filled(path)


def test_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "填.xlsx"
    path.write_text("不是工作簿", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"不是 Excel 工作簿"):
        read_filled(path)
