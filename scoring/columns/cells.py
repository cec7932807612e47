"""One cell of a table read exactly: a number, a date, nothing, or a reason why it is neither."""

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

from scoring.same_unit import EXACT, is_real
from scoring.table import Reason

Cell: TypeAlias = Decimal | dt.date | Reason | None
"""What a cell holds; `None` is nothing."""

FLOAT_DIGITS: Final = {8: 15, 4: 6}
"""Decimals of so many significant digits survive a float of so many bytes, every one of them."""


def read_cell(value: Any) -> Cell:
    """What stands in a cell. Absent: `None`; text may hold a number or an ISO date."""
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, Decimal):
        return _usable(value)
    if isinstance(value, bool | np.bool_):
        return Reason.NO_NUMBER
    if isinstance(value, int | np.integer):
        return _usable(Decimal(int(value)))
    if isinstance(value, float | np.floating):
        return None if np.isnan(value) else _shortest(value)
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return _written(value) if isinstance(value, str) else Reason.NO_NUMBER


def _usable(number: Decimal) -> Cell:
    if not number.is_finite():
        return Reason.NO_NUMBER
    return number if is_real(number) else Reason.TOO_LONG


def _shortest(value: float | np.floating[Any]) -> Cell:
    """A float as the shortest decimal that it stands for, if anybody would have written that."""
    if not np.isfinite(value):
        return Reason.NO_NUMBER
    size = value.itemsize if isinstance(value, np.floating) else max(FLOAT_DIGITS)
    number = Decimal(str(value)).normalize()
    if len(number.as_tuple().digits) > FLOAT_DIGITS.get(size, 0):
        return Reason.NO_DECIMAL
    return _usable(number)


def _written(text: str) -> Cell:
    said = text.strip()
    if not said:
        return None
    try:
        return _usable(Decimal(said))
    except InvalidOperation:
        pass
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        return Reason.NO_NUMBER


def scaled(cell: Cell, places: int) -> int | None:
    """A number times ten to the power of `places`; None if that is not whole, or is no number."""
    if not isinstance(cell, Decimal):
        return None
    number = cell.scaleb(places, EXACT)
    return int(number) if number == number.to_integral_value() else None
