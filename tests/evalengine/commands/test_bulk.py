"""Tables in bulk at the command line."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from evalengine.cli import run
from evalengine.commands.bulk import is_bulk
from tests.evalengine.bulk.tables import BAD, PLAIN, write

Captured = pytest.CaptureFixture[str]


def test_which_tables_are_read_in_bulk(tmp_path: Path) -> None:
    csv, parquet, folder = Path("t.csv"), Path("t.parquet"), tmp_path
    assert is_bulk([csv], [Path("结果")])
    assert is_bulk([parquet], [])
    assert is_bulk([folder], [])
    assert not is_bulk([csv], [])
    assert not is_bulk([parquet], [Path("复核表.xlsx")])


def test_results_go_to_a_folder(tmp_path: Path, capsys: Captured) -> None:
    table, out = write(tmp_path / "t.csv", PLAIN), tmp_path / "结果"
    assert run(["recheck", str(table), "-o", str(out)]) == 1
    printed = capsys.readouterr()
    assert "复核 1 份自评表 6 行" in printed.out
    assert "已写出" in printed.err
    assert pq.read_table(out / "rows").num_rows == 6


def test_json_is_one_document(tmp_path: Path, capsys: Captured) -> None:
    words = ["recheck", str(write(tmp_path / "t.csv", PLAIN)), "-o", str(tmp_path / "out")]
    assert run([*words, "--format", "json", "--severity", "error"]) == 1
    assert json.loads(capsys.readouterr().out)["rows"] == 6


def test_one_table_and_no_decisions(tmp_path: Path, capsys: Captured) -> None:
    table = str(write(tmp_path / "t.csv", PLAIN))
    assert run(["recheck", table, table, "-o", str(tmp_path / "out")]) == 2
    assert "一次读一张长表" in capsys.readouterr().err
    words = ["recheck", table, "-o", str(tmp_path / "out"), "--decisions", "a.xlsx"]
    assert run(words) == 2
    assert "不读复核意见" in capsys.readouterr().err


def test_a_table_is_compared(tmp_path: Path, capsys: Captured) -> None:
    alike = [("B", "示例项目B", *row[2:]) for row in PLAIN]
    table, book = str(write(tmp_path / "t.csv", [*PLAIN, *alike])), tmp_path / "比较.xlsx"
    words = ["compare", table, "--against", "cn-practice-linear", "--format", "json"]
    assert run([*words, "-o", str(book)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [each["total"] for each in data["projects"]] == ["93.65", "93.65"]
    assert data["against"]["standard"] == "cn-practice-linear"
    assert book.is_file()


def test_results_cannot_be_judged_by_another_standard(tmp_path: Path, capsys: Captured) -> None:
    out = str(tmp_path / "out")
    run(["recheck", str(write(tmp_path / "t.csv", PLAIN)), "-o", out])
    assert run(["compare", out, "--against", "cn-practice-linear"]) == 2
    assert "请给出长表本身" in capsys.readouterr().err


def test_one_table_at_a_time(tmp_path: Path, capsys: Captured) -> None:
    table = str(write(tmp_path / "t.csv", PLAIN))
    assert run(["compare", table, table]) == 2
    assert "不能混在一起" in capsys.readouterr().err


def test_a_table_of_which_nothing_has_a_total(tmp_path: Path, capsys: Captured) -> None:
    table = write(tmp_path / "t.csv", [*BAD, *[(*("G", "示例项目G"), *row[2:]) for row in BAD[:1]]])
    assert run(["compare", str(table)]) == 2
    assert "没有一个项目有总分" in capsys.readouterr().err
