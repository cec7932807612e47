"""Whole runs: counts, going on, the same rows however the work is shared out."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks.longtable import write
from evalengine.batch.walk import TABLES, run_batch
from indicators.errors import DocumentError, UsageError
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
    with pytest.raises(UsageError, match="长表"):
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


def test_a_disk_that_fills_up_leaves_whole_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, out = csv(tmp_path, *lines("A", "B", "C")), tmp_path / "out"
    whole, written = pq.write_table, []

    def write_table(table: pa.Table, where: Path, **how: Any) -> None:
        written.append(where)
        if len(written) > 4:  # the projects of the second part
            where.write_bytes(b"PAR1 half a table")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        whole(table, where, **how)

    with monkeypatch.context() as patched:
        patched.setattr(pq, "write_table", write_table)
        with pytest.raises(UsageError, match="磁盘空间"):
            run_batch(path, out, RULES, rows=3, workers=1)
    assert [file.name for file in (out / "counts").iterdir()] == ["part-00000.json"]
    assert not [*out.glob("*/.*"), *out.glob(".work-*")]
    assert run_batch(path, out, RULES, rows=3, workers=1, resume=True).graded == 3


@pytest.mark.parametrize("workers", [1, 2])
def test_a_damaged_row_group_ends_the_run_and_keeps_whole_parts(
    tmp_path: Path, workers: int
) -> None:
    path, out = tmp_path / "t.parquet", tmp_path / "out"
    source = csv(tmp_path, *lines("A", "B", "C"))
    table = pa.Table.from_pylist(_rows(source))
    pq.write_table(table, path, row_group_size=3, compression="none", use_dictionary=False)
    content = path.read_bytes()
    place = pq.ParquetFile(path).metadata.row_group(1).column(8).data_page_offset
    path.write_bytes(content[:place] + bytes(16) + content[place + 16 :])
    with pytest.raises(DocumentError, match="第 2 个行组已损坏"):
        run_batch(path, out, RULES, rows=3, workers=workers)
    assert not (out / "counts" / "part-00001.json").exists()


def _rows(path: Path) -> list[dict[str, str]]:
    head, *rows = (line.split(",") for line in path.read_text("utf-8").splitlines())
    return [dict(zip(head, row, strict=True)) for row in rows]


SCRIPT = """
import functools, sys
from evalengine.batch import walk
from evalengine.cli import run

walk.run_batch = functools.partial(walk.run_batch, rows=60)
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_leaves_whole_parts_and_the_run_goes_on(tmp_path: Path, workers: str) -> None:
    path, out = tmp_path / "t.parquet", tmp_path / "out"
    size = write(path, rows=4000, distinct=400, seed=5)
    words = ["batch", path, "--standard", "cn-mof-2020-10", "--workers", workers, "-o", out]
    running = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *map(str, words)],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while running.poll() is None and len(list(out.glob("counts/*.json"))) < 2:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    said = "写完的部分都在文件夹里；加 --resume 接着算。\n注意：已中断，没有留下不完整的文件。\n"
    assert (running.returncode, told.decode()) == (130, said)
    whole = {file.stem for file in (out / "counts").iterdir()}
    assert 2 <= len(whole) < size // 60
    for kind in TABLES:
        assert whole <= {file.stem for file in (out / kind).iterdir()}
        assert all(pq.read_table(file).schema for file in (out / kind).iterdir())
    counts = run_batch(path, out, RULES, rows=60, workers=1, resume=True)
    run_batch(path, tmp_path / "again", RULES, rows=60, workers=1)
    assert counts.rows == counts.scored + counts.rejected == size
    for kind in TABLES:
        assert pq.read_table(out / kind).equals(pq.read_table(tmp_path / "again" / kind))


@pytest.mark.parametrize("engine", ["spark", "dask=", "local=2"])
def test_an_unknown_engine_is_refused(tmp_path: Path, engine: str) -> None:
    with pytest.raises(UsageError, match="dask=tcp"):
        run_batch(csv(tmp_path, *lines("A")), tmp_path / "out", RULES, engine=engine)
    assert not (tmp_path / "out").exists()
