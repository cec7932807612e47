"""What a command takes from start to end: time on the clock, processor time, peak memory.

All processes that it starts count, also those that nobody waits for. Memory is what they hold for
themselves (proportional set size, less pages of files, which the system may drop). Both are sampled
on Linux; elsewhere memory is not known, and processor time only of processes that are waited for.
"""

import os
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
        peak, cpu = watch.stop()
    wall, cpu = time.perf_counter() - start, max(cpu, _children() - before)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said, errors)
    return Run(wall, cpu, peak, said)


def _children() -> float:
    """Processor seconds of all processes that have ended below this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch:
    """Looks at a process and at all below it, until told to stop."""

    def __init__(self, process: int) -> None:
        self._process, self._peak = process, 0
        self._used: dict[int, float] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(PAUSE):
            running = tree(self._process)
            self._peak = max(self._peak, sum(map(_held, running)))
            for process in running:
                self._used[process] = max(self._used.get(process, 0), _used(process))

    def stop(self) -> tuple[float, float]:
        """Megabytes at the peak, and processor seconds as last seen of each process."""
        self._ended.set()
        self._thread.join()
        return self._peak / 1024, sum(self._used.values())


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


def _used(process: int) -> float:
    """Processor seconds of a process alone; 0 once it has ended."""
    try:
        words = (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    user, system = words[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
