"""The review workbook as written."""

import json
from pathlib import Path

import openpyxl
import pytest

from evalengine.rechecking import recheck_files
from evalengine.reports.review import check_review, write_review
from indicators.errors import UsageError
from tests.evalengine.filled import ILLUSTRATIVE, ROWS, write_form

CHECKED = recheck_files([ILLUSTRATIVE])


def _written(folder: Path) -> openpyxl.Workbook:
    write_review(folder / "复核表.xlsx", CHECKED)
    return openpyxl.load_workbook(folder / "复核表.xlsx")


def test_its_sheets(tmp_path: Path) -> None:
    workbook = _written(tmp_path)
    assert workbook.sheetnames == ["概览", "逐项", "整表疑点", "复核要点"]
    assert workbook["逐项"].max_row == 2 + 11  # the hidden row, the headings, eleven rows
    assert workbook["复核要点"].max_row == 1 + 14


def test_a_row_shows_declared_and_recomputed_points(tmp_path: Path) -> None:
    sheet = _written(tmp_path)["逐项"]
    heads = [cell.value for cell in sheet[2]]
    row = dict(zip(heads, [cell.value for cell in sheet[2 + 9]], strict=True))
    assert (row["指标"], row["自评得分"], row["复算得分"], row["差"]) == ("政策知晓率", 10, 9, 1)
    assert row["结论"] == "不一致"
    assert row["处理意见"] is None
    assert "没有写偏差原因" in row["其他发现"]


def test_what_is_read_back_is_hidden(tmp_path: Path) -> None:
    sheet = _written(tmp_path)["逐项"]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert sheet["A1"].value == "evalengine/review/1"
    [choices] = sheet.data_validations.dataValidation
    assert choices.formula1 == '"采纳,改为,不采纳"'


def test_texts_of_strangers_stay_texts(tmp_path: Path) -> None:
    rows = [(*ROWS[0][:2], "=1+1", *ROWS[0][3:]), *ROWS[1:]]
    path = tmp_path / "复核表.xlsx"
    write_review(path, recheck_files([write_form(tmp_path / "a.html", rows)]))
    sheet = openpyxl.load_workbook(path)["逐项"]
    [cell] = [c for line in sheet.iter_rows() for c in line if c.value == "=1+1"]
    assert cell.data_type == "s" or cell.quotePrefix


def test_the_record_is_json(tmp_path: Path) -> None:
    write_review(tmp_path / "记录.json", CHECKED)
    record = json.loads((tmp_path / "记录.json").read_text("utf-8"))
    assert record["schema"] == "evalengine/recheck/1"


def test_other_endings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.xlsx \.json"):
        check_review(tmp_path / "复核表.docx")
    with pytest.raises(UsageError, match="不存在"):
        check_review(tmp_path / "none" / "复核表.xlsx")
