"""Parts of whole projects."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.bulk import groups
from indicators.bulk import plan as planning
from indicators.bulk.plan import plan, read_part
from indicators.bulk.source import Source, open_source
from indicators.errors import DocumentError


def _source(folder: Path, names: list[str], *, group: int = 3) -> Source:
    path = folder / "t.parquet"
    pq.write_table(pa.table({"project_id": names}), path, row_group_size=group)
    return Source(str(path), (str(path),), {"project_id": "project_id"})


def test_parts_hold_whole_projects_in_order(tmp_path: Path) -> None:
    names = [*"aaabbcccccd"]
    parts = plan(_source(tmp_path, names), rows=4)
    read = [read_part(part, ["project_id"])["project_id"].to_pylist() for part in parts]
    assert read == [[*"aaa"], [*"bbccccc"], [*"d"]]
    assert [part.row for part in parts] == [0, 3, 10]


def test_projects_that_lie_apart_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="“a”"):
        plan(_source(tmp_path, [*"aabba"]))


def test_equal_hashes_of_other_names_are_no_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashes = planning._hashes
    monkeypatch.setattr(planning, "_hashes", lambda keys: hashes(keys) * 0)
    assert len(plan(_source(tmp_path, [*"abc"]))) == 1


def test_a_part_may_begin_and_end_within_a_row_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    defaults = groups.pieces.__kwdefaults__
    monkeypatch.setattr(groups.pieces, "__kwdefaults__", {**(defaults or {}), "rows": 2})
    names = [*"aaabbcccccdddef"]
    parts = plan(_source(tmp_path, names, group=11), rows=5)
    read = [read_part(part, ["project_id"])["project_id"].to_pylist() for part in parts]
    assert [name for part in read for name in part] == names
    assert read == [[*"aaabb"], [*"ccccc"], [*"dddef"]]
    assert [len(part.stretches) for part in parts] == [1, 1, 2]


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="没有数据行"):
        plan(_source(tmp_path, []))


def test_files_may_hold_a_column_as_numbers_and_as_text(tmp_path: Path) -> None:
    for name, year in (("a", pa.array([2023])), ("b", pa.array(["2023年"]))):
        columns = {"project_id": [name], "year": year, "level1": ["产出指标"], "target": ["≥1"]}
        table = pa.table({**columns, "actual": ["1"], "max_points": [10]})
        pq.write_table(table, tmp_path / f"{name}.parquet")
    source = open_source(tmp_path, tmp_path)
    [part] = plan(source)
    assert read_part(part, ["project_id", "year"])["year"].to_pylist() == ["2023", "2023年"]


def test_a_project_may_go_on_below_rows_that_name_none(tmp_path: Path) -> None:
    """A row group begins with such a row, and then names the project once more."""
    source = _source(tmp_path, ["a", "a", "a", "", "a", "b"])
    parts = plan(source, rows=100)
    assert [part.rows for part in parts] == [6]
