"""Reads the distinct items of a table ahead of the scoring, each once, in all processes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from evalengine.batch.automatic import ASKED, by_standard
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


Keys = dict[str, pa.Array]
"""The keys of items, by the standard that judges them."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    source: Source
    part: Part
    rules: Rules


@dataclass(frozen=True, slots=True)
class _Piece:
    keys: list[str]
    rules: Rules


def read_ahead(
    source: Source, parts: Sequence[Part], rules: Rules, engine: Engine, folder: Path
) -> None:
    """Write the items of these parts, or of the first of them, to `folder`: a file a standard."""
    folder.mkdir()
    wanted = [_Wanted(source, part, rules) for part in parts]
    pieces = [
        _Piece(keys[at : at + PIECE].to_pylist(), replace(rules, named=named))
        for named, keys in _distinct(wanted, engine).items()
        for at in range(0, len(keys), PIECE)
    ]
    found = engine.map(_read_piece, pieces)
    tables: dict[Path, list[pa.Table]] = {}
    for piece, table in zip(watched(pieces, READING), found, strict=True):
        tables.setdefault(piece.rules.file_of_items(folder), []).append(table)
    for path, read in tables.items():
        write_items(pa.concat_tables(read), path)


def _distinct(wanted: Sequence[_Wanted], engine: Engine) -> Keys:
    """The keys of the items of parts, until these bring few new ones, or too many for memory."""
    known: Keys = {}
    for at in range(0, len(wanted), engine.workers):
        found = list(engine.map(_keys_of, wanted[at : at + engine.workers]))
        before = _count(known)
        for keys in found:
            for named, more in keys.items():
                both = [known[named], more] if named in known else [more]
                known[named] = pc.unique(pa.concat_arrays(both))
        new = _count(known) - before
        if new < FEW_NEW * sum(map(_count, found)) or _count(known) >= MOST_KEPT:
            break
    return {named: keys[:MOST_KEPT] for named, keys in known.items()}


def _count(keys: Keys) -> int:
    return sum(map(len, keys.values()))


def _keys_of(wanted: _Wanted) -> Keys:
    source, rules = wanted.source, wanted.rules
    asked = (*Item._fields, *(ASKED if rules.automatic else ()))
    columns = {what: name for what, name in source.columns.items() if what in asked}
    table = read_part(wanted.part, list(dict.fromkeys(columns.values())))
    if not rules.automatic:
        return {rules.named: _keys(table, columns)}
    return {
        choice.named: _keys(table.take(pa.array(rows)), columns)
        for choice, _, rows in by_standard(table, columns)
        if choice.named
    }


def _keys(table: pa.Table, columns: dict[str, str]) -> pa.Array:
    said = {what: Texts.of(table[columns[what]]) for what in Item._fields if what in columns}
    return distinct_keys(said, table.num_rows)[0]


def _read_piece(piece: _Piece) -> pa.Table:
    piece.rules.check()
    return read_items(pa.array(piece.keys, pa.string()), piece.rules.reader)
