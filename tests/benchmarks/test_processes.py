"""A command is watched with all that it starts."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.processes import PROC, measured, tree

HOLD = "import time; held = bytearray(64 << 20); time.sleep(1.5); print('done')"
BELOW = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD!r}], check=True)"


@pytest.mark.skipif(not (PROC / "self" / "smaps_rollup").exists(), reason="needs Linux")
def test_the_memory_of_a_child_counts(tmp_path: Path) -> None:
    run = measured([sys.executable, "-c", BELOW], folder=tmp_path)
    assert run.said == "done\n"
    assert 64 <= run.peak < 200


@pytest.mark.skipif(not (PROC / "self" / "smaps_rollup").exists(), reason="needs Linux")
def test_the_work_of_a_child_that_nobody_waits_for_counts(tmp_path: Path) -> None:
    """It works for a second of processors; its parent ends without waiting."""
    child = "import pathlib, time\nwhile time.process_time() < 1: pass\n"
    child += "pathlib.Path('worked').touch()\ntime.sleep(1)"
    parent = "import os, pathlib, subprocess, sys, time\n"
    parent += f"subprocess.Popen([sys.executable, '-c', {child!r}])\n"
    parent += "while not pathlib.Path('worked').exists(): time.sleep(0.1)\n"
    parent += "time.sleep(1)\nos._exit(0)"
    run = measured([sys.executable, "-c", parent], folder=tmp_path)
    assert 0.9 < run.cpu < 3


def test_a_command_that_fails_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        measured([sys.executable, "-c", "import sys; sys.exit('no')"], folder=tmp_path)
    assert caught.value.stderr == "no\n"


def test_a_process_that_has_ended_has_nothing_below() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    assert tree(ended.pid) == [ended.pid]
