"""Frames scored in pipelines: the points of `score_frame`, by scikit-learn's conventions."""

import pickle
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.exceptions import NotFittedError
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler
from sklearn.utils import estimator_checks

from indicators.errors import StandardError, UsageError
from scoring.columns import score_frame
from scoring.estimators import StandardScorer
from scoring.register import find
from scoring.table import SCORES

STANDARD = "cn-beijing-selfeval-2016"
ITEMS = pd.DataFrame(
    {
        "category": ["output.quantity", "output.quality", "benefit.social"],
        "kind": ["quantitative", "quantitative", "qualitative"],
        "comparator": [">=", "<", None],
        "direction": ["higher", "lower", None],
        "target": [100, 48, None],
        "actual": [94, 60, None],
        "max_points": [12.5, 6.25, 7.5],
        "judgement": [None, None, "partly_achieved"],
    },
    index=["a", "b", "c"],
)
"""12.50 × 94 ÷ 100 = 11.75; 6.25 × 48 ÷ 60 = 5; 7.50 × 65% = 4.875, half up 4.88."""

AS_FLOATS = StandardScorer(STANDARD, outputs=("points", "met"), as_float=True)


def test_it_scores_as_score_frame_does() -> None:
    scored = StandardScorer(STANDARD).fit_transform(ITEMS)
    pd.testing.assert_frame_equal(scored, score_frame(ITEMS, STANDARD))
    assert list(scored["points"]) == [Decimal("11.75"), Decimal(5), Decimal("4.88")]
    assert list(scored.columns) == list(SCORES)


def test_fit_learns_nothing_and_says_what_it_saw() -> None:
    scorer = StandardScorer(find(STANDARD), outputs=("points",)).fit(ITEMS)
    assert scorer.standard_ is scorer.standard
    assert list(scorer.feature_names_in_) == list(ITEMS.columns)
    assert scorer.n_features_in_ == 8
    assert list(scorer.get_feature_names_out()) == ["points"]
    pd.testing.assert_frame_equal(scorer.transform(ITEMS[1:]), scorer.transform(ITEMS)[1:])


def test_in_a_pipeline() -> None:
    """11.75 is the most of the three, 4.88 the least."""
    scaled = make_pipeline(AS_FLOATS, MinMaxScaler()).fit_transform(ITEMS)
    assert scaled[0, 0] == pytest.approx(1)
    assert scaled[2, 0] == pytest.approx(0)


def test_in_a_column_transformer() -> None:
    both = ColumnTransformer(
        [("scored", AS_FLOATS, list(ITEMS.columns)), ("as it is", "passthrough", ["max_points"])]
    ).set_output(transform="pandas")
    found = both.fit_transform(ITEMS)
    assert list(found.columns) == ["scored__points", "scored__met", "as it is__max_points"]
    assert list(found.index) == ["a", "b", "c"]
    assert found.loc["b"].tolist() == [5.0, 0.0, 6.25]


def test_a_row_without_points_is_nan_as_a_float() -> None:
    missing = ITEMS.assign(actual=pd.array([94, None, None]))
    assert np.isnan(AS_FLOATS.fit_transform(missing)["points"].to_numpy()).tolist() == [
        *(False, True, False),
    ]


def test_it_can_be_copied_and_kept() -> None:
    fitted = clone(AS_FLOATS).fit(ITEMS)
    again = pickle.loads(pickle.dumps(fitted))  # noqa: S301 -- our own
    pd.testing.assert_frame_equal(again.transform(ITEMS), fitted.transform(ITEMS))
    assert clone(AS_FLOATS).get_params() == AS_FLOATS.get_params()


def test_before_fit() -> None:
    with pytest.raises(NotFittedError):
        StandardScorer(STANDARD).transform(ITEMS)
    with pytest.raises(NotFittedError):
        StandardScorer(STANDARD).get_feature_names_out()


@pytest.mark.parametrize(
    ("scorer", "frame", "error", "words"),
    [
        (StandardScorer(STANDARD), ITEMS.to_numpy(), UsageError, "得到 ndarray"),
        (StandardScorer(STANDARD), ITEMS[["kind"]], UsageError, "缺少这些列：category、comparator"),
        (StandardScorer("cn-beijing"), ITEMS, StandardError, "cn-beijing-selfeval-2016"),
        (StandardScorer(outputs=("grade",)), ITEMS, UsageError, "得到 ['grade']"),
        (StandardScorer(outputs=()), ITEMS, UsageError, "输出的列"),
        (
            StandardScorer(outputs=("rule",), as_float=True),
            ITEMS,
            UsageError,
            "points、achievement",
        ),
    ],
)
def test_what_cannot_be_fitted(
    scorer: StandardScorer, frame, error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as caught:
        scorer.fit(frame)
    assert words in str(caught.value)


WITHOUT_DATA = (
    *("check_estimator_cloneable", "check_estimator_repr", "check_no_attributes_set_in_init"),
    *("check_get_params_invariance", "check_set_params", "check_parameters_default_constructible"),
    *("check_valid_tag_types", "check_mixin_order", "check_estimator_tags_renamed"),
)
"""The checks of scikit-learn that hold for every estimator. The others feed bare arrays of
numbers, which have no columns that could be scored.
"""


@pytest.mark.parametrize("check", WITHOUT_DATA)
def test_it_keeps_the_conventions_of_scikit_learn(check: str) -> None:
    getattr(estimator_checks, check)("StandardScorer", StandardScorer())
