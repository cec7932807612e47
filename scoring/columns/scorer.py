"""Judges a table block by block: the routes, the law of each on its rows, the result."""

from decimal import Decimal
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from scoring.columns.batch import Batch, Columns
from scoring.columns.cells import Cell, scaled
from scoring.columns.numbers import ROOM, Block, read_blocks
from scoring.columns.result import NONE, REASONS, Result, Scores
from scoring.columns.routes import Route
from scoring.columns.single import Single
from scoring.columns.source import Source
from scoring.columns.worth import Worth, worth
from scoring.register import find
from scoring.rounding import MOST_DIGITS, PLACES
from scoring.same_unit import whole_numbers
from scoring.standard import Standard
from scoring.table import Reason

Array: TypeAlias = np.ndarray[Any, Any]

BLOCK: Final = 32_768
"""Rows that are judged at once: their columns fit the processor's cache."""

MOST_CENTS: Final = 10 ** (MOST_DIGITS + PLACES)
"""No item has more points than so many cents."""

BY_RATIO: Final = frozenset({"ratio", "linear_reverse", "steps", "bands", "tolerance"})
"""Methods that measure an achievement by the target, so that a target of zero says nothing."""


def score_table(frame: pd.DataFrame, standard: Standard | str) -> pd.DataFrame:
    """See `scoring.columns.score_frame`."""
    if isinstance(standard, str):
        standard = find(standard)
    source, single = Source(frame, standard), Single(standard)
    result, worths = Result(len(source), standard), dict[int, Worth]()
    for start in range(0, len(source), BLOCK):
        rows = slice(start, min(start + BLOCK, len(source)))
        judging = _Judging(source, standard, single, worths, rows)
        judging.run()
        result.put(rows, judging.scores, judging.taken, source.keys.routes)
    return result.frame(source.index)


