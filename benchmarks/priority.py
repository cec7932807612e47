"""Does the list of what to re-check first find planted inflation? Over many seeds, beside others.

    python -m benchmarks.priority [--projects N] [--seeds N]

Made-up projects whose truth is known: what was really done, what was spent, what was written. At a
given rate some are inflated, each in one of the ways that re-checks report (section 7.3 of the fact
sheet on standards): points above the rule, actuals set to the targets although little was spent,
targets set far below last year's actual, judged indicators all full and worded like others. Honest
ones round their points, make slips and sometimes over-achieve too. Printed: of the first 10% of the
list, how many are inflated, against the largest budgets first and against chance.
"""

import argparse
from collections.abc import Callable
from decimal import Decimal
from statistics import mean
from typing import Any

import numpy as np
import pandas as pd

from scoring.comparison.clues import priorities
from scoring.comparison.priority import prioritised
from scoring.comparison.settings import settings
from scoring.comparison.tables import ITEMS, PROJECTS, Tables
from scoring.comparison.years import year_over_year

RATES = (0.05, 0.1, 0.2)
FIRST = 0.1
COUNTED, JUDGED = 7, 3
POINTS = 900
"""Cents of each of the ten items; execution has the rest."""

Row = dict[str, Any]


class Town:
    """Projects of a made-up town in two years, some of them inflated in the second."""

    def __init__(self, count: int, rate: float, seed: int) -> None:
        """Draw `count` projects; about `rate` of them are inflated."""
        self.draw = np.random.default_rng(seed)
        self.rows: dict[str, list[Row]] = {"before": [], "now": [], "old_items": [], "items": []}
        self.inflated: set[str] = set()
        self.ways: list[Callable[[list[Row], Row], None]] = [
            self._raise_points,
            self._fake_actuals,
            self._lower_targets,
            self._fill_judged,
        ]
        for number in range(count):
            self._add(number, rate)

    def tables(self) -> tuple[Tables, Tables]:
        """Last year's tables and this year's."""
        frames = {
            name: pd.DataFrame(rows, columns=list(schema)).astype(schema)
            for name, rows, schema in (
                ("before", self.rows["before"], PROJECTS),
                ("now", self.rows["now"], PROJECTS),
                ("old_items", self.rows["old_items"], ITEMS),
                ("items", self.rows["items"], ITEMS),
            )
        }
        return (
            Tables(frames["before"], frames["old_items"]),
            Tables(frames["now"], frames["items"]),
        )

    def _add(self, number: int, rate: float) -> None:
        key = f"P{number}"
        reached = np.where(self.draw.random(COUNTED) < 0.7, 1.0, self.draw.uniform(0.5, 1, COUNTED))
        reached = np.where(self.draw.random(COUNTED) < 0.1, 1.4, reached)
        spent = float(np.clip(reached.clip(max=1).mean() + self.draw.normal(0, 0.08), 0.2, 1))
        items = [self._counted(key, at, float(part)) for at, part in enumerate(reached)]
        items += [self._judged(key, COUNTED + at) for at in range(JUDGED)]
        project = self._project(key, number, spent)
        is_inflated = self.draw.random() < rate
        if is_inflated:
            self.inflated.add(key)
            self.ways[int(self.draw.integers(len(self.ways)))](items, project)
        self._declare(items, project, slips=not is_inflated)
        old = [self._last_year(item) for item in items]
        self.rows["items"] += items
        self.rows["old_items"] += old
        self.rows["now"].append(project)
        self.rows["before"].append({**project, "project_id": f"{key}-0", "year": 2022})

    def _project(self, key: str, number: int, spent: float) -> Row:
        budget = int(np.exp(self.draw.normal(14, 1.2))) * 100
        return {
            "project_id": key,
            "project": f"示例项目{number}",
            "department": f"示例局{number % 30}",
            "region": None,
            "year": 2023,
            "standard": "cn-mof-2020-10",
            "budget": budget,
            "executed": int(budget * spent),
            "execution_points": int(1000 * spent),
            "execution_max": 1000,
            "grade": "",
            "status": "final",
        }

    def _counted(self, key: str, at: int, part: float) -> Row:
        target = int(self.draw.integers(20, 500))
        actual = int(target * part)
        text = f"≥{target}件"
        return self._item(key, at, "quantitative", text, f"{actual}件", target, actual)

    def _judged(self, key: str, at: int) -> Row:
        share = float(self.draw.choice([1.0, 0.9, 0.8, 0.7], p=[0.4, 0.25, 0.2, 0.15]))
        text = f"示例效益说明{self.draw.integers(4000)}"
        item = self._item(key, at, "qualitative", text, "达成预期指标", None, None)
        points = int(POINTS * share)
        return {**item, "points": points, "low": int(POINTS * 0.8), "high": POINTS}

    def _item(
        self, key: str, at: int, kind: str, target: str, actual: str, *values: int | None
    ) -> Row:
        wanted, done = values
        earned = POINTS if wanted is None else POINTS * min(wanted, done or 0) // wanted
        has_reason = earned < POINTS and self.draw.random() < 0.7
        return {
            "project_id": key,
            "item": f"{at + 1}.1",
            "category": "output.quantity" if kind == "quantitative" else "benefit.social",
            "indicator": f"示例指标{at}",
            "kind": kind,
            "target": target,
            "actual": actual,
            "target_value": None if wanted is None else Decimal(wanted),
            "actual_value": None if done is None else Decimal(done),
            "direction": "higher",
            "max_points": POINTS,
            "points": earned,
            "low": earned,
            "high": earned,
            "met": earned == POINTS,
            "declared_points": earned,
            "reason": "示例原因" if has_reason else "",
            "place": "",
        }

    def _declare(self, items: list[Row], project: Row, *, slips: bool) -> None:
        """What is written: the points by the rule, rounded by some, mistaken by a few."""
        if slips and self.draw.random() < 0.3:
            for item in items:
                item["declared_points"] = (item["declared_points"] + 50) // 100 * 100
        if slips and self.draw.random() < 0.1:
            items[0]["declared_points"] = max(0, items[0]["declared_points"] - 100)
        total = sum(item["points"] for item in items) + project["execution_points"]
        claimed = sum(item["declared_points"] for item in items) + project["execution_points"]
        project |= {"total": total, "low": total, "high": total, "declared_total": claimed}

    def _last_year(self, item: Row) -> Row:
        """The same item a year before, when a little less was done than can be done now."""
        able = item.get("able", item["actual_value"])
        item.pop("able", None)
        value = None if able is None else (able * Decimal("0.95")).to_integral_value()
        before = f"{item['project_id']}-0"
        return {**item, "project_id": before, "actual_value": value, "target_value": value}

    def _raise_points(self, items: list[Row], project: Row) -> None:
        """Two to four missed targets, and full points all the same."""
        for item in items[: int(self.draw.integers(2, 5))]:
            item["actual_value"] = Decimal(int(item["target_value"] * 7 // 10))
            item["points"] = POINTS * item["actual_value"] // item["target_value"]
            item["points"] = item["low"] = item["high"] = int(item["points"])
            item["declared_points"] = POINTS
        del project  # the money stays as it is

    def _fake_actuals(self, items: list[Row], project: Row) -> None:
        """Every actual is its target, and half of the money is still there."""
        spent = self.draw.uniform(0.3, 0.7)
        project["executed"] = int(project["budget"] * spent)
        project["execution_points"] = int(1000 * spent)
        for item in items[:COUNTED]:
            item["actual_value"] = item["target_value"]
            item["points"] = item["low"] = item["high"] = item["declared_points"] = POINTS

    def _lower_targets(self, items: list[Row], project: Row) -> None:
        """Half of the targets ask for much less than was done last year."""
        for item in items[: COUNTED // 2 + 1]:
            item["able"] = item["actual_value"]
            item["target_value"] = (item["actual_value"] * Decimal("0.6")).to_integral_value()
            item["points"] = item["low"] = item["high"] = item["declared_points"] = POINTS
        del project

    def _fill_judged(self, items: list[Row], project: Row) -> None:
        """The texts of a template, each with all its points, and every actual the target."""
        for at, item in enumerate(items):
            if item["kind"] == "qualitative":
                item["target"] = f"有效提升公共服务水平和群众获得感{at}"
                item["points"] = item["low"] = item["high"] = item["declared_points"] = POINTS
            else:
                item["actual_value"] = item["target_value"]
                item["points"] = item["low"] = item["high"] = item["declared_points"] = POINTS
        del project


def precision(ordered: list[str], inflated: set[str]) -> float:
    """The share of inflated projects among the first of a list."""
    first = ordered[: max(1, round(len(ordered) * FIRST))]
    return sum(key in inflated for key in first) / len(first)


def found(count: int, rate: float, seed: int) -> tuple[float, float, float]:
    """Precision of our list, of the largest budgets first, and of chance (the rate itself)."""
    town = Town(count, rate, seed)
    before, now = town.tables()
    pairs = year_over_year(before, now, settings())
    ours = [each.project_id for each in prioritised(now, priorities(), settings(), pairs)]
    by_budget = now.projects.sort_values("budget", ascending=False)["project_id"].tolist()
    drawn = len(town.inflated) / count
    return precision(ours, town.inflated), precision(by_budget, town.inflated), drawn


def main() -> None:
    """Print a line a rate."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("--projects", type=int, default=600)
    words.add_argument("--seeds", type=int, default=20)
    given = words.parse_args()
    print(f"{given.projects} projects, {given.seeds} seeds; inflated among the first {FIRST:.0%}")
    print(f"{'inflated':>9}{'ours':>8}{'budget':>8}{'chance':>8}{'× budget':>10}{'worst seed':>12}")
    for rate in RATES:
        runs = [found(given.projects, rate, seed) for seed in range(given.seeds)]
        ours, budget, chance = (mean(column) for column in zip(*runs, strict=True))
        worst = min(run[0] for run in runs)
        print(
            f"{rate:>9.0%}{ours:>8.1%}{budget:>8.1%}{chance:>8.1%}{ours / budget:>10.1f}"
            f"{worst:>12.1%}"
        )


if __name__ == "__main__":
    main()
