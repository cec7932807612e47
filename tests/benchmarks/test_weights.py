"""The benchmark of inferred weights: what it prints follows from what it simulates."""

import numpy as np

from benchmarks.weights import Setting, lines, measured, simulated


def test_totals_are_what_the_weights_give_rounded() -> None:
    random = np.random.default_rng(1)
    true, attained, totals = simulated(Setting(9, 0.0, 0.01), random)
    assert abs(true.sum() - 100) < 1e-9
    assert np.abs(attained @ true - totals).max() <= 0.005 + 1e-9


def test_more_projects_and_less_noise_err_less() -> None:
    """27 projects without noise leave hundredths; nine with half a point of noise leave points."""
    clear = measured(Setting(27, 0.0, 0.01), repeats=5, resamples=0)
    noisy = measured(Setting(9, 0.5, 1.0), repeats=5, resamples=0)
    assert clear.error < 0.1 < 1 < noisy.error


def test_a_row_a_setting() -> None:
    head, first, *_ = lines(repeats=1, resamples=0)
    assert head.split() == ["projects", "noise", "rounded", "error", "held"]
    assert first.split()[:3] == ["5", "0.0", "0.01"]
