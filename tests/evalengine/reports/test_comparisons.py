"""Which ending is which, and all or nothing."""

import json
from pathlib import Path

import pytest

from evalengine.reports import comparisons
from evalengine.reports.comparisons import check_report, write_reports
from indicators.errors import UsageError
from tests.evalengine.reports.comparisons import comparison


def test_all_three(tmp_path: Path) -> None:
    paths = [tmp_path / f"比较{ending}" for ending in comparisons.WRITERS]
    write_reports(paths, comparison(2))
    assert all(path.stat().st_size > 1000 for path in paths)
    assert json.loads(paths[-1].read_text("utf-8"))["schema"] == "evalengine/comparison/1"


def test_another_ending_is_refused() -> None:
    with pytest.raises(UsageError, match="比较的报告有"):
        check_report(Path("比较.pdf"))


def test_when_one_fails_none_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(comparisons.WRITERS, ".html", broken)
    with pytest.raises(KeyboardInterrupt):
        write_reports([tmp_path / "a.xlsx", tmp_path / "a.html"], comparison(2))
    assert list(tmp_path.iterdir()) == []
