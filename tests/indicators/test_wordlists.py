"""Words of the lexicon in a rule file."""

from pathlib import Path

import pytest

from indicators.errors import RuleFileError
from indicators.grammar.lexicon import default
from indicators.rulefile import Rule, check, loads, parse
from indicators.wordlists import Dimension, PatternList, WithLexicon, WordList


class Words(Rule):
    """A rule with one list."""

    words: WordList


def _loaded(text: str) -> list[str]:
    return loads(text, Words, name="a.yaml").words


def test_a_list_of_the_lexicon_stands_between_own_words() -> None:
    gained = default().data["qualitative"]["gained"]
    assert "带动" in gained
    assert _loaded('words: [甲, "lexicon:gained", 乙]') == ["甲", *gained, "乙"]


def test_plain_words_stay() -> None:
    assert _loaded("words: [甲, lexicon]") == ["甲", "lexicon"]


def test_an_unknown_list_is_named_with_the_nearest() -> None:
    with pytest.raises(RuleFileError) as caught:
        _loaded('words:\n  - 甲\n  - "lexicon:gaind"\n')
    assert "没有词表“gaind”（是不是“gained”？）" in caught.value.problems[0].words.zh
    assert caught.value.problems[0].where == "a.yaml:1"


def test_a_list_of_rules_is_no_list_of_words() -> None:
    with pytest.raises(RuleFileError):
        _loaded('words: ["lexicon:no_promise"]')


@pytest.mark.parametrize("text", ["words: 甲", "words: {甲: 乙}"])
def test_no_list(text: str) -> None:
    with pytest.raises(RuleFileError):
        _loaded(text)


class Patterns(Rule):
    """A rule with one list of regular expressions."""

    patterns: PatternList


def test_words_of_the_lexicon_may_be_regular_expressions() -> None:
    totals = default().data["qualitative"]["totals"]
    rule = loads('patterns: ["lexicon:totals", "总额$"]', Patterns, name="a.yaml")
    assert rule.patterns == [*totals, "总额$"]


def test_words_of_a_users_lexicon_join_the_list(tmp_path: Path) -> None:
    path = tmp_path / "local.yaml"
    path.write_text("qualitative:\n  gained: [化缘]\n", encoding="utf-8")
    text = 'words: [甲, "lexicon:gained"]'
    data, lines = parse(text, name="a.yaml")
    words = check(data, Words, lines=lines, name="a.yaml", context=WithLexicon(lexicon=path)).words
    assert words[:2] == ["甲", "化缘"]
    assert words == ["甲", "化缘", *_loaded(text)[1:]]


def test_an_empty_word_would_stand_in_every_text() -> None:
    with pytest.raises(RuleFileError, match="应有看得见的字"):
        _loaded("words: [甲, '']")


class Kinds(Rule):
    """A rule with names of dimensions."""

    kinds: list[Dimension]


def test_dimensions_are_those_of_the_lexicon(tmp_path: Path) -> None:
    assert loads("kinds: [money, ratio]", Kinds, name="a.yaml").kinds == ["money", "ratio"]
    with pytest.raises(RuleFileError, match="没有“monye”这种量（是不是“money”？）"):
        loads("kinds: [monye]", Kinds, name="a.yaml")
    path = tmp_path / "local.yaml"
    path.write_text("units:\n  dimensions: {smell: {base: 级, title: 气味}}\n", encoding="utf-8")
    data, lines = parse("kinds: [smell]", name="a.yaml")
    known = check(data, Kinds, lines=lines, name="a.yaml", context=WithLexicon(lexicon=path))
    assert known.kinds == ["smell"]
