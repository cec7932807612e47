"""The package compiled on request: its modules are real, and none lies beside the sources."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.house.tree import ROOT

HOOK: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "hatch"
]["build"]["targets"]["wheel"]["hooks"]["mypyc"]


@pytest.mark.parametrize("pattern", [*HOOK["include"], *HOOK["exclude"]])
def test_every_module_is_there(pattern: str) -> None:
    assert list(ROOT.glob(pattern))


def test_the_compiler_reads_every_module(tmp_path: Path) -> None:
    """All but the C compiler: what mypyc cannot read is found here, not when somebody asks."""
    paths = {path for pattern in HOOK["include"] for path in ROOT.glob(pattern)}
    paths -= {path for pattern in HOOK["exclude"] for path in ROOT.glob(pattern)}
    asked = [
        *HOOK["mypy-args"],
        f"--cache-dir={tmp_path / 'cache'}",
        *sorted(str(path.relative_to(ROOT)) for path in paths),
    ]
    program = f"""if True:
        from mypyc.build import mypycify
        mypycify({asked}, target_dir={str(tmp_path)!r}, opt_level="0")
    """
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(tmp_path.rglob("*.c"))


def test_only_who_asks_gets_it() -> None:
    assert HOOK["enable-by-default"] is False


def test_nothing_compiled_hides_a_source() -> None:
    assert not [
        each
        for wing in ("evalengine", "indicators", "scoring")
        for each in ROOT.glob(f"{wing}/**/*.so")
    ]
