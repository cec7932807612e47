"""The package compiled on request: its modules are real, and none lies beside the sources."""

import tomllib
from typing import Any

import pytest

from tests.house.tree import ROOT

HOOK: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "hatch"
]["build"]["targets"]["wheel"]["hooks"]["mypyc"]


@pytest.mark.parametrize("pattern", [*HOOK["include"], *HOOK["exclude"]])
def test_every_module_is_there(pattern: str) -> None:
    assert list(ROOT.glob(pattern))


def test_only_who_asks_gets_it() -> None:
    assert HOOK["enable-by-default"] is False


def test_nothing_compiled_hides_a_source() -> None:
    assert not [
        each
        for wing in ("evalengine", "indicators", "scoring")
        for each in ROOT.glob(f"{wing}/**/*.so")
    ]
