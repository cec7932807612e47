"""One way of scoring one file of parsed items, in a process of its own, as `benchmarks.batch` asks.

    python -m benchmarks.batch_ways WAY GIVEN MADE

Prints the seconds of the work as JSON, on the clock and of processors, without start-up and
imports. Ours and the columns alone use as many processes as there are cores, a row group at a time;
polars and DuckDB use threads of their own.
"""

import argparse
import json
import os
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.batch_peers import by_duckdb, by_polars
from benchmarks.batch_rows import COMPRESSION, INPUT, OUTPUT
from benchmarks.scoring import MIX
from scoring import find, project_totals, score_frame
from scoring.standard import Standard

OURS, TOTALS, COLUMNS = "score_frame", "score_frame, totals, grades", "the columns alone (pyarrow)"
POLARS, DUCKDB = "polars, streaming", "DuckDB"


class Seconds(NamedTuple):
    """What a piece of work took: of processors, and on the clock."""

    cpu: float
    wall: float


@cache
def rules() -> Standard:
    """The rules, read once in a process."""
    return find(str(MIX))


def read_group(given: Path, group: int) -> pa.Table:
    """A row group, its words as dictionaries."""
    words = [name for name in INPUT if name not in ("project_id", *OUTPUT.names)]
    return pq.ParquetFile(given, read_dictionary=words).read_row_group(group)


def copy_group(given: Path, made: Path, group: int) -> float:
    """Read the columns, and write as many of the same types; gives the processor time."""
    start = time.process_time()
    table = read_group(given, group)
    points = table["max_points"].cast(OUTPUT.field("points").type)
    _write(pa.table([table["project_id"], points], schema=OUTPUT), made, group)
    return time.process_time() - start


def score_group(given: Path, made: Path, group: int, *, totals: bool = False) -> float:
    """Read, score, write; gives the processor time."""
    start = time.process_time()
    table = read_group(given, group)
    items = table.to_pandas(types_mapper=pd.ArrowDtype)
    scores = score_frame(items, rules())
    columns = [table["project_id"], pa.array(scores["points"])]
    _write(pa.table(columns, schema=OUTPUT), made, group)
    if totals:
        sums = pa.Table.from_pandas(project_totals(items, scores, rules()))
        pq.write_table(sums, made / f"totals-{group:05}.parquet", compression=COMPRESSION)
    return time.process_time() - start


def _write(table: pa.Table, made: Path, group: int) -> None:
    pq.write_table(table, made / f"part-{group:05}.parquet", compression=COMPRESSION)


def warm(_: int) -> None:
    """Have a process import everything and meet the rules before the clock runs."""
    pa.set_cpu_count(1)
    score_frame(pd.DataFrame(columns=list(INPUT)), rules())


def in_processes(work: Callable[[Path, Path, int], float], given: Path, made: Path) -> Seconds:
    """The work on every row group, as many at once as there are cores."""
    made.mkdir()
    groups = pq.ParquetFile(given).num_row_groups
    count = min(os.cpu_count() or 1, groups)
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        list(pool.map(warm, range(4 * count)))
        start = time.perf_counter()
        processors = sum(pool.map(partial(work, given, made), range(groups)))
        return Seconds(processors, time.perf_counter() - start)


def in_threads(work: Callable[[Path, Path], None], given: Path, made: Path) -> Seconds:
    """The work of an engine with threads of its own."""
    clock, processors = time.perf_counter(), time.process_time()
    work(given, made)
    return Seconds(time.process_time() - processors, time.perf_counter() - clock)


WAYS: dict[str, Callable[[Path, Path], Seconds]] = {
    OURS: partial(in_processes, score_group),
    TOTALS: partial(in_processes, partial(score_group, totals=True)),
    COLUMNS: partial(in_processes, copy_group),
    POLARS: partial(in_threads, by_polars),
    DUCKDB: partial(in_threads, by_duckdb),
}
MODULES = {POLARS: "polars", DUCKDB: "duckdb"}
"""What a way needs beyond the project."""


def main() -> None:
    """Run one way."""
    words = argparse.ArgumentParser(description="One way of scoring one file.")
    words.add_argument("way", choices=list(WAYS))
    words.add_argument("given", type=Path)
    words.add_argument("made", type=Path)
    given = words.parse_args()
    print(json.dumps(WAYS[given.way](given.given, given.made)._asdict()))


if __name__ == "__main__":
    main()
