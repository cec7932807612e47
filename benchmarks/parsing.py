"""How many targets are read exactly, by field and by feature, on hand-annotated texts.

    python benchmarks/parsing.py [FILE…] [--misses]

Without a FILE: the three of `data/published` and the gold of the real document. A target is exact
if kind, comparator, value, upper, unit, date or event, and direction all agree; values are
compared in base units (6 万人 is 60000 人). A text is exact if all its targets are. Cases marked
`held_out` are counted apart.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from indicators.grammar import parse_targets, parser
from indicators.model import Kind, Target
from indicators.taxonomy import category_of

DATA = Path(__file__).parent.parent / "data"
FILES = (
    DATA / "xicheng-2019" / "gold.jsonl",
    DATA / "published" / "phrases.jsonl",
    DATA / "published" / "features.jsonl",
)
FIELDS = ("kind", "comparator", "value", "upper", "unit", "date", "after", "direction")
OTHERS = ("start", "per", "to", "approximate", "change", "measure")
"""Fields that are compared where the annotation has them."""

TEN_THOUSAND = 10000


def targets_of(case: dict[str, Any]) -> list[Target]:
    """What the parser reads of a case."""
    level1, level2 = str(case.get("level1") or ""), str(case.get("level2") or "")
    category = case.get("category") or category_of(level1, level2) or None
    return parse_targets(
        str(case.get("target", case.get("text", ""))),
        name=case.get("indicator") or None,
        category=category,
        year=case.get("year", 2019),
    )


def due_of(case: dict[str, Any]) -> list[dict[str, Any]]:
    """The annotated targets; a qualitative remark beside counted ones is no promise of its own."""
    due = [dict(target) for target in case["targets"]]
    counted = [target for target in due if target["kind"] != Kind.QUALITATIVE]
    return counted or due


def normal(due: dict[str, Any]) -> dict[str, Any]:
    """An annotated target with its value in the base unit, and dates where ours has them."""
    found = {name: due[name] for name in (*FIELDS, *OTHERS) if due.get(name) is not None}
    if due["kind"] == Kind.DEADLINE and "-" in str(due.get("value", "")):
        found.pop("value")
        upper = found.pop("upper", None)
        found |= {"start": due["value"], "date": upper} if upper else {"date": due["value"]}
        return found
    for name in ("value", "upper"):
        if name in found:
            found[name], key = in_base_unit(str(found[name]), due.get("unit"))
            found |= {"unit": key} if key else {}
    return found


def in_base_unit(value: str, unit: str | None) -> tuple[Decimal, str | None]:
    """A value as annotated (`6` `万人`) in the base unit, and what it compares by."""
    scanner = parser().scanner
    name = (unit or "").translate(scanner.translation)
    number = Decimal(value)
    known = scanner.units.named(name)
    if known is None and name[:1] == "万":
        number *= TEN_THOUSAND
        rest = name[1:]
        known = scanner.units.named(rest) or scanner.units.named("元" + rest)
    if known is None:
        return number, unit
    return known.canonical(number), known.key


def ours(target: Target, wanted: dict[str, Any]) -> dict[str, Any]:
    """The fields of `target` that are wanted, in the same shape."""
    unit = parser().scanner.units.named(target.unit) if target.unit else None
    in_base = target.kind is not Kind.SCHEDULE and "unit" in wanted
    values = {
        "value": target.canonical if in_base else target.value,
        "upper": target.canonical_upper,
        "unit": unit.key if unit else target.unit,
    }
    if target.kind is Kind.DEADLINE and target.date is None and unit is not None:
        values["value"] = unit.canonical(target.value or Decimal(0))
    return {name: _plain(values.get(name, getattr(target, name))) for name in wanted}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def differences(case: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Field, what is due, what was read; `count` where the number of targets differs."""
    due, read = due_of(case), targets_of(case)
    if len(due) != len(read):
        yield "count", len(due), len(read)
        return
    for wanted, target in zip(map(normal, due), read, strict=True):
        found = ours(target, wanted)
        yield from ((n, v, found[n]) for n, v in wanted.items() if _plain(v) != found[n])


def main() -> None:
    """Print a table; a measurement, so nothing here passes or fails."""
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("files", type=Path, nargs="*", default=FILES)
    options.add_argument("--misses", action="store_true", help="show every difference")
    chosen = options.parse_args()
    false_targets = plain_texts = 0
    for path in chosen.files:
        cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        whole: Counter[str] = Counter()
        exact: Counter[str] = Counter()
        fields: Counter[str] = Counter()
        for case in cases:
            groups = ["held out" if case.get("held_out") else "seen", case.get("feature") or ""]
            found = list(differences(case))
            whole.update(groups)
            exact.update(groups if not found else [])
            fields.update({name for name, *_ in found})
            if all(target["kind"] == Kind.QUALITATIVE for target in case["targets"]):
                plain_texts += 1
                false_targets += any(t.kind is not Kind.QUALITATIVE for t in targets_of(case))
            if found and chosen.misses:
                print("   ", case.get("target", case.get("text"))[:40], found)
        print(f"{path.parent.name}/{path.name}")
        for group in sorted(filter(None, whole)):
            share = exact[group] / whole[group]
            print(f"    {group:16} {exact[group]:>4}/{whole[group]:<4} {share:7.1%}")
        if fields:
            print("    wrong:", ", ".join(f"{name} {n}" for name, n in fields.most_common()))
    print(f"false targets: {false_targets} in {plain_texts} texts without a counted promise")


if __name__ == "__main__":
    main()
