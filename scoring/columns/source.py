"""A table of items as it is read: its columns, the routes of its rows, and single rows exactly."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from indicators.errors import UsageError
from scoring.columns.cells import Cell
from scoring.columns.keys import FLAGS, Keys
from scoring.columns.numbers import ALL, PLACES, At, Block, read_blocks, whole_blocks
from scoring.columns.pages import Page, numbers_of
from scoring.columns.routes import router_of
from scoring.columns.rows import Row
from scoring.columns.texts import Classes, Texts
from scoring.rounding import PLACES as CENTS
from scoring.standard import Standard
from scoring.table import OPTIONAL, REQUIRED

Array: TypeAlias = np.ndarray[Any, Any]


UNKNOWN: Final = 2
"""Beside False and True: nobody can tell."""


class Source:
    """The columns of a table, ready to be opened part by part."""

    def __init__(self, frame: pd.DataFrame, standard: Standard) -> None:
        _check_columns(frame)
        router = router_of(standard)
        self.index = frame.index
        self.least_places = router.least_places
        self.powers = [power for power in PLACES if power >= router.least_places]
        """Powers of ten that whole parts of the table are scaled by; none once one did not fit."""
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


class Stretch(NamedTuple):
    """Rows of a part that take one route, by its number. Those whose range has an upper bound of
    its own stand next to each other, and so do those whose bound does not count as kept.
    """

    number: int
    rows: slice
    ranges: slice
    strict: slice


class Part:
    """Some rows of a table, opened for reading, those of one route next to each other.

    Its rows are counted from 0 in this order; `order` tells where each stands among those opened.
    """

    def __init__(self, source: Source, rows: slice) -> None:
        self.source = source
        self._rows = rows
        self._size = int(rows.stop - rows.start)
        self._target = source.target(rows)
        self._actual = source.actual(rows)
        self._max_points = source.max_points(rows)
        self._found = source.keys.of(rows, self._target.states())
        self.order = np.argsort(self._found, kind="stable")

    def __len__(self) -> int:
        return self._size

    def stretches(self) -> Iterator[Stretch]:
        """The routes that occur, and the rows of each."""
        routes = len(self.source.keys.routes)
        flagged = np.arange(routes << FLAGS)
        ends = np.searchsorted(self._found, flagged, side="right", sorter=self.order).tolist()
        start = 0
        for number in range(routes):
            plain, ranges, _, end = ends[number << FLAGS : number + 1 << FLAGS]
            if start < end:
                yield Stretch(number, slice(start, end), slice(plain, ranges), slice(ranges, end))
            start = end

    @cached_property
    def _upper(self) -> Page:
        return self.source.upper(self._rows)

    @cached_property
    def _share(self) -> Page:
        return self.source.share(self._rows)

    @property
    def taken(self) -> Array:
        """The numbers of the routes, in the order in which the rows stand in the table."""
        return self._found >> FLAGS

    @cached_property
    def points(self) -> Block:
        """The points of all rows, in cents."""
        return self._max_points.numbers(ALL, CENTS).taken(self.order)

    def upper(self, at: At, places: int) -> Block:
        """The upper bounds of ranges, times ten to the power of `places`."""
        return self._upper.numbers(self.order[at], places)

    def few_left_out(self, at: At, *, least: int) -> tuple[int, list[Block]]:
        """Targets and actuals of some rows, scaled by a power of ten that suits them."""
        return read_blocks((self._target, self._actual), self.order[at], least=least)

    def no_actual(self, at: At) -> Array:
        """Which rows have no actual."""
        return self._actual.absent(self.order[at])

    def no_decimals(self, at: At) -> Array:
        """Which rows hold floats that surely stand for no decimal that anybody wrote."""
        rows = self.order[at]
        return self._target.no_decimals(rows) | self._actual.no_decimals(rows)

    def claimed(self, at: At) -> Array:
        """Which rows claim a share of the points."""
        return ~self._share.absent(self.order[at])

    def read(self) -> tuple[int, list[Block]] | None:
        """Targets and actuals of all rows, scaled by one power of ten, and that power.

        None where one is not enough, as where one row counts yuan and another parts of a millionth:
        then the rows of every route are scaled for themselves, here and in what follows.
        """
        powers = self.source.powers
        found = whole_blocks((self._target, self._actual), powers)
        self.source.powers = [] if found is None else [found[0]]
        if found is None:
            return None
        places, blocks = found
        return places, [block.taken(self.order) for block in blocks]

    def late(self, at: At) -> Array:
        """Whether the day of the fact is later than that of the promise; `UNKNOWN` without both,
        and where there is an upper bound, which only single rows are read for.
        """
        rows = self.order[at]
        due, done = self._target.days(rows), self._actual.days(rows)
        unknown = np.isnat(due) | np.isnat(done) | ~self._upper.absent(rows)
        return np.where(unknown, UNKNOWN, done > due)

    def answers(self, at: At) -> Array:
        """The codes of the answers in words that stand in these rows."""
        return self.source.judgement.some(self._rows, self.order[at])

    def cells(self, at: int, *, own_upper: bool) -> tuple[Cell, Cell, Cell, Cell]:
        """Target, upper bound (but for ranges the target), actual and points of a row, exactly."""
        own = int(self.order[at])
        target = self._target.cell(own)
        upper = self._upper.cell(own) if own_upper else target
        return target, upper, self._actual.cell(own), self._max_points.cell(own)

    def row(self, at: int) -> Row:
        """One row, exactly."""
        target, upper, actual, max_points = self.cells(at, own_upper=True)
        own = int(self.order[at])
        row = own + self._rows.start
        situation = self.source.keys.situation(row, target)
        judgement = self.source.judgement.word(row)
        return Row(situation, target, upper, actual, judgement, self._share.cell(own), max_points)


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
