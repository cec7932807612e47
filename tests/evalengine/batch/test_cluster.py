"""The same work on a Dask cluster of two workers."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from pyarrow.csv import read_csv

from benchmarks.longtable import write
from evalengine.batch.cluster import cluster
from evalengine.batch.walk import TABLES, run_batch
from evalengine.cli import run
from indicators.errors import EvalengineError, UsageError
from tests.evalengine.batch.tables import RULES, csv, lines

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as own:
        yield own.scheduler_address


def test_rows_are_those_of_the_local_run(tmp_path: Path, address: str) -> None:
    path = tmp_path / "t.parquet"
    size = write(path, rows=700, distinct=300, seed=3)
    run_batch(path, tmp_path / "here", RULES, workers=1)
    for parts in (1, 2, 7):
        out = tmp_path / str(parts)
        counts = run_batch(path, out, RULES, rows=size // parts + 9, engine=f"dask={address}")
        assert counts.rows == counts.scored + counts.rejected == size
        assert len(list((out / "items").iterdir())) == parts
        for kind in TABLES:
            assert pq.read_table(out / kind).equals(pq.read_table(tmp_path / "here" / kind))


def _lost_once(marker: Path) -> int:
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 7


def test_a_lost_worker_costs_a_retry(tmp_path: Path, address: str) -> None:
    with cluster(address, None, tmp_path) as engine:
        assert engine.workers == 2
        assert list(engine.map(_lost_once, [tmp_path / "lost", tmp_path / "lost"])) == [7, 7]


def _refused(number: int) -> int:
    raise EvalengineError.at("t.csv", f"第 {number} 行", f"row {number}")


def test_errors_come_through(tmp_path: Path, address: str) -> None:
    with (
        cluster(address, None, tmp_path) as engine,
        pytest.raises(EvalengineError, match="第 3 行"),
    ):
        list(engine.map(_refused, [3]))


def test_workers_must_see_the_folder(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match="看不到"), cluster(address, None, tmp_path / "none"):
        pass


def test_a_worker_elsewhere_reads_the_same_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that stands in another folder, which has a table of the same name."""
    here, there = tmp_path / "here", tmp_path / "there"
    for folder, names in ((here, "AB"), (there, "C")):
        folder.mkdir()
        csv(folder, *lines(*names)).rename(folder / "t.csv")
        pq.write_table(read_csv(folder / "t.csv"), folder / "t.parquet")
    monkeypatch.chdir(there)
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=":0") as own:
        monkeypatch.chdir(here)
        engine = f"dask={own.scheduler_address}"
        for name in ("t.parquet", "t.csv"):
            run_batch(Path(name), Path(f"out-{name}"), RULES, engine=engine)
            projects = pq.read_table(here / f"out-{name}" / "projects")
            assert projects["project_id"].to_pylist() == ["A", "B"]


def test_workers_must_see_the_same_files(tmp_path: Path, address: str) -> None:
    file = tmp_path / "gone.parquet"
    with pytest.raises(UsageError, match="gone"), cluster(address, None, tmp_path, [str(file)]):
        pass


def test_a_cluster_that_stands_has_its_own_number_of_workers(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError, match="--workers"), cluster(address, 2, tmp_path):
        pass


def test_the_command_starts_a_cluster_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out, started = csv(tmp_path, *lines("A")), tmp_path / "out", []
    own = distributed.LocalCluster

    def cluster_of(**how: object) -> object:
        started.append(how["n_workers"])
        return own(**how)

    monkeypatch.setattr(distributed, "LocalCluster", cluster_of)
    words = ["batch", str(path), "-o", str(out), "--engine", "dask", "--workers", "2"]
    assert run(words) == 0
    assert "共 3 行：计分 3" in capsys.readouterr().out
    assert started == [2]


def test_nobody_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evalengine.batch.cluster.PATIENCE", 0.2)
    with pytest.raises(UsageError, match="连不上"), cluster("tcp://127.0.0.1:9", None, tmp_path):
        pass
