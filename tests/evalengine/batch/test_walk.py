"""Whole runs: counts, going on, the same rows however the work is shared out."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from benchmarks.longtable import write
from evalengine.batch.walk import TABLES, run_batch
from indicators.errors import UsageError
from tests.evalengine.batch.tables import RULES, csv, lines


def test_counts_add_up_and_older_parts_are_refused(tmp_path: Path) -> None:
    path, out = csv(tmp_path, *lines("A"), *lines("B", actual="")), tmp_path / "out"
    counts = run_batch(path, out, RULES, workers=1)
    assert (counts.rows, counts.scored, counts.rejected) == (6, 5, 1)
    assert (counts.projects, counts.graded) == (2, 1)
    with pytest.raises(UsageError, match="--resume"):
        run_batch(path, out, RULES)


def test_an_interrupted_run_goes_on(tmp_path: Path) -> None:
    path, out = csv(tmp_path, *lines("A", "B")), tmp_path / "out"
    counts = run_batch(path, out, RULES, rows=3, workers=1)
    (out / "counts" / "part-00001.json").unlink()
    (out / "items" / "part-00001.parquet").unlink()
    assert run_batch(path, out, RULES, rows=3, workers=1, resume=True) == counts
    assert pq.read_table(out / "items").num_rows == 6
    csv(tmp_path, *lines("A", "C"))
    with pytest.raises(UsageError, match="input"):
        run_batch(path, out, RULES, rows=3, resume=True)


def test_rows_are_the_same_however_the_work_is_shared_out(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    size = write(path, rows=700, distinct=300, seed=3)
    by_way = {}
    for parts, workers in ((1, 1), (2, 1), (7, 1), (2, 2), (7, 2), (7, 3)):
        out = tmp_path / f"{parts}-{workers}"
        run_batch(path, out, RULES, rows=size // parts + 9, workers=workers)
        assert len(list((out / "items").iterdir())) == parts
        by_way[parts, workers] = {kind: pq.read_table(out / kind) for kind in TABLES}
    whole = by_way.pop((1, 1))
    assert whole["items"].num_rows == size
    for way, tables in by_way.items():
        for kind, table in tables.items():
            assert table.equals(whole[kind]), (way, kind)
