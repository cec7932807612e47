"""A table is read by the names of its columns; what is missing is named."""

from decimal import Decimal

import pandas as pd
import pytest

from indicators.errors import UsageError
from scoring.columns.source import Source
from scoring.register import find
from tests.scoring.columns.frames import items

MOF = find("cn-mof-2020-10")


def test_one_row_exactly() -> None:
    source = Source(items({}, {"actual": 0.1, "judgement": " achieved "}), MOF)
    row = source.open(slice(1, 2)).row(0)
    assert len(source) == 2
    assert (row.target, row.actual, row.upper) == (Decimal(100), Decimal("0.1"), None)
    assert (row.judgement, row.max_points) == ("achieved", Decimal(10))


def test_missing_columns_are_named() -> None:
    with pytest.raises(UsageError, match=r"direction、max_points"):
        Source(items({}).drop(columns=["direction", "max_points"]), MOF)


def test_doubled_columns_are_named() -> None:
    frame = items({})
    with pytest.raises(UsageError, match="actual"):
        Source(pd.concat([frame, frame[["actual"]]], axis=1), MOF)
