"""What comes out: the scores of a block, and the table that they are put together in."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa

from scoring.case import Award
from scoring.columns.numbers import At
from scoring.columns.program import Out
from scoring.columns.routes import Route
from scoring.methods import METHODS
from scoring.rounding import PLACES
from scoring.standard import Standard
from scoring.table import Reason
from scoring.weights import EXECUTION

Array: TypeAlias = np.ndarray[Any, Any]

REASONS = list(Reason)
"""Reasons by their codes; -1 is none."""

NONE = -1

NO_RATIO = REASONS.index(Reason.NO_RATIO)

MOST_DIGITS = 18
"""Digits of the exact numbers that points are given as."""


def exact(cents: Array, valid: Array, absent: int) -> Any:
    """Cents as a column of exact points. `cents` are the low and the high half of 128 bits each,
    `valid` bits that tell which of them are there; `absent` of them are not.
    """
    kind = pa.decimal128(MOST_DIGITS, PLACES)
    buffers = [pa.py_buffer(valid) if absent else None, pa.py_buffer(cents)]
    points = pa.Array.from_buffers(kind, len(cents), buffers, absent)
    return pd.arrays.ArrowExtensionArray(points)


class Scores:
    """The scores of some rows: points in cents (as whole floats, which hold them exactly), met,
    achievement, and the code of a reason.
    """

    def __init__(self, size: int) -> None:
        self.points, self.met = np.zeros(size), np.zeros(size, bool)
        self.achievement, self.reason = np.full(size, np.nan), np.full(size, NONE, np.int8)

    def refuse(self, rows: At | int, reason: Reason) -> None:
        """Say why these rows have no points."""
        self.reason[rows] = REASONS.index(reason)

    def award(self, rows: At, award: Award) -> None:
        """Put down what the law gave these rows in Python's integers."""
        self.points[rows] = award.points
        self.met[rows] = award.met
        self.achievement[rows] = _ratio(award.part, award.whole)

    def room(self, rows: At) -> Out:
        """Where a program may put down what it finds about these rows; then `put` it here."""
        if isinstance(rows, slice):
            return Out(self.points[rows], self.met[rows], self.achievement[rows])
        return Out.of(len(rows))

    def put(self, rows: At, out: Out) -> None:
        """Put down what a program found, unless it stands here already."""
        if not isinstance(rows, slice):
            self.points[rows], self.met[rows], self.achievement[rows] = out

    def unproved(self, rows: At) -> None:
        """Take the points of these rows away for want of evidence."""
        self.points[rows] = 0
        self.met[rows] = False


def _ratio(part: Array, whole: Array) -> Array:
    """The achievement as a float, for reading; nothing where the whole is zero."""
    return np.array([a / b if b else np.nan for a, b in zip(part, whole, strict=True)])


class Result:
    """The scores of a whole table."""

    def __init__(self, size: int, standard: Standard) -> None:
        self._size = size
        self._rules = [*(rule.id for rule in standard.rules), EXECUTION]
        self._methods = list(METHODS)
        self._cents = np.zeros((size, 2), np.int64)  # the low and the high half of 128 bits
        self._valid = np.full((size + 7) // 8, 0xFF, np.uint8)
        self._unscored = 0
        self._achievement = np.empty(size)
        self._met, self._unknown = np.empty(size, bool), np.zeros(size, bool)
        self._method, self._rule = np.empty(size, np.int8), np.empty(size, np.int8)
        self._reason = np.full(size, NONE, np.int8)

    def add(
        self, rows: slice, scores: Scores, order: Array, taken: Array, routes: Sequence[Route]
    ) -> None:
        """Put down the scores of some rows: `order` tells where each stands among them, `taken` the
        routes of these.
        """
        self._met[rows][order] = scores.met
        self._achievement[rows][order] = scores.achievement
        self._cents[rows, 0][order] = scores.points.astype(np.int64)
        pairs = np.array([self._pair(route) for route in routes], np.int8).reshape(-1, 2)
        found = pairs.view(np.int16).ravel().take(taken).view(np.int8).reshape(-1, 2)
        self._method[rows], self._rule[rows] = found.T
        if scores.reason.max(initial=NONE) > NONE:
            self._reason[rows][order] = scores.reason
            self._leave_out(rows)

    def _pair(self, route: Route) -> tuple[int, int]:
        """The codes of the method and the rule of a route."""
        method = NONE if route.use is None else self._methods.index(route.use.method)
        return method, self._rules.index(route.rule) if route.rule else NONE

    def _leave_out(self, rows: slice) -> None:
        """Rows with a reason have no points, but for want of a ratio, which gives none."""
        unscored = (self._reason[rows] != NONE) & (self._reason[rows] != NO_RATIO)
        bits = np.packbits(~unscored, bitorder="little")
        self._valid[rows.start // 8 : rows.start // 8 + bits.size] = bits
        self._unscored += int(np.count_nonzero(unscored))
        self._unknown[rows] = unscored

    def frame(self, index: pd.Index) -> pd.DataFrame:
        """The table."""
        columns = {
            "points": exact(self._cents, self._valid, self._unscored),
            "achievement": self._achievement,
            "method": _category(self._method, self._methods),
            "met": pd.arrays.BooleanArray(self._met, self._unknown),
            "rule": _category(self._rule, self._rules),
            "reason": _category(self._reason, [reason.value for reason in REASONS]),
        }
        return pd.DataFrame(columns, index=index, copy=False)


def _category(codes: Array, words: list[str]) -> Any:
    return pd.Categorical.from_codes(codes, dtype=_kind(*words), validate=False)


@lru_cache
def _kind(*words: str) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(words))
