"""How exact and how fast `score_frame` is: an oracle in fractions, and other ways in one run.

    python -m benchmarks.scoring [--check N] [--rows N] [--runs N] [--seed N]

First N random and adversarial rows are held against an oracle that shares no code with the engine
(wrong cents, wrong grades), and a float64 spreadsheet beside it. Then throughput: rates are medians
of CPU time over runs that take turns, so that a busy moment of the machine falls on all; ratios are
what to quote. Then rates by number of rows (a flat column is linear), and the memory used on top of
the input. Other engines are optional (`pip install 'evalengine[bench]'`); those absent are named.
"""

import argparse
import time
import tracemalloc
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pandas as pd

from benchmarks import scoring_oracle as oracle
from benchmarks.scoring_peers import GOALS, columns, peers, spreadsheet
from benchmarks.scoring_rows import (
    ANSWERS,
    CATEGORIES,
    ITEMS,
    SIGNS,
    WORDED,
    Array,
    Rows,
    frame,
    make,
)
from scoring import find, project_totals, score_frame
from scoring.standard import Standard

OURS = "score_frame"
MIX = Path(__file__).with_name("scoring.yaml")
PIECE = 10**6
"""Rows that are checked at once."""

HARD = 20_000
"""Rows with numbers beyond 64 bits and of many decimal places."""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description="How exact and how fast score_frame is.")
    parser.add_argument("--check", type=float, default=1e6, help="rows held against the oracle")
    parser.add_argument("--rows", type=float, default=4e6, help="rows of the races")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    standard = find(str(MIX))
    exactness(standard, int(options.check), options.seed)
    beyond_64_bits(standard, options.seed)
    race(standard, int(options.rows), options.runs, options.seed)
    growth(standard, int(options.rows), options.seed)
    memory(standard, int(options.rows), options.seed)


