"""The workbook of a comparison."""

from pathlib import Path

import openpyxl
import pytest

from evalengine.reports import comparedbook
from evalengine.reports.comparedbook import write_comparison_book
from tests.evalengine.reports.comparisons import comparison


def test_every_listing_and_a_sheet_a_department(tmp_path: Path) -> None:
    path = tmp_path / "比较.xlsx"
    write_comparison_book(comparison(4, departments=2), path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        *("概况", "名次", "部门分布", "各类指标", "拉开差距的指标", "权重变动", "先看哪里", "疑点"),
        *("示例0局", "示例0局－疑点", "示例1局", "示例1局－疑点"),
    ]
    rows = [row for row in book["示例1局"].values if row[4] == "示例项目3"]
    assert [str(cell) for cell in rows[0][:4]] == ["4", "4", "89.97", "良"]


def test_one_department_needs_no_sheet_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "比较.xlsx"
    write_comparison_book(comparison(3), path)
    assert "示例0局" not in openpyxl.load_workbook(path).sheetnames


def test_departments_whose_names_begin_alike_have_two_sheets(tmp_path: Path) -> None:
    found = comparison(4, departments=2)
    names = {"示例0局": "示" * 40 + "甲", "示例1局": "示" * 40 + "乙"}
    found.ranking["department"] = found.ranking["department"].map(names)
    path = tmp_path / "比较.xlsx"
    write_comparison_book(found, path)
    sheets = openpyxl.load_workbook(path).sheetnames
    assert len(sheets) == len(set(sheets)) == 12
    assert max(map(len, sheets)) <= 31


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    path = tmp_path / "比较.xlsx"
    write_comparison_book(comparison(2, doubt="=1+1"), path)
    cells = [cell for row in openpyxl.load_workbook(path)["疑点"] for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s", "s"]


def test_numbers_are_numbers(tmp_path: Path) -> None:
    """So that a bureau can sort them and add them up."""
    path = tmp_path / "比较.xlsx"
    write_comparison_book(comparison(4, departments=2), path)
    book = openpyxl.load_workbook(path)
    row = next(row for row in book["名次"].iter_rows() if row[4].value == "示例项目3")
    assert (row[0].value, row[2].value) == (4, 89.97)
    assert row[2].number_format == "0.00"
    lost = [cell.value for cell in book["各类指标"]["D"][2:]]
    assert all(isinstance(value, int | float) for value in lost)


def test_a_long_sheet_says_what_it_leaves_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparedbook, "MOST_ROWS", 3)
    monkeypatch.setattr(comparedbook, "MOST_DEPARTMENTS", 1)
    path = tmp_path / "比较.xlsx"
    write_comparison_book(comparison(5, departments=2), path)
    book = openpyxl.load_workbook(path)
    assert book["名次"]["A1"].value.endswith("——只列前 3 行，另有 2 行未列出")
    assert book["名次"].max_row == 5
    assert "另有 1 个部门没有" in book["其余部门"]["A1"].value
