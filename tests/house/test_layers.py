"""Who may import whom: the contracts of pyproject.toml hold."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.house.tree import ROOT, product


def test_import_contracts_are_kept() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_one_door_for_rule_files() -> None:
    """Only `rulefile` reads YAML, since only it keeps scalars as text and knows lines."""
    readers = [m.name for m in product() if any(i.split(".")[0] == "yaml" for i in m.imports)]
    assert readers == ["indicators/rulefile.py"]


def test_no_package_reads_the_archive() -> None:
    """`data/` is for people, tests and benchmarks; an installed package does not have it."""
    assert [m.name for m in product() if "data/" in m.text or '"data"' in m.text.lower()] == []


PIPED = "indicators/reading/worker.py"
"""Answers on standard output: the process that asked reads it."""


def test_nobody_prints_but_the_doors() -> None:
    """Reading and judging give values; `evalengine` alone speaks."""
    wings = [m for m in product() if not m.name.startswith(("evalengine/", PIPED))]
    speaks = re.compile(r"(?<![\w.])print\(|sys\.stdout")
    assert [m.name for m in wings if speaks.search(m.text)] == []


def test_the_picture_of_the_storeys_is_the_one_that_is_enforced() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    picture = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    for contract in settings["tool"]["importlinter"]["contracts"]:
        if contract["name"].startswith("storeys of"):
            storeys = " → ".join(layer.replace(" | ", " · ") for layer in contract["layers"])
            assert storeys in picture
