"""Projects become rows of tables."""

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from evalengine.bulk.memory import RowMemory
from evalengine.bulk.projects import check_part
from evalengine.bulk.tables import PartTables, copies_of, tables_of
from evalengine.rechecking import Standards
from indicators.bulk.source import open_source
from tests.evalengine.bulk.tables import BAD, PLAIN, write

D = Decimal


def _tables(folder: Path, rows: list[tuple[str, ...]]) -> PartTables:
    source = open_source(write(folder / "t.csv", rows), folder)
    memory = RowMemory(Standards())
    return tables_of(check_part(pq.read_table(source.files[0]), source.columns, memory))


def test_a_project_is_a_row(tmp_path: Path) -> None:
    """Declared 20 + 20 + 8.5 + 20 + 8.33 + 10 = 86.83, and 8.75 for the money;
    by the rule 9 of 10 bring 18.00 and 6 of 7 bring 8.57: 84.90 and 8.75.
    """
    (project,) = _tables(tmp_path, PLAIN).projects.to_pylist()
    assert project["declared_total"] == D("95.58")
    assert project["computed_total"] == D("93.65")
    assert project["declared_from"] == "summed_with_execution"
    assert (project["budget"], project["executed"]) == (100_000_000, 87_500_000)
    assert (project["execution_max"], project["execution_points"]) == (D(10), D("8.75"))
    assert project["execution_declared"] is None
    assert (project["low"], project["high"]) == (D("89.65"), D("93.65"))


def test_a_row_has_its_values_in_base_units(tmp_path: Path) -> None:
    rows = _tables(tmp_path, PLAIN).rows.to_pylist()
    satisfaction = rows[-1]
    assert (satisfaction["target_value"], satisfaction["actual_value"]) == ("0.9", "0.95")
    assert rows[3]["target_value"] is None
    assert [row["verdict"] for row in rows].count("differs") == 1


def test_what_could_not_be_checked_has_a_reason_only(tmp_path: Path) -> None:
    tables = _tables(tmp_path, BAD)
    assert [bool(row["reason"]) for row in tables.projects.to_pylist()] == [True, True]
    assert tables.rows.num_rows == tables.findings.num_rows == 0


def test_copies_are_found_by_short_names() -> None:
    hashes = pa.table(
        {
            "project_id": ["A", "B", "C", "D"],
            "project": ["甲", "乙", "丙", "丁"],
            "hash": ["x", None, "x", "y"],
        }
    )
    texts = {"x": "修复农村公路桥梁涵洞", "y": "开展社区养老助餐服务"}
    found = copies_of(hashes, lambda names: [texts[name] for name in names], "t.csv").to_pylist()
    assert [(each["group"], each["project_id"]) for each in found] == [(1, "A"), (1, "C")]
    assert "“甲”“丙”" in found[0]["message"]
