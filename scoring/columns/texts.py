"""Columns of words read a block at a time, as small numbers that stand for them."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa

Array: TypeAlias = np.ndarray[Any, Any]


class Texts:
    """A column of words, each turned into the code that `code_of` gives it. Absent is `None`."""

    def __init__(self, column: pd.Series | None, code_of: Callable[[str | None], int]) -> None:
        self._column = column
        self._code_of = code_of
        self._known: dict[Any, int] = {}
        self._nothing = code_of(None)
        self._by_category: Array | None = None
        self._values: Any = None
        self._words: list[Any] = []
        self._latest: tuple[slice, Array | int] | None = None
        if column is None:
            return
        coded = _coded(column)
        if coded is None:
            self._values = column.array
        else:
            words, self._values = coded
            self._words = list(words)
            codes = [self._code(word) for word in self._words]
            self._by_category = np.array([*codes, self._nothing], np.int32)

    @property
    def few(self) -> int | None:
        """How many words the column's type knows; None where it is of no such type."""
        return None if self._by_category is None else len(self._by_category) - 1

    def own(self, rows: slice) -> Array:
        """The codes that the column's type has for the words of `rows`; -1 where there is none."""
        codes: Array = self._values[rows]
        return codes

    def of_own(self, code: int) -> int:
        """The code that stands for one of the column's own; -1 is none."""
        assert self._by_category is not None
        return int(self._by_category[code])

    def block(self, rows: slice, times: int = 1) -> Array | int:
        """The codes of `rows`, multiplied; one number where there is no such column."""
        if self._column is None:
            return self._nothing * times
        if self._by_category is not None:
            found: Array = (self._by_category * times).take(self._values[rows])
            return found
        codes, words = pd.factorize(self._values[rows])
        meanings = [*(self._code(word) for word in words), self._nothing]
        return np.asarray((np.array(meanings, np.int32) * times).take(codes))

    def some(self, rows: slice, at: Array) -> Array:
        """The codes of those of the rows that stand `at` these places."""
        if self._by_category is not None:
            return np.asarray(self._by_category.take(self._values[rows].take(at)))
        if self._latest is None or self._latest[0] != rows:
            self._latest = rows, self.block(rows)
        return np.broadcast_to(self._latest[1], rows.stop - rows.start).take(at)

    def code(self, row: int) -> int:
        """The code of one word."""
        if self._by_category is not None:
            return int(self._by_category[self._values[row]])
        return self._code_of(self.word(row))

    def word(self, row: int) -> str | None:
        """One word as it stands there; None where there is none."""
        if self._column is None:
            return None
        if self._by_category is not None:
            code = self._values[row]
            return None if code < 0 else _as_text(self._words[code])
        return _as_text(self._column.iat[row])

    def _code(self, word: Any) -> int:
        if word not in self._known:
            self._known[word] = self._code_of(_as_text(word))
        return self._known[word]


def _coded(column: pd.Series) -> tuple[Iterable[Any], Array] | None:
    """The words of a column that holds codes, and the codes; -1 is none. None of any other."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.dtype.categories, column.array.codes
    kind = getattr(column.dtype, "pyarrow_dtype", None)
    if kind is None or not pa.types.is_dictionary(kind) or column.empty:
        return None
    chunks = pa.chunked_array(column.array.__arrow_array__()).unify_dictionaries()
    codes = [chunk.indices.cast(pa.int32()).fill_null(-1).to_numpy() for chunk in chunks.chunks]
    return chunks.chunk(0).dictionary.to_pylist(), np.concatenate(codes)


def _as_text(word: Any) -> str | None:
    """A word without white space round it; None where there is none."""
    if word is None or word is pd.NA or (isinstance(word, float) and np.isnan(word)):
        return None
    return str(word).strip() or None


class Classes:
    """Words told apart by what is asked of them: each class has a code and a word that stands for
    it. Code 0 is no word.
    """

    def __init__(self, classify: Callable[[str | None], Hashable]) -> None:
        self._classify = classify
        self.words: list[str | None] = []
        self._codes: dict[Hashable, int] = {}
        self.code(None)

    def code(self, word: str | None) -> int:
        """The code of the class of a word."""
        found = self._classify(word)
        if found not in self._codes:
            self._codes[found] = len(self.words)
            self.words.append(word)
        return self._codes[found]
