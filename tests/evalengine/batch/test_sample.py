"""Records of a sample."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from benchmarks.longtable import write
from evalengine.batch.rules import Rules
from evalengine.batch.walk import run_batch
from tests.evalengine.batch.tables import RULES, csv, lines


def _records(out: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((out / "records.json").read_text("utf-8"))["records"]
    return found


@pytest.mark.parametrize("rules", [RULES, Rules("auto")])
def test_records_agree_with_the_tables_row_for_row(tmp_path: Path, rules: Rules) -> None:
    path, out = tmp_path / "t.parquet", tmp_path / "out"
    write(path, rows=500, distinct=200, seed=9)
    run_batch(path, out, rules, rows=150, workers=1, sample=7)
    items = {row["row"]: row for row in pq.read_table(out / "items").to_pylist()}
    projects = {row["project"]: row for row in pq.read_table(out / "projects").to_pylist()}
    records = _records(out)
    assert len({record["project"] for record in records}) == 7
    for record in records:
        project = projects[record["project"]]
        assert (Decimal(record["total"]), record["grade"]) == (project["total"], project["grade"])
        assert len(record["items"]) == project["rows"]
        for item in record["items"]:
            row = items[int(item["place"].rpartition(":")[2])]
            assert row["project"] == record["project"]
            assert Decimal(item["points"]) == row["points"]
            assert Decimal(item["max_points"]) == row["max_points"]
            assert (item["rule"], item["method"]) == (row["rule"], row["method"])
        assert record["inputs"][0]["file"] == "t.parquet"


def test_the_sample_does_not_depend_on_the_parts(tmp_path: Path) -> None:
    rows = [line for n in range(30) for line in lines(f"P{n}", actual="" if n % 3 else "94人次")]
    path = csv(tmp_path, *rows)
    chosen = []
    for size in (3, 20, 1000):
        out = tmp_path / str(size)
        run_batch(path, out, RULES, rows=size, workers=1, sample=4)
        chosen.append([record["project"] for record in _records(out)])
    assert chosen[0] == chosen[1] == chosen[2]
    assert len(chosen[0]) == 4


def test_a_sample_of_more_than_there_is_has_all_with_a_total(tmp_path: Path) -> None:
    path, out = csv(tmp_path, *lines("A"), *lines("B", actual="")), tmp_path / "out"
    run_batch(path, out, RULES, workers=1, sample=9)
    assert [record["project"] for record in _records(out)] == ["示例A"]
