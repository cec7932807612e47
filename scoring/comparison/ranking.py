"""排名 (ranking): places with ties, and the places that the judgements leave open."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike


def ranked(projects: pd.DataFrame) -> pd.DataFrame:
    """The projects from the best down, with `rank`, `tied`, `best` and `worst`.

    Equal totals share a rank (1, 2, 2, 4). `best` is the rank if all open judgements of the project
    fall high and all of the others fall low; `worst` the other way round. Of equal rank, names
    decide the order only.
    """
    totals, lows, highs = (np.sort(projects[name].to_numpy()) for name in ("total", "low", "high"))
    count = len(projects)
    above = count - np.searchsorted(totals, projects["total"], side="right")
    equal = np.searchsorted(totals, projects["total"], side="right") - np.searchsorted(
        totals, projects["total"], side="left"
    )
    surely_above = count - np.searchsorted(lows, projects["high"], side="right")
    itself = (projects["high"] > projects["low"]).to_numpy()
    maybe_above = count - np.searchsorted(highs, projects["low"], side="right") - itself
    places = projects.assign(
        rank=above + 1, tied=equal, best=surely_above + 1, worst=maybe_above + 1
    )
    return places.sort_values(["rank", "department", "project"], kind="stable", ignore_index=True)


def agreement(one: ArrayLike, other: ArrayLike) -> float:
    """Kendall's τ-b between two orders of the same projects: 1 for the same, −1 for the reverse.

    Where either order ties all, nothing contradicts it: 1.
    """
    from scipy.stats import kendalltau  # noqa: PLC0415 -- slow to import

    found = float(kendalltau(one, other).statistic)
    return 1.0 if np.isnan(found) else found