class _Judging:
    """The judging of one block."""

    def __init__(
        self,
        source: Source,
        standard: Standard,
        single: Single,
        worths: dict[int, Worth],
        rows: slice,
    ) -> None:
        self._source, self._standard, self._single = source, standard, single
        self._worths, self._rows = worths, rows
        columns = [source.target, source.actual]
        places, (self._target, self._actual) = read_blocks(columns, rows, least=source.least_places)
        self._places = places
        self._points = source.max_points.block(rows, PLACES)
        self.taken = source.keys.of(rows, source.target, self._target, 10**places)
        self.scores = Scores(rows.stop - rows.start)

    def run(self) -> None:
        """Judge every row of the block by its route."""
        for number in np.flatnonzero(np.bincount(self.taken)).tolist():
            rows = np.flatnonzero(self.taken == number)
            route = self._source.keys.routes[number]
            if route.reason is not None:
                self.scores.refuse(rows, route.reason)
            elif route.how == "by_row":
                self._one_by_one(rows, route)
            elif route.how == "judged":
                self._answers(rows, number, route)
            else:
                self._numbers(rows, number, route)

    def _numbers(self, rows: Array, number: int, route: Route) -> None:
        """Judge rows whose promise and fact are numbers."""
        upper = self._target
        if route.between:
            upper = self._source.upper.block(self._rows, self._places)
        read = _read(rows, self._target, self._actual, self._points, upper)
        if read is not None:
            self._unread(rows[~read], number, route)
            rows = rows[read]
        blocks = (self._target, upper, self._actual, self._points)
        columns = Columns(*(block.numbers.take(rows) for block in blocks))
        self._judge(Batch(rows, columns, 10**self._places), route)

    def _judge(self, batch: Batch, route: Route) -> None:
        """Apply the law of a route to rows of whole numbers."""
        if not batch.rows.size:
            return
        fit = None
        for wrong, reason in batch.refused(route):
            if wrong.any():
                self.scores.refuse(batch.rows[wrong], reason)
                fit = ~wrong if fit is None else fit & ~wrong
        if fit is not None:
            batch = batch.where(fit)
        large = batch.too_large(route, self._standard.rounding)
        if large is not None:
            self._judge(batch.where(large).widened(), route)
            batch = batch.where(~large)
        if batch.rows.size:
            self._award(batch, route)

    def _award(self, batch: Batch, route: Route) -> None:
        award = batch.award(route, self._standard.rounding)
        self.scores.award(batch.rows, award)
        if not route.proved:
            self.scores.unproved(batch.rows)
        no_ratio = batch.columns.target <= 0
        if no_ratio.any() and route.use is not None and route.use.method in BY_RATIO:
            missed = no_ratio & (award.met == 0) & (award.points == 0)
            self.scores.refuse(batch.rows[missed], Reason.NO_RATIO)

    def _unread(self, rows: Array, number: int, route: Route) -> None:
        """Judge rows that hold something else than numbers that are quickly read."""
        absent = self._source.actual.absent(self._rows)
        if absent is not None:
            empty = absent[rows]
            self._answers(rows[empty], number, route)
            rows = rows[~empty]
        exact: list[tuple[int, list[Decimal]]] = []
        for row in rows:
            cells = self._cells(int(row), route)
            reason = _why_not(cells)
            if reason is None:
                exact.append((row, [cell for cell in cells if isinstance(cell, Decimal)]))
            else:
                self.scores.refuse(row, reason)
        if exact:
            self._judge(_wide(exact, self._source.least_places), route)

    def _cells(self, row: int, route: Route) -> tuple[Cell, Cell, Cell, Cell]:
        """Target, upper bound, actual and points of a row, exactly."""
        source, at = self._source, row + self._rows.start
        target = source.target.cell(at)
        upper = source.upper.cell(at) if route.between else target
        return target, upper, source.actual.cell(at), source.max_points.cell(at)

    def _answers(self, rows: Array, number: int, route: Route) -> None:
        """Judge rows whose fact is an answer in words."""
        if self._source.has_shares:
            claimed = self._source.share.absent(self._rows)
            own = rows if claimed is None else rows[~claimed[rows]]
            rows = rows[:0] if claimed is None else rows[claimed[rows]]
            self._one_by_one(own, route)
        points = self._points.numbers.take(rows)
        wrong = (points < 0) | (points > MOST_CENTS)
        if self._points.read is not None:
            wrong |= ~self._points.read[rows]
        codes = self._source.judgement.block(self._rows)
        codes = np.broadcast_to(codes, self.taken.shape).take(rows)
        known = self._worth(number, route)
        reason = known.reason.take(codes)
        reason[wrong & (reason == NONE)] = REASONS.index(Reason.POINTS_WRONG)
        part, met = known.part.take(codes), known.met.take(codes)
        points = np.where(wrong, 0, points)
        if MOST_CENTS * known.whole * 4 * 10**PLACES >= ROOM:
            points = points.astype(object)
        cents = self._standard.rounding.portion(points, part, known.whole)
        self.scores.points[rows] = np.where(reason == NONE, cents, 0)
        self.scores.met[rows], self.scores.reason[rows] = met & (reason == NONE), reason
        if not route.proved:
            self.scores.unproved(rows)

    def _worth(self, number: int, route: Route) -> Worth:
        """What every answer met so far is worth on a route."""
        words = self._source.answers.words
        known = self._worths.get(number)
        if known is None or len(known.part) < len(words):
            known = self._worths[number] = worth(words, route, self._standard.levels)
        return known

    def _one_by_one(self, rows: Array, route: Route) -> None:
        for row in rows:
            alone = self._source.row(int(row) + self._rows.start)
            verdict = self._single.judge(alone, route)
            if verdict.reason is not None:
                self.scores.refuse(row, verdict.reason)
                continue
            self.scores.points[row], self.scores.met[row] = verdict.points, verdict.met
            self.scores.achievement[row] = verdict.achievement


def _read(rows: Array, *blocks: Block) -> Array | None:
    """For which rows all blocks were read; None if for all of them."""
    masks = [block.read.take(rows) for block in blocks if block.read is not None]
    return np.logical_and.reduce(masks) if masks else None


def _why_not(cells: tuple[Cell, Cell, Cell, Cell]) -> Reason | None:
    """Why the cells of a row cannot be judged as numbers."""
    target, upper, actual, points = cells
    for cell, missing in (
        (target, Reason.TARGET_MISSING),
        (upper, Reason.UPPER_MISSING),
        (actual, Reason.ACTUAL_MISSING),
    ):
        if not isinstance(cell, Decimal):
            if cell is None:
                return missing
            return cell if isinstance(cell, Reason) else Reason.NOT_COMPARABLE
    cents = scaled(points, PLACES)
    return None if cents is not None and cents <= MOST_CENTS else Reason.POINTS_WRONG


def _wide(rows: list[tuple[int, list[Decimal]]], least_places: int) -> Batch:
    """Rows in Python's integers, scaled so that all of their numbers are whole."""
    numbers = [number for _, cells in rows for number in cells[:-1]]
    finest = Decimal(1).scaleb(-least_places)
    _, one, *whole = whole_numbers(finest, Decimal(1), *numbers)
    target, upper, actual = (np.array(whole[column::3], object) for column in range(3))
    cents = np.array([scaled(cells[-1], PLACES) for _, cells in rows], object)
    places = np.array([row for row, _ in rows], np.intp)
    return Batch(places, Columns(target, upper, actual, cents), one)
