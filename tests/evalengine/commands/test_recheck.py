"""`evalengine recheck`."""

import json
from pathlib import Path

import pytest

from evalengine.cli import run
from tests.evalengine.filled import ILLUSTRATIVE, ROWS, write_form

Captured = pytest.CaptureFixture[str]


def test_it_ends_with_1_where_points_differ(capsys: Captured) -> None:
    assert run(["recheck", str(ILLUSTRATIVE)]) == 1
    printed = capsys.readouterr()
    assert "复算 94.31 优" in printed.out
    assert "选用 cn-mof-2020-10" in printed.err


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 0), ("info", 1)])
def test_the_severity_decides(tmp_path: Path, severity: str, code: int) -> None:
    """47 of 50 for 94 of 100, and 140% of a target, which is a note."""
    rows = [(*ROWS[0][:6], "47", "生源不足"), (*ROWS[1][:4], "112%", *ROWS[1][5:]), ROWS[2]]
    path = write_form(tmp_path / "a.html", rows, total="96.5")
    assert run(["recheck", str(path), "--severity", severity]) == code


def test_json_is_one_document(capsys: Captured) -> None:
    assert run(["recheck", str(ILLUSTRATIVE), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["forms"][0]["computed_total"] == "94.31"


def test_reports_are_written(tmp_path: Path, capsys: Captured) -> None:
    outputs = [tmp_path / "复核表.xlsx", tmp_path / "记录.json"]
    words = [word for path in outputs for word in ("-o", str(path))]
    assert run(["recheck", str(ILLUSTRATIVE), *words]) == 1
    assert all(path.is_file() for path in outputs)


def test_decisions_change_the_total(tmp_path: Path, capsys: Captured) -> None:
    review = tmp_path / "复核表.xlsx"
    run(["recheck", str(ILLUSTRATIVE), "-o", str(review)])
    capsys.readouterr()
    assert run(["recheck", str(ILLUSTRATIVE), "--decisions", str(review)]) == 1
    assert "复核意见后" not in capsys.readouterr().out  # nothing was entered


def test_what_cannot_be_read_ends_with_2_and_writes_nothing(
    tmp_path: Path, capsys: Captured
) -> None:
    output = tmp_path / "复核表.xlsx"
    words = ["recheck", str(tmp_path / "none.html"), str(ILLUSTRATIVE), "-o", str(output)]
    assert run(words) == 2
    printed = capsys.readouterr()
    assert "没有这个文件" in printed.err
    assert "复算 94.31 优" in printed.out
    assert not output.exists()


@pytest.mark.parametrize(
    ("words", "due"),
    [
        (["--severity", "fatal"], "--severity"),
        (["--standard", "cn-mof-2020-1"], "cn-mof-2020-10"),
        (["-o", "复核表.pdf"], ".xlsx .json"),
        (["--format", "csv"], "--format"),
    ],
)
def test_wrong_options_are_told(words: list[str], due: str, capsys: Captured) -> None:
    assert run(["recheck", str(ILLUSTRATIVE), *words]) == 2
    assert due in capsys.readouterr().err
