"""Divides a table into parts of whole projects, and refuses one whose projects lie apart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from indicators.bulk.groups import pieces, sizes
from indicators.bulk.source import Source
from indicators.bulk.texts import Ints, Texts, starts
from indicators.errors import DocumentError

ROWS = 200_000
"""Rows of a part, about: few enough for memory, many enough to be worked on as columns."""

KEYS = ("project_id", "project", "department", "year")
"""The columns that tell projects apart (contract, section 4)."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows `first` to `last` (excluded) of a row group of a file, counted within the group."""

    file: str
    group: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the table: whole projects, in stretches one behind the other.

    `row` is the place of its first row in the whole table, from 0.
    """

    number: int
    row: int
    rows: int
    stretches: tuple[Stretch, ...]


def plan(source: Source, *, rows: int = ROWS) -> list[Part]:
    """The parts of a table, about `rows` rows each, cut between projects.

    Only the columns that name projects are read. The rows of a project must stand together.

    Raises:
        DocumentError: if a row group is damaged, no row is there, or a project comes back after
            another one.
    """
    hashes: list[Any] = []
    cutter = _Cutter(rows)
    for piece, first, keys in _beginnings(source):
        hashes.append(_hashes(keys))
        cutter.take(piece, first)
    parts = cutter.parts()
    if not parts:
        raise DocumentError.at(
            source.name, "表里没有数据行。", "there is no row below the names of the columns."
        )
    _refuse_apart(source, np.concatenate(hashes))
    return parts


def read_part(part: Part, columns: list[str]) -> pa.Table:
    """Some columns of the rows of a part.

    Raises:
        DocumentError: if a row group is damaged.
    """
    tables = [
        pa.Table.from_batches(
            pieces(each.file, each.group, columns, first=each.first, last=each.last, coded=True)
        )
        for each in part.stretches
    ]
    return pa.concat_tables(_alike(tables))


def _alike(tables: list[pa.Table]) -> Iterator[pa.Table]:
    """The tables with their columns of the same types: as text where they differ."""
    kinds = [set(fields) for fields in zip(*(table.schema.types for table in tables), strict=True)]
    for table in tables:
        columns = [
            column if len(types) == 1 else column.cast(pa.string())
            for column, types in zip(table.columns, kinds, strict=True)
        ]
        yield pa.table(columns, names=table.column_names)


def _beginnings(source: Source) -> Iterator[tuple[Stretch, Ints, list[Key]]]:
    """Every stretch of the table, the rows of it in which projects begin, and their keys."""
    names = {what: source.columns[what] for what in KEYS if what in source.columns}
    before: Key | None = None
    groups = [(file, at) for file in source.files for at in range(len(sizes(file)))]
    for file, group in groups:
        row = 0
        for piece in pieces(file, group, list(names.values()), coded=True):
            table = pa.Table.from_batches([piece])
            first, keys = starts({what: Texts.of(table[name]) for what, name in names.items()})
            last = keys[-1] if keys else before
            if keys and keys[0] == before:  # it goes on, perhaps below rows that name none
                first, keys = first[1:], keys[1:]
            elif before is None and (not keys or first[0] != 0):
                raise DocumentError.at(
                    file,
                    "第一行没有项目名称或编码，不知道属于哪个项目；请补上。",
                    "the first row names no project; add its name or id.",
                )
            before = last
            yield Stretch(file, group, row, row + piece.num_rows), first, keys
            row += piece.num_rows


def _hashes(keys: list[Key]) -> Any:
    words = np.array(["\x1f".join(key) for key in keys], object)
    return pd.util.hash_array(words, categorize=False) if keys else np.empty(0, np.uint64)


def _refuse_apart(source: Source, hashes: Any) -> None:
    """Refuse a table in which a project begins twice; equal hashes are told apart by the names."""
    ordered = np.sort(hashes)
    twice = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    if not twice.size:
        return
    seen: set[Key] = set()
    apart: dict[Key, None] = {}
    for _, _, keys in _beginnings(source):
        for at in np.flatnonzero(np.isin(_hashes(keys), twice)).tolist():
            if keys[at] in seen:
                apart[keys[at]] = None
            seen.add(keys[at])
    if apart:
        id_, name, *_ = next(iter(apart))
        raise DocumentError.at(
            source.name,
            f"有 {len(apart)} 个项目的行没有排在一起，如“{id_ or name}”；请先按项目排序。",
            f"the rows of {len(apart)} projects do not stand together, such as '{id_ or name}'; "
            "sort the table by project first.",
        )


class _Cutter:
    """Gathers stretches into parts, and cuts where a project begins."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._parts: list[Part] = []
        self._stretches: list[Stretch] = []
        self._size = 0
        self._row = 0

    def take(self, stretch: Stretch, beginnings: Ints) -> None:
        """Add a stretch, in which projects begin at these rows."""
        first, rows = 0, stretch.last - stretch.first
        while self._size + rows - first > self._rows:
            fits = beginnings[(beginnings > first) | ((beginnings == first) & (self._size > 0))]
            within = fits[fits <= first + self._rows - self._size]
            if not fits.size:
                break
            cut = int(within[-1] if within.size else fits[0])
            self._add(stretch, first, cut)
            self._close()
            first = cut
        self._add(stretch, first, rows)

    def parts(self) -> list[Part]:
        """All parts."""
        if self._stretches:
            self._close()
        return self._parts

    def _add(self, stretch: Stretch, first: int, last: int) -> None:
        if last == first:
            return
        self._size += last - first
        begin, end = stretch.first + first, stretch.first + last
        if self._stretches and begin > 0:
            *_, above = self._stretches
            if (above.file, above.group, above.last) == (stretch.file, stretch.group, begin):
                begin = self._stretches.pop().first
        self._stretches.append(replace(stretch, first=begin, last=end))

    def _close(self) -> None:
        part = Part(len(self._parts), self._row, self._size, tuple(self._stretches))
        self._parts.append(part)
        self._row += self._size
        self._stretches, self._size = [], 0
