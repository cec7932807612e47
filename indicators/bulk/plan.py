"""Divides a table into parts of whole projects, and refuses one whose projects lie apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

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
    for file, group, size, first, keys in _beginnings(source):
        hashes.append(_hashes(keys))
        cutter.take(file, group, size, first)
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
    pieces = [
        read_group(pq.ParquetFile(each.file), each.file, each.group, columns).slice(
            each.first, each.last - each.first
        )
        for each in part.stretches
    ]
    return pa.concat_tables(pieces, promote_options="permissive")


def read_group(parquet: pq.ParquetFile, file: str, group: int, columns: list[str]) -> pa.Table:
    """Some columns of a row group.

    Raises:
        DocumentError: if it is damaged.
    """
    try:
        return parquet.read_row_group(group, columns=columns)
    except (pa.ArrowException, OSError) as error:
        raise DocumentError.at(
            file,
            f"第 {group + 1} 个行组已损坏，读不出来；请重新导出。",
            f"row group {group + 1} is damaged and cannot be read; export it again.",
        ) from error


def _beginnings(source: Source) -> Iterator[tuple[str, int, int, Ints, list[Key]]]:
    """Every row group that is not empty: its size, the rows in which projects begin, their keys."""
    names = {what: source.columns[what] for what in KEYS if what in source.columns}
    before: Key | None = None
    for file in source.files:
        parquet = pq.ParquetFile(file)
        for group in range(parquet.num_row_groups):
            table = read_group(parquet, file, group, list(names.values()))
            if not table.num_rows:
                continue
            first, keys = starts({what: Texts.of(table[name]) for what, name in names.items()})
            last = keys[-1] if keys else before
            if keys and first[0] == 0 and keys[0] == before:
                first, keys = first[1:], keys[1:]
            elif before is None and (not keys or first[0] != 0):
                raise DocumentError.at(
                    file,
                    "第一行没有项目名称或编码，不知道属于哪个项目；请补上。",
                    "the first row names no project; add its name or id.",
                )
            before = last
            yield file, group, table.num_rows, first, keys


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
    for _, _, _, _, keys in _beginnings(source):
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

    def take(self, file: str, group: int, rows: int, beginnings: Ints) -> None:
        """Add a row group, in which projects begin at these rows."""
        first = 0
        while self._size + rows - first > self._rows:
            fits = beginnings[(beginnings > first) | ((beginnings == first) & (self._size > 0))]
            within = fits[fits <= first + self._rows - self._size]
            if not fits.size:
                break
            cut = int(within[-1] if within.size else fits[0])
            self._add(file, group, first, cut)
            self._close()
            first = cut
        self._add(file, group, first, rows)

    def parts(self) -> list[Part]:
        """All parts."""
        if self._stretches:
            self._close()
        return self._parts

    def _add(self, file: str, group: int, first: int, last: int) -> None:
        if last > first:
            self._stretches.append(Stretch(file, group, first, last))
            self._size += last - first

    def _close(self) -> None:
        part = Part(len(self._parts), self._row, self._size, tuple(self._stretches))
        self._parts.append(part)
        self._row += self._size
        self._stretches, self._size = [], 0
