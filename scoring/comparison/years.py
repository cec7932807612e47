"""逐年比较 (years): the same projects a year later, and what was lowered, moved or renamed."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from indicators.errors import Words
from scoring.comparison.names import Match, matched
from scoring.comparison.settings import FULL, Settings
from scoring.comparison.tables import Tables, points_text

CHANGES = {
    "target_lowered": Words("目标降低", "target lowered"),
    "below_last_actual": Words("目标低于上年实际", "target below last year's actual"),
    "points_moved": Words("分值变动", "points moved"),
    "renamed": Words("疑似改名", "perhaps renamed"),
    "dropped": Words("上年有、今年无", "dropped"),
    "added": Words("今年新增", "added"),
}
"""What may have changed, with its title."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two years of a project, of an indicator or of the project itself."""

    project_id: str
    before_id: str
    change: str
    indicator: str
    words: Words
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class YearPair:
    """One project in two years, and all that changed.

    `is_later`: whether the second year lies behind the first, as far as both are known.
    """

    before_id: str
    after_id: str
    similarity: float
    changes: tuple[Change, ...]
    is_later: bool = True


def year_over_year(before: Tables, after: Tables, settings: Settings) -> list[YearPair]:
    """The projects of `after` that `before` has too, department by department, with changes."""
    old, new = _Year(before), _Year(after)
    pairs = []
    for department, now in new.departments.items():
        then = old.departments.get(department, [])
        names = [[str(project["project"]) for project in year] for year in (then, now)]
        pairs += [
            _pair(match, then[match.before], now[match.after], (old, new), settings)
            for match in matched(names[0], names[1], settings)
        ]
    return pairs


Row = dict[Hashable, Any]


class _Year:
    """The tables of a year as rows, quick to look up."""

    def __init__(self, tables: Tables) -> None:
        self.departments: dict[str, list[Row]] = defaultdict(list)
        self.items: dict[str, list[Row]] = defaultdict(list)
        for project in tables.projects.to_dict("records"):
            self.departments[str(project["department"])].append(project)
        for item in tables.items.to_dict("records"):
            self.items[str(item["project_id"])].append(item)


def _pair(
    match: Match, then: Row, now: Row, years: tuple[_Year, _Year], settings: Settings
) -> YearPair:
    ids = str(then["project_id"]), str(now["project_id"])
    changes = []
    if not match.is_alike:
        words = Words(
            f"项目名称由“{then['project']}”改为“{now['project']}”"
            f"（相似度 {match.similarity:.2f}）。",
            f"'{then['project']}' became '{now['project']}' (similarity {match.similarity:.2f}).",
        )
        changes.append(Change(ids[1], ids[0], "renamed", "", words, match.similarity))
    old, new = (year.items[key] for year, key in zip(years, ids, strict=True))
    changes += _item_changes(ids, old, new, settings)
    return YearPair(*ids, match.similarity, tuple(changes), _is_later(then, now))


def _is_later(then: Row, now: Row) -> bool:
    """Whether the years of a project follow one another, as far as they are known."""
    years = then["year"], now["year"]
    return any(pd.isna(year) for year in years) or int(years[0]) < int(years[1])


def _item_changes(
    ids: tuple[str, str], before: list[Row], after: list[Row], settings: Settings
) -> list[Change]:
    """What changed between the items of two years."""
    names = [[str(item["indicator"]) for item in items] for items in (before, after)]
    pairs = matched(names[0], names[1], settings)
    kept = {pair.before for pair in pairs}, {pair.after for pair in pairs}
    changes = []
    for pair in pairs:
        changes += _changed(ids, pair, before[pair.before], after[pair.after], settings)
    for at, name in enumerate(names[0]):
        if at not in kept[0]:
            words = Words(f"上年的指标“{name}”今年没有。", f"'{name}' of last year is gone.")
            changes.append(Change(ids[1], ids[0], "dropped", name, words))
    for at, name in enumerate(names[1]):
        if at not in kept[1]:
            words = Words(f"指标“{name}”是今年新增的。", f"'{name}' is new.")
            changes.append(Change(ids[1], ids[0], "added", name, words))
    return changes


def _changed(
    ids: tuple[str, str], pair: Match, old: Row, new: Row, settings: Settings
) -> list[Change]:
    """What changed in one indicator."""
    name = str(new["indicator"])
    found: list[tuple[str, Words]] = []
    if not pair.is_alike:
        found.append(("renamed", _renamed(old, new, pair.similarity)))
    if is_lower(new, old["target_value"], FULL):
        found.append(("target_lowered", _lowered(old, new)))
    if is_lower(new, old["actual_value"], settings.lowered_below):
        found.append(("below_last_actual", _below_actual(old, new)))
    if old["max_points"] != new["max_points"]:
        found.append(("points_moved", _moved(old, new)))
    return [Change(ids[1], ids[0], change, name, words, pair.similarity) for change, words in found]


def is_lower(item: Row, before: object, percent: Decimal | int) -> bool:
    """Whether the target asks for less than `percent` of what stood or was done before.

    Less is what is easier: a smaller number where more is better, a larger one where less is.
    """
    now = item["target_value"]
    if not isinstance(now, Decimal) or not isinstance(before, Decimal) or before <= 0:
        return False
    if item["direction"] == "lower":
        return now * percent > before * FULL
    return item["direction"] == "higher" and now * FULL < before * percent


def _renamed(old: Row, new: Row, similarity: float) -> Words:
    return Words(
        f"指标“{old['indicator']}”疑似改为“{new['indicator']}”（相似度 {similarity:.2f}）。",
        f"'{old['indicator']}' perhaps became '{new['indicator']}' (similarity {similarity:.2f}).",
    )


def _lowered(old: Row, new: Row) -> Words:
    return Words(
        f"“{new['indicator']}”的目标由“{old['target']}”降为“{new['target']}”。",
        f"'{new['indicator']}': the target went from '{old['target']}' to '{new['target']}'.",
    )


def _below_actual(old: Row, new: Row) -> Words:
    return Words(
        f"“{new['indicator']}”上年实际“{old['actual']}”，今年目标只有“{new['target']}”。",
        f"'{new['indicator']}': last year's actual was '{old['actual']}', the target now is only "
        f"'{new['target']}'.",
    )


def _moved(old: Row, new: Row) -> Words:
    before, after = (points_text(int(item["max_points"])) for item in (old, new))
    return Words(
        f"“{new['indicator']}”的分值由 {before} 变为 {after}。",
        f"'{new['indicator']}': its points went from {before} to {after}.",
    )
