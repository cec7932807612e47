"""Whole runs: counts, older parts, going on."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from evalengine.batch.walk import _locked, run_batch
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


def test_two_runs_into_one_folder_are_refused(tmp_path: Path) -> None:
    path, out = csv(tmp_path, *lines("A")), tmp_path / "out"
    with _locked(out), pytest.raises(UsageError, match="另一次"):
        run_batch(path, out, RULES)
