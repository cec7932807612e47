"""复核意见: what a reviewer decides beside each finding, and the total that follows."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal, NamedTuple

from indicators.errors import Words
from indicators.model import plain
from scoring.model import Grade
from scoring.recheck.model import FormCheck, RowCheck
from scoring.rounding import to_cents
from scoring.standard import Standard

_NONE = Decimal(0)


class Ruling(StrEnum):
    """What may be decided: the recomputed points hold, other points do, or the declared ones."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"


RULINGS = {
    Ruling.ACCEPT: Words("采纳", "accept"),
    Ruling.CORRECT: Words("改为", "correct"),
    Ruling.REJECT: Words("不采纳", "reject"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: by whom, on which day, and why. `points` go with `CORRECT` only."""

    ruling: Ruling
    by: str
    on: dt.date
    reason: str = ""
    points: Decimal | None = None


class Fault(NamedTuple):
    """What is wrong with a decision, and in which of its fields."""

    field: Literal["ruling", "points", "reason", "by"]
    words: Words


def faults(decision: Decision, row: RowCheck | None) -> Iterator[Fault]:
    """What is wrong with a decision about `row`, or (None) about the form as a whole."""
    if decision.ruling is not Ruling.ACCEPT and not decision.reason.strip():
        yield Fault(
            "reason", Words("“改为”和“不采纳”要写理由", "`correct` and `reject` need a reason")
        )
    if not decision.by.strip():
        yield Fault("by", Words("没有写复核人", "the reviewer is not named"))
    if decision.ruling is not Ruling.CORRECT:
        if decision.points is not None:
            yield Fault(
                "points", Words("复核得分只和“改为”一起填", "points go with `correct` only")
            )
        if decision.ruling is Ruling.ACCEPT and row is not None and row.computed is None:
            words = Words(
                "这一行无法复算，没有可以采纳的得分；请选“改为”或“不采纳”",
                "nothing was computed that could be accepted; choose `correct` or `reject`",
            )
            yield Fault("ruling", words)
    elif row is None:
        words = Words("对整张表的疑点不能改分；请在各行改", "points are corrected row by row")
        yield Fault("ruling", words)
    else:
        for words in _faults_of_points(decision.points, row.row.indicator.max_points):
            yield Fault("points", words)


def _faults_of_points(points: Decimal | None, most: Decimal | None) -> Iterator[Words]:
    if points is None:
        yield Words("“改为”要填复核得分", "`correct` needs the points")
        return
    try:
        to_cents(points)
    except ValueError:
        yield Words(
            f"复核得分 {points} 超过两位小数", f"{points} points have more than two decimals"
        )
        return
    if points < 0 or (most is not None and points > most):
        yield Words(
            f"复核得分 {plain(points)} 不在 0～{plain(most)} 之内",
            f"{plain(points)} points are not within 0 to {plain(most)}",
        )


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The bottom line after the decisions, and how many rows that differ still wait for one."""

    total: Decimal
    grade: Grade
    waiting: int


def reviewed(checked: FormCheck, decisions: Mapping[int, Decision], standard: Standard) -> Reviewed:
    """The total of the points decided; rows without a decision count as recomputed.

    Args:
        checked: the form.
        decisions: by the number of the row (0: the money).
        standard: whose grades are given.
    """
    points = (decided(row, decisions.get(row.number)) for row in checked.rows)
    total = sum((each or _NONE for each in points), _NONE)
    waiting = sum(row.needs_decision and row.number not in decisions for row in checked.rows)
    return Reviewed(total, standard.grades.grade(total), waiting)


def decided(row: RowCheck, decision: Decision | None) -> Decimal | None:
    """The points of a row after its decision."""
    if decision is None or decision.ruling is Ruling.ACCEPT:
        return row.counted
    return decision.points if decision.ruling is Ruling.CORRECT else row.declared
