"""预算执行 (execution-over-budget, execution-low): more was spent than planned, or much less."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pydantic import Field

from indicators.errors import Words
from indicators.model import Actuals, Finding, Form, Severity, plain
from indicators.rulefile import Rule
from scoring.model import ProjectScore
from scoring.rounding import percent
from scoring.same_unit import whole_numbers


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
        return _findings(self, score, actuals)

    def told(self, executed: Decimal, budget: Decimal, unit: str) -> Words | None:
        """What to say of these amounts, if more was spent than planned."""
        if executed <= budget:
            return None
        spent, planned = f"{plain(executed)}{unit}", f"{plain(budget)}{unit}"
        return Words(
            f"执行数 {spent} 超过预算数 {planned}；请核对，或填写调整后的全年预算数。",
            f"{spent} were executed of a budget of {planned}; check, or give the adjusted budget.",
        )


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
        return _findings(self, score, actuals)

    def told(self, executed: Decimal, budget: Decimal, unit: str) -> Words | None:
        """What to say of these amounts, if the rate is lower."""
        if executed * 100 >= budget * self.below:
            return None
        rate = percent(*whole_numbers(executed, budget))
        return Words(
            f"预算执行率 {rate}，低于 {plain(self.below)}%；请说明原因。",
            f"the execution rate is {rate}, below {plain(self.below)}%; say why.",
        )


def _findings(
    check: ExecutionOverBudget | ExecutionLow, score: ProjectScore, actuals: Actuals
) -> Iterator[Finding]:
    money = score.execution
    if money is None or money.executed is None or money.budget is None:
        return
    words = check.told(money.executed, money.budget, money.unit)
    if words is not None:
        yield Finding(check.check, check.severity, actuals.place, words)
