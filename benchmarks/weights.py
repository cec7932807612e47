"""How well weights are found from totals: mean error a weight, by number of projects and noise.

    python -m benchmarks.weights [--repeats 300]

Simulated: nine true weights (Dirichlet, sum 100), attainments between 70% and 100%, totals rounded
as people write them. The last column is how often the 90% interval holds the true weight.
"""

import argparse
import warnings
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from scoring.estimators.inference import TooFewWarning, WeightInference

WEIGHTS = 9
TOTAL = 100.0
LEAST = 0.7
"""Nobody declares what is met by half: published attainments lie between this and 1."""


class Setting(NamedTuple):
    """How many projects, how noisy the totals are (points), and to what they are rounded."""

    projects: int
    noise: float
    rounded_to: float


SETTINGS = [
    *(Setting(n, 0.0, 0.01) for n in (5, 9, 27)),
    *(Setting(n, 0.5, 1.0) for n in (9, 12, 20, 27, 50)),
    *(Setting(n, 2.0, 1.0) for n in (27, 50)),
]


class Found(NamedTuple):
    """Mean absolute error of a weight in points, and the share of intervals that hold it."""

    error: float
    held: float


def simulated(setting: Setting, random: "np.random.Generator") -> "tuple[Any, Any, Any]":
    """True weights, attainments of the projects, and the totals that experts give."""
    true = random.dirichlet(np.full(WEIGHTS, 3)) * TOTAL
    attained = random.uniform(LEAST, 1, (setting.projects, WEIGHTS))
    totals = attained @ true + random.normal(0, setting.noise, setting.projects)
    return true, attained, np.round(totals / setting.rounded_to) * setting.rounded_to


def measured(setting: Setting, *, repeats: int, resamples: int) -> Found:
    """The error over many simulations of one setting."""
    random = np.random.default_rng(2026)
    errors, held = [], []
    for _ in range(repeats):
        true, attained, totals = simulated(setting, random)
        model = WeightInference(total=TOTAL, resamples=resamples, few="warn", random_state=0)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", TooFewWarning)  # that is what is measured
            model.fit(attained, totals)
        errors.append(np.abs(model.weights_ - true).mean())
        low, high = model.intervals_.T
        held.append(np.mean((low <= true) & (true <= high)))
    return Found(float(np.mean(errors)), float(np.mean(held)))


def lines(*, repeats: int, resamples: int) -> Iterator[str]:
    """The table, row by row."""
    yield f"{'projects':>8} {'noise':>6} {'rounded':>8} {'error':>7} {'held':>6}"
    for setting in SETTINGS:
        found = measured(setting, repeats=repeats, resamples=resamples)
        held = f"{found.held:.0%}" if resamples else "-"
        yield (
            f"{setting.projects:>8} {setting.noise:>6} {setting.rounded_to:>8} "
            f"{found.error:>7.2f} {held:>6}"
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=200)
    parser.add_argument("--resamples", type=int, default=100)
    chosen = parser.parse_args()
    for line in lines(repeats=chosen.repeats, resamples=chosen.resamples):
        print(line)


if __name__ == "__main__":
    main()
