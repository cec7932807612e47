"""Runs `quantities` over the test suites of other parsers, and prints what comes out exactly.

    python -m benchmarks.peer_suites FOLDER [--misses [N]]

FOLDER holds the suites in one normal form, a JSON object a line (`recognizers.jsonl`,
`cn2an.jsonl`, `duckling.jsonl`, `jionlp.jsonl`): `input`, `reference` (date), `expected` items
with `comparator`, `value`, `value2`, `unit`. The suites belong to their projects and are not part
of this one. A case is exact if every expected number is found and nothing else; dates are counted
one by one. Cases that a project switches off everywhere (`supported_by: []`) are left out.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peer_items import (
    Item,
    Record,
    due,
    read,
    same,
    same_loosely,
    same_number,
    same_share,
    same_softly,
    same_value,
)
from indicators.grammar import quantities
from indicators.grammar.numbers import Number

Same = Callable[[Item, Item], bool]
Wanted = Callable[[Number], bool]

SIDES = ("<", "<=", ">", ">=")
MEASURES = ("length", "mass", "volume", "area", "data", "bandwidth", "power", "energy", "speed")
NOT_IN_GB2312 = "〇"
"""Simplified all the same."""


@dataclass(frozen=True, slots=True)
class Suite:
    """One line of the table: its cases, which numbers it is about, how they are compared.

    `goal` is the share to reach; None where a suite is reported only. `by_item` counts items that
    are found instead of cases that are exact.
    """

    name: str
    cases: list[Record]
    about: Wanted
    same: Same
    goal: float | None = None
    by_item: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one case came out."""

    case: Record
    right: int
    of: int
    wanted: list[Item]
    got: list[Item]


def judge(suite: Suite, case: Record) -> Outcome:
    """Read the case and hold it against what it expects."""
    reference = str(case.get("reference") or "")
    year = int(reference[:4]) if reference[:4].isdigit() else None
    numbers = quantities(case["input"], year=year)
    if any(item.get("span_only") for item in case["expected"]):
        return _by_span(suite, case, numbers)
    wanted = [due(item) for item in case["expected"] if not suite.by_item or one_sided(item)]
    is_lenient = any("convention" in item for item in case["expected"])
    got = _about(suite, [read(number) for number in numbers if suite.about(number)], wanted)
    alike = same_softly if suite.same is same and is_lenient else suite.same
    found = _found(wanted, got, alike)
    if suite.by_item:
        return Outcome(case, found, len(wanted), wanted, got)
    return Outcome(case, int(found == len(wanted) == len(got)), 1, wanted, got)


def _about(suite: Suite, got: list[Item], wanted: list[Item]) -> list[Item]:
    """A range parser is not asked for the bare numbers that stand beside a range."""
    if suite.same is same and not suite.by_item and len(got) > len(wanted):
        return [item for item in got if item.comparator != "="] or got
    return got


def _found(wanted: list[Item], got: list[Item], alike: Same) -> int:
    """How many of `wanted` are in `got`, each of which answers one."""
    left = list(got)
    found = 0
    for item in wanted:
        answer = next((other for other in left if alike(item, other)), None)
        if answer is not None:
            left.remove(answer)
            found += 1
    return found


def _by_span(suite: Suite, case: Record, numbers: list[Number]) -> Outcome:
    """A case that expects only where numbers stand: each is to be found there."""
    spans = [number.span for number in numbers if suite.about(number)]
    due_spans = [(i["start"], i["start"] + len(i["text"])) for i in case["expected"]]
    text = case["input"]
    wanted = [Item("span", text[start:end], None, "") for start, end in due_spans]
    got = [Item("span", text[start:end], None, "") for start, end in spans]
    return Outcome(case, int(spans == due_spans), 1, wanted, got)


def one_sided(item: Record) -> bool:
    """Whether an expected item is a date with 前, 后, 起 …."""
    return bool(item.get("unit") == "date" and item["comparator"] in SIDES)


def of_kind(*kinds: str) -> Wanted:
    """Numbers of these kinds; no kind means every number that is no date."""
    if not kinds:
        return lambda number: number.kind not in ("date", "period")
    return lambda number: number.kind in kinds


def in_dimension(*dimensions: str) -> Wanted:
    """Numbers with units of these dimensions."""
    return lambda number: number.dimension in dimensions


def _is_one_sided(number: Number) -> bool:
    return number.kind == "date" and number.comparator in SIDES


