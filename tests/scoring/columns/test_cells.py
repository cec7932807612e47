"""Single cells: exact numbers, dates, nothing, or a reason."""

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from scoring.columns.cells import Cell, read_cell, scaled
from scoring.table import Reason

D = Decimal


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (D("37.240"), D("37.24")),
        (12, D(12)),
        (10**25, D(10**25)),
        (np.int8(7), D(7)),
        (0.1, D("0.1")),
        (1e20, D("1E+20")),
        (np.float32(0.1), D("0.1")),
        (" 90.5 ", D("90.5")),
        ("2019-12-31", dt.date(2019, 12, 31)),
        (dt.datetime(2019, 12, 31, 8, 30), dt.date(2019, 12, 31)),  # noqa: DTZ001
        (pd.Timestamp("2019-12-31"), dt.date(2019, 12, 31)),
        (None, None),
        (float("nan"), None),
        (pd.NA, None),
        (pd.NaT, None),
        ("", None),
        (float("inf"), Reason.NO_NUMBER),
        (D("NaN"), Reason.NO_NUMBER),
        (True, Reason.NO_NUMBER),
        ("很多", Reason.NO_NUMBER),
        ([], Reason.NO_NUMBER),
        (1 / 3, Reason.NO_DECIMAL),
        (0.1 + 0.2, Reason.NO_DECIMAL),
        (np.float32(1) / np.float32(3), Reason.NO_DECIMAL),
        (D("1E+30"), Reason.TOO_LONG),
        (D("1E-999999"), Reason.TOO_LONG),
    ],
)
def test_what_stands_in_a_cell(value: Any, cell: Cell) -> None:
    assert read_cell(value) == cell


@pytest.mark.parametrize(
    ("cell", "places", "number"),
    [(D("1.5"), 2, 150), (D("1.005"), 2, None), (D(10**25), 0, 10**25), (None, 2, None)],
)
def test_scaled(cell: Cell, places: int, number: int | None) -> None:
    assert scaled(cell, places) == number
