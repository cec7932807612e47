"""Keeps the items that were read as a table, looked up by their texts; a file serves all processes.

A row has the key of an item, which is its texts one behind the other, and its reading.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from evalengine.batch.readings import FLAGS, NUMBERS, STORED, WORDS, Item, Reader, Reading, Stored
from indicators.bulk.texts import Ints, Texts, distinct

MOST_KEPT = 1_000_000
"""So many distinct items are remembered; then the memory is emptied."""

TYPES: dict[Stored, pa.DataType] = {"float": pa.float64(), "exact": pa.string(), "day": pa.date32()}
"""How a file has the numbers of items, by how they are stored."""

ITEMS = pa.schema(
    [
        ("key", pa.string()),
        *((name, pa.bool_()) for name in FLAGS),
        *((name, pa.string()) for name in ("stored", *WORDS)),
        *((f"{how}_{name}", kind) for how, kind in TYPES.items() for name in NUMBERS),
    ]
)

_PUT: dict[Stored, Callable[[Any], Any]] = {"float": float, "exact": str, "day": lambda day: day}

_BETWEEN = "\x1f"
"""Stands between the texts of a key, and in no text: `Texts` are free of control characters."""

_PIECES = 16
"""So many pieces a table may lie in; then they are joined."""


def distinct_keys(said: Mapping[str, Texts], rows: int) -> tuple[pa.Array, Ints]:
    """The keys of the distinct items of some rows, and which of them each row has."""
    columns = [said.get(name) or Texts.nothing(rows) for name in Item._fields]
    first, which = distinct(columns)
    words = [column.array(first) for column in columns]
    keys = pc.binary_join_element_wise(
        *words, _BETWEEN, null_handling="replace", null_replacement=""
    )
    return keys, which


def read_items(keys: pa.Array, reader: Reader) -> pa.Table:
    """Read the items of these keys, one row each."""
    words = keys.to_pylist()
    readings = [reader.read(Item._make(key.split(_BETWEEN))) for key in words]
    columns: dict[str, list[Any]] = {"key": words}
    for at, name in enumerate(Reading._fields):
        columns[name] = [reading[at] for reading in readings]
    for how in STORED:
        for name in NUMBERS:
            both = zip(columns[name], columns["stored"], strict=True)
            columns[f"{how}_{name}"] = [
                _PUT[how](number) if own == how and number is not None else None
                for number, own in both
            ]
    return pa.table({name: columns[name] for name in ITEMS.names}, schema=ITEMS)


def frame_of(items: pa.Table) -> pd.DataFrame:
    """Items as `score_frame` takes them: words as categories, `exact_…` as decimals."""
    words = ["stored", *WORDS]
    frame: pd.DataFrame = items.drop_columns(["key"]).to_pandas(
        categories=words, date_as_object=False
    )
    for name in (f"exact_{name}" for name in NUMBERS):
        exact = [None if text is None else Decimal(text) for text in items[name].to_pylist()]
        frame[name] = pd.Series(exact, dtype=object)
    return frame


def write_items(items: pa.Table, path: Path) -> None:
    """Write a file of items that processes look up in without reading it whole."""
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, ITEMS) as out:
        out.write_table(items.combine_chunks())


class Readings:
    """The distinct items met so far.

    Args:
        reader: reads those that are new.
        ahead: a file of items that were read before, if there is one.
    """

    def __init__(self, reader: Reader, ahead: Path | None = None) -> None:
        self._reader = reader
        self._ahead = ITEMS.empty_table()
        if ahead is not None and ahead.is_file():
            self._ahead = pa.ipc.open_file(pa.memory_map(str(ahead))).read_all()
        self._known = self._ahead

    def of(self, keys: pa.Array) -> pa.Table:
        """The items of these keys, which are distinct, row for row; new ones are read now."""
        known = self._known  # as it is now: other threads may add to it
        found = pc.index_in(keys, value_set=known["key"])
        is_new = np.asarray(found.is_null())
        if not is_new.any():
            return known.take(found)
        new = read_items(keys.filter(pa.array(is_new)), self._reader)
        at_end = known.num_rows + np.cumsum(is_new) - 1
        places = np.where(is_new, at_end, np.asarray(found.fill_null(0)))
        everything = pa.concat_tables([known, new])
        self._keep(everything)
        return everything.take(pa.array(places))

    def _keep(self, items: pa.Table) -> None:
        if items.num_rows - self._ahead.num_rows > MOST_KEPT:
            items = self._ahead
        elif items["key"].num_chunks > _PIECES:
            items = items.combine_chunks()
        self._known = items
