"""分布 (distributions): how totals and grades lie in a department, a category, a size, a year.

Quartiles are nearest-rank, thus totals that really occur, and exact.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from scoring.comparison.discrimination import deciding
from scoring.comparison.settings import Settings

QUARTILES = {"lowest": 0, "lower_quartile": 1, "median": 2, "upper_quartile": 3, "highest": 4}
"""Columns of a distribution, each with how many quarters of the values lie at or below it."""


def by_group(projects: pd.DataFrame, group: str) -> pd.DataFrame:
    """How totals and grades lie in each group: `group`, `projects`, quartiles, a column a grade."""
    groups = projects.groupby(group, dropna=False, sort=True, observed=True)
    totals = groups["total"].agg(list)
    found = pd.DataFrame([quartiles(values) for values in totals], columns=list(QUARTILES))
    found.insert(0, group, totals.index)
    found.insert(1, "projects", groups.size().to_numpy())
    grades = groups["grade"].value_counts().unstack(fill_value=0).reindex(totals.index)
    return found.assign(**{str(name): grades[name].to_numpy() for name in grades.columns})


def quartiles(values: Sequence[int] | npt.NDArray[np.int64]) -> tuple[int, ...]:
    """Lowest, quartiles and highest of some totals, by nearest rank."""
    ordered = np.sort(np.asarray(values))
    ranks = (-(-len(ordered) * quarters // 4) for quarters in QUARTILES.values())
    return tuple(int(ordered[max(rank, 1) - 1]) for rank in ranks)


def sized(projects: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """The projects with `size`: the band of their budget, or nothing where it is not known."""
    bands = settings.sizes
    edges = [band.from_fen for band in bands]
    known = projects["budget"].notna()
    place = np.searchsorted(edges, projects["budget"].fillna(0), side="right") - 1
    titles = [band.title for band in bands]
    sizes = pd.Series([titles[at] for at in place], index=projects.index).where(known)
    return projects.assign(size=sizes.astype(pd.CategoricalDtype(titles, ordered=True)))


def by_category(items: pd.DataFrame) -> pd.DataFrame:
    """What each category earned of its points, over all projects (cents), in the order of its code.

    `items` and `met` count its items; `share` is its part of the spread of totals (`deciding`).
    """
    judged = items[items["max_points"] > 0]
    groups = judged.groupby("category", sort=True)
    found = groups[["max_points", "points"]].sum()
    found["items"] = groups.size()
    found["met"] = groups["met"].sum()
    found["lost"] = found["max_points"] - found["points"]
    found["share"] = deciding(items, "category").set_index("category")["share"]
    return found.reset_index()
