"""Reads once more what the grammar refuses in a cell that a unit filled in freely."""

import re
from collections.abc import Callable
from decimal import Decimal

from indicators.errors import ActualsError, Words
from indicators.grammar.qualitative import IMPLIED
from indicators.grammar.worded import (
    is_doubtful,
    is_work,
    part_done,
    says_all,
    says_in_time,
    says_none,
)
from indicators.model import (
    Actual,
    Comparator,
    Direction,
    Indicator,
    Judgement,
    Kind,
    Target,
    plain,
)
from indicators.spelling import folded

Stated = Callable[[str], Actual]
"""Reads a text by the grammar alone, or raises `ActualsError`."""

_ACTUAL = "actual"
_SHARE = "ratio"
_SEVERAL, _MOST = 2, 20
"""So many numbers at least, and at most, are several in one cell."""

_DIVIDERS = re.compile(r"[、,，;；]")


def freely(row: Indicator, target: Target, text: str, stated: Stated) -> Actual | None:
    """The fact that `text` states for `target` in other words than the grammar's: the target given
    back, 未开展, 完成率95%, several numbers that all keep it. Nothing is guessed: doubt gives None.
    """
    if says_kept(text, target, row):
        return _kept(text, row)
    if _is_none(text, target):
        return _so_much(text, Decimal(0), target, row)
    return _each_keeps(text, target, row, stated) or _part_of_it(text, target, row)


def _kept(text: str, row: Indicator) -> Actual:
    return Actual("reached", text, judgement=Judgement.ACHIEVED, place=row.place)


def _is_none(text: str, target: Target) -> bool:
    """Whether nothing was done of what was to be done; 满意度 is not 0 where nobody was asked."""
    is_work_due = target.dimension != _SHARE or is_work(_measure(target))
    return target.kind is Kind.QUANTITATIVE and is_work_due and says_none(text)


def says_kept(text: str, target: Target, row: Indicator) -> bool:
    """Whether the words of an answer say that its promise was kept."""
    if folded(text) == folded(row.target_text):
        return True
    if target.kind is Kind.SCHEDULE or target.date is not None:
        return says_in_time(text)
    if target.to == _ACTUAL or IMPLIED in target.notes:  # 据实救助, 应助尽助 ← 救助236人
        return any(map(str.isdecimal, text)) and not is_doubtful(text)
    if target.dimension == _SHARE and target.direction != Direction.LOWER:
        return says_all(text, _measure(target), whole=target.canonical == 1)
    return False


def _each_keeps(text: str, target: Target, row: Indicator, stated: Stated) -> Actual | None:
    """学生96%、教师97% for ≥95%: each of several numbers keeps the promise, so all together do."""
    pieces = [piece for piece in _DIVIDERS.split(text) if piece.strip()]
    if not _SEVERAL <= len(pieces) <= _MOST or target.canonical is None or target.upper is not None:
        return None
    if target.direction != Direction.HIGHER and target.dimension != _SHARE:
        return None
    for piece in pieces:
        try:
            done = stated(piece).canonical
        except ActualsError:
            return None
        if done is None or not _is_kept(target, done):
            return None
    return _kept(text, row)


def _is_kept(target: Target, done: Decimal) -> bool:
    assert target.canonical is not None
    match target.direction, target.comparator:
        case Direction.HIGHER, Comparator.GT:
            return done > target.canonical
        case Direction.HIGHER, _:
            return done >= target.canonical
        case Direction.LOWER, Comparator.LT:
            return done < target.canonical
        case Direction.LOWER, _:
            return done <= target.canonical
    return done == target.canonical


def _part_of_it(text: str, target: Target, row: Indicator) -> Actual | None:
    """完成率95%, where a number of things was promised: so much of it. All of it keeps any promise
    that is not of a share itself.
    """
    part = part_done(text)
    if part is None:
        return None
    if part >= 1:
        return _kept(text, row)
    is_more = target.kind is Kind.QUANTITATIVE and target.direction != Direction.LOWER
    return _so_much(text, part, target, row) if is_more and target.upper is None else None


def _so_much(text: str, part: Decimal, target: Target, row: Indicator) -> Actual:
    """So large a part of what was to be counted; 未开展 is nothing of it."""
    return Actual(
        "quantitative",
        text,
        value=(target.value or 0) * part,
        unit=target.unit,
        dimension=target.dimension,
        canonical=(target.canonical or 0) * part,
        place=row.place,
        notes=(_in_parts(text, part),),
    )


def _measure(target: Target) -> str:
    return target.measure or ""


def _in_parts(text: str, part: Decimal) -> Words:
    percent = f"{plain(part * 100)}%"
    return Words(
        f"没有写数量，从“{text}”看，按目标的 {percent} 计；请填确切的数。",
        f"no amount is given; by '{text}' it is {percent} of the target. Enter the exact figure.",
    )
