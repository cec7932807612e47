"""How rows of filled self-evaluations are judged, beside how a person understood their points.

    python -m benchmarks.recheck [FILE…] [--misses]

FILE holds JSON lines: `target`, `actual`, `max_points`, `declared_points`, `year`, the levels and
the name, for the money `execution`, `budget`, `executed`; and `reading`, how a person understood
the points. Without a FILE: the published rows of `data/published`. An engine that always says
"all points" agrees with most of them, so rows with less than all points are counted apart.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.corpus import DATA
from benchmarks.parsing import Share
from indicators.grammar import parse_targets
from indicators.model import Indicator
from indicators.pairing.filled import facts_of
from indicators.taxonomy import category_of
from scoring.execution import Money
from scoring.recheck import Rechecker, load_rules
from scoring.recheck.model import DeclaredRow, RowCheck, Verdict, money_row
from scoring.selection import select

PUBLISHED = DATA / "published" / "rows.jsonl"

PLAIN = {
    *("met_full", "low_met_full", "deadline_full", "qual_full", "rate_100_full", "rate_x_weight"),
    *("prop", "prop_low", "prop_1dec", "band_partial"),
}
"""Readings that follow a plain rule."""

COARSE = {
    "prop_trunc_1dec": "one_decimal_cut",
    "prop_trunc_int": "integer_cut",
    "prop_trunc_half": "half_point_cut",
    "prop_trunc_2": "two_decimals_cut",
    "prop_round_int": "integer",
    "prop_round_half": "half_point",
    "rate_trunc_int": "integer_cut",
    "rate_round_int": "integer",
    "rate_whole": "rate_whole",
}
"""Readings that follow one but for a coarse rounding, and its id in `recheck.yaml`."""

OTHER_RULE = {"linear_reverse", "bands_101", "all_or_nothing", "rate_linear_80_100"}
"""Readings that follow another rule than the standard's."""

UNREADABLE = {"unit_mismatch", "unread"}
"""Readings in which a person, too, finds nothing to compute with."""


@dataclass(frozen=True)
class Case:
    """One row with its reading and the verdict on it."""

    data: dict[str, Any]
    checked: RowCheck

    @property
    def reading(self) -> str:
        """How a person understood the points."""
        return str(self.data.get("reading", "?"))

    @property
    def is_partial(self) -> bool:
        """Whether less than all points were declared."""
        return bool(self.data["declared_points"] != self.data["max_points"])

    @property
    def group(self) -> str:
        """What is asked of the verdict."""
        if self.reading in PLAIN:
            return "plain rule → agrees"
        if self.reading in COARSE:
            return "cut or rounded → rounding, right kind"
        if self.reading in UNREADABLE:
            return "nothing to compute → not computable"
        return "no plain rule → differs, explained"

    @property
    def right(self) -> bool:
        """Whether the verdict is the one that the reading asks for."""
        verdict = self.checked.verdict
        if self.reading in PLAIN:
            return verdict is Verdict.AGREES
        if self.reading in COARSE:
            return verdict is Verdict.ROUNDING and COARSE[self.reading] in self.checked.cuts
        if self.reading in UNREADABLE:
            return verdict is Verdict.NOT_COMPUTABLE
        return verdict in (Verdict.DIFFERS, Verdict.EXPLAINED)


def cases(path: Path) -> Iterator[Case]:
    """The rows of a file with the verdicts on them."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        data = json.loads(line, parse_float=Decimal)
        yield Case(data, _rechecker(data["year"]).check(declared_row(data, number)))


def declared_row(data: dict[str, Any], number: int) -> DeclaredRow:
    """One line of such a file as a row of a self-evaluation."""
    place = f"{data.get('doc', 'row')}:{number}"
    points = Decimal(data["max_points"]), Decimal(data["declared_points"])
    if data.get("execution"):
        amounts = Decimal(data["budget"]), Decimal(data["executed"])
        money = Money(*amounts, data.get("unit") or "万元", place, ())
        return money_row(money, max_points=points[0], declared_points=points[1])
    level1, level2 = str(data.get("level1") or ""), str(data.get("level2") or "")
    category, year = category_of(level1, level2), data["year"]
    target, name = data["target"], data["indicator"]
    targets = parse_targets(target, name=name, category=category, year=year)
    row = Indicator(
        number=number,
        level1=level1,
        level2=level2,
        category=category,
        name=name,
        target_text=target,
        targets=tuple(targets),
        place=place,
        max_points=points[0],
        actual_text=data["actual"],
        declared_points=points[1],
    )
    return DeclaredRow(row, facts_of(row, year=year))


@cache
def _rechecker(year: int) -> Rechecker:
    return Rechecker.by(select(year=year, place="").standard, load_rules())


def report(found: list[Case], *, misses: bool) -> None:
    """Print the shares by what is asked, by reading, and what was missed."""
    groups: dict[str, Share] = defaultdict(Share)
    for case in found:
        part = "partial" if case.is_partial else "full"
        for name in (case.group, f"{case.group} · {part}", f"all rows · {part}", "all rows"):
            groups[name].add(case.right)
    for name in sorted(groups):
        print(f"  {name:<52}{groups[name]}")
    always = sum(not case.is_partial and case.reading in PLAIN for case in found)
    print(f"  {'an engine that always says “all points”':<52}{Share(always, len(found))}")
    print("  verdicts:")
    counts = Counter((case.reading, case.checked.verdict.value) for case in found)
    for (reading, verdict), number in sorted(counts.items()):
        print(f"    {reading:<22}{verdict:<16}{number:>4}")
    for case in found if misses else ():
        if not case.right:
            _show(case)


def _show(case: Case) -> None:
    row = case.data
    text = " | ".join(str(row[name]) for name in ("indicator", "target", "actual", "max_points"))
    print(f"  ✗ {case.reading} {text} → {row['declared_points']}")
    print(f"      {case.checked.verdict.value}: {case.checked.explanation.zh}")


def main() -> None:
    """Measure the rows of the files named, or of the published ones."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--misses", action="store_true", help="show what was judged otherwise")
    arguments = parser.parse_args()
    for path in arguments.files or [PUBLISHED]:
        found = list(cases(path))
        print(f"{path.name}: {len(found)} rows")
        report(found, misses=arguments.misses)


if __name__ == "__main__":
    main()
