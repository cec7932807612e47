"""A table of items as it is read: its columns, the routes of its rows, and single rows exactly."""

from functools import cached_property
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from indicators.errors import UsageError
from scoring.columns.cells import Cell
from scoring.columns.keys import Keys
from scoring.columns.numbers import Page, numbers_of
from scoring.columns.routes import Router
from scoring.columns.rows import Row
from scoring.columns.texts import Classes, Texts
from scoring.standard import Standard
from scoring.table import OPTIONAL, REQUIRED

Array: TypeAlias = np.ndarray[Any, Any]

PIECE: Final = 16_384
"""Rows that one step is taken for at once, so that the next finds them in the processor's cache."""


class Source:
    """The columns of a table, ready to be opened part by part."""

    def __init__(self, frame: pd.DataFrame, standard: Standard) -> None:
        _check_columns(frame)
        router = Router(standard)
        self.index = frame.index
        self.least_places = router.least_places
        self.keys = Keys(frame, router)
        self.words = Classes(lambda word: word)
        self.judgement = Texts(frame.get("judgement"), self.words.code)
        self.target = numbers_of(frame["target"])
        self.upper = numbers_of(frame.get("upper"))
        self.actual = numbers_of(frame["actual"])
        self.max_points = numbers_of(frame["max_points"])
        self.share = numbers_of(frame.get("share"))
        self.has_shares = "share" in frame.columns

    def __len__(self) -> int:
        return len(self.index)

    def open(self, rows: slice) -> "Part":
        """Some rows of the table."""
        return Part(self, rows)


class Part:
    """Some rows of a table, opened for reading; its own rows are counted from 0."""

    def __init__(self, source: Source, rows: slice) -> None:
        self.source = source
        self._rows = rows
        self.target = source.target(rows)
        self.actual = source.actual(rows)
        self.max_points = source.max_points(rows)

    @cached_property
    def upper(self) -> Page:
        """The upper bounds of ranges."""
        return self.source.upper(self._rows)

    @cached_property
    def share(self) -> Page:
        """The shares of the points that are claimed."""
        return self.source.share(self._rows)

    def taken(self) -> Array:
        """The numbers of the routes of all rows."""
        start, stop = self._rows.start, self._rows.stop
        taken = np.empty(stop - start, np.int16)
        for begin in range(start, stop, PIECE):
            rows = slice(begin, min(begin + PIECE, stop))
            target = self.source.target(rows)
            taken[begin - start : rows.stop - start] = self.source.keys.of(rows, target)
        return taken

    def answers(self, at: Array) -> Array:
        """The codes of the answers in words that stand in these rows."""
        return np.broadcast_to(self._answers, self._rows.stop - self._rows.start).take(at)

    @cached_property
    def _answers(self) -> Array | int:
        return self.source.judgement.block(self._rows)

    def cells(self, at: int, *, own_upper: bool) -> tuple[Cell, Cell, Cell, Cell]:
        """Target, upper bound (but for ranges the target), actual and points of a row, exactly."""
        target = self.target.cell(at)
        upper = self.upper.cell(at) if own_upper else target
        return target, upper, self.actual.cell(at), self.max_points.cell(at)

    def row(self, at: int) -> Row:
        """One row, exactly."""
        target, upper, actual, max_points = self.cells(at, own_upper=True)
        row = at + self._rows.start
        situation = self.source.keys.situation(row, target)
        judgement = self.source.judgement.word(row)
        return Row(situation, target, upper, actual, judgement, self.share.cell(at), max_points)


def _check_columns(frame: pd.DataFrame) -> None:
    """Refuse a table without the columns that are due, or with two of one name.

    Raises:
        UsageError: naming them.
    """
    missing = [name for name in REQUIRED if name not in frame.columns]
    if missing:
        raise UsageError.at(
            "score_frame",
            f"表中缺少列：{'、'.join(missing)}；必需的列：{'、'.join(REQUIRED)}，"
            f"可选的列：{'、'.join(OPTIONAL)}。",
            f"these columns are missing: {', '.join(missing)}; required are {', '.join(REQUIRED)}, "
            f"and {', '.join(OPTIONAL)} may be there.",
        )
    names = [name for name in frame.columns if name in (*REQUIRED, *OPTIONAL)]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UsageError.at(
            "score_frame",
            f"有两列同名：{'、'.join(twice)}；请删去其一。",
            f"two columns of one name: {', '.join(twice)}; delete one.",
        )
