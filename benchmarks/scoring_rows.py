"""Seeded rows for measuring: ordinary ones, and such as break arithmetic in binary floats.

Ten rows a project, whose points make 100. A third of the projects are adversarial: exact ties at
half a cent, facts exactly at (or a hundredth beside) 100%, 80% and 60% of the target, and whole
projects that lie on the bound of a grade.
"""

from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

Array: TypeAlias = np.ndarray[Any, Any]

CATEGORIES = (
    *("output.quantity", "output.quality", "output.timeliness", "output.cost"),
    *("satisfaction.beneficiary", "benefit.economic", "benefit.social"),
)
WORDED = CATEGORIES.index("benefit.social")
SIGNS = (">=", ">", "<=", "<", "=", "between")
ANSWERS = ("achieved", "partly_achieved", "not_achieved")
DIRECTIONS = ("higher", "lower", "exact")
OF_SIGN = np.array([0, 0, 1, 1, 2, 2], np.int8)
ITEMS = 10
MOST = 10**7
"""Targets lie below a hundred thousand, in hundredths."""


class Rows(NamedTuple):
    """Columns of whole numbers: codes, hundredths of quantities, cents of points."""

    project: Array
    category: Array
    sign: Array
    answer: Array
    target: Array
    upper: Array
    actual: Array
    cents: Array

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.project)


def make(size: int, seed: int) -> Rows:
    """So many rows, the same for the same seed."""
    random = np.random.default_rng(seed)
    project = np.arange(size) // ITEMS
    hard = (project % 3 == 0) & (np.arange(size) % 3 > 0)
    category = random.integers(0, len(CATEGORIES), size).astype(np.int8)
    sign = random.integers(0, len(SIGNS), size).astype(np.int8)
    cents = _points(size, random)
    target = random.integers(1, MOST, size)
    actual = (target * random.uniform(0.3, 1.9, size)).astype(np.int64)
    _on_the_bound(hard & (project % 9 < 3), target, actual, sign, random)
    _on_half_a_cent(hard & (project % 9 >= 3), target, actual, sign, cents, random)
    upper = target + random.integers(0, 1000, size)
    _on_a_grade(project % 60 == 59, category, sign, target, actual)
    answer = random.integers(0, len(ANSWERS), size).astype(np.int8)
    return Rows(project, category, sign, answer, target, upper, actual, cents)


def _points(size: int, random: np.random.Generator) -> Array:
    """Points in cents, which make 100 in every project of ten rows."""
    cuts = np.sort(random.integers(1, 10_000, (-(-size // ITEMS), ITEMS - 1)), axis=1)
    ends = np.pad(cuts, ((0, 0), (1, 1)), constant_values=(0, 10_000))
    return np.diff(ends, axis=1).ravel()[:size]


def _on_the_bound(
    rows: Array, target: Array, actual: Array, sign: Array, random: np.random.Generator
) -> None:
    """Facts of exactly 100%, 80% or 60%, or a hundredth beside."""
    twelfths = target[rows] // 60 + 1
    share = random.choice([60, 48, 36, 75, 100, 120], rows.sum())
    target[rows] = twelfths * 60
    actual[rows] = twelfths * share + random.integers(-1, 2, rows.sum())


def _on_half_a_cent(
    rows: Array,
    target: Array,
    actual: Array,
    sign: Array,
    cents: Array,
    random: np.random.Generator,
) -> None:
    """Facts whose points end in exactly half a cent: (2c + 1) ÷ (2 × cents) of the target."""
    most = np.maximum(cents[rows], 1)
    odd = 2 * random.integers(0, most) + 1
    times = random.integers(1, 50, rows.sum())
    less_is_better = np.isin(sign[rows], (2, 3))
    whole, part = 2 * most * times, odd * times
    target[rows] = np.where(less_is_better, part, whole)
    actual[rows] = np.where(less_is_better, whole, part)


def _on_a_grade(rows: Array, category: Array, sign: Array, target: Array, actual: Array) -> None:
    """Projects all of whose items reach exactly 90%, 80% or 60%: the total is at a bound."""
    share = np.array([90, 80, 60])[(np.arange(len(rows)) // ITEMS) % 3]
    hundredths = target[rows] // 100 + 1
    category[rows], sign[rows] = 0, 0
    target[rows], actual[rows] = hundredths * 100, hundredths * share[rows]


def frame(rows: Rows) -> pd.DataFrame:
    """The rows as `score_frame` takes them: words as categories, numbers as floats."""
    words = rows.category == WORDED
    kind = _coded(words.astype(np.int8), ["quantitative", "qualitative"])
    return pd.DataFrame(
        {
            "project_id": rows.project,
            "category": _coded(rows.category, list(CATEGORIES)),
            "kind": kind,
            "comparator": _coded(rows.sign, list(SIGNS)),
            "direction": _coded(OF_SIGN[rows.sign], list(DIRECTIONS)),
            "target": rows.target / 100,
            "upper": rows.upper / 100,
            "actual": rows.actual / 100,
            "max_points": rows.cents / 100,
            "judgement": _coded(rows.answer, list(ANSWERS)),
        },
        copy=False,
    )


def _coded(codes: Array, words: list[str]) -> Any:
    return pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(words))
