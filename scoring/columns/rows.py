"""One row of a table as a promise and its fact, so that it can be judged like those of a form."""

import datetime as dt
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.model import Actual, Comparator, Kind, Target, plain
from scoring.columns.cells import Cell
from scoring.columns.routes import PERCENT, RATIO, Situation
from scoring.columns.worth import answer
from scoring.same_unit import EXACT, PARTS
from scoring.standard import Standard

NUMBERED: Final = frozenset({Kind.QUANTITATIVE, Kind.DEADLINE, Kind.SCHEDULE})
"""The kinds whose fact may be a number."""


class Row(NamedTuple):
    """What stands in a row: its situation, its cells, and what it can bring (in cents)."""

    at: Situation
    target: Cell
    upper: Cell
    actual: Cell
    judgement: str | None
    share: Cell
    max_points: Cell


def target_of(row: Row, share_unit: str = PERCENT) -> Target:
    """The promise of a row. Shares stand in `share_unit`, as on forms; all else in base units."""
    at, ratio = row.at, _is_ratio(row.at)
    number = row.target if isinstance(row.target, Decimal) else None
    upper = row.upper if isinstance(row.upper, Decimal) else None
    return Target(
        kind=at.kind or Kind.QUALITATIVE,
        measure=at.measure,
        comparator=at.comparator,
        explicit=True,
        value=_written(number, at, share_unit),
        upper=_written(upper, at, share_unit) if at.comparator is Comparator.BETWEEN else None,
        unit=share_unit if ratio else None,
        dimension=RATIO if ratio else at.dimension,
        canonical=number,
        canonical_upper=upper if at.comparator is Comparator.BETWEEN else None,
        direction=at.direction,
        date=row.target if isinstance(row.target, dt.date) else None,
    )


def actual_of(row: Row, standard: Standard, share_unit: str = PERCENT) -> Actual:
    """The fact of a row: a number, a date, or an answer in words."""
    ratio = _is_ratio(row.at)
    share = row.share if isinstance(row.share, Decimal) else None
    counted = row.at.kind in NUMBERED and isinstance(row.target, Decimal)
    if counted and isinstance(row.actual, Decimal):
        value = _written(row.actual, row.at, share_unit)
        unit = share_unit if ratio else None
        text = f"{plain(value)}{unit or ''}"
        dimension = RATIO if ratio else row.at.dimension
        return Actual(Kind.QUANTITATIVE, text, value, unit, dimension, row.actual, share=share)
    if isinstance(row.actual, dt.date) and isinstance(row.target, dt.date):
        return Actual(Kind.DEADLINE, str(row.actual), date=row.actual)
    said = answer(row.judgement, standard.levels)
    return (
        said
        if share is None
        else Actual(said.kind, said.text, judgement=said.judgement, share=share)
    )


def _is_ratio(at: Situation) -> bool:
    is_number = at.kind is not Kind.SCHEDULE  # a schedule may be less than one a year
    unknown = is_number and at.dimension is None and at.state == "fraction"
    return at.dimension == RATIO or unknown


def _written(number: Decimal | None, at: Situation, share_unit: str) -> Decimal | None:
    """A number as it stands on forms: a share in hundredths or thousandths."""
    if number is None or not _is_ratio(at):
        return number
    return EXACT.multiply(number, Decimal(PARTS[share_unit]))
