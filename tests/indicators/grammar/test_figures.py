"""Numerals of any text: mixed fractions, powers, scales."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.grammar.figures import BREAK, Figures
from indicators.grammar.lexicon import default

FIGURES = Figures(default())
PATTERN = re.compile(FIGURES.pattern)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三百又四分之一", "300.25"),
        ("负五分之二", "-0.4"),
        ("负五分之负二", "0.4"),
        ("5/4", "1.25"),
        (f"1{BREAK}1/4", "1.25"),
        ("2^-1", "0.5"),
        ("2^3", "8"),
        ("1e3", "1000"),
        ("1.5E-2", "0.015"),
        (".5", "0.5"),
        ("40k", "40000"),
        ("30w", "300000"),
        ("半百", "50"),
        ("百万分之五", "0.000005"),
        ("12,345.6", "12345.6"),
        ("一百二十", "120"),
    ],
)
def test_whole_numerals(text: str, value: str) -> None:
    assert PATTERN.fullmatch(text) is not None
    assert FIGURES.read(text) == (Decimal(value), False)


@pytest.mark.parametrize("text", ["5/0", "零分之三", "0^-1", "0^0", "万", "万亿", "k", "9" * 41])
def test_what_has_no_value(text: str) -> None:
    assert FIGURES.read(text) is None


@given(st.integers(0, 9999), st.integers(1, 9999))
def test_fractions_are_divided_once(above: int, below: int) -> None:
    assert FIGURES.read(f"{above}/{below}") == (Decimal(above) / Decimal(below), False)
