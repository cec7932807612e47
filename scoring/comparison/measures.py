"""What can be told of a project without opening its files: one number a measure.

Shares are percent of the project's points, gaps points or percentage points; a measure that does
not apply to a project (no declared points, no money, no last year) is missing.
"""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import pandas as pd

from indicators.spelling import folded
from scoring.comparison.clues import Copied, Priorities
from scoring.comparison.tables import Tables
from scoring.comparison.years import YearPair

COUNTED = ("quantitative", "deadline", "schedule")
JUDGED = ("qualitative", "reference")


def measured(tables: Tables, rules: Priorities, pairs: Sequence[YearPair] = ()) -> pd.DataFrame:
    """The measures of every project, in its order; `pairs` are the same projects a year before."""
    items = tables.items[tables.items["max_points"] > 0]
    counted = items[items["kind"].isin(COUNTED)]
    index = tables.projects["project_id"]
    found = {
        "declared_gap": _declared_gap(tables.projects),
        "attainment_gap": (attainment(items) - execution_rate(tables.projects)).dropna(),
        "lowered_share": _lowered(items, pairs),
        "over_share": _share(counted, _over(counted, rules.over)),
        "equal_share": _share(counted, _is_equal(counted)),
        "judged_full_share": _judged_full(items),
        "copied_share": _share(items, _is_copied(items, rules.copied)),
        "same_scores": _same_scores(items),
        "unexplained_share": _unexplained(items),
        "round_share": _round(items),
    }
    table = pd.DataFrame({name: values.reindex(index) for name, values in found.items()})
    return table.astype("Float64").set_axis(index, axis=0)


def _share(items: pd.DataFrame, chosen: "pd.Series[bool]") -> "pd.Series[float]":
    """Percent of the points of these items that the chosen ones have, by project."""
    whole = items.groupby("project_id")["max_points"].sum()
    part = items[chosen].groupby("project_id")["max_points"].sum()
    return part.reindex(whole.index, fill_value=0) * 100 / whole


def _declared_gap(projects: pd.DataFrame) -> "pd.Series[float]":
    by_id = projects.set_index("project_id")
    return (by_id["declared_total"] - by_id["total"]) / 100


def attainment(items: pd.DataFrame) -> "pd.Series[float]":
    """What part of the points of their counted targets the projects earned, in percent."""
    counted = items[items["kind"].isin(COUNTED) & (items["max_points"] > 0)]
    sums = counted.groupby("project_id")[["points", "max_points"]].sum()
    return sums["points"] * 100 / sums["max_points"]


def execution_rate(projects: pd.DataFrame) -> "pd.Series[float]":
    """What part of their budgets the projects executed, in percent, at most all of it."""
    money = projects.set_index("project_id")[["budget", "executed"]].dropna().astype("float64")
    money = money[money["budget"] > 0]
    return (money["executed"] / money["budget"]).clip(upper=1) * 100


def _lowered(items: pd.DataFrame, pairs: Sequence[YearPair]) -> "pd.Series[float]":
    """Percent of the points whose target lies below last year's actual."""
    lowered = {
        (pair.after_id, change.indicator)
        for pair in pairs
        for change in pair.changes
        if change.change == "below_last_actual"
    }
    known = items[items["project_id"].isin({pair.after_id for pair in pairs})]
    keys = zip(known["project_id"], known["indicator"], strict=True)
    return _share(known, pd.Series([key in lowered for key in keys], known.index, dtype=bool))


def _over(counted: pd.DataFrame, percent: Decimal) -> "pd.Series[bool]":
    """Whether more was done, where more is better, than `percent` of the target."""
    values = zip(
        counted["direction"], counted["target_value"], counted["actual_value"], strict=True
    )
    return pd.Series(
        [
            direction == "higher"
            and isinstance(target, Decimal)
            and isinstance(actual, Decimal)
            and actual * 100 > target * percent > 0
            for direction, target, actual in values
        ],
        counted.index,
        dtype=bool,
    )


def _is_equal(counted: pd.DataFrame) -> "pd.Series[bool]":
    values = zip(counted["target_value"], counted["actual_value"], strict=True)
    equal = [isinstance(target, Decimal) and target == actual for target, actual in values]
    return pd.Series(equal, counted.index, dtype=bool)


def _judged_full(items: pd.DataFrame) -> "pd.Series[float]":
    """Percent of the judged points that are full: as declared, where that is known."""
    judged = items[items["kind"].isin(JUDGED)]
    claimed = judged["declared_points"].fillna(judged["points"])
    return _share(judged, (claimed == judged["max_points"]).astype(bool))


def _is_copied(items: pd.DataFrame, rule: Copied) -> "pd.Series[bool]":
    """Whether the text of a promise stands word for word in enough projects."""
    texts = items["indicator"].fillna("") + "|" + items["target"].fillna("")
    known = {text: "".join(folded(text).split()) for text in texts.unique()}
    keys = texts.map(known)
    table = pd.DataFrame({"key": keys, "project_id": items["project_id"]})
    spread = table.drop_duplicates().groupby("key").size()
    long = keys.str.len() >= rule.least_characters + 1
    return ((keys.map(spread) >= rule.projects) & long).astype(bool)


def _same_scores(items: pd.DataFrame) -> "pd.Series[float]":
    """How many other projects have the same points, item by item, and not simply all of them."""
    ordered = items.sort_values(["project_id", "item"], kind="stable")
    claimed = ordered["declared_points"].fillna(ordered["points"])
    both = claimed.astype(str) + "/" + ordered["max_points"].astype(str)
    profile = both.groupby(ordered["project_id"]).agg("|".join)
    lost = (claimed < ordered["max_points"]).groupby(ordered["project_id"]).any()
    alike = profile.groupby(profile).transform("size").astype("float64")
    return (alike - 1).where(lost, 0.0)


def _unexplained(items: pd.DataFrame) -> "pd.Series[float]":
    """Percent of the lost points that have no reason beside them."""
    lost = items.assign(lost=items["max_points"] - items["points"])
    lost = lost[lost["lost"] > 0]
    whole = lost.groupby("project_id")["lost"].sum()
    bare = lost[lost["reason"].fillna("").str.strip() == ""]
    return bare.groupby("project_id")["lost"].sum().reindex(whole.index, fill_value=0) * 100 / whole


def _round(items: pd.DataFrame) -> "pd.Series[float]":
    """Percent of the items whose points by the rule are not whole but were declared so."""
    known = items[items["declared_points"].notna() & (items["points"] % 100 != 0)]
    whole = (known["declared_points"] % 100 == 0).astype("float64")
    return whole.groupby(known["project_id"]).mean() * 100


def robust_z(values: "pd.Series[float]") -> "pd.Series[float]":
    """How many scaled median absolute deviations a value lies above the median of its peers.

    Without any deviation among the peers nothing stands out: 0.
    """
    known = values.dropna().astype("float64")
    centre = float(np.median(known)) if len(known) else 0.0
    spread = float(np.median(np.abs(known - centre))) * _SIGMAS if len(known) else 0.0
    return (known - centre) / spread if spread else known * 0.0


_SIGMAS = 1.4826
"""The median absolute deviation of a normal distribution, times this, is its standard deviation."""
