"""What is present, and what is not."""

from importlib.metadata import PackageNotFoundError

from evalengine.fittings import PARTS, fittings


def nothing(name: str) -> str:
    raise PackageNotFoundError(name)


def test_on_an_empty_machine_everything_is_missing() -> None:
    found = fittings(which=lambda _: None, installed=nothing)
    assert [each.version for each in found] == [None] * len(PARTS)


def test_what_the_tests_stand_on_is_here() -> None:
    found = {each.part.name: each.version for each in fittings()}
    assert all(found[part.name] for part in PARTS if part.needed)


def test_a_program_has_no_version_but_is_there() -> None:
    found = fittings(which=lambda name: name if name == "soffice" else None, installed=nothing)
    assert [each.part.name for each in found if each.version == "present"] == ["LibreOffice"]


def test_every_part_says_how_it_is_installed() -> None:
    assert all(part.install and part.use.zh and part.use.en for part in PARTS)
    assert len({part.name for part in PARTS}) == len(PARTS)
