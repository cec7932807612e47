"""The lexicon: words in YAML, looked up longest first."""

from indicators.grammar.lexicon import Table, any_of, default


def test_the_longest_word_wins() -> None:
    table = Table((word, word) for word in ("超过", "不超过", "过"))
    assert table.ending("不超过", 3) == "不超过"
    assert table.starting("超过5", 0) == "超过"
    assert table.starting("", 0) is None


def test_characters_change_one_to_one() -> None:
    text = "＜４８％（１．５）≧①㎡½"
    clean = default().characters.clean(text)
    assert clean == "<48%(1.5)≥①㎡½"
    assert len(clean) == len(text)


def test_any_of_nothing_matches_nothing() -> None:
    assert any_of([]) == r"(?!)"
    assert any_of(["以上", "及以上"]) == "及以上|以上"
