"""Points, exact on the way into a table and out of it."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa

from evalengine.batch.schemas import cents_of, decimals


def test_cents_are_exact() -> None:
    made = decimals(np.array([1, 9999]))
    assert made.to_pylist() == [Decimal("0.01"), Decimal("99.99")]


def test_cents_come_back_and_nothing_is_zero() -> None:
    points = pa.array([Decimal("0.07"), None, Decimal("100.00")], pa.decimal128(9, 2))
    assert cents_of(pd.Series(pd.arrays.ArrowExtensionArray(points))).tolist() == [7, 0, 10000]
