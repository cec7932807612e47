"""Regular expressions of rule files: those that are none, or may take for ever, are refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from indicators.patterns import Pattern, check_piece


class _Holder(BaseModel):
    pattern: Pattern


def refusal(pattern: str) -> str:
    with pytest.raises(ValidationError) as caught:
        _Holder(pattern=pattern)
    (detail,) = caught.value.errors()
    assert detail["msg"] == detail["ctx"]["en"]
    return str(detail["ctx"]["zh"])


@pytest.mark.parametrize("pattern", ["(", "[", "*a", "(?P<x>a)(?P<x>b)"])
def test_what_is_none(pattern: str) -> None:
    assert refusal(pattern).startswith("不是合法的正则表达式")


def test_where_it_is_wrong() -> None:
    assert "（第 3 个字处）" in refusal("ab(")


@pytest.mark.parametrize("pattern", ["", "a*", "[及或]?(?:者)?", "a|", "^$", "(?:、[0-9]+)*"])
def test_what_matches_the_empty_text(pattern: str) -> None:
    assert "连空文字也符合" in refusal(pattern)


def test_a_piece_may_match_the_empty_text() -> None:
    assert check_piece("[及或]?(?:者)?") == "[及或]?(?:者)?"
    with pytest.raises(PydanticCustomError, match="take for ever"):
        check_piece("(a+)+")


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "(.*)*x",
        "((.|。)+)+$x",
        "(?:x{1,9})*y",
        r"(\d+,?)+x",
        "(a|a)*b",
        "(a+|b)+c",
        "(?:安全|生产|安全生产)*事故",
        "(?i:a+)+b",
        "x(?=(a*)*b)",
        r"(?:\w+[a-z])*!",
        r"(?:(?:a|b?)c?)*d",
    ],
)
def test_what_may_take_for_ever(pattern: str) -> None:
    assert "匹配时间会失控" in refusal(pattern)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("3个一", "3个一"),
        (r"(?:\d+、)*\d+项", "1、22、3项"),
        (r"\d+(?:\.\d+)+版", "1.2.3版"),
        ("(?:年度|年初|预期)*目标", "年初预期目标"),
        ("(?:已?完成?)*好", "已完完成好"),
        ("(?:a?b)*c", "abbabc"),
        ("[一二三]+期", "一二期"),
        ("(?:ab|cd)*e", "abcde"),
        ("(a|ab)*c", "aababc"),  # every text is put together in one way only
        ("a{3}|b{2,5}", "aaa"),
    ],
)
def test_what_is_harmless(pattern: str, text: str) -> None:
    assert re.fullmatch(_Holder(pattern=pattern).pattern, text)


@given(st.lists(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=4, unique=True))
def test_words_that_can_be_told_apart(words: list[str]) -> None:
    """Refused exactly where some text of up to four words can be made in two ways, or a longer
    one could (which these short words show within four).
    """
    made: dict[str, set[tuple[str, ...]]] = {}
    chains: list[tuple[str, ...]] = [()]
    for _ in range(4):
        chains = [(*chain, word) for chain in chains for word in words]
        for chain in chains:
            made.setdefault("".join(chain), set()).add(chain)
    twice = any(len(ways) > 1 for ways in made.values())
    try:
        _Holder(pattern=f"(?:{'|'.join(words)})*c")
    except ValidationError:
        return  # two ways may need more than four words
    assert not twice
