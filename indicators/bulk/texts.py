"""Columns of a part as codes and distinct texts, so that each text is handled once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from indicators.reading.clean import clean

Ints: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]

_ROOM = 2**62
_UNPRINTABLE = r"[\p{C}\p{Zl}\p{Zp}]"


@dataclass(frozen=True, slots=True)
class Texts:
    """A column: its distinct texts, cleaned and without blanks around them, and which of them each
    row has. Nothing is the empty text, whose code is `empty`.
    """

    values: list[str]
    codes: Ints

    @classmethod
    def of(cls, column: pa.ChunkedArray) -> "Texts":
        """The texts of a column of any plain type; numbers in their shortest form."""
        if not pa.types.is_dictionary(column.type):
            column = _as_text(column).dictionary_encode()
        whole = pa.chunked_array(column.chunks, column.type).unify_dictionaries()
        parts = [chunk.indices.fill_null(-1).to_numpy() for chunk in whole.chunks]
        codes = np.concatenate(parts).astype(np.int64) if parts else np.empty(0, np.int64)
        words = whole.chunk(0).dictionary if parts else pa.array([], pa.string())
        words = pc.utf8_trim_whitespace(words.cast(pa.string()).fill_null(""))
        if pc.any(pc.match_substring_regex(words, _UNPRINTABLE)).as_py():
            words = pa.array([clean(word).strip() for word in words.to_pylist()], pa.string())
        once = pa.concat_arrays([words, pa.array([""])]).dictionary_encode()
        return cls(once.dictionary.to_pylist(), once.indices.to_numpy().astype(np.int64)[codes])

    @classmethod
    def nothing(cls, rows: int) -> "Texts":
        """A column that is not there."""
        return cls([""], np.zeros(rows, np.int64))

    @property
    def empty(self) -> int:
        """The code of nothing."""
        return self.values.index("")

    @property
    def filled(self) -> Any:
        """Which rows have a text."""
        return self.codes != self.empty

    def text(self, row: int) -> str:
        """The text of one row."""
        return self.values[int(self.codes[row])]

    def take(self, rows: Ints) -> list[str]:
        """The texts of some rows."""
        return [self.values[code] for code in self.codes[rows].tolist()]

    def array(self, rows: Ints) -> pa.Array:
        """The same as a column; nothing is null."""
        return pa.array([word or None for word in self.values], pa.string()).take(
            pa.array(self.codes[rows])
        )


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Days without the midnight that tables put behind them; the rest as it is printed."""
    text = column.cast(pa.string())
    if not pa.types.is_timestamp(column.type):
        return text
    return pc.replace_substring_regex(text, r" 00:00:00(\.0*)?Z?$", "")


def distinct(columns: Sequence[Texts]) -> tuple[Ints, Ints]:
    """The distinct combinations of some columns: a row that has each, and which each row has."""
    codes = columns[0].codes
    size = len(columns[0].values)
    for column in columns[1:]:
        if size * len(column.values) >= _ROOM:
            codes, known = pd.factorize(codes)
            size = len(known)
        codes = codes * len(column.values) + column.codes
        size *= len(column.values)
    return _firsts(codes)


def repeats(columns: Sequence[Texts], group: Ints) -> Ints:
    """For every row the first row of its group that says the same in all columns; often itself."""
    _, which = distinct(columns)
    first, places = _firsts(which * (int(group.max(initial=0)) + 1) + group)
    return first[places]


def _firsts(codes: Ints) -> tuple[Ints, Ints]:
    """The row that has a code first, for all distinct codes, and which of them each row has."""
    places, known = pd.factorize(codes)
    first = np.empty(len(known), np.int64)
    first[places[::-1]] = np.arange(len(places) - 1, -1, -1)
    return first, places.astype(np.int64)


def owners(said: Mapping[str, Texts]) -> tuple[Ints, list[Texts]]:
    """For every row the one that names its project (itself, or the last above that names one; -1
    where none does), and the columns that tell projects apart: the id and the year, or else name,
    department and year.
    """
    rows = len(next(iter(said.values())).codes)
    nothing = Texts.nothing(rows)
    id_, name, department, year = (
        said.get(meaning, nothing) for meaning in ("project_id", "project", "department", "year")
    )
    has_id = id_.filled
    keys = [id_, *(Texts(c.values, np.where(has_id, c.empty, c.codes)) for c in (name, department))]
    named = has_id | name.filled
    above = np.maximum.accumulate(np.where(named, np.arange(rows), -1)) if rows else nothing.codes
    return above, [*keys, year]


def starts(said: Mapping[str, Texts]) -> tuple[Ints, list[tuple[str, ...]]]:
    """The rows in which a project begins, and what tells it apart. Rows at the top that name no
    project do not begin one.
    """
    above, keys = owners(said)
    at = np.maximum(above, 0)
    changed = np.zeros(len(above), bool)
    for column in keys:
        codes = column.codes[at]
        changed[1:] |= codes[1:] != codes[:-1]
    changed[1:] |= (above[1:] >= 0) & (above[:-1] < 0)
    if len(changed):
        changed[0] = above[0] >= 0
    rows = np.flatnonzero(changed)
    return rows, list(zip(*(column.take(rows) for column in keys), strict=True))
