"""The project stands on its own: no machine's paths, no index hosts, no official number in code."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files, product

TEXTS = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".json", ".jsonl", ".cfg", ""}
SET_UP = ("pyproject.toml", "constraints.txt", "Makefile", ".ci/run")

MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:home|root|Users|tmp|work|opt|mnt)/\w")
OFFICIAL = {20, 40, 50, 70, 75, 80, 85, 90, 95, 130}
"""Points, bounds of bands and thresholds of standards; they stand in `scoring/standards`."""

OUTSIDE_PATH = re.compile(r"(?<!\w)(?:\.\./)*share[d]/\w")


def _texts() -> list[Path]:
    return [path for path in files() if path.suffix in TEXTS]


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in _texts()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_path_of_one_machine() -> None:
    assert _found(MACHINE_PATH) == []


def test_no_path_out_of_the_project() -> None:
    assert _found(OUTSIDE_PATH) == []


@pytest.mark.parametrize("name", SET_UP)
def test_set_up_names_no_host(name: str) -> None:
    """Where packages come from is the machine's choice."""
    assert "://" not in (ROOT / name).read_text("utf-8")


def test_no_official_number_in_code() -> None:
    """A number of a standard stands in its file, beside its clause."""
    found = [
        f"{module.name}:{node.lineno}: {node.value!r}"
        for module in product()
        if module.name.startswith("scoring/")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and str(node.value) in {str(n) for n in OFFICIAL}
    ]
    assert found == []
