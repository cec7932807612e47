"""先看哪里 (priority): in which order a bureau may re-check, with the reasons in words.

Every place on the list follows from clues that can be shown (`priority.yaml`); nothing is learned.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from indicators.errors import Words
from scoring.comparison.clues import Clue, Priorities
from scoring.comparison.distributions import sized
from scoring.comparison.measures import measured, robust_z
from scoring.comparison.settings import Settings
from scoring.comparison.tables import Tables
from scoring.comparison.years import YearPair


@dataclass(frozen=True, slots=True)
class Reason:
    """A clue that a project gives: what it is, how much was measured, what it counts."""

    clue: str
    points: Decimal
    words: Words


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A project on the list: the sum of its clues, and each of them, the weightiest first."""

    project_id: str
    points: Decimal
    reasons: tuple[Reason, ...]


def prioritised(
    tables: Tables, rules: Priorities, settings: Settings, pairs: Sequence[YearPair] = ()
) -> list[Suspicion]:
    """All projects, those to look at first in front; of equal points the larger budget first."""
    found = measured(tables, rules, pairs)
    reasons: dict[str, list[Reason]] = {str(key): [] for key in found.index}
    for clue in rules.clues:
        for project, reason in _given(clue, found[clue.measure]):
            reasons[project].append(reason)
    for project, reason in _outliers(tables, found, rules, settings):
        reasons[project].append(reason)
    budget = tables.projects.set_index("project_id")["budget"].fillna(-1)
    listed = [_listed(project, own) for project, own in reasons.items()]
    return sorted(listed, key=lambda each: (-each.points, -int(budget[each.project_id])))


def _listed(project: str, reasons: list[Reason]) -> Suspicion:
    ordered = tuple(sorted(reasons, key=lambda reason: -reason.points))
    return Suspicion(project, sum((reason.points for reason in reasons), Decimal(0)), ordered)


def _given(clue: Clue, values: "pd.Series[float]") -> list[tuple[str, Reason]]:
    """The projects that give a clue which counts: one worth nothing accuses for nothing."""
    known = values.dropna().astype("float64")
    above = known[known >= float(clue.from_)]
    given = [(str(project), _reason(clue, value)) for project, value in above.items()]
    return [(project, reason) for project, reason in given if reason.points]


def _reason(clue: Clue, value: float) -> Reason:
    """What a measured value counts: from nothing at `from` to all points at `full`."""
    beyond = (Decimal(str(value)) - clue.from_) / (clue.full - clue.from_)
    points = (clue.points * min(beyond, Decimal(1))).quantize(_TENTH)
    shown = f"{value:.4g}"
    words = Words(
        f"{clue.title}（{shown}{clue.unit}），需核实。",
        f"{clue.title_en} ({shown}{_UNITS.get(clue.unit, clue.unit)}): to be verified.",
    )
    return Reason(clue.id, points, words)


def _outliers(
    tables: Tables, found: pd.DataFrame, rules: Priorities, settings: Settings
) -> list[tuple[str, Reason]]:
    """The projects that stand out among their peers."""
    rule = rules.outlier
    peers = _peers(tables, rules, settings)
    reasons = []
    for name in rule.measures:
        title = next(clue.words for clue in rules.clues if clue.measure == name)
        for _, own in found[name].groupby(peers):
            if own.notna().sum() >= rule.least_peers:
                z = robust_z(own)
                for project, value in z[z >= float(rule.z)].items():
                    reasons.append((str(project), _standing_out(title, value, len(own), rules)))
    return reasons


def _peers(tables: Tables, rules: Priorities, settings: Settings) -> "pd.Series[str]":
    """The group each project is held against: its department, or its size if that is small."""
    projects = sized(tables.projects, settings).set_index("project_id")
    count = projects.groupby("department")["total"].transform("size")
    own = "部门：" + projects["department"].fillna("")
    return own.where(
        count >= rules.outlier.least_peers, "规模：" + projects["size"].astype("string")
    )


def _standing_out(title: Words, z: float, peers: int, rules: Priorities) -> Reason:
    words = Words(
        f"“{title.zh}”在 {peers} 个同类项目中离群（稳健 z 值 {z:.1f}），需核实。",
        f"'{title.en}' stands out among {peers} peers (robust z {z:.1f}): to be verified.",
    )
    return Reason("outlier", rules.outlier.points, words)


_TENTH = Decimal("0.1")
_UNITS = {"分": " points", "个百分点": " percentage points", "个项目": " projects"}
