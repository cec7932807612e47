"""The command batch."""

from pathlib import Path

import pytest

from evalengine.cli import run
from tests.evalengine.batch.tables import csv, lines

STANDARD = ("--standard", "cn-mof-2020-10")


def test_counts_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = csv(tmp_path, *lines("A"))
    assert run(["batch", str(path), "-o", str(tmp_path / "out"), *STANDARD]) == 0
    assert "共 3 行：计分 3，不能计分 0" in capsys.readouterr().out


def test_a_standard_must_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = csv(tmp_path, *lines("A"))
    assert run(["batch", str(path), "-o", str(tmp_path / "out"), "--standard", "auto"]) == 2
    assert "--standard" in capsys.readouterr().err


def test_some_process_is_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = csv(tmp_path, *lines("A"))
    out = ("-o", str(tmp_path / "out"))
    assert run(["batch", str(path), *out, *STANDARD, "--workers", "0"]) == 2
    assert "--workers" in capsys.readouterr().err
    assert run(["batch", str(path), *out, *STANDARD, "--workers", "1"]) == 0


def test_rows_that_repeat_others_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = lines("A")
    path = csv(tmp_path, *rows, rows[0])
    assert run(["batch", str(path), "-o", str(tmp_path / "out"), *STANDARD]) == 0
    assert "1 个项目有重复的行" in capsys.readouterr().err
