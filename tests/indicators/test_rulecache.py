"""Validated rule files are kept, and validated again whenever anything changed."""

import re
from pathlib import Path

import pytest

from indicators import rulecache
from indicators.errors import RuleFileError
from indicators.forms import layout, longtable
from indicators.grammar import lexicon, worded
from indicators.rulecache import load_cached
from indicators.rulefile import Rule
from indicators.taxonomy import names


class Words(Rule):
    """A schema for these tests."""

    words: list[str]


class Loader:
    """Loads a rule file of these tests, and counts how often it was validated."""

    def __init__(self, folder: Path) -> None:
        self.rules = folder / "a.yaml"
        self.schema = folder / "schema.py"
        self.rules.write_text("words: [甲]\n", encoding="utf-8")
        self.schema.write_text("1", encoding="utf-8")
        self.validated = 0

    def load(self) -> list[object]:
        return load_cached([self.rules], self._schema, name="words", schema_files=[self.schema])

    def _schema(self, path: Path) -> type[Words]:
        assert path == self.rules
        self.validated += 1
        return Words


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("EVALENGINE_CACHE", str(folder))
    return folder


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    return Loader(tmp_path)


def test_validated_once(loader: Loader, cache: Path) -> None:
    assert loader.load() == loader.load() == [{"words": ["甲"]}]
    assert loader.validated == 1
    assert [path.suffix for path in (cache / "evalengine").iterdir()] == [".json"]


def test_again_when_rules_or_schema_change(loader: Loader, cache: Path) -> None:
    loader.load()
    loader.rules.write_text("words: [乙]\n", encoding="utf-8")
    assert loader.load() == [{"words": ["乙"]}]
    loader.schema.write_text("2", encoding="utf-8")
    loader.load()
    assert loader.validated == 3
    assert len(list((cache / "evalengine").iterdir())) == 3


@pytest.mark.parametrize("damage", [b"", b"{", b"null", b"[]", b"\xff\xfe"])
def test_a_damaged_cache_is_made_anew(loader: Loader, cache: Path, damage: bytes) -> None:
    loader.load()
    [kept] = (cache / "evalengine").iterdir()
    kept.write_bytes(damage)
    assert loader.load() == [{"words": ["甲"]}]
    assert loader.validated == 2


def test_a_folder_that_cannot_be_written(loader: Loader, cache: Path) -> None:
    cache.write_text("a file stands in the way", encoding="utf-8")
    assert loader.load() == loader.load() == [{"words": ["甲"]}]
    assert loader.validated == 2


def test_a_user_without_home(loader: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVALENGINE_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)

    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert loader.load() == [{"words": ["甲"]}]


def test_wrong_rules_are_named_and_not_kept(loader: Loader, cache: Path) -> None:
    loader.rules.write_text("worte: [甲]\n", encoding="utf-8")
    with pytest.raises(RuleFileError, match=r"a\.yaml:1"):
        loader.load()
    loader.rules.unlink()
    with pytest.raises(RuleFileError, match=r"无法读取"):
        loader.load()
    assert not cache.exists()


_MODULES = {
    "lexicon": lexicon.SCHEMA,
    "wordings": worded.SCHEMA,
    "forms": layout.SCHEMA,
    "long-table": longtable.SCHEMA,
    "taxonomy": names.SCHEMA,
}
_WORDS_ONLY = {"indicators.errors", "indicators.foreign", "indicators.spelling"}
"""Modules that say how a mistake is told, not what is one."""


@pytest.mark.parametrize("use", _MODULES)
def test_every_module_that_says_what_is_valid_is_hashed(use: str) -> None:
    root = Path(rulecache.__file__).parents[1]
    hashed = {".".join(file.relative_to(root).with_suffix("").parts) for file in _MODULES[use]}
    hashed |= {"indicators.rulefile", "indicators.patterns"}
    imported: set[str] = set()
    for module in hashed:
        text = root.joinpath(*module.split(".")).with_suffix(".py").read_text("utf-8")
        imported |= set(re.findall(r"^from (indicators\.[\w.]+) import", text, re.MULTILINE))
    assert imported - hashed - _WORDS_ONLY == set()
