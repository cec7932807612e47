"""Figures of one run of the benchmarks: ours first, others beside it, as ratios of medians.

A ratio always says how many times as fast (or as small) as the other we are: above 1 is better.
"""

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from statistics import median
from typing import Any, NamedTuple

INSTALL = "pip install -c constraints.txt -e '.[bench]'"
"""Installs every peer."""

RATES = ("texts/s", "rows/s")
"""Units of which more is better; of all others, less is."""

COUNTS = ("wrong", "%")
"""Units that are told, not divided."""


class Figure(NamedTuple):
    """What was measured of one subject, in so many runs.

    `goal`: the ratio that we are to reach against it. `size`: of what was given, where that varies.
    """

    part: str
    measure: str
    subject: str
    unit: str
    values: Sequence[float]
    goal: float | None = None
    size: int | None = None

    @property
    def middle(self) -> float:
        """The median of the runs."""
        return median(self.values)


class Compared(NamedTuple):
    """A figure, and the ratio of ours to it; None for our own, and for counts."""

    figure: Figure
    ratio: float | None

    @property
    def missed(self) -> bool:
        """Whether a goal is missed."""
        goal = self.figure.goal
        return self.ratio is not None and goal is not None and self.ratio < goal


def ratio(ours: Figure, other: Figure) -> float | None:
    """How many times as fast or as small as the other we are."""
    if other.unit in COUNTS or not ours.middle or not other.middle:
        return None
    quotient = ours.middle / other.middle
    return quotient if other.unit in RATES else 1 / quotient


def compared(figures: Iterable[Figure]) -> Iterator[Compared]:
    """Every figure with its ratio; the first of every measure is ours."""
    for _, group in groupby(figures, lambda figure: figure[:2]):
        ours, *others = group
        yield Compared(ours, None)
        yield from (Compared(other, ratio(ours, other)) for other in others)


def number(value: float) -> str:
    """A number in about three digits."""
    if value == int(value) and abs(value) < 10**6:
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def show(rows: Iterable[Compared]) -> None:
    """Print the table; what stands alone takes one line."""
    part = ""
    for key, group in groupby(rows, lambda row: row.figure[:2]):
        found = list(group)
        if key[0] != part:
            part = key[0]
            print(f"\n── {part} {'─' * (104 - len(part))}")
        if len(found) > 1:
            print(key[1])
        for figure, times in found:
            name = f"  {figure.subject}" if len(found) > 1 else figure.measure
            told = (
                f"{name:66}{number(figure.middle):>12} {figure.unit:8}n = {len(figure.values):<3}"
            )
            print(f"{told}{_told(figure, times)}".rstrip())


def _told(figure: Figure, times: float | None) -> str:
    """The ratio, and the goal where there is one."""
    if times is None:
        return ""
    goal = f"  (goal {figure.goal:.3g}×)" if figure.goal is not None else ""
    missed = "  missed" if Compared(figure, times).missed else ""
    return f"{times:>8.2f}×{goal}{missed}"


def document(rows: Sequence[Compared]) -> dict[str, Any]:
    """The table as it is saved, and on what machine, with what load, it was taken."""
    return {
        "schema": "evalengine/bench/1",
        "taken": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "figures": [
            {
                **row.figure._asdict(),
                "values": list(row.figure.values),
                "median": row.figure.middle,
                "n": len(row.figure.values),
                "ratio": row.ratio,
                "missed": row.missed,
            }
            for row in rows
        ],
    }


def machine() -> dict[str, Any]:
    """Cores, Python, and how many processes wanted to run in the last quarter of an hour."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": platform.system(),
        "load": round(os.getloadavg()[2], 2),
    }
