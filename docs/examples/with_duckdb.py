"""Scores the rows of a DuckDB query with `score_frame`, and hands them back to DuckDB.

    python docs/examples/with_duckdb.py ITEMS.parquet SCORES.parquet STANDARD

Batches of Arrow rows flow through: neither table is ever held as a whole.
"""

import sys
from collections.abc import Iterator

import duckdb
import pandas as pd
import pyarrow as pa

from scoring import score_frame

SCORES = pa.schema(
    [
        ("points", pa.decimal128(18, 2)),
        ("achievement", pa.float64()),
        ("method", pa.string()),
        ("met", pa.bool_()),
        ("rule", pa.string()),
        ("reason", pa.string()),
    ]
)
ROWS = 200_000
"""Of a batch: a call of `score_frame` costs some milliseconds, whatever the rows."""


def scored(batches: pa.RecordBatchReader, standard: str) -> Iterator[pa.RecordBatch]:
    """Every batch with the scores of its rows beside."""
    for batch in batches:
        items = batch.to_pandas(types_mapper=pd.ArrowDtype)
        scores = score_frame(items, standard)
        found = pa.RecordBatch.from_pandas(scores, SCORES, preserve_index=False)
        columns = [*batch.columns, *found.columns]
        yield pa.RecordBatch.from_arrays(columns, schema=_with_scores(batch.schema))


def _with_scores(schema: pa.Schema) -> pa.Schema:
    return pa.schema([*schema, *SCORES])


def main(items: str, scores: str, standard: str) -> None:
    """Score one file into another."""
    rows = duckdb.connect().read_parquet(items).to_arrow_reader(ROWS)
    found = pa.RecordBatchReader.from_batches(_with_scores(rows.schema), scored(rows, standard))
    duckdb.connect().from_arrow(found).write_parquet(scores)


if __name__ == "__main__":
    main(*sys.argv[1:])
