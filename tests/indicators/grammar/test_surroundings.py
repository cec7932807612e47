"""Around a token: where its words begin and end, and what else its clause counts."""

import pytest

from indicators.grammar import parser
from indicators.grammar.surroundings import Surroundings
from indicators.grammar.tokens import Quantity


def around(text: str) -> list[Surroundings]:
    return parser().around(text, year=2022)


@pytest.mark.parametrize(
    ("text", "index", "words"),
    [
        ("新建公厕5座，改造10座", 0, "新建公厕5座，改造"),
        ("新建公厕5座，改造10座", 1, "，改造10座"),
        ("1.聘用50人", 1, "聘用50人"),
        ("①义诊3场", 1, "义诊3场"),
        ("6月底前完成检测30次", 1, "完成检测30次"),
        ("较2021年提高5%", 1, "较2021年提高5%"),
    ],
)
def test_words_of_a_token(text: str, index: int, words: str) -> None:
    found = around(text)[index]
    assert text[found.floor : found.ceiling()] == words


def test_the_clause_of_a_token() -> None:
    text = "新建公厕5座，其中：改造10座"
    first, second = around(text)
    assert (first.start, second.start) == (0, text.index("改造"))


def test_follows_looks_no_further_than_the_clause() -> None:
    for text, follows in (("设备10台共50万元", True), ("设备10台，共50万元", False)):
        found = around(text)[0]
        first = found.tokens[0]
        assert isinstance(first, Quantity)
        assert found.follows(first) is follows


@pytest.mark.parametrize(("text", "whole"), [(" 95%。", True), ("达标率95%", False)])
def test_is_whole(text: str, whole: bool) -> None:
    (found,) = around(text)
    (quantity,) = found.tokens
    assert isinstance(quantity, Quantity)
    assert found.is_whole(quantity) is whole


def test_a_day_of_an_unknown_year_is_no_part_of_a_measure() -> None:
    text = "12月底前建成3个"
    found = parser().around(text, year=None)[1]
    assert text[found.floor : found.ceiling()] == "建成3个"