def wrong_answers(standard: Standard, size: int, seed: int) -> tuple[Array, int]:
    """Wrong cents and wrong grades, ours and then those of a float64 spreadsheet; projects."""
    wrong = np.zeros(4, int)
    projects = 0
    for start in range(0, size, PIECE):
        rows = make(min(PIECE, size - start), seed + start // PIECE)
        due = np.array(list(due_cents(rows)))
        items = frame(rows)
        scores = score_frame(items, standard)
        grades = due_grades(due, rows)
        ours = project_totals(items, scores, standard)["grade"].to_numpy()
        floats = spreadsheet(columns(rows))
        theirs = np.array([grade_of(total) for total in sums(floats, rows).tolist()])
        wrong += [
            np.count_nonzero(cents(scores["points"]) != due),
            np.count_nonzero(ours != grades),
            np.count_nonzero(np.rint(floats * 100).astype(int) != due),
            np.count_nonzero(theirs != grades),
        ]
        projects += len(grades)
    return wrong, projects


def exactness(standard: Standard, size: int, seed: int) -> None:
    """Print the wrong cents and wrong grades."""
    wrong, projects = wrong_answers(standard, size, seed)
    print(f"exactness: {size:,} rows, {projects:,} projects, against fractions")
    print(f"  score_frame         {wrong[0]:>9,} wrong cents {wrong[1]:>8,} wrong grades")
    print(f"  float64 spreadsheet {wrong[2]:>9,} wrong cents {wrong[3]:>8,} wrong grades")


def due_cents(rows: Rows) -> Iterator[int]:
    """What the oracle says about every row."""
    for row in zip(*(column.tolist() for column in rows[1:]), strict=True):
        yield due_of(*row)


def due_of(
    category: int,
    sign: int,
    answer: int,
    target: oracle.Number,
    upper: oracle.Number,
    actual: oracle.Number,
    most: int,
) -> int:
    """What the oracle says about one row."""
    if category == WORDED:
        return oracle.judged(ANSWERS[answer], most)
    return oracle.points(CATEGORIES[category], SIGNS[sign], target, upper, actual, most)


def due_grades(due: Array, rows: Rows) -> Array:
    """What the oracle says about every project."""
    return np.array([oracle.grade(total) for total in sums(due, rows).tolist()])


def sums(points: Array, rows: Rows) -> Array:
    """The sum of every project of ten rows."""
    whole = rows.size // ITEMS * ITEMS
    return np.asarray(points[:whole].reshape(-1, ITEMS).sum(axis=1))


def grade_of(total: float) -> str:
    """The grade as a spreadsheet gives it."""
    return next(name for bound, name in reversed(oracle.GRADES) if total >= bound / 100)


def cents(points: pd.Series) -> Array:
    """Exact points as whole cents."""
    return np.asarray(np.rint(points.to_numpy(float, na_value=np.nan) * 100).astype(int))


def beyond_64_bits(standard: Standard, seed: int) -> None:
    """The same with quantities times 10^20 or 10^-20: far beyond what 64 bits hold."""
    rows = make(HARD, seed)
    items = frame(rows)
    times = [Decimal(10) ** (20 if place % 2 else -20) for place in range(HARD)]
    for name in ("target", "upper", "actual"):
        column = getattr(rows, name).tolist()
        numbers = [Decimal(n) / 100 * factor for n, factor in zip(column, times, strict=True)]
        items[name] = pd.Series(numbers, dtype=object)
    scores = score_frame(items, standard)
    fractions = [Fraction(factor) for factor in times]
    due = []
    for row, factor in zip(
        zip(*(c.tolist() for c in rows[1:]), strict=True), fractions, strict=True
    ):
        category, sign, answer, target, upper, actual, most = row
        low, high, fact = target * factor, upper * factor, actual * factor
        due.append(due_of(category, sign, answer, low, high, fact, most))
    wrong = np.count_nonzero(cents(scores["points"]) != np.array(due))
    print(f"  beyond 64 bits      {wrong:>9,} wrong cents of {HARD:,} rows in Decimals")


def throughput(
    standard: Standard, size: int, runs: int, seed: int
) -> tuple[dict[str, list[float]], dict[str, int]]:
    """Rows a second of every way, in turns, ours first, none where it is absent; and its rows."""
    rows = make(size, seed)
    items = frame(rows)
    ways: list[tuple[str, Callable[[], Any] | None, int]] = [
        (OURS, lambda: score_frame(items, standard), size),
        *peers(rows),
    ]
    rates: dict[str, list[float]] = {name: [] for name, _, _ in ways}
    for _ in range(runs):
        for name, way, count in ways:
            if way:
                way()  # so that none pays for memory that the one before gave back
                rates[name].append(count / seconds(way))
    return rates, {name: count for name, _, count in ways}


def race(standard: Standard, size: int, runs: int, seed: int) -> None:
    """Print the throughput beside the other ways."""
    rates, counts = throughput(standard, size, runs, seed)
    print(f"\nthroughput: {size:,} rows (slow ways fewer), median of n = {runs} runs, CPU time")
    ours = median(rates[OURS])
    for name, found in rates.items():
        if not found:
            print(f"  {name:32} absent: pip install 'evalengine[bench]'")
            continue
        rate = median(found)
        goal = f", goal {GOALS[name]:g}" if name in GOALS else ""
        times = f"{ours / rate:7.1f} times as fast{goal}" if rate != ours else ""
        told = f"{rate / 1e6:8.3f} M rows/s ({counts[name]:,})"
        print(f"  {name:32} {told}   {times}".rstrip())


def growth(standard: Standard, size: int, seed: int) -> None:
    """Rates by number of rows."""
    print("\nlinear? rows, M rows/s")
    for count in sorted({10**5, 10**6, size}):
        items = frame(make(count, seed))
        rate = count / min(seconds(partial(score_frame, items, standard)) for _ in "123")
        print(f"  {count:>12,} {rate / 1e6:8.2f}")


def memory(standard: Standard, size: int, seed: int) -> None:
    """Print the most memory that is used on top of the input, the result included."""
    items = frame(make(size, seed))
    held = int(items.memory_usage(deep=True).sum())
    peak = most_memory(partial(score_frame, items, standard))
    print(f"\nmemory: input {held / 2**20:.0f} MiB, at most {peak / 2**20:.0f} MiB on top of it,")
    print(f"  result included: {(held + peak) / held:.2f} times the input in all, goal below 2")


def most_memory(work: Callable[[], Any]) -> int:
    """The most bytes that a piece of work holds at a time, its result included."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def seconds(work: Callable[[], Any]) -> float:
    """CPU seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
