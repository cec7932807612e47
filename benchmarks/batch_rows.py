"""Tables of items that are parsed already, of any size, as Parquet: what the ways of scoring read.

Quantities are whole numbers of the smallest unit and points exact decimals, so that no way has to
undo a float first; words are dictionary-coded. A row group holds whole projects.
"""

from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.longtable import hundredths
from benchmarks.scoring_rows import Rows, frame, make

GROUP = 250_000
"""Rows of a row group: whole projects of ten."""

INPUT = (
    *("project_id", "category", "kind", "comparator", "direction"),
    *("target", "upper", "actual", "max_points", "judgement"),
)
OUTPUT = pa.schema([("project_id", pa.int64()), ("points", pa.decimal128(18, 2))])
"""What every way writes of every row."""

COMPRESSION: Final = "snappy"


def rows_of(number: int, size: int, seed: int) -> Rows:
    """The rows of a row group; projects are numbered through."""
    rows = make(size, seed * 1000 + number)
    return rows._replace(project=rows.project + number * (GROUP // 10))


def table(rows: Rows) -> pa.Table:
    """Rows as the file holds them."""
    found = pa.Table.from_pandas(frame(rows), preserve_index=False)
    exact = {name: pa.array(getattr(rows, name)) for name in ("target", "upper", "actual")}
    exact["max_points"] = hundredths(rows.cents.astype(np.int64), 9)
    return pa.table({name: exact.get(name, found[name]) for name in INPUT})


def write(path: Path, *, rows: int, seed: int) -> None:
    """Write a file of so many rows, group by group."""
    out = None
    for number, start in enumerate(range(0, rows, GROUP)):
        group = table(rows_of(number, min(GROUP, rows - start), seed))
        out = out or pq.ParquetWriter(path, group.schema, compression=COMPRESSION)
        out.write_table(group)
    if out:
        out.close()
