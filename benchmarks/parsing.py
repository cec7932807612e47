"""How much is read exactly, by field and by feature, on hand-annotated texts.

    python -m benchmarks.parsing [FILE…] [--misses [all]] [--json FILE]

Without a FILE: the real document and the phrases of `data/published`, then the made-up cases of
`data/published/features.jsonl` and `data/corpus`. A target is exact if kind, comparator, value,
upper, unit, date or event, and direction all agree. Cases that are held out while the grammar is
developed are counted apart, and not shown unless `all` is asked for. A false target is a counted
promise read from a text that has none.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.corpus import MADE, REAL, Case, Fields, read
from benchmarks.matching import (
    CORE,
    NOT_COUNTED,
    OTHERS,
    Pair,
    aligned,
    annotated,
    compared,
    is_remark,
    seen,
)
from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual

PART = {False: "seen", True: "held out"}
SHOWN = ("kind", "comparator", "value", "upper", "unit", "date", "start", "after", "direction")
ACTUAL = ("kind", "value", "unit", "date", "judgement", "share", "approximate")
GROUPS = {"real texts": REAL, "made-up cases": MADE}
FALSE_PER = 200


@dataclass
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool | int, of: int = 1) -> None:  # noqa: FBT001 - counts too
        """Count `right` of `of` more."""
        self.right += int(right)
        self.of += of

    def __str__(self) -> str:
        rate = f"{self.right / self.of:7.1%}" if self.of else "      –"
        return f"{self.right:>5}/{self.of:<5}{rate}"


@dataclass
class Tally:
    """All that is counted over the cases of a run."""

    targets: dict[tuple[str, str], Share] = field(default_factory=lambda: defaultdict(Share))
    fields: dict[tuple[str, str], Share] = field(default_factory=lambda: defaultdict(Share))
    false: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    confusions: list[Fields] = field(default_factory=list)

    def add(self, case: Case, pairs: list[Pair]) -> None:
        """Count one case: its targets, their fields, and what was read too much."""
        part = PART[case.held_out]
        due = [pair for pair in pairs if pair.wanted is not None]
        spurious = len(pairs) - len(due)
        self.targets[case.feature, part].add(sum(pair.exact for pair in due), len(due))
        self.targets["read too much", part].add(spurious, len(pairs))
        for pair in due:
            for name, agrees in pair.agrees.items():
                self.fields[name, part].add(agrees)
        if spurious or not all(all(pair.agrees.values()) for pair in due):
            self.confusions.append(_confusion(case, pairs))

    def add_plain(self, case: Case, got: list[Fields]) -> None:
        """Count a text that has no counted promise: whether one was read."""
        is_false = any(target["kind"] not in NOT_COUNTED for target in got)
        self.false[PART[case.held_out]].add(is_false)


def _confusion(case: Case, pairs: list[Pair]) -> Fields:
    wrong = {name for pair in pairs for name, agrees in pair.agrees.items() if not agrees}
    return {
        "feature": case.feature,
        "held_out": case.held_out,
        "exact": all(pair.exact for pair in pairs),
        "text": case.shown,
        "wanted": [pair.wanted for pair in pairs if pair.wanted is not None],
        "got": [pair.got for pair in pairs if pair.got is not None],
        "wrong": sorted(wrong) or ["count"],
    }


def run(cases: Iterable[Case]) -> Tally:
    """Read every case and count."""
    tally = Tally()
    for case in cases:
        if case.answer is not None:
            tally.add(case, [_actual_pair(case, case.answer)])
            continue
        wanted, got = annotated(case.wanted), seen(parse_targets(case.text, **case.arguments))
        tally.add(case, aligned(wanted, got))
        if all(is_remark(target) for target in wanted):
            tally.add_plain(case, got)
    return tally


def _actual_pair(case: Case, answer: str) -> Pair:
    """The fact read from a cell, held against the one that it states."""
    target = parse_targets(case.text, **case.arguments)[0]
    try:
        found = read_actual(answer, target, promised=case.text, year=case.arguments.get("year"))
    except ActualsError:
        got: Fields = dict.fromkeys(ACTUAL) | {"kind": "error"}
    else:
        got = {name: text_of(getattr(found, name)) for name in ACTUAL}
    wanted = case.wanted[0]
    return Pair(wanted, got, compared_actual(wanted, got))


def compared_actual(wanted: Fields, got: Fields) -> dict[str, bool]:
    """As `compared`, for the fields of an actual."""
    agrees = compared(wanted, got)
    agrees |= {n: str(wanted[n]) == got[n] for n in ("judgement", "share") if n in wanted}
    return agrees


def text_of(value: Any) -> Any:
    """A field of what was read, as the annotation writes it."""
    return value if value is None or isinstance(value, bool) else str(value)


def _told(target: Fields) -> str:
    """A target in a few words, for the list of confusions."""
    return " ".join(str(target[name]) for name in SHOWN if target.get(name) is not None)


def show(tally: Tally) -> None:
    """Print the tables."""
    _table("targets read exactly, by feature", tally.targets)
    order = {name: at for at, name in enumerate((*CORE, *OTHERS))}
    fields = sorted(tally.fields.items(), key=lambda item: order.get(item[0][0], len(order)))
    _table("fields that agree, where annotated", dict(fields))
    for part, share in tally.false.items():
        rate = share.right / share.of * FALSE_PER
        counted = f"{share.right} in {share.of} texts ({rate:.1f} in {FALSE_PER})"
        print(f"false targets, {part}: {counted}")


def _table(title: str, shares: dict[tuple[str, str], Share]) -> None:
    print(f"\n{title:34}{'seen':>18}{'held out':>19}")
    for name in dict.fromkeys(name for name, _ in shares):
        columns = "  ".join(str(shares.get((name, part), Share())) for part in PART.values())
        print(f"  {name:30}{columns}")
    total = {part: Share() for part in PART.values()}
    for (name, part), share in shares.items():
        if name != "read too much":
            total[part].add(share.right, share.of)
    print(f"  {'all':30}" + "  ".join(map(str, total.values())))


def show_misses(tally: Tally) -> None:
    """Print the confusions: the text, what was due, what was read."""
    for miss in tally.confusions:
        mark = " (held out)" if miss["held_out"] else ""
        print(f"\n[{miss['feature']}{mark}] {miss['text']}   ≠ {', '.join(miss['wrong'])}")
        for title in ("wanted", "got"):
            print(f"    {title:7}" + " ; ".join(map(_told, miss[title])))


def as_json(tally: Tally) -> Fields:
    """The tally as one JSON document."""

    def nested(shares: dict[tuple[str, str], Share]) -> Fields:
        found: Fields = defaultdict(dict)
        for (name, part), share in shares.items():
            found[name][part] = [share.right, share.of]
        return found

    return {
        "targets": nested(tally.targets),
        "fields": nested(tally.fields),
        "false_targets": {part: [s.right, s.of] for part, s in tally.false.items()},
        "wrong": Counter(name for miss in tally.confusions for name in miss["wrong"]),
        "confusions": tally.confusions,
    }


def main() -> None:
    """Print the tables; a measurement, so nothing here passes or fails."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    options.add_argument("files", type=Path, nargs="*", help="annotated cases")
    options.add_argument(
        "--misses",
        nargs="?",
        const="seen",
        choices=("seen", "all"),
        help="show the confusions (all: those of the cases held out too)",
    )
    options.add_argument("--json", type=Path, metavar="FILE", help="write all of it")
    chosen = options.parse_args()
    groups = {"given": chosen.files} if chosen.files else GROUPS
    tallies = {name: run(read(paths)) for name, paths in groups.items()}
    for name, tally in tallies.items():
        print(f"\n── {name} " + "─" * 60)
        show(tally)
        if chosen.misses != "all":
            tally.confusions = [miss for miss in tally.confusions if not miss["held_out"]]
        if chosen.misses:
            show_misses(tally)
    if chosen.json:
        document = {name: as_json(tally) for name, tally in tallies.items()}
        chosen.json.write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
