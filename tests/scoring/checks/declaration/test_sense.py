"""Numbers that cannot be meant: the edges that the case files do not say."""

import pytest

from scoring.checks.declaration.sense import is_cost_category
from tests.scoring.checks.declaration.fragments import said


@pytest.mark.parametrize(
    ("text", "findings"),
    [("满意度≤100%", 0), ("满意度＝100%", 0), ("满意度100.1%", 1), ("满意度90%～110%", 0)],
)
def test_only_more_than_the_whole_is_impossible(text: str, findings: int) -> None:
    assert len(said([("服务对象满意度指标", text)], "percentage-over-100")) == findings


@pytest.mark.parametrize(
    ("text", "findings"), [("投诉≥0起", 0), ("投诉率＞0%", 0), ("投诉≥1起", 1)]
)
def test_at_least_none_says_nothing_wrong(text: str, findings: int) -> None:
    assert len(said([("产出质量指标", text)], "failure-at-least")) == findings


@pytest.mark.parametrize(
    ("code", "is_cost"),
    [("output.cost", True), ("cost.social", True), ("output.quantity", False), ("", False)],
)
def test_costs_are_a_level_1_or_a_level_2(code: str, is_cost: bool) -> None:
    assert is_cost_category(code) is is_cost
