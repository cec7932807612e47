"""How many faults of declared targets the checks find, and how many of their findings are right.

    python -m benchmarks.checks [FILE…] [--misses]

The cases are declarations written by hand, with what a reviewer of a finance bureau finds in each
(`data/corpus/checks/README.md`).
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from indicators.model import Finding
from indicators.reading import document_of, read_document
from indicators.taxonomy import category_of
from scoring.checks.declaration import audit, load_rules

CASES = Path(__file__).parent.parent / "data" / "corpus" / "checks"
YEAR = 2022
HEADS = {
    "output": "产出指标",
    "cost": "成本指标",
    "benefit": "效益指标",
    "satisfaction": "满意度指标",
}
GOAL = 4
"""The row of the goal in a page; in a case it has the number 0."""

COLUMNS = {
    2: ("具体指标（指标内容、指标值）",),
    3: ("三级指标", "指标值"),
    5: ("三级指标", "指标性质", "指标值", "计量单位"),
}
"""The headings behind 二级指标, by the number of cells in a row of a case."""


class Due(NamedTuple):
    """What a reviewer finds: any of `checks`, at any of `rows`, or, without rows, anywhere."""

    checks: frozenset[str]
    rows: frozenset[int]

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Due":
        """As a case has it."""
        return cls(frozenset(data["check"]), frozenset(data.get("rows", ())))

    def fits(self, told: "Told") -> bool:
        """Whether a finding is this one; no checks named are any."""
        is_check = not self.checks or told.finding.check in self.checks
        return is_check and (not self.rows or bool(self.rows & told.rows))


class Told(NamedTuple):
    """A finding, with the numbers of the rows that it is about."""

    finding: Finding
    rows: frozenset[int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case: what was due and found, due and missed, found and not due."""

    id: str
    found: tuple[Due, ...]
    missed: tuple[Due, ...]
    false: tuple[Finding, ...]


def outcomes(path: Path) -> Iterator[Outcome]:
    """Every declaration of a file, checked."""
    rules = load_rules()
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        [form] = read_document(document_of(page(case).encode(), path=f"{case['id']}.html"))
        told = [_told(each, case) for part in audit([form], rules) for each in part.findings]
        due = [Due.of(each) for each in case["expect"]]
        allowed = [*due, *map(Due.of, case.get("allow", ()))]
        yield Outcome(
            case["id"],
            tuple(each for each in due if any(map(each.fits, told))),
            tuple(each for each in due if not any(map(each.fits, told))),
            tuple(t.finding for t in told if not any(each.fits(t) for each in allowed)),
        )


def page(case: dict[str, Any]) -> str:
    """The declaration of a case as a web page."""
    rows = (("", _level1(row[0]), *row) for row in case["rows"])
    tail = (("其他说明的问题", "无"),)
    table = "\n".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
        for cells in (*_head(case), *rows, *tail)
    )
    title = f"<h1>项目支出绩效目标申报表</h1><p>（{YEAR}年度）</p>"
    return f'<meta charset="utf-8">{title}<table>{table}</table>'


def _head(case: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    return (
        ("项目名称", case["project"]),
        ("主管部门", "示例局"),
        ("预算金额（万元）", case["budget"]),
        ("项目绩效目标", case["goal"]),
        ("绩效指标", "一级指标", "二级指标", *COLUMNS[len(case["rows"][0])]),
    )


def _level1(level2: str) -> str:
    return HEADS[category_of("", level2).partition(".")[0]]


def _told(finding: Finding, case: dict[str, Any]) -> Told:
    """A finding with its rows: the one where it stands, and those that it names."""
    stands = re.search(r"第(\d+)行", finding.place)
    line = int(stands[1]) if stands else 0
    at = line - len(_head(case))
    named = {
        number
        for number, row in enumerate(case["rows"], 1)
        if number == at or (len(row) > 2 and row[1] and row[1] in finding.words.zh)
    }
    return Told(finding, frozenset(named | ({0} if line == GOAL else set())))


def figures(found: Sequence[Outcome]) -> tuple[int, int, int]:
    """How many faults were found, how many there are, how many findings were none."""
    hits = sum(len(each.found) for each in found)
    return hits, hits + sum(len(each.missed) for each in found), sum(len(e.false) for e in found)


def _printed(name: str, found: Sequence[Outcome], *, misses: bool) -> None:
    hits, all_, false = figures(found)
    clean = [each for each in found if not (each.found or each.missed)]
    quiet = sum(not each.false for each in clean)
    print(
        f"{name}: {len(found)} declarations, {hits} of {all_} faults found, {false} false; ", end=""
    )
    print(f"nothing said of {quiet} of {len(clean)} without fault")
    counts: dict[str, Counter[str]] = {"found": Counter(), "missed": Counter(), "false": Counter()}
    for each in found:
        counts["found"].update("|".join(sorted(due.checks)) for due in each.found)
        counts["missed"].update("|".join(sorted(due.checks)) for due in each.missed)
        counts["false"].update(finding.check for finding in each.false)
    for check in sorted({check for count in counts.values() for check in count}):
        print(f"    {check:60}", *(f"{counts[what][check]:4} {what}" for what in counts))
    for each in found if misses else ():
        for due in each.missed:
            print(f"missed {each.id}: {'|'.join(sorted(due.checks))} in rows {sorted(due.rows)}")
        for finding in each.false:
            print(f"false {each.id}: {finding.check} {finding.words.zh}")


def main() -> None:
    """Print the figures of each file, and with `--misses` every miss and false finding."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", type=Path, default=sorted(CASES.glob("*.jsonl")))
    arguments.add_argument("--misses", action="store_true")
    chosen = arguments.parse_args()
    for path in chosen.files:
        _printed(path.stem, list(outcomes(path)), misses=chosen.misses)


if __name__ == "__main__":
    main()
