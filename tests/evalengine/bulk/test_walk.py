"""A table re-checked in bulk: row for row what its forms give, whole folders only."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq
import pytest

from evalengine.bulk.walk import recheck_table
from evalengine.rechecked import recheck_data
from evalengine.rechecking import recheck_files
from indicators.errors import DocumentError, StandardError, UsageError
from tests.evalengine.bulk.tables import BAD, GOOD, PLAIN, write

POINTS = ("max_points", "declared_points", "computed_points", "low", "high", "difference")
SAID = ("project_id", "number", "level1", "level2", "category", "target", "verdict")
_PLACE = re.compile(r"\.csv:\d+")


def _exact(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _cells(row: dict[str, Any]) -> tuple[Any, ...]:
    cuts = row["cuts"]
    return (
        *(row[name] for name in SAID),
        *(_exact(row[name]) for name in POINTS),
        row["explanation"],
        row["explanation_en"],
        " ".join(cuts) if isinstance(cuts, list) else cuts or "",
    )


def _finding(project: str, finding: dict[str, Any]) -> tuple[str, ...]:
    words = _PLACE.sub("", finding["message"])
    return project, finding["check"], finding["severity"], words


def _findings(data: dict[str, Any]) -> list[tuple[str, ...]]:
    of_forms = [(form["project_id"], found) for form in data["forms"] for found in form["findings"]]
    rows = [*data["rows"], *(form["execution"] for form in data["forms"] if form["execution"])]
    of_rows = [(row["project_id"], found) for row in rows for found in row["finding"]]
    return sorted(_finding(*pair) for pair in (*of_forms, *of_rows))


@pytest.mark.parametrize("rows", [5, 1000])
def test_it_says_what_the_forms_say(tmp_path: Path, rows: int) -> None:
    """Row for row, in one part and in several, from memory and anew."""
    table = write(tmp_path / "t.csv", GOOD)
    recheck_table(table, tmp_path / "out", rows=rows, workers=1)
    data = recheck_data(recheck_files([table]))
    found = pq.read_table(tmp_path / "out" / "rows").to_pylist()
    assert [_cells(row) for row in found] == [_cells(row) for row in data["rows"]]
    findings = pq.read_table(tmp_path / "out" / "findings").to_pylist()
    assert sorted(_finding(each["project_id"], each) for each in findings) == _findings(data)
    for form, project in zip(
        data["forms"], pq.read_table(tmp_path / "out" / "projects").to_pylist(), strict=True
    ):
        names = ("declared_total", "computed_total", "unchecked_points")
        assert [_exact(form[name]) for name in names] == [project[name] for name in names]
        for name in ("declared_grade", "computed_grade", "declared_from", "department", "year"):
            assert form[name] == project[name], name
        assert form["verdicts"] == {name: project[name] for name in form["verdicts"]}
    copies = pq.read_table(tmp_path / "out" / "copies.parquet").to_pylist()
    assert [each["project_id"] for each in copies] == data["copies"][0]["project_ids"]
    assert not (tmp_path / "out" / "texts").exists()


def test_rows_keep_their_numbers(tmp_path: Path) -> None:
    """Rows 17 and 22 are the money of their forms, row 23 says nothing."""
    recheck_table(write(tmp_path / "t.csv", GOOD), tmp_path / "out", rows=5, workers=1)
    numbers = pq.read_table(tmp_path / "out" / "rows")["row"].to_pylist()
    assert numbers == [*range(1, 17), *range(18, 22)]


def test_what_cannot_be_rechecked_is_told(tmp_path: Path) -> None:
    recheck_table(write(tmp_path / "t.csv", [*PLAIN, *BAD]), tmp_path / "out", workers=1)
    projects = pq.read_table(tmp_path / "out" / "projects").to_pylist()
    reasons = {each["project_id"]: each["reason"] for each in projects}
    assert reasons["A"] is None
    assert "没有实际完成值" in reasons["E"]
    assert "年" in reasons["F"]


def test_parquet_folders_and_several_processes(tmp_path: Path) -> None:
    csv = write(tmp_path / "t.csv", GOOD)
    text = pc.read_csv(csv, convert_options=pc.ConvertOptions(column_types={"年度": pa.string()}))
    (tmp_path / "in").mkdir()
    pq.write_table(text.slice(0, 12), tmp_path / "in" / "a.parquet")
    pq.write_table(text.slice(12), tmp_path / "in" / "b.parquet")
    recheck_table(csv, tmp_path / "one", workers=1)
    recheck_table(tmp_path / "in", tmp_path / "two", rows=7, workers=2)
    one, two = (pq.read_table(tmp_path / name / "rows") for name in ("one", "two"))
    assert one.drop_columns("row").equals(two.drop_columns("row"))


def test_columns_that_mean_nothing_are_named(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", PLAIN)
    path.write_text(path.read_text("utf-8").replace("偏差原因", "备查"), "utf-8")
    assert recheck_table(path, tmp_path / "out", workers=1) == ("备查",)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.txt").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="不是空文件夹"):
        recheck_table(write(tmp_path / "t.csv", PLAIN), tmp_path / "out", workers=1)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.txt"]


def test_a_bad_table_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("项目名称,分值\nA,5\n", "utf-8")
    with pytest.raises(DocumentError, match="一级指标"):
        recheck_table(path, tmp_path / "out", workers=1)
    assert [each.name for each in tmp_path.iterdir()] == ["t.csv"]


def test_a_wrong_standard_is_told_first(tmp_path: Path) -> None:
    with pytest.raises(StandardError):
        recheck_table(tmp_path / "none.csv", tmp_path / "out", standard="nowhere")
