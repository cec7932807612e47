"""权重敏感度 (reweighing): how the order changes when the weight of one category is moved.

One category's points move, the others keep their proportions, and the sum stays the same. Each
project keeps the share of a category's points that it earned; where it has nothing in a category,
the others take its weight. Totals are whole numbers over one denominator, so that ties are ties.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm
from operator import mul

import numpy as np
import pandas as pd

from scoring.comparison.ranking import agreement
from scoring.comparison.settings import Settings

EXECUTION = "execution"


@dataclass(frozen=True, slots=True)
class Reweighed:
    """What becomes of the order when `category` weighs from `least` to `most` instead of `now`.

    Weights are percent of the total. `tau_least` and `tau_most` are Kendall's τ-b between the order
    now and the order at the two ends (1: the same). `ranks` has `project_id`, `rank` and the first
    and last place within the range (`best`, `worst`): over all weights of it if `exact`, else at
    both ends and now.
    """

    category: str
    now: Decimal
    least: Decimal
    most: Decimal
    tau_least: float
    tau_most: float
    ranks: pd.DataFrame
    exact: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The total of one project at the two ends of the range, as whole numbers of one unit."""

    low: int
    high: int


def reweighed(
    projects: pd.DataFrame, items: pd.DataFrame, settings: Settings
) -> tuple[Reweighed, ...]:
    """The order under moved weights, a category (level 1) at a time."""
    earned, weights = _earned(projects, items)
    if len(earned) == 1:
        return ()
    return tuple(
        _moved(category, projects["project_id"].tolist(), earned, weights, settings)
        for category in weights
        if len(weights) > 1
    )


Earned = dict[str, tuple[int, int]]
"""What a project earned of each level-1 category, and what it could have had, in cents."""

Weights = dict[str, Fraction]


def _earned(projects: pd.DataFrame, items: pd.DataFrame) -> tuple[list[Earned], Weights]:
    """What each project earned of each level-1 category, and what a category weighs on average."""
    table = items[["project_id", "max_points", "points"]].assign(
        head=items["category"].str.partition(".")[0]
    )
    money = projects[["project_id", "execution_max", "execution_points"]].dropna()
    money = money.set_axis(["project_id", "max_points", "points"], axis=1).assign(head=EXECUTION)
    both = pd.concat([table, money.astype({"max_points": "int64", "points": "int64"})])
    sums = both.groupby(["project_id", "head"], sort=False)[["max_points", "points"]].sum()
    sums = sums[sums["max_points"] > 0]
    place = {key: at for at, key in enumerate(projects["project_id"])}
    earned: list[Earned] = [{} for _ in place]
    for (project, head), most, had in sums.itertuples():
        earned[place[project]][head] = (int(had), int(most))
    by_head = sums["max_points"].groupby("head", sort=True).sum()
    whole = int(by_head.sum())
    return earned, {str(head): Fraction(int(most), whole) for head, most in by_head.items()}


def _moved(
    category: str, names: list[str], earned: list[Earned], weights: Weights, settings: Settings
) -> Reweighed:
    now = weights[category]
    shift = Fraction(settings.weights.shift) / 100
    least, most = max(now - shift, Fraction(0)), min(now + shift, Fraction(1))
    ends = [_with(weights, category, weight) for weight in (least, most)]
    low, high, base = _totals(earned, [*ends, weights])
    exact = len(earned) <= settings.weights.exact_up_to and _is_straight(category, earned, weights)
    lines = list(map(Line, low, high))
    ranges = _exact_ranges(lines) if exact else _end_ranges(low, high)
    rank = _ranks(base)
    ranks = pd.DataFrame(
        {
            "project_id": names,
            "rank": rank,
            "best": np.minimum(rank, [first for first, _ in ranges]),
            "worst": np.maximum(rank, [last for _, last in ranges]),
        }
    )
    return Reweighed(
        category,
        now=_percent(now),
        least=_percent(least),
        most=_percent(most),
        tau_least=agreement(rank, _ranks(low)),
        tau_most=agreement(rank, _ranks(high)),
        ranks=ranks,
        exact=exact,
    )


def _is_straight(category: str, earned: list[Earned], weights: dict[str, Fraction]) -> bool:
    """Whether every total is a straight line of the weight: nobody lacks another category.

    Without `category` itself a total stays as it is; without another one it moves along a curve.
    """
    return all(weights.keys() <= {category, *each} for each in earned)


def _with(weights: dict[str, Fraction], category: str, weight: Fraction) -> dict[str, Fraction]:
    """The weights with another one for `category`, the others in their proportions."""
    others = 1 - weights[category]
    scale = (1 - weight) / others if others else Fraction(0)
    return {head: weight if head == category else own * scale for head, own in weights.items()}


Pattern = tuple[tuple[str, int], ...]
"""Which categories a project has, and how many cents it can have in each."""


def _totals(earned: list[Earned], weightings: list[Weights]) -> list[list[int]]:
    """The totals of all projects by each weighting, as whole numbers of one unit.

    A total is the weighted mean of the shares; categories that a project does not have do not
    count. Projects of one pattern multiply what they earned by the same numbers.
    """
    patterns = [tuple((head, most) for head, (_, most) in own.items()) for own in earned]
    known = dict.fromkeys(patterns)
    factors = [{each: _factors(each, weights) for each in known} for weights in weightings]
    unit = lcm(*(f.denominator for table in factors for own in table.values() for f in own))
    whole = [{each: [int(f * unit) for f in own] for each, own in t.items()} for t in factors]
    cents = [[had for had, _ in own.values()] for own in earned]
    return [
        [sum(map(mul, table[each], own)) for each, own in zip(patterns, cents, strict=True)]
        for table in whole
    ]


def _factors(pattern: Pattern, weights: Weights) -> list[Fraction]:
    """What a cent earned in each category adds to the total."""
    whole = sum(weights[head] for head, _ in pattern)
    return [weights[head] / (whole * most) if whole else Fraction(0) for head, most in pattern]


def _ranks(totals: list[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Ranks from the best down, equal totals alike."""
    places = {total: place for place, total in reversed(list(enumerate(sorted(totals)[::-1], 1)))}
    return np.array([places[total] for total in totals], np.int64)


def _end_ranges(low: list[int], high: list[int]) -> list[tuple[int, int]]:
    """First and last place at the two ends of the range."""
    both = zip(_ranks(low).tolist(), _ranks(high).tolist(), strict=True)
    return [(min(pair), max(pair)) for pair in both]


def _exact_ranges(lines: list[Line]) -> list[tuple[int, int]]:
    """First and last place over the whole range, by where the lines cross."""
    return [_range(line, lines) for line in lines]


def _range(own: Line, lines: list[Line]) -> tuple[int, int]:
    """How many lines lie above `own`, at least and at most, between the two ends.

    Totals are straight lines of the weight, so each other line is above on one stretch at most.
    Walking along the range, a line that falls to `own` leaves at the crossing, one that rises above
    it counts only behind it: at the crossing both are tied.
    """
    above = sum(line.low > own.low for line in lines)
    crossings: list[tuple[Fraction, int]] = []
    for line in lines:
        before, after = line.low - own.low, line.high - own.high
        if before > 0 >= after:
            crossings.append((Fraction(before, before - after), -1))
        elif before <= 0 < after:
            crossings.append((Fraction(-before, after - before), +1))
    least = most = above
    for _, step in sorted(crossings):
        above += step
        least, most = min(least, above), max(most, above)
    return least + 1, most + 1


def _percent(weight: Fraction) -> Decimal:
    return (Decimal(weight.numerator) * 100 / Decimal(weight.denominator)).quantize(Decimal("0.01"))
