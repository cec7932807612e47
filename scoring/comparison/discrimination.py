"""区分度 (discrimination): which indicators everybody passes, and which decide the order."""

import pandas as pd

from scoring.comparison.settings import Settings


def deciding(items: pd.DataFrame, by: str) -> pd.DataFrame:
    """What each group of items (an indicator, a category) has to do with who stands where.

    `projects`, `full` (projects with all its points), `lost` (cents lost by all), and `share`: the
    part of the spread of totals that comes from it: the covariance of the points lost in it with
    all points lost, over their variance. Shares add up to one; below zero it works against the
    order. Without any spread all shares are zero.
    """
    judged = items[items["max_points"] > 0]
    lost = (judged["max_points"] - judged["points"]).rename("lost")
    table = judged.assign(lost=lost)
    own = table.groupby(["project_id", by], sort=False)["lost"].sum().reset_index()
    everything = own.groupby("project_id")["lost"].sum()
    count = len(everything)
    centred = own["project_id"].map(everything - everything.mean())
    products = (own["lost"] * centred).groupby(own[by]).sum()
    spread = float(products.sum())
    groups = own.groupby(by, sort=True)["lost"]
    found = pd.DataFrame(
        {
            "projects": groups.size(),
            "full": groups.agg(lambda values: int((values == 0).sum())),
            "lost": groups.sum(),
            "share": products / spread if count > 1 and spread else products * 0.0,
        }
    )
    return found.sort_values(["share", "lost"], ascending=False, kind="stable").reset_index()


def undiscriminating(table: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """The groups of `deciding` that everybody passes, of those that enough projects have."""
    everybody = table["full"] == table["projects"]
    return table[everybody & (table["projects"] >= settings.least_projects)]
