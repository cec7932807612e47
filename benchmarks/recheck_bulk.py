"""Re-checks and compares generated self-evaluations by the thousand: time and memory.

    python -m benchmarks.recheck_bulk [--forms N]... [--distinct N] [--keep FOLDER]

Tables of fifteen rows a form (`benchmarks.filledtable`). Each command runs by itself; its processor
time and its peak memory are those of all its processes together, looked at several times a second.
Linear means that the processor time a row stays the same.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from os import sysconf
from pathlib import Path

from benchmarks import filledtable

FORMS = (1_000, 10_000, 100_000)
_TICK = sysconf("SC_CLK_TCK")
_EVERY = 0.2


@dataclass(slots=True)
class Used:
    """What a command took: seconds on the clock, of processors, and bytes of memory at most."""

    wall: float = 0
    cpu: float = 0
    memory: int = 0


def watched_command(words: list[str]) -> Used:
    """Run a command to its end, and watch it with all the processes that it starts."""
    used, seconds = Used(), dict[int, float]()
    started = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        family = _family(process.pid)
        seconds |= {pid: found for pid in family if (found := _seconds(pid)) is not None}
        used.memory = max(used.memory, sum(map(_memory, family)))
        time.sleep(_EVERY)
    used.wall, used.cpu = time.monotonic() - started, sum(seconds.values())
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(words)} ended with {process.returncode}")
    return used


def _family(parent: int) -> list[int]:
    """A process and all that came of it."""
    found = [parent]
    for pid in found:
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            found += [int(child) for child in _read(children).split()]
    return found


def _seconds(pid: int) -> float | None:
    fields = _read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK if fields else None


def _memory(pid: int) -> int:
    """Bytes of memory, what is shared with others divided among them."""
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError):  # it has ended meanwhile
        return ""


def measure(forms: int, distinct: int, folder: Path) -> None:
    """Print a line for each command on a table of so many forms."""
    table, results = folder / f"{forms}.parquet", folder / f"{forms}-results"
    rows = filledtable.write(table, forms=forms, distinct=distinct)
    shutil.rmtree(results, ignore_errors=True)
    commands = {
        "recheck": ["recheck", str(table), "-o", str(results)],
        "compare": ["compare", str(results), "-o", str(folder / f"{forms}.xlsx")],
    }
    for name, words in commands.items():
        used = watched_command([sys.executable, "-m", "evalengine", *words])
        print(
            f"{forms:>8}{rows:>10}  {name:<8}{used.wall:>9.1f}{used.cpu:>9.1f}"
            f"{used.cpu / rows * 1e6:>9.0f}{used.memory / 1e6:>9.0f}",
            flush=True,
        )


def main() -> None:
    """Read the command line and measure."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("--forms", type=int, action="append")
    words.add_argument("--distinct", type=int, default=200_000)
    words.add_argument("--keep", type=Path, help="keep tables and results in this folder")
    given = words.parse_args()
    print(
        f"{'forms':>8}{'rows':>10}  {'command':<8}{'clock s':>9}{'CPU s':>9}{'µs/row':>9}{'MB':>9}"
    )
    with tempfile.TemporaryDirectory() as work:
        folder = given.keep or Path(work)
        folder.mkdir(exist_ok=True)
        for forms in given.forms or FORMS:
            measure(forms, given.distinct, folder)


if __name__ == "__main__":
    main()
