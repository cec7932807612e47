"""Reads the distinct items of a table ahead of the scoring, each once, in all processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from evalengine.batch.engines import Engine
from evalengine.batch.lookup import MOST_KEPT, distinct_keys, read_items, write_items
from evalengine.batch.readings import Item
from evalengine.batch.rules import Rules
from indicators.bulk.plan import Part, read_part
from indicators.bulk.source import Source
from indicators.bulk.texts import Texts
from indicators.errors import Words
from indicators.progress import watched

READING = Words("读指标", "reading")

FEW_NEW = 0.05
"""Parts of whose items fewer than this share are new end the search: processes read the rest."""

PIECE = 2_000
"""Items read at a time."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    source: Source
    part: Part


@dataclass(frozen=True, slots=True)
class _Piece:
    keys: list[str]
    rules: Rules


def read_ahead(
    source: Source, parts: Sequence[Part], rules: Rules, engine: Engine, path: Path
) -> None:
    """Write the file of the items of these parts, or of the first of them, to `path`."""
    keys = _distinct([_Wanted(source, part) for part in parts], engine).to_pylist()
    pieces = [_Piece(keys[at : at + PIECE], rules) for at in range(0, len(keys), PIECE)]
    found = engine.map(_read_piece, pieces)
    tables = [table for _, table in zip(watched(pieces, READING), found, strict=True)]
    write_items(pa.concat_tables(tables), path)


def _distinct(wanted: Sequence[_Wanted], engine: Engine) -> pa.Array:
    """The keys of the items of parts, until these bring few new ones, or too many for memory."""
    known = pa.array([], pa.string())
    for at in range(0, len(wanted), engine.workers):
        found = list(engine.map(_keys_of, wanted[at : at + engine.workers]))
        before, known = len(known), pc.unique(pa.concat_arrays([known, *found]))
        if len(known) - before < FEW_NEW * sum(map(len, found)) or len(known) >= MOST_KEPT:
            break
    return known[:MOST_KEPT]


def _keys_of(wanted: _Wanted) -> pa.Array:
    columns = {what: name for what, name in wanted.source.columns.items() if what in Item._fields}
    table = read_part(wanted.part, list(columns.values()))
    said = {what: Texts.of(table[name]) for what, name in columns.items()}
    return distinct_keys(said, table.num_rows)[0]


def _read_piece(piece: _Piece) -> pa.Table:
    piece.rules.check()
    return read_items(pa.array(piece.keys, pa.string()), piece.rules.reader)
