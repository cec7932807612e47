"""How long commands take from start to end, beside importing pydantic and pandas in the same run.

Every figure is the median of fresh processes that take turns, so that a busy moment of the
machine falls on all of them. Ratios are what to quote; absolute times differ between machines.
"""

import argparse
import compileall
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data" / "xicheng-2019"
COMMAND = str(Path(sys.executable).with_name("evalengine"))

PARSE, SCORE = "evalengine parse --text", "evalengine score, nine projects"
PYDANTIC, PANDAS = "import pydantic", "import pandas"

CASES = {
    "python": [sys.executable, "-c", ""],
    PYDANTIC: [sys.executable, "-c", "import pydantic"],
    PARSE: [COMMAND, "parse", "--text", "合同签订后4个月内，年故障累计时间＜48小时"],
    PANDAS: [sys.executable, "-c", "import pandas"],
    SCORE: [
        *(COMMAND, "score", str(DATA / "xicheng-2019-budget.txt")),
        *("--actuals", str(DATA / "actuals.xlsx"), "--standard", "cn-beijing-selfeval-2016"),
    ],
}

GOALS = ((PARSE, PYDANTIC, 3.0), (SCORE, PANDAS, 1.0))
"""What must not take more than how many times as long as what."""


def seconds(command: Sequence[str]) -> float:
    """The wall time of one fresh process, which must end well."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


def measure(runs: int) -> dict[str, list[float]]:
    """Times of every case, `runs` of each after one to warm the disk.

    Our packages are compiled first, as an installer does: an editable install is not, where the
    environment forbids writing byte code.
    """
    for package in ("evalengine", "indicators", "scoring"):
        compileall.compile_dir(ROOT / package, quiet=1)
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for turn in range(runs + 1):
        for name, command in CASES.items():
            taken = seconds(command)
            if turn:
                times[name].append(taken)
    return times


def main() -> int:
    """Print the table; 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="processes a case")
    times = measure(parser.parse_args().runs)
    print(f"{'median':>10}{'fastest':>10}   process (n = {len(times[PARSE])})")
    for name, taken in times.items():
        print(f"{median(taken) * 1000:>7.0f} ms{min(taken) * 1000:>7.0f} ms   {name}")
    missed = 0
    for ours, theirs, goal in GOALS:
        ratio = median(times[ours]) / median(times[theirs])
        missed += ratio > goal
        print(f"{ratio:>9.2f}×  {ours} / {theirs}  (at most {goal:g}×)")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
