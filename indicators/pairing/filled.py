"""Reads what a filled row says was achieved: a fact for each promise, or why there is none."""

import re
from decimal import Decimal

from indicators.errors import ActualsError, Words
from indicators.grammar.qualitative import IMPLIED
from indicators.grammar.worded import (
    is_doubtful,
    is_surveyed,
    judgement_of,
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
from indicators.pairing.answers import SHIPPED, Vocabulary
from indicators.pairing.own import fact_of, texts_of
from indicators.spelling import folded

_IN_WORDS = (Kind.QUALITATIVE, Kind.REFERENCE)
_ACTUAL = "actual"
_SHARE = "ratio"
_SEVERAL, _MOST = 2, 20
"""So many numbers at least, and at most, are several in one cell."""

_DIVIDERS = re.compile(r"[、,，;；]")


def facts_of(
    row: Indicator, *, year: int | None, vocabulary: Vocabulary = SHIPPED
) -> tuple[Actual | Words, ...]:
    """The fact for each promise of `row`, or the words that say why it could not be read.

    Forms are filled more freely than the workbook of `template`: what the grammar refuses is read
    once more: as the target's own words given back, as an answer in words, without remarks. Nothing
    is guessed: doubt stays words.
    """
    pairs = zip(row.targets, texts_of(row), strict=True)
    return tuple(_fact(row, target, text, year, vocabulary) for target, text in pairs)


def _fact(
    row: Indicator, target: Target, text: str, year: int | None, vocabulary: Vocabulary
) -> Actual | Words:
    try:
        return fact_of(row, target, text, year=year, vocabulary=vocabulary)
    except ActualsError as error:
        refusal = error.problems[0].words
    if _says_kept(text, target, row):
        return Actual("reached", text, judgement=Judgement.ACHIEVED, place=row.place)
    if target.kind in _IN_WORDS:
        judgement = judgement_of(text, row.target_text)
        return _unclear(text) if judgement is None else _judged(text, judgement, row)
    if target.kind is Kind.QUANTITATIVE and says_none(text) and not is_surveyed(_measure(target)):
        return _so_much(text, Decimal(0), target, row)
    each = _each_keeps(text, target, row, year, vocabulary)
    return each or _part_of_it(text, target, row) or refusal


def _says_kept(text: str, target: Target, row: Indicator) -> bool:
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


def _each_keeps(
    text: str, target: Target, row: Indicator, year: int | None, vocabulary: Vocabulary
) -> Actual | None:
    """学生96%、教师97% for ≥95%: each of several numbers keeps the promise, so all together do."""
    pieces = [piece for piece in _DIVIDERS.split(text) if piece.strip()]
    if not _SEVERAL <= len(pieces) <= _MOST or target.canonical is None or target.upper is not None:
        return None
    if target.direction != Direction.HIGHER and target.dimension != _SHARE:
        return None
    for piece in pieces:
        try:
            done = fact_of(row, target, piece, year=year, vocabulary=vocabulary).canonical
        except ActualsError:
            return None
        if done is None or not _is_kept(target, done):
            return None
    return Actual("reached", text, judgement=Judgement.ACHIEVED, place=row.place)


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
        return Actual("reached", text, judgement=Judgement.ACHIEVED, place=row.place)
    is_more = target.kind is Kind.QUANTITATIVE and target.direction != Direction.LOWER
    return _so_much(text, part, target, row) if is_more and target.upper is None else None


def _judged(text: str, judgement: Judgement, row: Indicator) -> Actual:
    return Actual("qualitative", text, judgement=judgement, place=row.place)


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


def _unclear(text: str) -> Words:
    return Words(
        f"目标没有数字，从“{text}”看不出达成的程度，需要人判断",
        f"the target has no number, and '{text}' does not say how far it was achieved: a person "
        "must judge",
    )
