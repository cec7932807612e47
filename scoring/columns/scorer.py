"""Judges a table block by block: the routes, the law of each on its rows, the result."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from indicators.errors import Words
from scoring.columns.batch import MOST_CENTS, Batch, Columns
from scoring.columns.cells import Cell, scaled
from scoring.columns.laws import Bounds, Laws
from scoring.columns.numbers import At, Block
from scoring.columns.program import Out, Program
from scoring.columns.result import NONE, REASONS, Result, Scores
from scoring.columns.routes import Route
from scoring.columns.single import Single
from scoring.columns.source import UNKNOWN, Part, Source, Stretch
from scoring.columns.worth import Worth, worth, worth_of_days
from scoring.model import Working
from scoring.register import find
from scoring.rounding import PLACES
from scoring.same_unit import whole_numbers
from scoring.standard import Standard
from scoring.table import Reason

Array: TypeAlias = np.ndarray[Any, Any]

ROWS: Final = 131_072
"""Rows whose routes are found at once."""

BY_RATIO: Final = frozenset({"ratio", "linear_reverse", "steps", "bands", "tolerance"})
"""Methods that measure an achievement by the target, so that a target of zero says nothing."""


def score_table(frame: pd.DataFrame, standard: Standard | str) -> pd.DataFrame:
    """See `scoring.columns.score_frame`."""
    if isinstance(standard, str):
        standard = find(standard)
    source, single = Source(frame, standard), Single(standard)
    laws, result = Laws(standard.rounding), Result(len(source), standard)
    worths: dict[int, Worth] = {}
    for start in range(0, len(source), ROWS):
        rows = slice(start, min(start + ROWS, len(source)))
        part = source.open(rows)
        scores = _Judging(part, standard, single, laws, worths).run()
        result.add(rows, scores, part.order, part.taken, source.keys.routes)
    return result.frame(source.index)


def workings_of(frame: pd.DataFrame, standard: Standard | str) -> list[Working | Words]:
    """See `scoring.columns.workings`."""
    standard = find(standard) if isinstance(standard, str) else standard
    source, single = Source(frame, standard), Single(standard)
    found = []
    for row in range(len(source)):
        part = source.open(slice(row, row + 1))
        found.append(single.working(part.row(0), source.keys.routes[part.taken[0]]))
    return found


class _Judging:
    """The judging of the rows of an open part of the table; rows are places in it."""

    def __init__(
        self,
        part: Part,
        standard: Standard,
        single: Single,
        laws: Laws,
        worths: dict[int, Worth],
    ) -> None:
        self._part, self._standard, self._single, self._laws = part, standard, single, laws
        self._worths, self._scores = worths, Scores(len(part))
        self._least_places = self._usual_places = part.source.least_places
        self._read = part.read()

    def run(self) -> Scores:
        """Judge every row by its route."""
        routes = self._part.source.keys.routes
        for stretch in self._part.stretches():
            self._judge_alike(stretch, routes[stretch.number])
        return self._scores

    def _judge_alike(self, stretch: Stretch, route: Route) -> None:
        """Judge rows of one route."""
        number, rows = stretch.number, stretch.rows
        if route.reason is not None:
            self._scores.refuse(rows, route.reason)
        elif route.how == "by_row":
            self._one_by_one(range(rows.start, rows.stop), route)
        elif route.how == "judged":
            self._answers(rows, number, route)
        elif route.how == "dated":
            self._days(np.arange(rows.start, rows.stop), number, route)
        else:
            self._numbers(stretch, route)

    def _numbers(self, stretch: Stretch, route: Route) -> None:
        """Judge rows whose promise and fact are numbers."""
        number, rows, ranges, _ = stretch
        places, (target, actual) = self._quantities(rows)
        top, own = target, ranges.start < ranges.stop
        if own:
            inside = slice(ranges.start - rows.start, ranges.stop - rows.start)
            top = target.replaced(inside, self._part.upper(ranges, places))
        blocks = (target, top, actual, self._part.points.at(rows))
        columns = Columns(*(block.numbers for block in blocks))
        bounds = Bounds(*(block.ends for block in blocks))
        batch = Batch(rows, columns, _strict(stretch, route), own, 10**places, bounds)
        masks = [block.read for block in blocks if block.read is not None]
        if masks:
            read = np.logical_and.reduce(masks)
            self._unread(batch.rows_where(~read), stretch, route)
            batch = batch.where(read)
        self._judge(batch, number, route)

    def _quantities(self, rows: slice) -> tuple[int, list[Block]]:
        """Targets and actuals, scaled by a common power of ten, and that power."""
        if self._read is not None:
            places, blocks = self._read
            return places, [block.at(rows) for block in blocks]
        found = self._part.few_left_out(rows, least=self._usual_places)
        self._usual_places = found[0]
        return found

    def _judge(self, batch: Batch, number: int, route: Route) -> None:
        """Apply the law of a route to rows of whole numbers."""
        if not len(batch):
            return
        fit = None
        for wrong, reason in batch.refused(route):
            self._scores.refuse(batch.rows_where(wrong), reason)
            fit = ~wrong if fit is None else fit & ~wrong
        if fit is not None:
            batch = batch.where(fit)
        program = None if batch.wide else self._laws.program(number, route, batch.reading)
        if program is None and not batch.wide:
            below = batch.below(self._laws.most(number, route, batch.reading))
            small = batch.where(below)
            self._award(small, route, self._laws.program(number, route, small.reading))
            batch, program = batch.where(~below), None
        self._award(batch, route, program)

    def _award(self, batch: Batch, route: Route, program: Program | None) -> None:
        """Put down what the law gives: by its program, or itself on Python's integers."""
        if not len(batch):
            return
        rows, scores = batch.rows, self._scores
        if program is None:
            scores.award(rows, batch.widened().award(route, self._laws.rounding))
        else:
            out = scores.room(rows)
            program.run((*batch.columns, batch.strict), out, self._laws.memory)
            scores.put(rows, out)
        if batch.ends.target[0] <= 0 and route.method in BY_RATIO:
            nothing = ~scores.met[rows] & (scores.points[rows] == 0)
            none = nothing & (batch.columns.target <= 0).astype(bool)
            scores.refuse(batch.rows_where(none), Reason.NO_RATIO)
        if not route.proved:
            scores.unproved(rows)

    def _unread(self, rows: Array, stretch: Stretch, route: Route) -> None:
        """Judge rows that hold something else than numbers that are quickly read."""
        empty = self._part.no_actual(rows)
        self._answers(rows[empty], stretch.number, route)
        rows = rows[~empty]
        hopeless = self._part.no_decimals(rows)
        self._scores.refuse(rows[hopeless], Reason.NO_DECIMAL)
        exact: list[tuple[int, list[Decimal]]] = []
        for row in rows[~hopeless].tolist():
            cells = self._part.cells(row, own_upper=_is_in(row, stretch.ranges))
            reason = _why_not(cells)
            if reason is None:
                exact.append((row, [cell for cell in cells if isinstance(cell, Decimal)]))
            else:
                self._scores.refuse(row, reason)
        if exact:
            strict = _is_in(np.array([row for row, _ in exact]), stretch.strict) & (not route.money)
            self._judge(_wide(exact, strict, self._least_places), stretch.number, route)

    def _answers(self, rows: At, number: int, route: Route) -> None:
        """Judge rows whose fact is an answer in words."""
        if self._part.source.has_shares:
            rows = np.arange(len(self._part))[rows]
            claimed = self._part.claimed(rows)
            self._one_by_one(rows[claimed].tolist(), route)
            rows = rows[~claimed]
        codes = self._part.answers(rows)  # which adds words, so it goes before what they are worth
        self._give(rows, self._worth(number, route), codes, proved=route.proved)

    def _days(self, rows: Array, number: int, route: Route) -> None:
        """Judge rows that are due by a day, whose fact is a day, or an answer in words."""
        claimed, late = self._part.claimed(rows), self._part.late(rows)
        known = (late != UNKNOWN) & ~claimed
        worth = worth_of_days(route, self._standard.levels)
        self._give(rows[known], worth, late[known], proved=route.proved)
        silent = ~claimed & self._part.no_actual(rows)
        self._answers(rows[silent], number, route)
        self._one_by_one(rows[~known & ~silent].tolist(), route)

    def _give(self, rows: At, worth: Worth, codes: Array, *, proved: bool) -> None:
        """Give rows what their facts are worth, by these codes."""
        block = self._part.points.at(rows)
        wrong = (block.numbers < 0) | (block.numbers > MOST_CENTS)
        if block.read is not None:
            wrong |= ~block.read
        reason = worth.reason.take(codes)
        reason[wrong & (reason == NONE)] = REASONS.index(Reason.POINTS_WRONG)
        there = reason == NONE
        scores = self._scores
        scores.points[rows] = self._portion(block, there, worth, codes)
        scores.met[rows], scores.reason[rows] = worth.met.take(codes) & there, reason
        if not proved:
            scores.unproved(rows)

    def _portion(self, block: Block, there: Array, known: Worth, codes: Array) -> Array:
        """The points of answers, in cents; 0 where none are `there`."""
        points, parts = np.where(there, block.numbers, 0), known.part.take(codes)
        program = self._laws.portion((0, min(block.ends[1], MOST_CENTS)), known.whole)
        if program is None:
            points = points.astype(np.int64).astype(object)
            return np.asarray(self._laws.rounding.portion(points, parts, known.whole))
        out = Out.of(len(parts))
        program.run((points, parts), out, self._laws.memory)
        return out.points

    def _worth(self, number: int, route: Route) -> Worth:
        """What every answer met so far is worth on a route."""
        words = self._part.source.words.words
        known = self._worths.get(number)
        if known is None or len(known.part) < len(words):
            known = self._worths[number] = worth(words, route, self._standard.levels)
        return known

    def _one_by_one(self, rows: Iterable[int], route: Route) -> None:
        for row in rows:
            verdict = self._single.judge(self._part.row(row), route)
            if verdict.reason is not None:
                self._scores.refuse(row, verdict.reason)
                continue
            self._scores.points[row], self._scores.met[row] = verdict.points, verdict.met
            self._scores.achievement[row] = verdict.achievement


