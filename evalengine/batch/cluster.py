"""Works on the parts of a table on a Dask cluster: one that stands, or one of this machine."""

import logging
import os
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from evalengine import settings
from evalengine.batch.engines import Engine, Item, Result, deaf
from indicators.errors import EvalengineError, UsageError

DASK = "dask"
"""How the engine is named; `dask=tcp://HOST:PORT` names a cluster that stands."""

PATIENCE = 30
"""Seconds to wait for a scheduler or a worker."""


class _Cluster:
    """Works in the processes of a cluster. What a lost worker was at is done again by another."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.workers = sum(client.nthreads().values())

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        from distributed import KilledWorker  # noqa: PLC0415 -- an extra

        with warnings.catch_warnings():
            # Advice for whoever writes graphs: the items are small, but many.
            warnings.filterwarnings("ignore", message="Sending large graph")
            waiting = deque(self._client.map(function, list(items), pure=False))
        try:
            while waiting:
                yield waiting[0].result()
                waiting.popleft()  # its result may go
        except (KilledWorker, CancelledError) as error:
            raise EvalengineError.at(
                "--engine",
                "Dask 的工作进程几次被终止（多半是内存不足），或与调度器的连接断了；"
                "写完的部分还在，请用 --resume 接着算。",
                "Dask workers were killed again and again (most likely for want of memory), or the "
                "scheduler is gone; whole parts are kept: go on with --resume.",
            ) from error
        finally:
            self._client.cancel(list(waiting))


@contextmanager
def cluster(
    address: str | None, workers: int | None, shared: Path, files: Sequence[str] = ()
) -> Iterator[Engine]:
    """The cluster whose scheduler is at `address`, or else one of processes of this machine.

    `shared` is a folder, and `files` are files, that all workers must see as this process does.

    Raises:
        UsageError: if Dask is not installed, nobody answers, or workers have another version of
            the engine or do not see the folder.
    """
    if address and workers:
        raise UsageError.at(
            "--workers",
            "集群有几个工作进程，由启动它的人决定；请去掉 --workers。",
            "how many workers a cluster has is up to whoever started it; leave --workers out.",
        )
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise UsageError.at(
            "--engine",
            "没有安装 Dask；请安装：pip install 'evalengine[cluster]'。",
            "Dask is not installed; install it: pip install 'evalengine[cluster]'.",
        ) from error
    with ExitStack() as stack:
        if address is None:
            with deaf():
                own = distributed.LocalCluster(
                    n_workers=workers or os.cpu_count() or 1,
                    threads_per_worker=1,
                    dashboard_address=":0",  # any that is free
                    silence_logs=logging.CRITICAL,
                )
            stack.enter_context(own)
        client = stack.enter_context(_client(distributed, address or own.scheduler_address))
        _check_workers(client, shared, files)
        yield _Cluster(client)


def _client(distributed: Any, address: str) -> Any:
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError.at(
            "--engine",
            f"连不上 {address} 的 Dask 调度器，或它没有工作进程；请先启动 dask scheduler 和 "
            "dask worker。",
            f"no Dask scheduler answers at {address}, or it has no worker; start dask scheduler "
            "and dask worker first.",
        ) from error
    return client


def _check_workers(client: Any, shared: Path, files: Sequence[str]) -> None:
    """Refuse workers that would give other results, or whose results nobody would see."""
    versions = client.run(settings.engine, on_error="return")
    others = [name for name, said in versions.items() if said != settings.engine()]
    if others:
        raise UsageError.at(
            "--engine",
            f"工作进程 {others[0]} 上没有 {settings.engine()}；请装同一版本。",
            f"the worker {others[0]} lacks {settings.engine()}; install the same version there.",
        )
    paths = [str(shared), *files]
    here = _seen(paths)
    for name, there in client.run(_seen, paths).items():
        for path, ours, theirs in zip(paths, here, there, strict=True):
            if theirs is None or theirs != ours:
                raise UsageError.at(
                    "--engine",
                    f"工作进程 {name} 看不到 {path}，或看到的不是同一个；表和结果要放在大家都能"
                    "读写的路径上。",
                    f"the worker {name} does not see {path}, or sees another; table and results "
                    "must lie on a path that all of them can read and write.",
                )


def _seen(paths: Sequence[str]) -> list[int | None]:
    """What a process sees at paths: the size of a file, 0 for a folder, None for nothing."""
    found = map(Path, paths)
    return [0 if at.is_dir() else at.stat().st_size if at.is_file() else None for at in found]
