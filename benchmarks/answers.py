"""How answers are read and held against their targets, on annotated rows of the corpus.

    python -m benchmarks.answers [FILE…] [--misses]

A row is read as `recheck` reads the rows of a filled form, and judged by the standard of its year.
`want` holds the fields of the answer as in `benchmarks.parsing`, and beside them `met` (whether
the promise was kept) and `achieved` (how far, at most 1, as a fraction). Where the annotation
gives neither, only the reading counts. Without a FILE: every round that is annotated so.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.corpus import DATA, Case, Fields, read
from benchmarks.parsing import ACTUAL, Share, compared_actual, text_of
from indicators.errors import Words
from indicators.grammar import parse_targets
from indicators.model import Actual, Indicator
from indicators.pairing.filled import facts_of
from scoring.recheck import Rechecker, load_rules
from scoring.recheck.model import DeclaredRow, RowCheck, Verdict
from scoring.selection import select

POINTS = Decimal(10)
CLOSE = Fraction(1, 1000)
"""Shares are annotated as people write them."""


@dataclass(frozen=True)
class Reading:
    """One row: what was due, what came out, which fields agree."""

    case: Case
    wanted: Fields
    got: Fields
    agrees: dict[str, bool]
    said: str

    @property
    def is_read(self) -> bool:
        """Whether the answer was read as annotated."""
        return all(ok for name, ok in self.agrees.items() if name not in ("met", "achieved"))

    @property
    def is_compared(self) -> bool:
        """Whether it was held against its target as annotated."""
        return all(ok for name, ok in self.agrees.items() if name in ("met", "achieved"))


def readings(path: Path) -> Iterator[Reading]:
    """The rows of a file, read and judged."""
    for case in read([path]):
        row = _row(case)
        declared = DeclaredRow(row, facts_of(row, year=case.arguments.get("year")))
        checked = _rechecker(case.arguments["year"]).check(declared)
        wanted, got = case.wanted[0], _got(declared.facts[0], checked)
        agrees = compared_actual(wanted, got) | _compared(wanted, got)
        yield Reading(case, wanted, got, agrees, _said(declared.facts[0], checked))


def _row(case: Case) -> Indicator:
    arguments = case.arguments
    targets = parse_targets(case.text, **arguments)
    return Indicator(
        number=1,
        level1="",
        level2="",
        category=arguments["category"],
        name=arguments.get("name"),
        target_text=case.text,
        targets=tuple(targets),
        place="row",
        max_points=POINTS,
        actual_text=case.answer,
        declared_points=POINTS,
    )


def _got(fact: Actual | Words, checked: RowCheck) -> Fields:
    found: Fields = dict.fromkeys(ACTUAL)
    if isinstance(fact, Words) or checked.verdict is Verdict.NOT_COMPUTABLE:
        return found | {"kind": "error", "met": None, "achieved": None}
    working = checked.workings[0] if checked.workings else None
    found = {name: text_of(getattr(fact, name)) for name in ACTUAL}
    return found | {"met": checked.met, "achieved": working and working.achievement}


def _compared(wanted: Fields, got: Fields) -> dict[str, bool]:
    found = {}
    if "met" in wanted:
        due = wanted["met"] if isinstance(wanted["met"], list) else [wanted["met"]]
        found["met"] = got["met"] in due or (got["kind"] == "error" and "error" in wanted["kind"])
    if "achieved" in wanted:
        share = _fraction(got["achieved"])
        found["achieved"] = share is not None and (
            abs(min(share, Fraction(1)) - Fraction(wanted["achieved"])) <= CLOSE
        )
    return found


def _fraction(text: Any) -> Fraction | None:
    if text is None:
        return None
    numerator, _, denominator = str(text).partition("/")
    return Fraction(numerator) / Fraction(denominator or 1)


def _said(fact: Actual | Words, checked: RowCheck) -> str:
    if isinstance(fact, Words):
        return fact.zh
    notes = [note.zh for note in fact.notes]
    return "；".join([checked.explanation.zh, *notes])


@cache
def _rechecker(year: int) -> Rechecker:
    return Rechecker.by(select(year=year, place="").standard, load_rules())


def report(name: str, found: list[Reading], *, misses: bool) -> None:
    """Print the shares, and the rows that came out otherwise."""
    read_right, compared, both = Share(), Share(), Share()
    for each in found:
        read_right.add(each.is_read)
        compared.add(each.is_compared)
        both.add(each.is_read and each.is_compared)
    print(f"{name:24} read {read_right}  compared {compared}  both {both}")
    for each in found if misses else ():
        if not (each.is_read and each.is_compared):
            wrong = ", ".join(name for name, ok in each.agrees.items() if not ok)
            got = {name: value for name, value in each.got.items() if value is not None}
            print(f"\n  {each.case.shown}   ≠ {wrong}")
            print(f"    wanted {json.dumps(each.wanted, ensure_ascii=False)}")
            print(f"    got    {json.dumps(got, ensure_ascii=False)}\n    said   {each.said}")


def main() -> None:
    """Print the report; a measurement, so nothing here passes or fails."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    options.add_argument("files", type=Path, nargs="*")
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    for path in chosen.files or _annotated():
        report(path.stem, list(readings(path)), misses=chosen.misses)


def _annotated() -> list[Path]:
    rounds = sorted((DATA / "corpus").glob("blind-answers-*.jsonl"))
    return [path for path in rounds if '"met"' in path.read_text("utf-8")]


if __name__ == "__main__":
    main()
