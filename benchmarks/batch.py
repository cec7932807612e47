"""How fast, how exact and how large long tables are scored, from ten thousand rows to 10^8.

    python -m benchmarks.batch [--scored N…] [--text N…] [--distinct N] [--cut N] [--dask N]
        [--runs N] [--json FILE]

First rows that are parsed already, from file to file, on all cores: `score_frame` beside reading
and writing the columns alone, beside polars and DuckDB, which compute the same cents in whole
numbers (held against ours, row by row). Then `evalengine batch` from text, with two hundred
thousand distinct items and with none twice, held against the oracle of `benchmarks.longtable`;
in 1, 2 and 7 parts, which must not differ, and by a Dask cluster of two workers, which must not
either. Every run is a process of its own; ways take turns.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks import batch_rows, longtable
from benchmarks.batch_ways import COLUMNS, DUCKDB, MODULES, OURS, POLARS, WAYS
from benchmarks.figures import INSTALL, Figure, compared, document, show
from benchmarks.processes import Run, measured
from evalengine.batch.rules import Rules
from evalengine.batch.walk import run_batch

ROOT = Path(__file__).parent.parent
SCORED, TEXT = "scoring parsed rows, file to file", "evalengine batch, from text"
KINDS = {"cpu": ("CPU s", "processor time"), "wall": ("s", "clock"), "peak": ("MB", "peak memory")}
GOALS = {COLUMNS: 0.5, POLARS: 1.0, DUCKDB: 1.0}
BATCH, DASK = "evalengine batch", "evalengine batch --engine dask"
SLOWER = 1 / 1.6
"""A cluster may take so much longer than processes of its own."""

DISTINCT = 200_000
PARTS = (1, 2, 7)
STEMS = "甲乙丙丁戊己庚辛壬癸"


def race(rows: int, runs: int, *, seed: int = 1) -> Iterator[Figure]:
    """Every way over the same rows, taking turns; processor time, clock and memory."""
    ways = [way for way in WAYS if way not in absent()]
    taken: dict[str, list[Run]] = {way: [] for way in ways}
    with _folder() as folder:
        given = folder / "items.parquet"
        batch_rows.write(given, rows=rows, seed=seed)
        for turn in range(runs):
            for way in ways:
                made = folder / "made" / way
                made.parent.mkdir(exist_ok=True)
                taken[way].append(_timed(way, given, made))
                if turn == 0:
                    _must_agree(folder / "made" / OURS, made, way)
                if way != OURS or turn:
                    _remove(made)
    yield from _figures(SCORED, f"{rows:,} rows", rows, taken)


def _timed(way: str, given: Path, made: Path) -> Run:
    """One run of a way; its own clock begins after the imports."""
    _remove(made)
    run = measured(
        [sys.executable, "-m", "benchmarks.batch_ways", way, str(given), str(made)], folder=ROOT
    )
    return run._replace(**json.loads(run.said))


def _must_agree(ours: Path, theirs: Path, way: str) -> None:
    """Stop where a way gives other points than we do: then there is nothing to race."""
    if way == COLUMNS:
        return
    files = sorted(ours.glob("part-*")), sorted(theirs.glob("part-*")) or [theirs]
    left, right = (pq.ParquetDataset(each).read()["points"] for each in files)
    if not left.equals(right.cast(left.type)):
        raise SystemExit(f"{way}: other points than {OURS}")


def _figures(part: str, measure: str, size: int, taken: dict[str, list[Run]]) -> Iterator[Figure]:
    for name, (unit, what) in KINDS.items():
        for way, runs in taken.items():
            goal = GOALS.get(way) if name == "cpu" else None
            values = [getattr(run, name) for run in runs]
            yield Figure(part, f"{measure}: {what}", way, unit, values, goal, size)


def absent() -> dict[str, str]:
    """Ways that cannot run here, and the module that each misses."""
    return {way: module for way, module in MODULES.items() if find_spec(module) is None}


def from_text(rows: int, *, is_distinct: bool = False, seed: int = 1) -> Iterator[Figure]:
    """`evalengine batch` on a table of texts, start-up included, and what came out wrong."""
    with _folder() as folder:
        given, out = folder / "table.parquet", folder / "out"
        longtable.write(given, rows=rows, distinct=min(rows, DISTINCT), seed=seed)
        if is_distinct:
            given = no_item_twice(given)
        run = _batch(given, out)
        size = pq.ParquetFile(given).metadata.num_rows
        found = held_against_oracle(given, out)
    kind = "no item twice" if is_distinct else f"at most {DISTINCT:,} distinct items"
    measure = f"{size:,} rows, {kind}"
    yield from _figures(TEXT, measure, size, {BATCH: [run]})
    for what, count in found.items():
        yield Figure(TEXT, f"{measure}: {what}", BATCH, "wrong", [count], size=size)


def _batch(given: Path, out: Path, *how: str) -> Run:
    """One run of the command, start-up included."""
    command = [sys.executable, "-m", "evalengine", "batch", str(given), "-o", str(out)]
    return measured([*command, "--standard", longtable.STANDARD, "--quiet", *how], folder=ROOT)


def through_dask(rows: int, *, seed: int = 1) -> Iterator[Figure]:
    """The same table by two processes of this machine and by two workers of a Dask cluster."""
    ways = {DASK: ("--engine", "dask", "--workers", "2"), BATCH: ("--workers", "2")}
    with _folder() as folder:
        given = folder / "table.parquet"
        longtable.write(given, rows=rows, distinct=min(rows, DISTINCT), seed=seed)
        size = pq.ParquetFile(given).metadata.num_rows
        runs = {
            way: _batch(given, folder / str(at), *how) for at, (way, how) in enumerate(ways.items())
        }
        tables = [
            [pq.read_table(folder / str(at) / name) for name in ("items", "projects", "rejects")]
            for at in range(len(ways))
        ]
    measure = f"{size:,} rows, two processes each"
    for way, run in runs.items():
        goal = SLOWER if way == BATCH else None
        yield Figure(TEXT, f"{measure}: clock", way, "s", [run.wall], goal, size)
    different = sum(one != other for one, other in zip(*tables, strict=True))
    yield Figure(TEXT, f"{measure}: tables that differ", DASK, "wrong", [different], size=size)


def no_item_twice(given: Path) -> Path:
    """The table with a mark of its own behind the name of every item."""
    made = given.with_name("distinct.parquet")
    file, start = pq.ParquetFile(given), 0
    with pq.ParquetWriter(made, file.schema_arrow) as out:
        for group in range(file.num_row_groups):
            table = file.read_row_group(group)
            marks = pa.array(range(start, start + table.num_rows)).cast(pa.string())
            for digit, stem in enumerate(STEMS):
                marks = pc.replace_substring(marks, str(digit), stem)
            names = pc.binary_join_element_wise(table["indicator"], marks, "")
            at = table.schema.get_field_index("indicator")
            out.write_table(table.set_column(at, "indicator", names))
            start += table.num_rows
    return made


def held_against_oracle(given: Path, out: Path) -> dict[str, int]:
    """How many cents, totals and grades are not those of the oracle, and rows without points."""
    names = ["project_id", "oracle_points", "oracle_total", "oracle_grade"]
    due = pq.read_table(given, columns=names)
    items = pq.read_table(out / "items", columns=["row", "points"])
    projects = pq.read_table(out / "projects", columns=["project_id", "rows", "total", "grade"])
    rejected = due.num_rows - items.num_rows
    place = pc.subtract(items["row"], 1)
    cents = _different(due["oracle_points"].take(place), items["points"])
    first = pc.subtract(pc.cumulative_sum(projects["rows"]), projects["rows"])
    due = due.take(first)
    if due["project_id"].combine_chunks() != projects["project_id"].combine_chunks():
        raise SystemExit("other projects than those of the table")
    return {
        "cents": cents,
        "totals": _different(due["oracle_total"], projects["total"]),
        "grades": _different(due["oracle_grade"], projects["grade"]),
        "rows without points": rejected,
    }


def _different(due: pa.ChunkedArray, got: pa.ChunkedArray) -> int:
    """In how many rows two columns differ, or the second has nothing."""
    differs = pc.fill_null(pc.not_equal(due, got.cast(due.type)), True)
    return int(pc.sum(differs).as_py() or 0)


def in_parts(rows: int, *, seed: int = 1) -> Iterator[Figure]:
    """How many of three tables differ when the input is cut into other numbers of parts."""
    with _folder() as folder:
        given = folder / "table.parquet"
        longtable.write(given, rows=rows, distinct=min(rows, DISTINCT), seed=seed)
        count = pq.ParquetFile(given).metadata.num_rows
        found = []
        for parts in PARTS:
            out = folder / f"in-{parts}"
            run_batch(given, out, Rules(longtable.STANDARD), rows=-(-count // parts))
            names = ("items", "projects", "rejects")
            found.append([pq.read_table(out / name).combine_chunks() for name in names])
    for parts, tables in zip(PARTS, found, strict=True):
        different = sum(one != other for one, other in zip(tables, found[0], strict=True))
        measure = f"{count:,} rows in {parts} parts: tables that differ"
        yield Figure(TEXT, measure, BATCH, "wrong", [different], size=count)


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="evalengine-bench-") as name:
        yield Path(name)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def measure(
    scored: Iterable[int], text: Iterable[int], distinct: int, cut: int, dask: int, runs: int
) -> Iterator[Figure]:
    """All figures that are asked for; `cut`, `dask`: rows of the tables that are cut into parts,
    and read by a cluster.
    """
    for rows in scored:
        yield from race(rows, runs)
    for rows in text:
        yield from from_text(rows)
    if distinct:
        yield from from_text(distinct, is_distinct=True)
    if cut:
        yield from in_parts(cut)
    if dask and find_spec("distributed"):
        yield from through_dask(dask)


def sizes(words: Iterable[str]) -> list[int]:
    """Numbers of rows as people write them: `1e6`."""
    return [int(float(word)) for word in words]


def main() -> int:
    """Print the table; 1 if anything came out wrong."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    words.add_argument("--scored", nargs="*", default=["1e5", "1e6", "1e7"], metavar="N")
    words.add_argument("--text", nargs="*", default=["1e4", "1e5", "1e6"], metavar="N")
    words.add_argument("--distinct", type=float, default=0, metavar="N")
    words.add_argument("--cut", type=float, default=5e4, metavar="N")
    words.add_argument("--dask", type=float, default=0, metavar="N")
    words.add_argument("--runs", type=int, default=5, help="runs of every way over parsed rows")
    words.add_argument("--json", type=Path, metavar="FILE")
    given = words.parse_args()
    asked = (
        sizes(given.scored),
        sizes(given.text),
        int(given.distinct),
        int(given.cut),
        int(given.dask),
    )
    figures = list(measure(*asked, given.runs))
    rows = list(compared(figures))
    show(rows)
    for way, module in absent().items():
        print(f"{way}: absent ({module}); {INSTALL}")
    if given.json:
        given.json.write_text(json.dumps(document(rows), ensure_ascii=False, indent=1), "utf-8")
    return int(any(figure.unit == "wrong" and any(figure.values) for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
