"""A re-check in bulk on the screen."""

from pathlib import Path

from evalengine.bulk.summary import summary_of
from evalengine.bulk.walk import recheck_table
from evalengine.reports.rechecktable import table_lines
from tests.evalengine.bulk.tables import PLAIN, UNFILLED, write


def test_it_names_what_is_farthest_off_and_counts(tmp_path: Path) -> None:
    recheck_table(write(tmp_path / "t.csv", [*PLAIN, *UNFILLED]), tmp_path / "out", workers=1)
    lines = list(table_lines(summary_of(tmp_path / "out"), "zh"))
    text = "\n".join(lines)
    assert "示例项目A  示例局  95.58  优    93.65  优    1.93" in text
    assert "复核 1 份自评表 6 行：" in text
    assert "另有 1 个项目不能复核" in text


def test_without_a_gap_there_is_no_table(tmp_path: Path) -> None:
    rows = [PLAIN[0], PLAIN[5]]
    recheck_table(write(tmp_path / "t.csv", rows), tmp_path / "out", workers=1)
    lines = list(table_lines(summary_of(tmp_path / "out"), "en"))
    assert lines[0].startswith("1 form(s), 2 rows: agrees 2.")
