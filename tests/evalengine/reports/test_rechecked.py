"""A re-check on a terminal."""

from pathlib import Path

import pytest

from evalengine.rechecking import recheck_files
from evalengine.reports.rechecked import recheck_lines
from tests.evalengine.filled import ILLUSTRATIVE, write_form


def _lines(path: Path, language: str = "zh", *, all_rows: bool = False) -> list[str]:
    return list(recheck_lines(recheck_files([path]), language, all_rows=all_rows))


def test_rows_that_agree_are_left_out_unless_asked_for() -> None:
    few, all_ = _lines(ILLUSTRATIVE), _lines(ILLUSTRATIVE, all_rows=True)
    assert not any("建设社区服务站" in line for line in few)
    assert any("建设社区服务站" in line for line in all_)


def test_the_last_lines_are_the_bottom_line() -> None:
    *_, bottom, blank, summary = _lines(ILLUSTRATIVE)
    assert bottom == "自评 95 优；复算 94.31 优。评分标准：cn-mof-2020-10。"
    assert blank == ""
    assert summary.startswith("复核 1 份自评表 11 行：一致 6，只差取整 2，另有规则 1，不一致 2。")


def test_clauses_are_named_once() -> None:
    clauses = [line for line in _lines(ILLUSTRATIVE) if line.strip().startswith("依据：")]
    assert len(clauses) == len(set(clauses)) == 2


def test_what_was_not_verified_is_said() -> None:
    assert any("（未核对）" in line for line in _lines(ILLUSTRATIVE))
    assert any("(not verified)" in line for line in _lines(ILLUSTRATIVE, "en"))


def test_lines_fit_the_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from evalengine.terminal import width

    monkeypatch.setenv("COLUMNS", "80")
    path = write_form(tmp_path / "a.html", project="很长的项目名称" * 3)
    indented = [line for line in _lines(path) if line.startswith("      ")]
    assert indented
    assert max(map(width, indented)) <= 82  # a closing mark may stand outside


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = write_form(tmp_path / "a.html", project="示例\x1b[31m项目")
    assert not any("\x1b" in line for line in _lines(path))
