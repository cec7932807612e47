"""What a command takes from start to end: time on the clock, processor time, peak memory.

All processes that it starts count. Memory is what they hold for themselves (proportional set size,
less pages of files, which the system may drop); it is sampled, and known on Linux only.
"""

import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

PAUSE = 0.05
"""Seconds between two looks at the memory."""

PROC = Path("/proc")


class Run(NamedTuple):
    """Seconds on the clock, seconds of processors, MB of memory at the peak, and what was said."""

    wall: float
    cpu: float
    peak: float
    said: str


def measured(command: Sequence[str], *, folder: Path) -> Run:
    """Run a command, which must end well, and watch it.

    Raises:
        subprocess.CalledProcessError: if it does not; with what it said.
    """
    before, start = _children(), time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        watch = _Watch(process.pid)
        said, errors = process.communicate()
        peak = watch.stop()
    wall, cpu = time.perf_counter() - start, _children() - before
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said, errors)
    return Run(wall, cpu, peak, said)


def _children() -> float:
    """Processor seconds of all processes that have ended below this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch:
    """Looks at the memory of a process and of all below it, until told to stop."""

    def __init__(self, process: int) -> None:
        self._process, self._peak = process, 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(PAUSE):
            self._peak = max(self._peak, sum(map(_held, tree(self._process))))

    def stop(self) -> float:
        """Megabytes at the peak."""
        self._ended.set()
        self._thread.join()
        return self._peak / 1024


def tree(process: int) -> list[int]:
    """A process and all that it started, as far as they still run."""
    below = []
    for task in (PROC / str(process) / "task").glob("*/children"):
        try:
            below += [int(each) for each in task.read_text().split()]
        except OSError:  # it has just ended
            continue
    return [process, *(each for child in below for each in tree(child))]


def _held(process: int) -> int:
    """Kilobytes that a process holds for itself; 0 once it has ended."""
    try:
        text = (PROC / str(process) / "smaps_rollup").read_text()
    except OSError:
        return 0
    size = dict(line.split(":", 1) for line in text.splitlines()[1:])
    return sum(int(size[name].split()[0]) for name in ("Pss_Anon", "Pss_Shmem") if name in size)
