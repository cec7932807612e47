"""README, contract and help tell the same story as the code, and the examples are real."""

import importlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from evalengine.cli import COMMANDS, run
from evalengine.commands import standards
from tests.house.tree import ROOT

README = ROOT / "README.md"
CONTRACT = ROOT / "docs" / "contract.md"
MOST_EXPORTS = 10

NAMES = [*COMMANDS, *(f"standards {name}" for name, *_ in standards.COMMANDS)]


@pytest.mark.parametrize("name", NAMES)
def test_readme_shows_every_command(name: str) -> None:
    assert f"evalengine {name}" in README.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_contract_names_every_command(name: str) -> None:
    command, *rest = name.split()
    row = next(
        (
            line
            for line in CONTRACT.read_text("utf-8").splitlines()
            if f"`evalengine {command}" in line
        ),
        "",
    )
    assert all(word in row for word in (command, *rest))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_has_help(
    name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*name.split(), "--help", "--lang", language]) == 0
    shown = capsys.readouterr().out
    assert f"evalengine {name}" in shown
    assert bool(re.search("[一-鿿]", shown.split("\n\n")[1])) is (language == "zh")


@pytest.mark.parametrize("wing", ["indicators", "scoring"])
def test_exports_are_few_sorted_and_explained(wing: str) -> None:
    module = importlib.import_module(wing)
    names = list(module.__all__)
    assert names == sorted(names)
    assert 0 < len(names) <= MOST_EXPORTS
    assert [name for name in names if not getattr(module, name).__doc__] == []


def _examples(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Every `$ evalengine …` of the console blocks of a page, with the output shown below it."""
    for block in re.findall(r"```console\n(.*?)```", path.read_text("utf-8"), re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *output = part.rstrip("\n").split("\n")
            if command.startswith("evalengine "):
                yield command, output


PAGES = ["README.md", "indicators/README.md", "scoring/README.md", "evalengine/README.md"]


@pytest.mark.parametrize("page", PAGES)
def test_examples_are_real(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A shown output is what the command prints; a line `…` stands for lines left out."""
    monkeypatch.chdir(tmp_path)
    for folder in ("data", "scoring"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    (tmp_path / "out").mkdir()
    for command, output in _examples(ROOT / page):
        assert run(shlex.split(command)[1:]) in (0, 1), command
        printed = "".join(f"{line.rstrip()}\n" for line in capsys.readouterr().out.splitlines())
        assert re.fullmatch(_pattern(output), printed), f"{page}: {command}\n{printed}"


def _pattern(lines: list[str]) -> str:
    return "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in lines)
