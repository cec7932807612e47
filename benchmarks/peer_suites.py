"""Runs `quantities` over the test suites of other parsers, and prints what comes out exactly.

    python benchmarks/peer_suites.py FOLDER [--misses N]

FOLDER holds the suites in one normal form, a JSON object a line (`recognizers.jsonl`,
`cn2an.jsonl`): `input`, `reference` (date), `expected` items with `comparator`, `value`, `value2`,
`unit`. The suites belong to their projects and are not part of this one. Cases that a project
switches off everywhere (`supported_by: []`) are left out; where a suite reads 以上 and 以下 as
excluding the number, either reading counts, since the Civil Code (art. 1259) includes it.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indicators.grammar import parser, quantities
from indicators.grammar.numbers import Number

Case = dict[str, Any]
Reading = tuple[list[Any], list[Any]]

SIDES = ("<", "<=", ">", ">=")
SUITE_UNITS = {
    "Kilobit": "千比特",
    "Megabyte": "MB",
    "Kilobyte": "KB",
    "Dollar": "美元",
    "Bitcoin": "比特币",
}
PERCENTS = {"%": 1.0, "‰": 0.1, "‱": 0.01, "个百分点": 1.0, "倍": 100.0}
MEASURES = ("length", "mass", "volume", "area", "data", "bandwidth", "power", "energy", "speed")
TRADITIONAL = frozenset("萬億點個負兩幾餘陸貳參")


@dataclass(frozen=True, slots=True)
class Suite:
    """One line of the table: its cases, how they are compared, and the measure to reach."""

    name: str
    cases: list[Case]
    read: Callable[[Case], Reading]
    goal: float


def found(case: Case) -> list[Number]:
    """All that `quantities` reads in the case's text."""
    reference = str(case.get("reference") or "")
    return quantities(case["input"], year=int(reference[:4]) if reference[:4].isdigit() else None)


def comparable(value: Any) -> Any:
    """Numbers to ten digits, dates in ISO form."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if value is None or isinstance(value, str) else float(f"{float(value):.10g}")


def in_base_unit(unit: str | None, value: Any) -> tuple[str | None, Any]:
    """A value in the base unit of its dimension, with what it compares by."""
    known = parser().scanner.units.named(SUITE_UNITS.get(unit or "", unit or ""))
    if known is None:
        return unit, comparable(value)
    return known.key, comparable(float(value) * known.numerator / known.denominator)


def plain_numbers(case: Case) -> Reading:
    """The values alone; amounts of money in yuan."""
    numbers = [number for number in found(case) if number.kind not in ("date", "period")]
    got = [
        in_base_unit(n.unit, n.value)[1] if n.kind == "money" else comparable(n.value)
        for n in numbers
    ]
    return got, [comparable(item["value"]) for item in case["expected"]]


def percentages(case: Case) -> Reading:
    """Shares, in percent."""
    got = [
        comparable(float(str(n.value)) * PERCENTS[n.unit or "%"])
        for n in found(case)
        if n.dimension in ("ratio", "point")
    ]
    return got, [comparable(item["value"]) for item in case["expected"]]


def ranges(case: Case) -> Reading:
    """Comparator and both ends; plain numbers beside them do not count."""
    lenient = any(item.get("convention") for item in [case, *case["expected"]])
    softer = {">": ">=", "<": "<="} if lenient else {}
    got = [(str(n.comparator), comparable(n.value), comparable(n.upper)) for n in found(case)]
    want = [
        (item["comparator"], comparable(item["value"]), comparable(item["value2"]))
        for item in case["expected"]
    ]
    want = [("between" if sign == "range" else sign, low, high) for sign, low, high in want]
    if len(got) > len(want):
        got = [item for item in got if item[0] != "="] or got
    soften = [[(softer.get(sign, sign), *ends) for sign, *ends in side] for side in (got, want)]
    return soften[0], soften[1]


def one_sided_dates(case: Case) -> Reading:
    """Dates with 前, 后, 起 …: comparator and day."""
    got = [
        (str(n.comparator), comparable(n.value))
        for n in found(case)
        if n.kind == "date" and n.comparator in SIDES
    ]
    return got, [(i["comparator"], i["value"]) for i in case["expected"] if _is_one_sided(i)]


def _is_one_sided(item: Case) -> bool:
    return item.get("unit") == "date" and item["comparator"] in SIDES


def measured(*dimensions: str) -> Callable[[Case], Reading]:
    """Values with units of these dimensions, in base units."""

    def read(case: Case) -> Reading:
        numbers = [n for n in found(case) if n.dimension in dimensions]
        got = [in_base_unit(n.unit, n.value) for n in numbers]
        return got, [in_base_unit(item["unit"], item["value"]) for item in case["expected"]]

    return read


def suites(folder: Path) -> list[Suite]:
    """The suites that the folder holds."""
    recognizers = [c for c in _cases(folder / "recognizers.jsonl") if c.get("supported_by") != []]
    cn2an = [
        case
        for case in _cases(folder / "cn2an.jsonl")
        if case["mode"] != "transform" and not case["mode"].startswith("error")
    ]

    def of(part: str) -> list[Case]:
        return [case for case in recognizers if part in case["source_file"]]

    numbers = of("NumberModel")
    simplified = [case for case in numbers if not TRADITIONAL & set(case["input"])]
    dated = [case for case in recognizers if any(map(_is_one_sided, case["expected"]))]
    return [
        Suite("NumberRange", of("NumberRange"), ranges, 0.95),
        Suite("dates with 前/后", dated, one_sided_dates, 0.90),
        Suite("Percent", of("PercentModel"), percentages, 0.97),
        Suite("Currency", of("CurrencyModel"), measured("money"), 0.92),
        Suite("Dimension", of("DimensionModel"), measured(*MEASURES), 0.92),
        Suite("cn2an numerals", cn2an, plain_numbers, 0.97),
        Suite("NumberModel, simplified", simplified, plain_numbers, 0.95),
        Suite("NumberModel, all", numbers, plain_numbers, 0.0),
    ]


def _cases(path: Path) -> Iterable[Case]:
    if path.is_file():
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)


def main() -> int:
    """Print the table; 1 if a measure is missed."""
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--misses", type=int, default=0, metavar="N", help="show N misses a suite")
    chosen = options.parse_args()
    missed = False
    for suite in suites(chosen.folder):
        if not suite.cases:
            print(f"{suite.name:26} absent")
            continue
        readings = [(case["input"], *suite.read(case)) for case in suite.cases]
        wrong = [reading for reading in readings if reading[1] != reading[2]]
        share = 1 - len(wrong) / len(readings)
        missed |= share < suite.goal
        exact = f"{len(readings) - len(wrong)}/{len(readings)}"
        print(f"{suite.name:26} {exact:>9} {share:7.1%}  (at least {suite.goal:.0%})")
        for text, got, want in wrong[: chosen.misses]:
            print(f"    {text!r}: {got}, due {want}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
