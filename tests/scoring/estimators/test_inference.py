"""Weights inferred from totals: found where they can be, with intervals; refused where not."""

import warnings

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.utils.estimator_checks import check_estimator

from indicators.errors import UsageError
from scoring.estimators.inference import TooFewWarning, WeightInference

TRUE = np.array([10.0, 50.0, 30.0, 10.0])
RANDOM = np.random.default_rng(7)
ATTAINED = RANDOM.uniform(0.7, 1, (30, 4))
TOTALS = np.round(ATTAINED @ TRUE, 2)


def test_the_weights_behind_the_totals_are_found() -> None:
    """Totals to the hundredth, no noise: nothing but rounding is left."""
    model = WeightInference(random_state=0).fit(ATTAINED, TOTALS)
    assert np.abs(model.weights_ - TRUE).max() < 0.1
    assert model.weights_.sum() == pytest.approx(100)
    assert model.error_ < 0.005
    assert model.score(ATTAINED, TOTALS) > 0.999


def test_a_weight_that_nobody_gave_is_zero_not_less() -> None:
    """The last column says the contrary of the totals: unbounded, it would weigh less than zero."""
    against = np.column_stack([ATTAINED[:, :3], 1 - ATTAINED[:, 0]])
    totals = ATTAINED[:, :3] @ np.array([20.0, 50.0, 30.0])
    model = WeightInference(resamples=0).fit(against, totals)
    assert model.weights_.min() == 0
    assert model.weights_.sum() == pytest.approx(100)


def test_noise_widens_the_intervals_and_the_seed_repeats_them() -> None:
    noisy = np.round(TOTALS + RANDOM.normal(0, 2, 30))
    clear = WeightInference(random_state=1).fit(ATTAINED, TOTALS).intervals_
    model = WeightInference(random_state=1)
    wide = model.fit(ATTAINED, noisy).intervals_
    assert (wide[:, 1] - wide[:, 0] > clear[:, 1] - clear[:, 0]).all()
    assert (wide[:, 0] <= wide[:, 1]).all()
    assert (clone(model).fit(ATTAINED, noisy).intervals_ == wide).all()


def test_no_resamples_no_intervals() -> None:
    model = WeightInference(resamples=0).fit(ATTAINED, TOTALS)
    assert np.isnan(model.intervals_).all()


def test_too_few_projects_are_refused() -> None:
    with pytest.raises(UsageError, match="4 个权重只有 11 个项目，至少要 12 个"):
        WeightInference().fit(ATTAINED[:11], TOTALS[:11])
    assert WeightInference(resamples=0).fit(ATTAINED[:12], TOTALS[:12]).weights_.shape == (4,)


def test_or_warned_about_at_the_users_risk() -> None:
    with pytest.warns(TooFewWarning, match="11 projects for 4 weights; 12 are due"):
        WeightInference(few="warn", resamples=0).fit(ATTAINED[:11], TOTALS[:11])


def test_another_sum() -> None:
    model = WeightInference(total=90, resamples=0).fit(ATTAINED, TOTALS * 0.9)
    assert model.weights_.sum() == pytest.approx(90)


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_what_is_no_number_is_refused(wrong: float) -> None:
    broken = ATTAINED.copy()
    broken[3, 1] = wrong
    with pytest.raises(ValueError, match="Input X contains"):
        WeightInference().fit(broken, TOTALS)


def test_it_keeps_the_conventions_of_scikit_learn() -> None:
    """Every check that applies; their tiny data are fewer than three projects a weight."""
    model = WeightInference(few="warn", resamples=5)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        checks = check_estimator(model, on_skip=None)
    assert len(checks) > 40
    assert {check["status"] for check in checks} <= {"passed", "skipped"}
