"""What comes out: the scores of a block, and the table that they are put together in."""

from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa

from scoring.case import Award
from scoring.columns.numbers import At
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
    """The scores of some rows: points in cents, met, achievement, and the code of a reason."""

    def __init__(self, size: int) -> None:
        self.points, self.met = np.zeros(size, np.int64), np.zeros(size, bool)
        self.achievement, self.reason = np.full(size, np.nan), np.full(size, NONE, np.int8)

    def refuse(self, rows: At | int, reason: Reason) -> None:
        """Say why these rows have no points."""
        self.reason[rows] = REASONS.index(reason)

    def award(self, rows: At, award: Award) -> None:
        """Put down what the law gave these rows."""
        self.points[rows] = award.points
        self.met[rows] = award.met
        self.achievement[rows] = _ratio(award.part, award.whole)

    def unproved(self, rows: At) -> None:
        """Take the points of these rows away for want of evidence."""
        self.points[rows] = 0
        self.met[rows] = False

    @property
    def scored(self) -> Array:
        """Which rows have points, be they none."""
        scored: Array = (self.reason == NONE) | (self.reason == REASONS.index(Reason.NO_RATIO))
        return scored


def _ratio(part: Array, whole: Array) -> Array:
    """The achievement as a float, for reading; nothing where the whole is zero."""
    if whole.dtype == object:
        pairs = zip(part, whole, strict=True)
        return np.array([a / b if b else np.nan for a, b in pairs])
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = part / whole
    if not whole.all():
        ratio[whole == 0] = np.nan
    return np.asarray(ratio)


class Result:
    """The scores of a whole table."""

    def __init__(self, size: int, standard: Standard) -> None:
        self._size = size
        self._rules = [*(rule.id for rule in standard.rules), EXECUTION]
        self._methods = list(METHODS)
        self._cents = np.zeros((size, 2), np.int64)  # the low and the high half of 128 bits
        self._valid = np.zeros((size + 7) // 8, np.uint8)
        self._unscored = 0
        self._achievement = np.empty(size)
        self._met, self._unknown = np.zeros(size, bool), np.empty(size, bool)
        self._codes = {name: np.empty(size, np.int8) for name in ("method", "rule", "reason")}

    def add(
        self, rows: slice, scores: Scores, place: Array, taken: Array, routes: list[Route]
    ) -> None:
        """Put down the scores of some rows: of each those at its `place`; `taken` is its route."""
        self._cents[rows, 0] = scores.points.take(place)
        for column, found in (
            (self._met, scores.met),
            (self._achievement, scores.achievement),
            (self._codes["reason"], scores.reason),
        ):
            found.take(place, out=column[rows], mode="clip")
        taken = taken.astype(np.intp)
        scored = np.ones(place.size, bool)
        if scores.reason.max(initial=NONE) > NONE:
            scored = scores.scored.take(place)
        bits = np.packbits(scored, bitorder="little")
        self._valid[rows.start // 8 : rows.start // 8 + bits.size] = bits
        self._unscored += int(scored.size - np.count_nonzero(scored))
        np.logical_not(scored, out=self._unknown[rows])
        methods = [NONE if r.use is None else self._methods.index(r.use.method) for r in routes]
        rules = [self._rules.index(r.rule) if r.rule else NONE for r in routes]
        for name, codes in (("method", methods), ("rule", rules)):
            np.array(codes, np.int8).take(taken, out=self._codes[name][rows], mode="clip")

    def frame(self, index: pd.Index) -> pd.DataFrame:
        """The table."""
        columns = {
            "points": exact(self._cents, self._valid, self._unscored),
            "achievement": self._achievement,
            "method": self._category("method", self._methods),
            "met": pd.arrays.BooleanArray(self._met, self._unknown),
            "rule": self._category("rule", self._rules),
            "reason": self._category("reason", [reason.value for reason in REASONS]),
        }
        return pd.DataFrame(columns, index=index, copy=False)

    def _category(self, name: str, words: list[str]) -> Any:
        kind = pd.CategoricalDtype(words)
        return pd.Categorical.from_codes(self._codes[name], dtype=kind, validate=False)