def is_simplified(case: Record) -> bool:
    """Whether the text is in simplified characters."""
    text = case["input"].translate(dict.fromkeys(map(ord, NOT_IN_GB2312)))
    return bool(text.encode("gb2312", errors="ignore").decode("gb2312") == text)


def suites(folder: Path) -> list[Suite]:
    """The suites that the folder holds, those with a goal first."""
    recognizers = [c for c in _cases(folder / "recognizers.jsonl") if c["supported_by"] != []]
    cn2an = [c for c in _cases(folder / "cn2an.jsonl") if _is_numeral(c)]
    duckling = list(_cases(folder / "duckling.jsonl"))
    money = [c for c in _cases(folder / "jionlp.jsonl") if "money" in c["source_file"]]

    def of(part: str, cases: list[Record]) -> list[Record]:
        return [case for case in cases if part in case["source_file"]]

    dated = [case for case in recognizers if any(map(one_sided, case["expected"]))]
    numbers = of("NumberModel", recognizers)
    plain = of_kind()
    share, amount = in_dimension("ratio", "point"), in_dimension("money")
    return [
        Suite("NumberRange", of("NumberRange", recognizers), plain, same, 0.95),
        Suite("dates with 前/后", dated, _is_one_sided, same, 0.90, by_item=True),
        Suite("Percent", of("PercentModel", recognizers), share, same_share, 0.97),
        Suite("Currency", of("Currency", recognizers), amount, same_value, 0.92),
        Suite("Dimension", of("Dimension", recognizers), in_dimension(*MEASURES), same_value, 0.92),
        Suite("cn2an numerals", cn2an, plain, same_number, 0.97),
        Suite("NumberModel, simplified", _simplified(numbers), plain, same_number, 0.95),
        Suite("NumberModel, all", numbers, plain, same_number),
        Suite("jionlp money", money, amount, same_loosely),
        *(
            Suite(f"duckling {name}, {kind}", chosen, about, alike)
            for name, about, alike in (
                ("Numeral", plain, same_number),
                ("AmountOfMoney", amount, same_loosely),
                ("Distance", in_dimension("length"), same_loosely),
                ("Volume", in_dimension("volume"), same_loosely),
                ("Quantity", in_dimension("mass"), same_loosely),
                ("Duration", of_kind("duration"), same_value),
            )
            for kind, chosen in (
                ("simplified", _simplified(of(f"/{name}/", duckling))),
                ("all", of(f"/{name}/", duckling)),
            )
        ),
    ]


def _simplified(cases: list[Record]) -> list[Record]:
    return [case for case in cases if is_simplified(case)]


def _is_numeral(case: Record) -> bool:
    return case["mode"] != "transform" and not case["mode"].startswith("error")


def _cases(path: Path) -> Iterator[Record]:
    if path.is_file():
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)


def _told(items: list[Item]) -> str:
    words = [
        f"{i.comparator} {i.value}{'' if i.upper is None else f'–{i.upper}'} {i.key}" for i in items
    ]
    return "; ".join(words) or "nothing"


def judged(suite: Suite) -> tuple[list[Outcome], int, int]:
    """How its cases came out, how many are right, and of how many."""
    outcomes = [judge(suite, case) for case in suite.cases]
    return outcomes, sum(o.right for o in outcomes), sum(o.of for o in outcomes)


def show(suite: Suite, misses: int) -> bool:
    """Print a suite's line and its misses; whether its goal is missed."""
    outcomes, right, of = judged(suite)
    if not of:
        print(f"{suite.name:34} absent")
        return False
    goal = "" if suite.goal is None else f"  (at least {suite.goal:.0%})"
    print(f"{suite.name:34}{right:>5}/{of:<5}{right / of:7.1%}{goal}")
    for outcome in [o for o in outcomes if o.right < o.of][:misses]:
        print(f"    {outcome.case['input'][:60]!r}")
        print(f"        due {_told(outcome.wanted)}; read {_told(outcome.got)}")
    return suite.goal is not None and right / of < suite.goal


def main() -> int:
    """Print the table; 1 if a measure is missed."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--misses", type=int, nargs="?", default=0, const=sys.maxsize, metavar="N")
    chosen = options.parse_args()
    missed = [suite.name for suite in suites(chosen.folder) if show(suite, chosen.misses)]
    if missed:
        print("missed: " + ", ".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
