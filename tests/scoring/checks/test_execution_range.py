"""More spent than planned, or much less."""

from scoring.checks.execution_range import ExecutionLow, ExecutionOverBudget
from scoring.register import find
from scoring.scorer import score
from tests.scoring.factories import D, facts, small_form

OVER = ExecutionOverBudget(check="execution-over-budget")
LOW = ExecutionLow(check="execution-low", below=D(90))


def _found(check: ExecutionOverBudget | ExecutionLow, executed: str) -> list[str]:
    of = small_form()
    actuals = facts(of, executed=executed)
    judged_form = score(of, actuals, find("cn-selfeval-2016"))
    return [finding.words.zh for finding in check.findings(judged_form, of, actuals)]


def test_over_budget() -> None:
    assert _found(OVER, "100") == []
    assert "110万元 超过预算数 100万元" in _found(OVER, "110")[0]


def test_low() -> None:
    assert _found(LOW, "90") == []
    assert "89.99%，低于 90%" in _found(LOW, "89.99")[0]
