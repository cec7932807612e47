"""Scores a Spark table with `score_frame` as the function of `mapInPandas`.

    python docs/examples/with_spark.py ITEMS.parquet SCORES.parquet STANDARD

Needs Java. Every executor needs evalengine installed; nothing else is shared.
"""

import sys
from collections.abc import Iterable, Iterator
from functools import partial

import pandas as pd
from pyspark.sql import SparkSession

from scoring import score_frame

SCORES = (
    "points decimal(18,2), achievement double, method string, met boolean, "
    "rule string, reason string"
)
ROWS = 200_000
"""Of a batch: a call of `score_frame` costs some milliseconds, whatever the rows."""


def scored(parts: Iterable[pd.DataFrame], standard: str) -> Iterator[pd.DataFrame]:
    """Every part with the scores of its rows beside."""
    for part in parts:
        yield pd.concat([part, score_frame(part, standard)], axis="columns")


def main(items: str, scores: str, standard: str) -> None:
    """Score one folder or file into another folder."""
    spark = SparkSession.builder.getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS)
    rows = spark.read.parquet(items)
    columns = ", ".join(f"`{name}` {kind}" for name, kind in rows.dtypes)
    score = partial(scored, standard=standard)
    rows.mapInPandas(score, f"{columns}, {SCORES}").write.parquet(scores)


if __name__ == "__main__":
    main(*sys.argv[1:])
