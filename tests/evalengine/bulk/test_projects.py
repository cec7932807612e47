"""The projects of a part, each checked as the form that its rows make."""

from pathlib import Path

import pyarrow.parquet as pq

from evalengine.bulk.memory import RowMemory
from evalengine.bulk.projects import ProjectCheck, check_part
from evalengine.rechecking import Standards
from indicators.bulk.source import open_source
from tests.evalengine.bulk.tables import ALIKE, BAD, EMPTY_ROW, PLAIN, write


def _checked(folder: Path, rows: list[tuple[str, ...]], row: int = 0) -> list[ProjectCheck]:
    source = open_source(write(folder / "t.csv", rows), folder)
    table, memory = pq.read_table(source.files[0]), RowMemory(Standards())
    return list(check_part(table, source.columns, memory, row=row, file="t.csv"))


def test_rows_are_numbered_in_the_whole_table(tmp_path: Path) -> None:
    one, two = _checked(tmp_path, [*PLAIN, *ALIKE], row=100)
    assert (one.first, two.first) == (101, 107)
    assert two.rows == (107, 108, 109, 110, 111, 112)
    assert one.templates == two.templates
    assert two.check is not None
    assert two.check.rows[1].row.place == "t.csv:107"


def test_a_project_without_an_indicator_is_no_project(tmp_path: Path) -> None:
    assert _checked(tmp_path, EMPTY_ROW) == []


def test_what_is_in_the_way_is_kept(tmp_path: Path) -> None:
    unfilled, no_year = _checked(tmp_path, BAD)
    assert unfilled.check is no_year.check is None
    assert "没有实际完成值" in unfilled.problems[0].words.zh
    assert "年" in no_year.problems[0].words.zh
