"""Ends of lines that a narrow column made inside a number part nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.grammar import parse_targets, parser
from indicators.grammar.wraps import unwrapped


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("大于\n等于95%", "大于等于95%"),
        ("不低\n于95%", "不低于95%"),
        ("≥500\n人次", "≥500人次"),
        ("合格率\n≥95%\n发放率\n100%", "合格率\n≥95%\n发放率\n100%"),
        ("2022年12\n月底前", "2022年12月底前"),
        ("2022年\n12月31\n日前完成", "2022年12月31日前完成"),
        ("95%\n以上", "95%以上"),
        ("项目数量3\n个人满意度90%", "项目数量3\n个人满意度90%"),
        ("培训500人；\n以上为准", "培训500人；\n以上为准"),
        ("改造3处\n5处绿化", "改造3处\n5处绿化"),
    ],
)
def test_a_line_that_ends_inside_a_number_goes_on(text: str, joined: str) -> None:
    assert parser().unwrapped(text, year=2022).text == joined


def test_spans_are_those_of_the_text_given() -> None:
    text = "合格率\n大于\n等于95\n%"
    (target,) = parse_targets(text)
    start, end = target.span
    assert (target.comparator, target.value) == (">=", Decimal(95))
    assert text[start:end] == "大于\n等于95\n%"


def test_words_without_a_number_may_be_broken_too() -> None:
    (target,) = parse_targets("控制在\n预算以内")
    assert (target.kind, target.to, target.span) == ("reference", "budget", (0, 8))


@given(st.text(alphabet="不低于大5%人\n。 ", max_size=30))
def test_only_ends_of_lines_are_taken_out(text: str) -> None:
    found = unwrapped(text, parser().scanner.tokens)
    assert found.text.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert "".join(text[at] for at in found.places[:-1]) == found.text
