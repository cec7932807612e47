"""What is present, and what is not."""

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError
from pathlib import Path

from evalengine.fittings import PARTS, Command, first_line, fittings


def nothing(name: str) -> str:
    raise PackageNotFoundError(name)


def test_on_an_empty_machine_everything_is_missing() -> None:
    found = fittings(says=lambda _: None, installed=nothing)
    assert [each.version for each in found] == [None] * len(PARTS)


def test_what_the_tests_stand_on_is_here() -> None:
    found = {each.part.name: each.version for each in fittings()}
    assert all(found[part.name] for part in PARTS if part.needed)


def test_a_program_is_asked_by_every_name_it_may_have() -> None:
    def says(command: Command) -> str | None:
        return "LibreOffice 7.4" if command[0] == "libreoffice" else None

    found = fittings(says=says, installed=nothing)
    assert {each.part.name: each.version for each in found if each.version} == {
        "LibreOffice": "7.4"
    }


def test_what_a_program_says_first() -> None:
    assert first_line((sys.executable, "-c", "print('1.2', 'x', sep=chr(10))")) == "1.2"
    assert first_line((sys.executable, "-c", "")) is None
    assert first_line(("there-is-no-such-program",)) is None


def test_every_part_says_how_it_is_installed() -> None:
    assert all(part.install and all((*part.use, *part.cost)) for part in PARTS)
    assert len({part.name for part in PARTS}) == len(PARTS)


def test_every_package_that_the_project_depends_on_is_looked_for() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    names = {re.split(r"[<>=~\[]", line)[0] for line in project["dependencies"]}
    assert names == {part.name for part in PARTS if part.needed}
