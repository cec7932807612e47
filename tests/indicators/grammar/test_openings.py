"""Where a token can begin: only there the scan looks, and it misses nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.grammar.lexicon import default
from indicators.grammar.numerals import Numerals
from indicators.grammar.openings import NameRule, Names, name_rules
from indicators.grammar.tokens import end_of_digits

RULES = name_rules(default())
OPENING = Names(RULES).opening(Numerals(default()).begins)
GUARDED = [rule for rule in RULES if rule.then]


def test_a_plain_phrase_begins_with_itself() -> None:
    assert NameRule.of("3个一").begins == ("3个一",)
    assert NameRule.of(r"\d个一").begins == ()


def test_every_shipped_rule_says_what_it_begins_with() -> None:
    assert [rule.pattern for rule in RULES if not rule.begins] == []


def test_words_and_signs_open() -> None:
    names = Names([NameRule("统一", ("统一",)), NameRule("第.", ("第",))])
    opening = names.opening({"5", "5月"})
    assert [match.group() for match in opening.finditer("统计第一，统一5月")] == [
        *("第", "统一", "5"),
    ]
    assert names.match("统计第一", 1, 1) is None
    assert names.match("统计第一", 2, 2) is not None


def test_a_rule_that_says_nothing_is_tried_everywhere() -> None:
    names = Names([NameRule.of("[甲乙]一")])
    opening = names.opening({"5"}).search("乙一")
    assert opening is not None
    assert opening.start() == 0
    assert names.match("乙一", 0, 0) is not None


@pytest.mark.parametrize("rule", RULES, ids=[rule.pattern[:12] for rule in RULES])
@given(st.data())
def test_a_match_begins_as_its_rule_says(rule: NameRule, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(rule.pattern, re.ASCII)))
    match = re.compile(rule.pattern, re.ASCII).search(text)
    assert match is None or text.startswith(rule.begins, match.start())
    assert match is None or OPENING.match(text, match.start())


def test_a_word_that_another_sign_must_follow_opens_only_there() -> None:
    names = Names([NameRule("街\\d", ("街",), next=frozenset("12")), NameRule("座", ("座",))])
    opening = names.opening(set("12"))
    assert [match.span() for match in opening.finditer("街道座街12")] == [(2, 3), (3, 4), (4, 6)]


def _behind_its_digits(text: str) -> str:
    digits = re.match(r"\d+", text)
    return text[digits.end() : digits.end() + 1] if digits else ""


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.then], ids=lambda r: r.pattern[:12]
)
@given(st.data())
def test_digits_are_followed_as_their_rule_says(rule: NameRule, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(rule.pattern, re.ASCII)))
    match = re.compile(rule.pattern, re.ASCII).search(text)
    if match is not None and text[match.start()].isdigit():
        assert _behind_its_digits(text[match.start() :]) in rule.then


def test_a_number_without_such_a_sign_behind_it_is_not_asked() -> None:
    names = Names([NameRule("\\d+周年?", tuple("37"), frozenset("周")), NameRule("3天", ("3",))])
    texts = ("3周", "3天", "3月", "77周年", "7天")
    found = [bool(names.match(text, 0, end_of_digits(text, 0))) for text in texts]
    assert found == [True, True, False, True, False]


def test_a_sign_that_nobody_asks_for_costs_nothing() -> None:
    names = Names([NameRule("\\d+周年", tuple("37"), frozenset("周"))])
    assert all(names.match(f"3{chr(sign)}", 0, 1) is None for sign in range(0x4E00, 0x4E40))
    assert len(names._patterns) == 1
