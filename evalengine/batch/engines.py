"""Where the parts of a table are worked on: in this process, or in a pool of processes."""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Protocol, TypeVar

from indicators.errors import EvalengineError

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST_ROWS = 20_000
"""A process is worth starting for so many rows."""

METHOD = "spawn" if sys.platform == "win32" else "forkserver"
"""How processes are started: never by copying this one, which may have threads."""


class Engine(Protocol):
    """Applies a function to many items, `workers` of them at a time."""

    workers: int

    def map(self, function: Callable[[Item], Result], items: Sequence[Item], /) -> Iterator[Result]:
        """The results in the order of the items."""


class _Here:
    """Works in this process."""

    workers = 1

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        return map(function, items)


class _Pool:
    """Works in processes of their own."""

    def __init__(self, pool: ProcessPoolExecutor, workers: int) -> None:
        self._pool = pool
        self.workers = workers

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        try:
            yield from self._pool.map(function, items)
        except BrokenProcessPool as error:
            raise EvalengineError.at(
                "",
                "一个计分进程被系统终止，多半是内存不足；已写完的部分还在，请用 --workers 减少"
                "进程数，加 --resume 接着算。",
                "a process was killed, most likely for want of memory; whole parts are kept: go on "
                "with --resume and fewer --workers.",
            ) from error


@contextmanager
def local(rows: int, workers: int | None = None) -> Iterator[Engine]:
    """Processes of this machine: so many, or as many as there are cores and the rows are worth."""
    count = workers or min(os.cpu_count() or 1, max(1, rows // FEWEST_ROWS))
    if count == 1:
        yield _Here()
        return
    with ProcessPoolExecutor(
        count, mp_context=get_context(METHOD), initializer=_end_with_parent
    ) as pool:
        try:
            yield _Pool(pool, count)
        finally:
            pool.shutdown(cancel_futures=True)


def warm_up(modules: Iterable[str]) -> None:
    """Begin to import what processes will need, beside whatever this one does meanwhile."""
    if sys.platform != "win32":
        from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415

        get_context(METHOD).set_forkserver_preload(list(modules))
        # Its start lets interrupts through again, so it comes first.
        resource_tracker.ensure_running()
        with deaf():
            forkserver.ensure_running()


@contextmanager
def deaf() -> Iterator[None]:
    """Start processes that do not hear an interrupt from the keyboard: whoever started them does,
    and lets them end what they are at.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Let this process end when the one that started it is killed."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_outlive, args=(parent.sentinel,), daemon=True).start()


def _outlive(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
