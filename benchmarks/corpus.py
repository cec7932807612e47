"""The annotated texts: where they lie, and one shape for their three formats."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from indicators.model import Budget
from indicators.taxonomy import category_of

DATA = Path(__file__).parent.parent / "data"
REAL = (DATA / "xicheng-2019" / "gold.jsonl", DATA / "published" / "phrases.jsonl")
MADE = (
    DATA / "published" / "features.jsonl",
    *sorted((DATA / "corpus" / "features").glob("*.jsonl")),
)

REAL_YEAR = 2019
"""The year of the real document, whose gold does not repeat it."""

Fields = dict[str, Any]
"""The annotated fields of one target or actual."""


@dataclass(frozen=True, slots=True)
class Case:
    """One text with its neighbours on the form, and what a careful reader finds in it.

    `arguments` are those of `parse_targets`. `answer` is the cell of the actual, where the case is
    about one: then `wanted` holds one item, the fact that it states.
    """

    feature: str
    text: str
    wanted: list[Fields]
    arguments: dict[str, Any] = field(default_factory=dict)
    answer: str | None = None
    held_out: bool = False

    @property
    def shown(self) -> str:
        """The case in a line, as people see it."""
        names = {"name": "", "nature": "性质", "unit": "单位"}
        beside = [
            f"{title}{self.arguments[name]}"
            for name, title in names.items()
            if self.arguments.get(name)
        ]
        words = "｜".join([*beside, self.text.replace("\n", "⏎")])
        return words if self.answer is None else f"{words} ← {self.answer or '（空）'}"


def read(paths: Iterable[Path]) -> Iterator[Case]:
    """The cases of these files, in order."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            yield _case(json.loads(line), path)


def _case(row: Fields, path: Path) -> Case:
    feature = row.get("feature") or ("real" if path in REAL else path.stem)
    if "actual" in row:
        wanted, text, answer = [row["want"]], row["target"], row["actual"]
    else:
        wanted, text, answer = row["targets"], row.get("target", row.get("text", "")), None
    return Case(feature, text, wanted, _arguments(row), answer, row.get("held_out", False))


def _arguments(row: Fields) -> dict[str, Any]:
    levels = str(row.get("level1") or ""), str(row.get("level2") or "")
    budget = row.get("budget")
    found = {
        "name": row.get("name") or row.get("indicator"),
        "nature": row.get("nature"),
        "unit": row.get("unit"),
        "category": row.get("category") or category_of(*levels),
        "year": row.get("year", REAL_YEAR),
        "budget": budget and Budget(Decimal(budget["amount"]), budget["unit"]),
    }
    return {name: value for name, value in found.items() if value}
