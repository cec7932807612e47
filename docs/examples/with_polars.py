"""Scores a Parquet table of items with `score_frame` inside a polars query.

    python docs/examples/with_polars.py ITEMS.parquet SCORES.parquet STANDARD

The query streams: neither table is ever held as a whole.
"""

import sys
from functools import partial

import polars as pl

from scoring import score_frame

SCORES = {
    "points": pl.Decimal(18, 2),
    "achievement": pl.Float64,
    "method": pl.String,
    "met": pl.Boolean,
    "rule": pl.String,
    "reason": pl.String,
}


def scored(part: pl.DataFrame, standard: str) -> pl.DataFrame:
    """The rows of a part with their scores beside."""
    items = part.to_pandas(use_pyarrow_extension_array=True)
    scores = pl.from_pandas(score_frame(items, standard))
    return part.hstack(scores.cast(SCORES))


def main(items: str, scores: str, standard: str) -> None:
    """Score one file into another."""
    rows = pl.scan_parquet(items)
    schema = {**rows.collect_schema(), **SCORES}
    score = partial(scored, standard=standard)
    rows.map_batches(score, schema=schema, streamable=True).sink_parquet(scores)


if __name__ == "__main__":
    main(*sys.argv[1:])
