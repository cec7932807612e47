"""How fast `parse_targets` reads real phrases, in one process, beside other parsers in one run.

    python -m benchmarks.speed_parsing [--runs N] [--memory N] [--longest N]

Rates are medians of N runs that take turns, in processor time; ratios are what to quote. They are
taken for all real texts and for those of them that promise a number or a day: on a text without
any, most parsers have nothing to do. No answer is kept from one call to the next; only what a
numeral is worth is. Then the growth of memory over so many different phrases, and the time a
character takes in ever longer texts, ordinary and adversarial: a flat column is linear.
The other parsers are optional (docs/benchmarks-parsing.md); those that are absent are named.
"""

import argparse
import gc
import itertools
import resource
import sys
import time
from collections.abc import Iterator
from statistics import median

from benchmarks.corpus import REAL, read
from benchmarks.speed_parsers import JIONLP, MICROSOFT, OURS, TOKENS, Parse, parsers
from indicators.grammar import parse_targets

GOALS = {TOKENS: 0.4, JIONLP: 20.0, MICROSOFT: 400.0}
"""How many times as fast as each we are to be."""

SHORTEST_RUN = 0.25
"""Seconds that a run lasts at least."""

STEEP = 4
"""A character that takes so many times as long in a longer text: not linear, no need to go on."""

SHAPES = {
    "real phrases": "聘用保安人员100人，年故障累计时间＜48小时；合同签订后4个月内完成，",
    "digits": "1",
    "numerals": "一百",
    "hyphens": "1-",
    "comparators": "不少于",
    "commas": "1,",
    "periods": "每月",
    "brackets": "（",
    "dates": "2019年",
    "blanks": " ",
    "lines": "人\n",
    "points": "1%得2分，",
    "references": "按合同",
    "measures": "满意度、",
    "spoken digits": "九",
    "prose, then points": "社会发展，|达到90%得10分，",
    "counts, then none": "20年|零事故",
    "none, then counts": "零事故|20年",
}
"""What texts of growing length repeat; `|` parts the halves of those that change half-way."""
"""Texts that are repeated to any length."""


def phrases(*, dense: bool = False) -> list[str]:
    """The real texts: one whole document and the phrases of others; if `dense`, those of them that
    promise a number or a day.
    """
    return [
        case.text
        for case in read(REAL)
        if not dense or any("value" in each or "date" in each for each in case.wanted)
    ]


def rate(parse: Parse, texts: list[str], rounds: int) -> float:
    """Texts a second."""
    start = time.process_time()
    for _ in range(rounds):
        for text in texts:
            parse(text)
    return rounds * len(texts) / (time.process_time() - start)


def rates(found: dict[str, Parse], texts: list[str], runs: int) -> dict[str, list[float]]:
    """Rates of every parser, `runs` of each, taking turns."""
    first = {name: rate(parse, texts, 1) for name, parse in found.items()}
    rounds = {name: 1 + int(SHORTEST_RUN * speed / len(texts)) for name, speed in first.items()}
    measured: dict[str, list[float]] = {name: [] for name in found}
    for _ in range(runs):
        for name, parse in found.items():
            measured[name].append(rate(parse, texts, rounds[name]))
    return measured


def show_rates(runs: int) -> bool:
    """Print the tables of rates; whether a goal is missed for all real texts."""
    found, absent = parsers()
    is_missed = show_table("real texts", rates(found, phrases(), runs), phrases(), runs)
    dense = phrases(dense=True)
    show_table("of them with a number or a day", rates(found, dense, runs), dense, runs)
    for name in absent:
        print(f"{name:30}    absent")
    return is_missed


def show_table(title: str, measured: dict[str, list[float]], texts: list[str], runs: int) -> bool:
    """Print one table of rates; whether a goal is missed."""
    length = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} {title}, {length:.1f} characters each, median of {runs} runs\n")
    ours = median(measured[OURS])
    is_missed = False
    for name, speeds in measured.items():
        ratio, goal = ours / median(speeds), GOALS.get(name)
        is_missed |= goal is not None and ratio < goal
        due = f"  (at least {goal:g}×)" if goal is not None else ""
        spread = f"[{min(speeds):,.0f}–{max(speeds):,.0f}]"
        print(f"{name:30}{median(speeds):>10,.0f} texts/s {spread:>20}{ratio:>10.2f}×{due}")
    print()
    return is_missed


def different(number: int) -> Iterator[str]:
    """So many phrases, no two alike, so that no cache can hold the answers."""
    texts = itertools.cycle(phrases())
    return (
        f"{text}，第{at}组{at % 977 + 1}人" for at, text in zip(range(number), texts, strict=False)
    )


def show_memory(number: int) -> None:
    """Print the peak memory after a hundredth of the phrases, and after all of them."""
    print(f"\nmemory over {number:,} different phrases")
    marks = {max(1, number // 100), number}
    for at, text in enumerate(different(number), 1):
        parse_targets(text)
        if at in marks:
            gc.collect()
            print(f"    after {at:>10,}: {_peak():8.1f} MB")


def _peak() -> float:
    """Peak resident memory in MB; the system counts in KB, or in bytes on macOS."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def show_lengths(longest: int) -> None:
    """Print the microseconds a character takes in texts of growing length."""
    lengths = [10**power for power in range(3, 8) if 10**power <= longest]
    parse_targets("")  # the first call reads the lexicon
    print("\nmicroseconds a character" + "".join(f"{length:>12,}" for length in lengths))
    for name, shape in SHAPES.items():
        each: list[float] = []
        for length in lengths:
            parts = shape.split("|")
            room = length // len(parts)
            text = "".join((part * (room // len(part) + 1))[:room] for part in parts)
            start = time.process_time()
            parse_targets(text)
            each.append((time.process_time() - start) / length)
            if each[-1] > STEEP * min(each):
                break
        end = "" if len(each) == len(lengths) else "    not linear"
        print(f"    {name:20}" + "".join(f"{taken * 1e6:>12.3f}" for taken in each) + end)


def main() -> int:
    """Print the tables; 1 if a goal is missed."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    options.add_argument("--runs", type=int, default=7, help="runs of each parser")
    options.add_argument("--memory", type=int, default=0, help="phrases to watch the memory over")
    options.add_argument("--longest", type=int, default=0, help="length of the longest text")
    chosen = options.parse_args()
    is_missed = show_rates(chosen.runs)
    if chosen.memory:
        show_memory(chosen.memory)
    if chosen.longest:
        show_lengths(chosen.longest)
    return int(is_missed)


if __name__ == "__main__":
    sys.exit(main())
