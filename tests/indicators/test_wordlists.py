"""Words of the lexicon in a rule file."""

import pytest

from indicators.errors import RuleFileError
from indicators.grammar.lexicon import default
from indicators.rulefile import Rule, loads
from indicators.wordlists import PatternList, WordList


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
