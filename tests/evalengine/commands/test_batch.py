"""The command batch."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from evalengine.cli import run
from tests.evalengine.batch.tables import csv, lines

STANDARD = ("--standard", "cn-mof-2020-10")


def test_counts_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = csv(tmp_path, *lines("A"))
    assert run(["batch", str(path), "-o", str(tmp_path / "out"), *STANDARD]) == 0
    assert "共 3 行：计分 3，不能计分 0" in capsys.readouterr().out


def test_the_standard_is_selected_for_each_project_unless_named(tmp_path: Path) -> None:
    path, out = csv(tmp_path, *lines("A")), tmp_path / "out"
    assert run(["batch", str(path), "-o", str(out)]) == 0
    assert pq.read_table(out / "projects")["standard"].to_pylist() == ["cn-mof-2020-10"]


def test_records_of_a_sample_are_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = csv(tmp_path, *lines("A")), tmp_path / "out"
    assert run(["batch", str(path), "-o", str(out), *STANDARD, "--explain", "5"]) == 0
    assert run(["explain", str(out / "records.json"), "1.1"]) == 0
    assert "50.00 × 94 ÷ 100 = 47.00" in capsys.readouterr().out


def test_some_process_is_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = csv(tmp_path, *lines("A"))
    out = ("-o", str(tmp_path / "out"))
    assert run(["batch", str(path), *out, *STANDARD, "--workers", "0"]) == 2
    assert "--workers" in capsys.readouterr().err
    assert run(["batch", str(path), *out, *STANDARD, "--workers", "1"]) == 0


def test_what_is_to_be_checked_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = lines("A")
    path = csv(tmp_path, *rows, rows[0])
    assert run(["batch", str(path), "-o", str(tmp_path / "out"), *STANDARD]) == 0
    assert "1 个项目、2 行有要核对的地方" in capsys.readouterr().err


def test_columns_that_mean_nothing_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = csv(tmp_path, *(f"{row},江西省" for row in lines("A")))
    path.write_text(path.read_text("utf-8").replace("max_points\n", "max_points,regoin\n"), "utf-8")
    assert run(["batch", str(path), "-o", str(tmp_path / "out"), *STANDARD]) == 0
    assert "没有用到的列：regoin（是不是“region”？）。" in capsys.readouterr().err
