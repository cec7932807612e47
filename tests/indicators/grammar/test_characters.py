"""Spellings of one character: one to one, so that places stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.grammar.characters import Characters
from indicators.grammar.lexicon import default

CHARACTERS = default().characters


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("＜４８％（１．５）≧①㎡½", "<48%(1.5)≥①㎡½"),
        ("═100%", "=100%"),
        ("壹佰貳拾萬圓", "壹百贰拾万圆"),
        ("3～5　个\t多", "3~5 个 多"),
        ("年故障累计时间", "年故障累计时间"),
    ],
)
def test_one_spelling_for_all(text: str, clean: str) -> None:
    assert CHARACTERS.clean(text) == clean


@given(st.text())
def test_places_stay_and_a_second_time_changes_nothing(text: str) -> None:
    clean = CHARACTERS.clean(text)
    assert len(clean) == len(text)
    assert CHARACTERS.clean(clean) == clean


def test_a_table_of_its_own() -> None:
    rules = {"spellings": {"万": "萬"}, "shifts": [{"first": "０", "last": "９", "to": "0"}]}
    assert Characters(rules).clean("３萬") == "3万"
