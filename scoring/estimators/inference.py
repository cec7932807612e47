"""推断权重 (weight inference): which weights do the totals that experts gave speak for?

Non-negative weights with a fixed sum that explain the totals best (least squares), with bootstrap
intervals. It reveals what was done, and justifies nothing: a standard's weights stand in its file.
"""

import warnings
from typing import Any, Literal, Self

import numpy as np
from scipy.optimize import nnls
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.utils import check_random_state
from sklearn.utils.validation import check_is_fitted, validate_data

from indicators.errors import UsageError

ROWS_A_WEIGHT = 3
"""With fewer projects a weight, what is found is mostly noise (`benchmarks/weights.py`)."""

FIRM = 1e6
"""How much heavier than a total the fixed sum weighs in the least squares."""


class TooFewWarning(UserWarning):
    """There are too few projects for so many weights."""


class WeightInference(RegressorMixin, BaseEstimator):  # type: ignore[misc]
    """Infers weights from the attainment of items (0 to 1) and the totals that were given.

    Args:
        total: what the weights sum to.
        level: the probability that the intervals are for.
        resamples: how many bootstrap samples the intervals are made of; 0 for none.
        few: what to do with fewer than three projects a weight: `refuse` or `warn`.
        random_state: seed of the bootstrap.

    Attributes:
        weights_: the weight of every column of `X`, in points.
        intervals_: their lower and upper ends, one row a weight; NaN without resamples.
        error_: the root of the mean square by which the totals are missed, in points.
    """

    def __init__(
        self,
        *,
        total: float = 100.0,
        level: float = 0.9,
        resamples: int = 200,
        few: Literal["refuse", "warn"] = "refuse",
        random_state: int | None = None,
    ) -> None:
        self.total = total
        self.level = level
        self.resamples = resamples
        self.few = few
        self.random_state = random_state

    def fit(self, X: Any, y: Any) -> Self:  # noqa: N803 -- scikit-learn's name
        """Find the weights of attainments `X` (one row a project) from the totals `y`.

        Raises:
            UsageError: if there are too few projects, and `few` is `refuse`.
            ValueError: if `X` or `y` are no finite numbers, or do not fit together.
        """
        attained, totals = validate_data(self, X, y, y_numeric=True, dtype=np.float64)
        self._check_rows(*attained.shape)
        self.weights_ = _weights(attained, totals, self.total)
        self.error_ = float(np.sqrt(np.mean((attained @ self.weights_ - totals) ** 2)))
        self.intervals_ = self._intervals(attained, totals)
        return self

    def predict(self, X: Any) -> Any:  # noqa: N803
        """The totals that the weights give for attainments `X`."""
        check_is_fitted(self)
        attained = validate_data(self, X, reset=False, dtype=np.float64)
        return attained @ self.weights_

    def __sklearn_tags__(self) -> Any:
        """What scikit-learn should know: weights that may not be negative fit no odd numbers."""
        tags = super().__sklearn_tags__()
        tags.regressor_tags.poor_score = True
        return tags

    def _check_rows(self, rows: int, weights: int) -> None:
        if rows >= ROWS_A_WEIGHT * weights:
            return
        due = ROWS_A_WEIGHT * weights
        if self.few == "warn":
            message = f"{rows} projects for {weights} weights; {due} are due: mostly noise"
            warnings.warn(message, TooFewWarning, stacklevel=3)
            return
        raise UsageError.at(
            "WeightInference",
            f"{weights} 个权重只有 {rows} 个项目，至少要 {due} 个，否则结果多半是噪声；"
            "请补充项目、合并指标，或用 few='warn' 自担风险。",
            f"{rows} projects for {weights} weights, {due} are due: less is mostly noise. Add "
            "projects, merge indicators, or take few='warn' at your own risk.",
        )

    def _intervals(self, attained: Any, totals: Any) -> Any:
        """What the weights come to when the projects are drawn again and again."""
        if not self.resamples:
            return np.full((attained.shape[1], 2), np.nan)
        random = check_random_state(self.random_state)
        draws = random.randint(len(totals), size=(self.resamples, len(totals)))
        found = np.array([_weights(attained[rows], totals[rows], self.total) for rows in draws])
        ends = [(1 - self.level) / 2, (1 + self.level) / 2]
        return np.quantile(found, ends, axis=0).T


def _weights(attained: Any, totals: Any, whole: float) -> Any:
    """Least squares over weights ≥ 0 that sum to `whole`: one heavy row holds the sum."""
    count = attained.shape[1]
    firm = FIRM * max(1.0, float(np.abs(attained).max(initial=0.0)))
    rows = np.vstack([attained, np.full(count, firm)])
    found, _ = nnls(rows, np.append(totals, firm * whole))
    return found * (whole / found.sum()) if found.any() else np.full(count, whole / count)
