"""A comparison of a table says what that of its records says."""

from pathlib import Path
from typing import Any

import pytest

from evalengine.bulk import compared
from evalengine.bulk.compared import found_in, is_results
from evalengine.bulk.walk import recheck_table
from evalengine.cli import run
from evalengine.comparing import compare_found, compare_records, comparison_data
from indicators.errors import DocumentError
from tests.evalengine.bulk.tables import ALIKE, BAD, PLAIN, write


def _results(folder: Path, rows: list[tuple[str, ...]]) -> Path:
    folder.mkdir(exist_ok=True)
    recheck_table(write(folder / "t.csv", rows), folder / "out", workers=1)
    return folder / "out"


def _without_ids(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_ids(each) for key, each in data.items() if key != "project_id"}
    return [_without_ids(each) for each in data] if isinstance(data, list) else data


def test_the_table_way_meets_the_record_way(tmp_path: Path) -> None:
    """Every row of the table has one promise, so items are the same as well."""
    better = [(*("C", "示例项目C"), *row[2:10], row[9][1:], *row[11:]) for row in PLAIN[:3]]
    results = _results(tmp_path, [*PLAIN, *ALIKE, *better, *(_named("C", PLAIN[3:]))])
    record = tmp_path / "r.json"
    assert run(["score", str(tmp_path / "t.csv"), "-o", str(record), "--quiet"]) == 0
    by_records = comparison_data(compare_records([record]))
    by_table = comparison_data(compare_found(found_in(results), name="t"))
    assert _without_ids(by_table) == _without_ids(by_records)
    assert by_table["projects"][0]["project"] == "示例项目C"


def _named(key: str, rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(key, f"示例项目{key}", *row[2:]) for row in rows]


def test_projects_without_a_total_are_left_out_and_told(tmp_path: Path) -> None:
    found = found_in(_results(tmp_path, [*PLAIN, *BAD]))
    assert found.tables.projects["project_id"].tolist() == ["A"]
    assert found.warnings[0].zh == "2 个项目没有复算的总分，不参加比较。"


def test_one_id_in_two_years_is_two_projects(tmp_path: Path) -> None:
    later = [(*row[:3], "2024", *row[4:]) for row in PLAIN]
    found = found_in(_results(tmp_path, [*PLAIN, *later]))
    assert found.tables.projects["project_id"].tolist() == ["A#1", "A#7"]
    assert found.tables.items["project_id"].tolist() == ["A#1"] * 6 + ["A#7"] * 6


def test_the_severest_findings_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compared, "MOST_FINDINGS", 2)
    found = found_in(_results(tmp_path, [*PLAIN, *ALIKE]))
    assert [each.severity for each in found.findings] == ["error", "error"]
    assert "只列最重的 2 条" in found.warnings[0].zh


def test_a_damaged_folder_is_told(tmp_path: Path) -> None:
    results = _results(tmp_path, PLAIN)
    assert is_results(results)
    (results / "rows" / "part-00000.parquet").write_bytes(b"PAR1")
    with pytest.raises(DocumentError, match="不是完整的复核结果"):
        found_in(results)


def test_points_that_could_not_be_checked_are_told(tmp_path: Path) -> None:
    """The first row without an actual counts 20 points as declared, in each of two projects."""
    unfilled = [(*PLAIN[0][:10], "", *PLAIN[0][11:]), *PLAIN[1:]]
    twice = [*unfilled, *_named("B", unfilled)]
    found = found_in(_results(tmp_path, twice))
    assert [words.zh for words in found.warnings] == [
        "2 个项目共有 40 分无法核对，按自评计入总分；名次和范围没有算进可能的出入。"
    ]
    assert found_in(_results(tmp_path / "all", [*PLAIN, *ALIKE])).warnings == ()
