"""Makes long tables of filled self-evaluations: what departments give themselves, and why.

    python -m benchmarks.filledtable OUT.parquet --forms N [--distinct N] [--seed N] [--inflated R]

The rows of `benchmarks.longtable`, fifteen a form, with the points that the unit gives itself. Most
units write those of the rule, some round them, and some are inflated: all their missed targets have
all points. The oracle's points, total and grade stand beside, and whether the form is inflated.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.longtable import BLOCK, SCHEMA, Splits, Table, hundredths

ROWS = 15
"""Rows of a form."""

SPLITS: Splits = {
    "output": ((625,) * 8, (1000, 1000, 600, 600, 600, 400, 400, 400)),
    "benefit": ((600,) * 5, (1000, 500, 500, 500, 500)),
    "satisfaction": ((500, 500),),
}
WAYS = ("exact", "one decimal", "whole", "inflated")
ODDS = (0.6, 0.2, 0.2)
"""How units that are not inflated round: exact, to one decimal, to whole points."""

REASONS = ("", "示例原因：开工较晚", "示例原因：需求减少", "示例原因：疫情影响", "无")
DECLARED = (
    ("declared_points", pa.decimal128(9, 2)),
    ("deviation_reason", pa.string()),
    ("inflated", pa.bool_()),
)
FILLED = pa.schema([*SCHEMA, *DECLARED])


def blocks(forms: int, *, distinct: int, seed: int, inflated: float) -> Iterator[pa.Table]:
    """The rows of so many forms, some thousands of forms at a time."""
    table = Table(distinct=distinct, seed=seed, splits=SPLITS)
    draw = np.random.default_rng(seed + 1)
    odds = [(1 - inflated) * odd for odd in ODDS] + [inflated]
    for first in range(0, forms, BLOCK):
        count = min(BLOCK, forms - first)
        block = table.block(first, count)
        way = np.repeat(draw.choice(len(WAYS), size=count, p=odds), ROWS)
        most, earned = (_cents(block[name]) for name in ("max_points", "oracle_points"))
        given = [earned, (earned + 5) // 10 * 10, (earned + 50) // 100 * 100, most]
        declared = np.minimum(np.choose(way, given), most)
        drawn = draw.integers(len(REASONS), size=len(way))
        reason = np.where(earned < most, drawn, 0)
        more = (hundredths(declared, 9), pa.array(REASONS).take(pa.array(reason)), way == len(ODDS))
        for (name, kind), values in zip(DECLARED, more, strict=True):
            block = block.append_column(name, pa.array(values, kind))
        yield block


def _cents(column: pa.ChunkedArray) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    cents: np.ndarray[tuple[int], np.dtype[np.int64]] = (
        pa.compute.multiply(column.cast(pa.float64()), 100.0).to_numpy().round().astype(np.int64)
    )
    return cents


def write(
    path: Path, *, forms: int, distinct: int = 200_000, seed: int = 1, inflated: float = 0.1
) -> int:
    """Write a table of so many forms; the number of rows written."""
    written = 0
    with pq.ParquetWriter(path, FILLED) as out:
        for block in blocks(forms, distinct=distinct, seed=seed, inflated=inflated):
            out.write_table(block, row_group_size=100_000)
            written += block.num_rows
    return written


def main() -> None:
    """Read the command line and write."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("out", type=Path)
    words.add_argument("--forms", type=int, required=True)
    words.add_argument("--distinct", type=int, default=200_000)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--inflated", type=float, default=0.1)
    given = words.parse_args()
    count = write(
        given.out,
        forms=given.forms,
        distinct=given.distinct,
        seed=given.seed,
        inflated=given.inflated,
    )
    print(f"{count} rows in {given.out}")


if __name__ == "__main__":
    main()
