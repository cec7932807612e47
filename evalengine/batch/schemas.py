"""The tables that a part is scored into, and exact points as whole cents and back."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from indicators.bulk.texts import Ints

POINTS = pa.decimal128(9, 2)
ITEMS = pa.schema(
    [
        ("row", pa.int64()),
        ("project_id", pa.string()),
        ("project", pa.string()),
        ("max_points", POINTS),
        ("points", POINTS),
        ("method", pa.string()),
        ("rule", pa.string()),
        ("met", pa.bool_()),
        ("reason", pa.string()),
        ("findings", pa.string()),
    ]
)
PROJECTS = pa.schema(
    [
        *((name, pa.string()) for name in ("project_id", "project", "department", "region")),
        ("year", pa.string()),
        ("rows", pa.int64()),
        ("points", POINTS),
        ("max_points", POINTS),
        ("total", POINTS),
        ("grade", pa.string()),
        ("way", pa.string()),
        ("reason", pa.string()),
        ("standard", pa.string()),
        ("findings", pa.string()),
    ]
)
REJECTS = pa.schema(
    [
        ("row", pa.int64()),
        *((n, pa.string()) for n in ("project_id", "project", "level1", "level2", "name")),
        *((n, pa.string()) for n in ("target", "actual", "reason")),
    ]
)


@dataclass(frozen=True, slots=True)
class Scored:
    """What comes out of a part: scored rows, a row a project, and rows that could not be scored."""

    items: pa.Table
    projects: pa.Table
    rejects: pa.Table


def cents_of(column: "pd.Series[Any]") -> Ints:
    """Exact points as whole cents; 0 for none."""
    array = pa.array(column)
    array = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
    halves = np.frombuffer(array.buffers()[1], np.int64)[2 * array.offset :]
    cents = halves[: 2 * len(array) : 2]
    return np.where(np.asarray(array.is_valid()), cents, 0)


def decimals(cents: Ints, kind: pa.DataType = POINTS) -> pa.Array:
    """Whole cents as exact points, without a float between."""
    words = np.zeros((len(cents), 2), np.int64)
    words[:, 0] = cents
    return pa.Array.from_buffers(kind, len(cents), [None, pa.py_buffer(words)])
