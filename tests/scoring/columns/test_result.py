"""Blocks of scores are put together in one table of exact numbers and codes."""

from decimal import Decimal

import numpy as np
import pandas as pd

from scoring.case import Award
from scoring.columns.result import Result, Scores
from scoring.columns.routes import Route
from scoring.methods.ratio import Ratio
from scoring.register import find
from scoring.table import SCORES, Reason

ROUTES = [Route(rule="quantitative", use=Ratio(method="ratio")), Route()]


def test_two_parts() -> None:
    result = Result(10, find("cn-mof-2020-10"))
    first, second = slice(0, 8), slice(8, 10)
    scores, order = Scores(8), np.arange(8)
    whole = np.array([0] + [10] * 7)
    scores.award(np.arange(8), Award(np.arange(8), np.arange(8) > 3, np.arange(8), whole))
    scores.unproved(np.array([7]))
    result.add(first, scores, order, np.zeros(8, int), ROUTES)
    scores = Scores(2)
    scores.refuse(np.array([1]), Reason.ACTUAL_MISSING)  # it stands first in the table,
    scores.refuse(np.array([0]), Reason.NO_RATIO)  # but those of one route stand together
    result.add(second, scores, np.array([1, 0]), np.array([1, 0]), ROUTES)
    table = result.frame(pd.RangeIndex(10))
    assert tuple(table.columns) == SCORES
    cents = [Decimal(n).scaleb(-2) for n in (0, 1, 2, 3, 4, 5, 6, 0)]
    assert table["points"].tolist() == [*cents, pd.NA, Decimal("0.00")]
    assert table["met"].tolist() == [*[False] * 4, *[True] * 3, False, pd.NA, False]
    assert np.isnan(table["achievement"][0])
    assert table["achievement"][5] == 0.5
    assert table["method"].tolist()[:8] == ["ratio"] * 8
    assert pd.isna(table["method"][8])
    assert table["reason"].tolist()[8:] == ["actual_missing", "no_ratio"]


def test_every_row_scored_has_no_mask() -> None:
    result = Result(1, find("cn-mof-2020-10"))
    result.add(slice(0, 1), Scores(1), np.zeros(1, int), np.zeros(1, int), ROUTES)
    assert result.frame(pd.Index(["x"]))["points"].sum() == Decimal("0.00")


def test_achievement_of_numbers_of_any_size() -> None:
    scores = Scores(2)
    huge = np.array([3 * 10**30, 1], object)
    scores.award(
        np.arange(2), Award(np.array([1, 2]), np.array([False, True]), huge, huge * 0 + 4 * 10**30)
    )
    assert scores.achievement.tolist() == [0.75, 2.5e-31]
