"""Rows judged one by one, as in a form; those that are alike only once."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from indicators.errors import ActualsError, Words
from indicators.model import Comparator, Direction, Kind
from scoring.case import Case
from scoring.columns.cells import Cell, scaled
from scoring.columns.routes import Route
from scoring.columns.rows import Row, actual_of, target_of
from scoring.items import case_of, unproved, working_of
from scoring.model import Working
from scoring.rounding import PLACES
from scoring.standard import Standard
from scoring.table import REASONS, Reason


class Verdict(NamedTuple):
    """Points in cents, whether the promise was kept, and the achievement; or a reason instead."""

    points: int = 0
    met: bool = False
    achievement: float = np.nan
    reason: Reason | None = None


class Single:
    """Judges single rows by one standard."""

    def __init__(self, standard: Standard) -> None:
        self._standard = standard
        self._known: dict[tuple[Route, Row], Verdict] = {}

    def judge(self, row: Row, route: Route) -> Verdict:
        """What a row has by its route."""
        row = _as_money(row) if route.money else row
        alike = route, row._replace(at=row.at._replace(measure=None))
        if alike not in self._known:
            self._known[alike] = self._verdict(row, route)
        return self._known[alike]

    def working(self, row: Row, route: Route) -> Working | Words:
        """The working of a row, as a form would show it; or the words of why it has none."""
        reason = route.reason or self.judge(row, route).reason
        if reason is not None or route.use is None:
            return REASONS[reason or Reason.REFUSED]
        outcome = route.use.judge(self._case(_as_money(row) if route.money else row, route))
        if not route.proved:
            outcome = unproved(outcome)
        rules = {rule.id: rule for rule in self._standard.rules}
        rule = self._standard.execution if route.money else rules[route.rule]
        source = self._standard.cite(rule) if rule is not None else self._standard.source
        return working_of(outcome, route.rule, route.method, source)

    def _case(self, row: Row, route: Route) -> Case:
        cents = scaled(row.max_points, PLACES) or 0
        unit = route.share_unit
        actual = actual_of(row, self._standard, unit)
        return case_of(target_of(row, unit), actual, cents, self._standard)

    def _verdict(self, row: Row, route: Route) -> Verdict:
        reason = next((cell for cell in _read(row, route) if isinstance(cell, Reason)), None)
        if reason is None and isinstance(row.target, Decimal) and isinstance(row.actual, dt.date):
            reason = Reason.NOT_COMPARABLE
        if reason is not None:
            return Verdict(reason=reason)
        cents = scaled(row.max_points, PLACES)
        if cents is None or cents < 0:
            return Verdict(reason=Reason.POINTS_WRONG)
        actual = actual_of(row, self._standard)
        if actual.kind == Kind.NOT_APPLICABLE:
            return Verdict(reason=Reason.NOT_APPLICABLE)
        if actual.kind == "missing" and actual.share is None:
            return Verdict(reason=Reason.ACTUAL_MISSING)
        if route.money and _is_no_budget(row):
            return Verdict(reason=Reason.ZERO_BUDGET)
        case = self._case(row, route)
        assert route.use is not None, "rows that no method judges have a reason"
        try:
            outcome = route.use.judge(case)
        except ActualsError:
            return Verdict(reason=Reason.REFUSED)
        if not route.proved:
            return Verdict()
        return Verdict(outcome.points, bool(outcome.met), _ratio(outcome.achievement))


def _as_money(row: Row) -> Row:
    """All of the budget is to be spent, whatever kind and sign stand beside."""
    at = row.at._replace(
        kind=Kind.QUANTITATIVE, comparator=Comparator.GE, direction=Direction.HIGHER
    )
    return row._replace(at=at)


def _read(row: Row, route: Route) -> tuple[Cell, ...]:
    """The cells on which the verdict rests: an answer in words is worth what it says."""
    if route.how == "judged" or row.actual is None:
        return (row.share,)
    return row.target, row.upper, row.actual, row.share


def _is_no_budget(row: Row) -> bool:
    """Whether there is nothing to spend, or less than nothing was spent."""
    budget, spent = row.target, row.actual
    nothing = isinstance(budget, Decimal) and budget <= 0
    return nothing or (isinstance(spent, Decimal) and spent < 0)


def _ratio(achievement: str | None) -> float:
    """`48/60` as a float."""
    part, _, whole = (achievement or "").partition("/")
    return float(Fraction(part) / Fraction(whole)) if whole and Fraction(whole) else np.nan
