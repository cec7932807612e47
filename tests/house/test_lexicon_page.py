"""The lexicon that docs/lexicon.md shows does what the page says, without a change of code."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from evalengine.cli import run
from indicators.grammar import parse_targets
from indicators.grammar.schema import LexiconFile
from indicators.model import Comparator, Kind
from tests.house.tree import ROOT

PAGE = (ROOT / "docs" / "lexicon.md").read_text("utf-8")
TEXT = "落实3个一，新建力保3驿"


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    shown, _ = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "本地词库.yaml"
    path.write_text(shown, encoding="utf-8")
    return path


def test_a_unit_a_comparator_and_a_stop_phrase(lexicon: Path) -> None:
    (target,) = parse_targets(TEXT, lexicon=lexicon)
    assert (target.comparator, target.phrase, target.unit) == (Comparator.GE, "≥3驿", "驿")
    assert target.rule == "our-at-least"
    (without,) = parse_targets(TEXT)
    assert without.phrase == "3个"


def test_a_unit_that_converts(lexicon: Path) -> None:
    (target,) = parse_targets("整治田地≥3田垄", lexicon=lexicon)
    assert (target.unit, target.dimension, target.canonical) == ("垄", "area", Decimal(300))
    assert [target.unit for target in parse_targets("整治田地≥3田垄")] != ["垄"]


def test_where_a_stop_phrase_begins_and_what_only_tells(tmp_path: Path) -> None:
    _, shown = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "a.yaml"
    path.write_text(shown, encoding="utf-8")
    (target,) = parse_targets("创城7项，检查9次", lexicon=path)
    assert target.phrase == "9次"
    assert [each.phrase for each in parse_targets("创城7项，检查9次")] == ["7项", "9次"]
    (told,) = parse_targets("那一年共办10件", lexicon=path)
    assert told.kind is Kind.QUALITATIVE
    assert [each.phrase for each in parse_targets("那一年共办10件")] == ["10件"]


def test_the_page_names_every_part_and_only_keys_that_there_are() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE, re.MULTILINE))
    assert sorted(rows) == sorted(LexiconFile.model_fields)
    for part, words in rows.items():
        schema = LexiconFile.model_fields[part].annotation
        named = {word for word in re.findall(r"`(\w+)`", words) if word != "quantities"}
        assert schema is not None
        assert named <= schema.model_fields.keys()


def test_only_a_stop_phrase(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("qualitative: {no_promise: [{id: ours, pattern: '3个一'}]}", encoding="utf-8")
    assert [target.kind for target in parse_targets("落实3个一", lexicon=path)] == [
        Kind.QUALITATIVE
    ]


def test_the_command_prints_what_the_page_shows(
    lexicon: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(lexicon.parent)
    (shown,) = re.findall(r"```console\n\$ .*?\n(.*?)```", PAGE, re.DOTALL)
    assert run(["parse", "--text", TEXT, "--lexicon", lexicon.name]) == 0
    assert capsys.readouterr().out == shown
