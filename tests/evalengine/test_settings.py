"""What holds when nothing is said, and how the environment changes it."""

import tomllib

import pytest

from evalengine import settings
from tests.house.tree import ROOT

Environment = pytest.MonkeyPatch


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert settings.engine() == f"{project['name']} {project['version']}"


@pytest.mark.parametrize(
    ("value", "language"), [("en", "en"), ("en_GB", "en"), ("zh", "zh"), ("", "zh")]
)
def test_the_language(value: str, language: str, monkeypatch: Environment) -> None:
    monkeypatch.setenv("EVALENGINE_LANG", value)
    assert settings.default_language() == language


@pytest.mark.parametrize(
    ("value", "unknown"), [("fr", "fr"), ("en_GB", ""), ("zh_CN.UTF-8", ""), ("", "")]
)
def test_a_language_that_is_not_ours(value: str, unknown: str, monkeypatch: Environment) -> None:
    monkeypatch.setenv("EVALENGINE_LANG", value)
    assert settings.unknown_language() == unknown


def test_the_standard(monkeypatch: Environment) -> None:
    monkeypatch.delenv("EVALENGINE_STANDARD", raising=False)
    assert settings.default_standard() == settings.DEFAULT_STANDARD
    monkeypatch.setenv("EVALENGINE_STANDARD", "cn-mof-2020-10")
    assert settings.default_standard() == "cn-mof-2020-10"


def test_colour(monkeypatch: Environment) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert settings.colour_wanted()
    monkeypatch.setenv("TERM", "dumb")
    assert not settings.colour_wanted()
