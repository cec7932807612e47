"""What an answer should hold, and how it is refused."""

import pytest

from indicators.grammar import parse_targets
from indicators.grammar.answer import Case


def case(promise: str) -> Case:
    (target,) = parse_targets(promise, year=2022)
    return Case("某处", target, "表.xlsx!1!C4", promise)


@pytest.mark.parametrize(
    ("promise", "due"),
    [
        ("≥100人", "数字，如 100人"),
        ("12月31日前", "完成日期，如 2022-12-31"),
        ("按季度支付", "全年实际次数，如 4"),
    ],
)
def test_what_is_due(promise: str, due: str) -> None:
    assert case(promise).due[0] == due


def test_only_a_day_is_answered_by_a_day() -> None:
    assert case("12月31日前").is_dated
    assert not case("合同签订后4个月内").is_dated


def test_an_error_names_the_cell_and_the_answer() -> None:
    error = case("≥100人").error("看不懂", "unclear")
    assert error.problems[0].where == "表.xlsx!1!C4"
    assert error.problems[0].words.zh == "填的是“某处”，看不懂。"
