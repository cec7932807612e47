"""Where parts are worked on."""

import os
import signal

import pytest

from evalengine.batch.engines import FEWEST_ROWS, local
from indicators.errors import EvalengineError


def _double(number: int) -> int:
    return 2 * number


def _killed(_number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def _refused(number: int) -> int:
    raise EvalengineError.at("t.csv", f"第 {number} 行", f"row {number}")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    with local(10, workers) as engine:
        assert engine.workers == workers
        assert list(engine.map(_double, range(20))) == list(range(0, 40, 2))


def test_few_rows_need_no_process_of_their_own() -> None:
    with local(FEWEST_ROWS) as engine:
        assert engine.workers == 1


def test_a_process_that_was_killed_is_told() -> None:
    with local(10, 2) as engine, pytest.raises(EvalengineError, match="--resume"):
        list(engine.map(_killed, [1]))


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_come_through(workers: int) -> None:
    with local(10, workers) as engine, pytest.raises(EvalengineError, match="第 3 行"):
        list(engine.map(_refused, [3]))


def _short_of_memory(_number: int) -> int:
    raise MemoryError


def test_want_of_memory_comes_through() -> None:
    with local(10, 2) as engine, pytest.raises(MemoryError):
        list(engine.map(_short_of_memory, [1]))


def test_a_thread_that_hands_out_work_and_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the system grants no thread more: nothing would ever come back."""

    def refused(*_args: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr("multiprocessing.queues.Queue._start_thread", refused)
    with local(10, 2) as engine, pytest.raises(EvalengineError, match="--resume"):
        list(engine.map(_double, [1]))
