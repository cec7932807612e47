"""预算执行 (execution-over-budget, execution-low): more was spent than planned, or much less."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import Field

from indicators.errors import Words
from indicators.model import Actuals, Finding, Form, Severity, plain
from indicators.rulefile import Rule
from scoring.model import ProjectScore


class ExecutionOverBudget(Rule):
    """执行数超过预算数.

    What it checks: the money executed is not more than the budget it is measured by.
    Why: the points are capped, but spending beyond the budget needs an approval to be shown.
    Example: budget 756 万元, executed 760 万元.
    Better: give the adjusted budget (全年预算数), or say what the excess was paid from.
    Source: notes of the self-evaluation forms (得分最高不能超过该指标分值).
    """

    check: Literal["execution-over-budget"]
    severity: Severity = Severity.WARNING

    def findings(self, score: ProjectScore, form: Form, actuals: Actuals) -> Iterator[Finding]:
        """One finding if more was spent than planned."""
        money = score.execution
        if money is None or money.executed is None or money.budget is None:
            return
        if money.executed <= money.budget:
            return
        spent = f"{plain(money.executed)}{money.unit}"
        planned = f"{plain(money.budget)}{money.unit}"
        words = Words(
            f"执行数 {spent} 超过预算数 {planned}；请核对，或填写调整后的全年预算数。",
            f"{spent} were executed of a budget of {planned}; check, or give the adjusted budget.",
        )
        yield Finding("execution-over-budget", self.severity, actuals.place, words)


class ExecutionLow(Rule):
    """预算执行率偏低.

    What it checks: the execution rate is at least `below` percent.
    Why: below it the form asks for the cause.
    Example: 85% executed where 90% is the mark.
    Better: say why, and what becomes of the rest.
    Source: the Sichuan form of 2023 (执行率低于 90% 须说明原因).
    """

    check: Literal["execution-low"]
    below: Decimal = Field(gt=0, le=100)
    severity: Severity = Severity.WARNING

    def findings(self, score: ProjectScore, form: Form, actuals: Actuals) -> Iterator[Finding]:
        """One finding if the rate is lower."""
        money = score.execution
        if money is None or money.executed is None or money.budget is None:
            return
        if money.executed * 100 >= money.budget * self.below:
            return
        words = Words(
            f"预算执行率 {money.rate}，低于 {plain(self.below)}%；请说明原因。",
            f"the execution rate is {money.rate}, below {plain(self.below)}%; say why.",
        )
        yield Finding("execution-low", self.severity, actuals.place, words)
