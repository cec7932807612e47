"""Small tables that the tests of `scoring.columns` share."""

from decimal import Decimal
from typing import Any

import pandas as pd

USUAL: dict[str, Any] = {
    "project_id": "a",
    "category": "output.quantity",
    "kind": "quantitative",
    "comparator": ">=",
    "direction": "higher",
    "target": Decimal(100),
    "upper": None,
    "actual": Decimal(94),
    "max_points": Decimal(10),
    "judgement": None,
}
"""94 of at least 100, for 10 points."""


def items(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table of items: the usual row, but for what each of `rows` says otherwise."""
    return pd.DataFrame([{**USUAL, **row} for row in rows], dtype=object)
