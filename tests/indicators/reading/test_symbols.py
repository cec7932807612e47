"""Characters of symbol fonts, as the fonts show them."""

import pytest

from indicators.reading.symbols import character_of, is_private


@pytest.mark.parametrize(
    ("font", "code", "character"),
    [
        ("Symbol", 0xF0B3, "≥"),
        ("symbol", 0xB3, "≥"),
        ("Symbol", 0xF0A3, "≤"),
        ("Symbol", 0xF0B1, "±"),
        ("Symbol", 0xF0B4, "×"),
        ("Symbol", 0xF0B0, "°"),
        ("Symbol", 0xF0B9, "≠"),
        ("Symbol", 0xF025, "%"),
        ("Symbol", 0xF03E, ">"),
        ("Symbol", 0xF061, "α"),
        ("Symbol", 0xF07E, "∼"),
        ("Symbol", 0xF0D7, "⋅"),
        ("Symbol", 0xF0E5, "∑"),
        ("Wingdings", 0xF0FC, "✓"),
        ("Wingdings", 0xF0FE, "☑"),
        ("Wingdings 2", 0xF050, "✓"),
        ("Wingdings 2", 0xF052, "☑"),
        ("Wingdings", 0xF041, None),
        ("Webdings", 0xF0B3, None),
        ("", 0xF0B3, None),
        ("Symbol", 0xFFFFFF, None),
    ],
)
def test_characters(font: str, code: int, character: str | None) -> None:
    assert character_of(font, code) == character


def test_the_private_area() -> None:
    assert [is_private(each) for each in "\uf0b3\uf020\uf01f\uf100≥"] == [True, True] + [False] * 3