def _is_in(rows: Any, some: slice) -> Any:
    """Whether a row, or each of several, is among some rows."""
    return (some.start <= rows) & (rows < some.stop)


def _strict(stretch: Stretch, route: Route) -> Array | bool:
    """Whether bounds do not count as kept: in none of the rows, in all of them, or by a column.

    All of the budget is all of it, whatever sign stands beside.
    """
    rows, strict = stretch.rows, stretch.strict
    if route.money:
        return False
    if strict.start == strict.stop or strict == rows:
        return strict == rows
    column = np.zeros(rows.stop - rows.start, bool)
    column[strict.start - rows.start :] = True
    return column


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


def _wide(rows: list[tuple[int, list[Decimal]]], strict: Array, least_places: int) -> Batch:
    """Rows in Python's integers, scaled so that all of their numbers are whole."""
    numbers = [number for _, cells in rows for number in cells[:-1]]
    finest = Decimal(1).scaleb(-least_places)
    _, one, *whole = whole_numbers(finest, Decimal(1), *numbers)
    target, upper, actual = (np.array(whole[column::3], object) for column in range(3))
    cents = np.array([scaled(cells[-1], PLACES) for _, cells in rows], object)
    places = np.array([row for row, _ in rows], np.intp)
    return Batch(places, Columns(target, upper, actual, cents), strict, True, one)
