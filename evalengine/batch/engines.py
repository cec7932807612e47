"""Where the parts of a table are worked on: in this process, or in a pool of processes."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from typing import Protocol, TypeVar

from indicators.errors import EvalengineError

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST_ROWS = 20_000
"""A process is worth starting for so many rows."""

METHOD = "spawn" if sys.platform == "win32" else "forkserver"
"""How processes are started: never by copying this one, which may have threads."""


_PATIENCE = 1.0
"""Seconds after which one looks whether a result can still come."""


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

    def __init__(self, pool: ProcessPoolExecutor, workers: int, deaths: Sequence[object]) -> None:
        """`deaths` are those of threads of this process, as they come."""
        self._pool, self._deaths = pool, deaths
        self.workers = workers

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        try:
            for waiting in self._handed_out(function, items):
                yield self._result(waiting)
        except BrokenProcessPool as error:
            raise EvalengineError.at(
                "",
                "一个计分进程被系统终止，多半是内存不足；已写完的部分还在，请用 --workers 减少"
                "进程数，加 --resume 接着算。",
                "a process was killed, most likely for want of memory; whole parts are kept: go on "
                "with --resume and fewer --workers.",
            ) from error

    def _handed_out(
        self, function: Callable[[Item], Result], items: Sequence[Item]
    ) -> list[Future[Result]]:
        try:
            return [self._pool.submit(function, item) for item in items]
        except RuntimeError as error:  # no thread or process can be started any more
            raise BrokenProcessPool(str(error)) from error

    def _result(self, waiting: Future[Result]) -> Result:
        """The result, unless the thread that hands the work out has died, which it does silently
        where the system grants no more memory.

        Raises:
            BrokenProcessPool: then; and if a process was killed.
        """
        while True:
            done, _ = wait_for([waiting], timeout=_PATIENCE)
            if done:
                return waiting.result()
            if self._deaths:
                for process in active_children():
                    process.terminate()  # they would wait for work for ever
                raise BrokenProcessPool(str(self._deaths[0]))


@contextmanager
def local(rows: int, workers: int | None = None) -> Iterator[Engine]:
    """Processes of this machine: so many, or as many as there are cores and the rows are worth."""
    count = workers or min(os.cpu_count() or 1, max(1, rows // FEWEST_ROWS))
    if count == 1:
        yield _Here()
        return
    with (
        _deaths_of_threads() as deaths,
        ProcessPoolExecutor(
            count, mp_context=get_context(METHOD), initializer=_end_with_parent
        ) as pool,
    ):
        try:
            yield _Pool(pool, count, deaths)
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def _deaths_of_threads() -> Iterator[list[object]]:
    """What threads of this process die of, as it happens."""
    deaths: list[object] = []
    before = threading.excepthook
    threading.excepthook = lambda death: deaths.append(death.exc_value)
    try:
        yield deaths
    finally:
        threading.excepthook = before


def warm_up(modules: Iterable[str]) -> None:
    """Begin to import what processes will need, beside whatever this one does meanwhile."""
    if sys.platform != "win32":
        from multiprocessing import forkserver  # noqa: PLC0415

        get_context(METHOD).set_forkserver_preload(list(modules))
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
    from multiprocessing import resource_tracker  # noqa: PLC0415

    resource_tracker.ensure_running()  # first, since its start lets interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Let this process end when the one that started it is killed."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_outlive, args=(parent.sentinel,), daemon=True).start()


def _outlive(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
