"""Costs above the budget: by rounding only, in the goal."""

import pytest

from scoring.checks.declaration.check import Level
from tests.scoring.checks.declaration.fragments import RULES, found, fragment


@pytest.mark.parametrize(
    ("promised", "budget", "severity"),
    [
        ("127.62", "127.62", None),
        ("127.624", "127.62", "info"),
        ("127.625", "127.62", "error"),
        ("127.4", "127", "info"),
        ("127.5", "127", "error"),
        ("999999999999999999999999999", "1", "error"),
    ],
)
def test_rounding_to_the_digits_of_the_budget(
    promised: str, budget: str, severity: str | None
) -> None:
    form = fragment([("产出成本指标", f"总投入{promised}万元")], budget=budget)
    severities = [finding.severity for finding in found([form], "cost-over-budget")]
    assert severities == ([severity] if severity else [])


def test_rounding_may_be_passed_over() -> None:
    form = fragment([("产出成本指标", "总投入127.624万元")], budget="127.62")
    check = RULES.cost_over_budget.model_copy(update={"when_rounding": Level.OFF})
    assert list(check.findings(form)) == []


def test_the_goal_may_be_passed_over() -> None:
    form = fragment([], goal="总投资1200万元")
    (finding,) = RULES.cost_over_budget.findings(form)
    assert finding.severity == "warning"
    check = RULES.cost_over_budget.model_copy(update={"when_goal": Level.OFF})
    assert list(check.findings(form)) == []
