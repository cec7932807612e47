"""The race over parsed rows is about the same cents, and the oracle of long tables finds faults."""

import functools
import importlib.util
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks import batch, batch_peers, batch_rows, batch_ways, longtable
from benchmarks.figures import Figure
from benchmarks.scoring import due_cents
from evalengine.batch.rules import Rules
from evalengine.batch.walk import run_batch

ROWS = 20_000


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("items") / "items.parquet"
    batch_rows.write(path, rows=ROWS, seed=1)
    return path


def due() -> list[Decimal]:
    return [Decimal(cents).scaleb(-2) for cents in due_cents(batch_rows.rows_of(0, ROWS, 1))]


def test_ours_has_the_cents_of_the_oracle(items: Path, tmp_path: Path) -> None:
    batch_ways.score_group(items, tmp_path, 0, totals=True)
    assert pq.read_table(tmp_path / "part-00000.parquet")["points"].to_pylist() == due()
    assert pq.read_table(tmp_path / "totals-00000.parquet").num_rows == ROWS // 10


@pytest.mark.parametrize(
    ("module", "work"), [("polars", batch_peers.by_polars), ("duckdb", batch_peers.by_duckdb)]
)
def test_peers_have_them_too(
    module: str, work: Callable[[Path, Path], None], items: Path, tmp_path: Path
) -> None:
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not installed")
    work(items, tmp_path / "made.parquet")
    assert pq.read_table(tmp_path / "made.parquet")["points"].to_pylist() == due()


def test_the_columns_alone_are_as_many_of_the_same_types(items: Path, tmp_path: Path) -> None:
    batch_ways.copy_group(items, tmp_path, 0)
    made = pq.read_table(tmp_path / "part-00000.parquet")
    assert (made.num_rows, made.schema.names) == (ROWS, batch_rows.OUTPUT.names)
    assert made.schema.types == batch_rows.OUTPUT.types


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("table") / "table.parquet"
    longtable.write(path, rows=400, distinct=200, seed=5)
    return path


def scored(table: Path, folder: Path) -> Path:
    run_batch(table, folder / "out", Rules(longtable.STANDARD), workers=1)
    return folder / "out"


def test_nothing_is_wrong_even_where_no_item_comes_twice(table: Path, tmp_path: Path) -> None:
    given = tmp_path / "table.parquet"
    given.write_bytes(table.read_bytes())
    made = batch.no_item_twice(given)
    before, after = pq.read_table(given), pq.read_table(made)
    assert len(set(after["indicator"].to_pylist())) == after.num_rows
    assert after.drop_columns("indicator") == before.drop_columns("indicator")
    assert set(batch.held_against_oracle(made, scored(made, tmp_path)).values()) == {0}


def test_faults_are_counted(table: Path, tmp_path: Path) -> None:
    """One cent more for the third row, another grade for the rows of the first project."""
    out, read = scored(table, tmp_path), pq.read_table(table)
    points, grades = (read[name].to_pylist() for name in ("oracle_points", "oracle_grade"))
    points[2] += Decimal("0.01")
    own = read["project_id"].to_pylist().count(read["project_id"][0].as_py())
    grades[:own] = ["无"] * own
    for name, column in (("oracle_points", points), ("oracle_grade", grades)):
        at = read.schema.get_field_index(name)
        read = read.set_column(at, name, pa.array(column, read.schema.field(name).type))
    pq.write_table(read, tmp_path / "wrong.parquet")
    assert batch.held_against_oracle(tmp_path / "wrong.parquet", out) == {
        "cents": 1,
        "totals": 0,
        "grades": 1,
        "rows without points": 0,
    }


def test_parts_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a pool of processes, which a handful of rows does not need."""
    alone = functools.partial(run_batch, workers=1)
    monkeypatch.setattr(batch, "run_batch", alone)
    figures: list[Figure] = list(batch.in_parts(300))
    assert [figure.measure.split(" in ")[1][:7] for figure in figures] == [
        "1 parts",
        "2 parts",
        "7 parts",
    ]
    assert [figure.values for figure in figures] == [[0], [0], [0]]


def test_sizes_are_written_as_powers_of_ten() -> None:
    assert batch.sizes(["1e4", "250000"]) == [10_000, 250_000]
