"""计分器 (standard scorer): scores frames of items by a standard, as a scikit-learn transformer."""

from collections.abc import Sequence
from typing import Any, Self

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from indicators.errors import UsageError
from scoring.columns import score_frame
from scoring.register import find
from scoring.standard import Standard
from scoring.table import REQUIRED, SCORES

NUMBERS = ("points", "achievement", "met")
"""The columns of a scored frame that are numbers, or can be read as such."""


class StandardScorer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Scores every row of a frame of items, by the law that `score` and `score_frame` apply.

    Nothing is learnt: `fit` loads the standard and checks the columns.

    Args:
        standard: the rules, the id of a shipped standard, or the path of a file.
        outputs: the columns to give, of those of `score_frame`.
        as_float: give numbers as binary floats, as the estimators behind it in a pipeline want
            them; NaN where a row has no points. Without it, points stay exact decimals.

    Attributes:
        standard_: the standard as loaded.
        feature_names_in_, n_features_in_: the columns seen by `fit`.
    """

    def __init__(
        self,
        standard: Standard | str = "cn-mof-2020-10",
        *,
        outputs: Sequence[str] = SCORES,
        as_float: bool = False,
    ) -> None:
        self.standard = standard
        self.outputs = outputs
        self.as_float = as_float

    def fit(self, X: pd.DataFrame, y: Any = None) -> Self:  # noqa: N803 -- scikit-learn's
        """Load the standard and check that `X` has the columns that it needs.

        Raises:
            UsageError: if `X` is no frame or lacks columns, or `outputs` are unknown.
            StandardError, RuleFileError: if there is no such standard, or its file is wrong.
        """
        self.standard_ = find(self.standard) if isinstance(self.standard, str) else self.standard
        known = NUMBERS if self.as_float else SCORES
        unknown = [name for name in self.outputs if name not in known]
        if unknown or not self.outputs:
            raise UsageError.at(
                "outputs",
                f"输出的列应为其中之一或几个：{'、'.join(known)}；得到 {unknown}。",
                f"outputs are some of {', '.join(known)}; got {unknown}.",
            )
        self._check(X)
        self.feature_names_in_ = X.columns.to_numpy(dtype=object)
        self.n_features_in_ = X.shape[1]
        return self

    def transform(self, X: pd.DataFrame) -> pd.DataFrame:  # noqa: N803
        """The `outputs` of every row of `X`, with its index."""
        check_is_fitted(self)
        self._check(X)
        scored = score_frame(X, self.standard_)[list(self.outputs)]
        return scored.astype("float64") if self.as_float else scored

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        """The names of the columns that `transform` gives."""
        check_is_fitted(self)
        return np.array(self.outputs, dtype=object)

    def __sklearn_tags__(self) -> Any:
        """What scikit-learn should know: frames with names, numbers and words; nothing learnt."""
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        tags.input_tags.categorical = True
        tags.input_tags.allow_nan = True
        return tags

    @staticmethod
    def _check(frame: Any) -> None:
        if not isinstance(frame, pd.DataFrame):
            raise UsageError.at(
                "StandardScorer",
                f"要一张表（pandas.DataFrame），得到 {type(frame).__name__}。",
                f"a pandas.DataFrame is due, not a {type(frame).__name__}.",
            )
        lacking = [name for name in REQUIRED if name not in frame.columns]
        if lacking:
            raise UsageError.at(
                "StandardScorer",
                f"表里缺少这些列：{'、'.join(lacking)}。",
                f"the frame lacks the columns {', '.join(lacking)}.",
            )
