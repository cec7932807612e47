"""The totals of the projects of a table, and their grades, by the same law as those of one form."""

from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from indicators.errors import UsageError
from scoring.columns.numbers import Block
from scoring.columns.pages import numbers_of
from scoring.columns.result import exact
from scoring.columns.scorer import score_table
from scoring.columns.texts import Classes, Texts
from scoring.grades import Gate, falls_short, is_unkept
from scoring.model import Missing
from scoring.register import find
from scoring.rounding import PLACES, from_cents, to_cents
from scoring.standard import Standard
from scoring.table import SCORES, Reason, Shortfall
from scoring.weights import is_below

Array: TypeAlias = np.ndarray[Any, Any]

REASON: Final = pd.CategoricalDtype([each.value for each in Shortfall])
LEFT_OUT: Final = (Reason.NOT_APPLICABLE,)
GIVEN_NOTHING: Final = (Reason.ACTUAL_MISSING, Reason.JUDGEMENT_MISSING)
"""Reasons that the user's choice about missing facts covers."""


def totals_of(
    frame: pd.DataFrame, scores: pd.DataFrame, standard: Standard | str, missing: Missing
) -> pd.DataFrame:
    """See `scoring.columns.project_totals`."""
    absent = [name for name in ("project_id", "max_points", "category") if name not in frame]
    absent += [name for name in SCORES if name not in scores]
    if absent or len(frame) != len(scores):
        raise UsageError.at(
            "project_totals",
            f"缺少列：{'、'.join(absent) or '无'}；两张表的行数应相同"
            f"（{len(frame)}、{len(scores)}）。",
            f"columns missing: {', '.join(absent) or 'none'}; both tables have as many rows "
            f"({len(frame)}, {len(scores)}).",
        )
    standard = find(standard) if isinstance(standard, str) else standard
    return _Totals(frame, scores, standard, missing).frame()


class _Totals:
    """The sums of one table, by project."""

    def __init__(
        self, frame: pd.DataFrame, scores: pd.DataFrame, standard: Standard, missing: Missing
    ) -> None:
        self._standard = standard
        self._whole = to_cents(standard.weights.total)
        self._frame, self._scores = frame, scores
        self._project, self._ids = pd.factorize(frame["project_id"], use_na_sentinel=False)
        self._had = _whole(scores["points"]).numbers
        left_out, nothing = self._is(*LEFT_OUT), self._is(*GIVEN_NOTHING)
        unscored = scores["points"].isna().to_numpy() & ~left_out
        match missing:
            case "zero":
                unscored &= ~nothing
            case "exclude":
                left_out, unscored = left_out | nothing, unscored & ~nothing
        points = _whole(frame["max_points"])
        self._most = np.where(left_out, 0, points.numbers)
        if points.read is not None:
            unscored |= ~points.read & ~left_out
        self._unscored, self._left_out = unscored, left_out
        self._had[unscored | left_out] = 0

    def frame(self) -> pd.DataFrame:
        """Points, totals and grades of all projects, in the order in which they first come."""
        had, most = self._sum(self._had), self._sum(self._most)
        unscored = self._sum(self._unscored)
        whole = self._whole
        scaled = self._standard.not_applicable.policy == "rescale"
        may_lack = scaled & (self._sum(self._left_out) > 0)
        wrong = np.where(may_lack, most > whole, most != whole)
        codes = list(range(len(Shortfall)))
        reason = np.select([unscored > 0, wrong & (most > 0), most == 0], codes, default=-1)
        totals = np.where(reason < 0, self._total(had, np.where(most > 0, most, 1)), 0)
        there = reason < 0
        columns = {
            "points": _exact(had, np.ones(len(had), bool)),
            "max_points": _exact(most, np.ones(len(had), bool)),
            "total": _exact(totals, there),
            "grade": self._grades(totals, there),
            "items": self._sum(np.ones(len(self._project), np.int64)),
            "unscored": unscored,
            "reason": pd.Categorical.from_codes(reason, dtype=REASON),
        }
        return pd.DataFrame(columns, index=pd.Index(self._ids, name="project_id"))

    def _is(self, *reasons: Reason) -> Array:
        return self._scores["reason"].isin([reason.value for reason in reasons]).to_numpy()

    def _sum(self, column: Array) -> Array:
        """The sum of a column by project."""
        sums = np.zeros(len(self._ids), np.int64)
        np.add.at(sums, self._project, column)
        return sums

    def _total(self, had: Array, most: Array) -> Array:
        """The sum of all points, scaled up to the whole where something was left out."""
        cut = self._standard.rounding.cut
        if self._standard.weights.aggregate == "sum":
            return np.where(most == self._whole, had, cut(had * self._whole, most))
        # Each item as if all points were its own: the rounded points of a part may tell otherwise.
        whole = np.full(len(self._frame), self._standard.weights.total, object)
        alone = self._frame.assign(max_points=whole)
        points = _whole(score_table(alone, self._standard)["points"]).numbers
        each = np.where(self._unscored, 0, points)
        judged = self._most > 0
        totals = np.full(len(self._ids), self._whole, np.int64)
        np.minimum.at(totals, self._project[judged], each[judged])
        return totals

    def _grades(self, totals: Array, there: Array) -> Any:
        """The titles of the grades; a gate that shuts overrides the one of the total."""
        grades = self._standard.grades
        known, place = np.unique(totals, return_inverse=True)
        titles = np.array([grades.grade(from_cents(int(cents))).title for cents in known], object)
        found = titles[place] if len(known) else np.empty(0, object)
        for gate in reversed(grades.gates):
            found[self._shut(gate)] = gate.title
        found[~there] = None
        order = dict.fromkeys([*(g.title for g in grades.gates), *(b.title for b in grades.bands)])
        return pd.Categorical(found, categories=list(order))

    def _shut(self, gate: Gate) -> Array:
        """For which projects a gate shuts."""
        shut = np.zeros(len(self._ids), bool)
        unjudged = self._scores["met"].isna().to_numpy()
        missed = (self._scores["met"] == False).fillna(False).to_numpy(bool)  # noqa: E712
        for code in gate.if_.unmet:
            unkept = is_unkept(missed, unjudged, self._most)
            shut[self._project[self._below(code) & unkept]] = True
        for code, least in gate.if_.below.items():
            own = self._below(code)
            had, most = self._sum(self._had * own), self._sum(self._most * own)
            shut |= falls_short(had, most, least)
        return shut

    def _below(self, code: str) -> Array:
        """Which rows are of a category, as the standard counts them."""
        weights = self._standard.weights
        classes = Classes(lambda word: is_below(weights.counted(word or ""), code))
        codes = Texts(self._frame["category"], classes.code).block(slice(0, len(self._frame)))
        own = [is_below(weights.counted(word or ""), code) for word in classes.words]
        return np.broadcast_to(np.array(own, bool).take(codes), len(self._frame))


def _whole(column: pd.Series) -> Block:
    """A column of points in cents, as integers."""
    rows = slice(0, len(column))
    block = numbers_of(column)(rows).numbers(rows, PLACES)
    return Block(block.numbers.astype(np.int64), block.read)


def _exact(cents: Array, there: Array) -> Any:
    words = np.zeros((len(cents), 2), np.int64)
    words[:, 0] = cents
    valid = np.packbits(there, bitorder="little")
    return exact(words, valid, int(len(cents) - np.count_nonzero(there)))
