"""成本: does what is promised fit the budget?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import ClassVar

from indicators.errors import Words
from indicators.model import Budget, Direction, Finding, Form, Indicator, Target, plain
from indicators.wordlists import PatternList, WordList
from scoring.checks.declaration.check import CategoryCode, Level
from scoring.checks.declaration.rows import (
    before,
    counted,
    goal_row,
    has_word,
    is_total,
    listed,
    measure,
    names_of,
    promise,
    text_key,
)
from scoring.checks.declaration.sense import is_cost_category
from scoring.checks.declaration.spending import SpendingCheck
from scoring.same_unit import YUAN

_SEVERAL = 2
"""So many amounts make a sum."""
Cost = tuple[Indicator, Target, Decimal]
"""A cost with its amount in the unit of the budget."""


class CostOverBudget(SpendingCheck):
    """承诺的成本超过了预算.

    What it checks: no cost promised is above the form's budget. Where it is the budget once it is
    rounded to the budget's digits, the severity is `when_rounding`. Money that the project brings
    in or saves is no cost (`gains`, `savings`; but for names that end with one of `costs`). Several
    costs together are not above it either (`when_together`), but for those that hold others
    (`totals`, regular expressions, or the sum of the others), are a part of one (`within`) or the
    price of one (`each`), or stand under a category that the budget does not pay (`outside`). A
    total in the goal (`totals`, or one of `planned`) is not above it (`when_goal`), unless another
    amount of the goal is the budget.
    Example: 投资概算总额88.96万元 under a budget of 45.12万元.
    Source: practice of goal audits [IA-decl], mismatch of investment and budget.
    """

    NAME: ClassVar = "cost-over-budget"
    BEHIND: ClassVar = ("columns-differ",)
    WHY: ClassVar = Words(
        "预算批的钱不够兑现这个目标，或者其中一个数写错了。",
        "the budget does not pay for this target, or one of the numbers is wrong.",
    )
    MEND: ClassVar = Words(
        "核对两个数；本年只付一部分的，写本年的金额，并说明其余的来源。",
        "check both; if only a part is paid this year, state that part and where the rest comes "
        "from.",
    )
    ROUNDED: ClassVar = Words(
        "两处写成同样的数，小数位数一致。", "write the same number, with the same digits."
    )

    when_rounding: Level
    when_together: Level
    when_goal: Level
    totals: PatternList
    within: WordList
    each: WordList
    planned: WordList
    outside: list[CategoryCode]

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a promise of money that is too much, and one for several that are."""
        budget = form.budget
        if budget is None or budget.unit not in YUAN:
            return
        together: dict[tuple[str, Decimal], Cost] = {}
        for row, target in counted(form):
            cost = _spent(row, target, budget.unit)
            if cost is None or self.is_gained(row, target):
                continue
            if cost < budget.amount and self._is_apart(row, target):
                together[text_key(measure(row, target)), cost] = row, target, cost
            yield from self._too_much(row, target, cost, budget)
        if self.when_together is not Level.OFF:
            yield from self._above(list(together.values()), budget)
        if self.when_goal is not Level.OFF:
            yield from self._in_the_goal(goal_row(form), budget)

    def _too_much(
        self, row: Indicator, target: Target, cost: Decimal, budget: Budget
    ) -> Iterator[Finding]:
        """A finding if one cost alone is above the budget."""
        if cost <= budget.amount:
            return
        if not _rounds_to(cost, budget.amount):
            yield self.finding(row.place, _over(row, target, cost, budget))
        elif self.when_rounding is not Level.OFF:
            words = _rounded(row, target, budget)
            yield self.finding(row.place, words, mend=self.ROUNDED, severity=self.when_rounding)

    def _in_the_goal(self, goal: Indicator, budget: Budget) -> Iterator[Finding]:
        """A finding a total of the goal that is too much."""
        amounts = [
            (target, cost) for target in goal.targets if (cost := _amount(target, budget.unit))
        ]
        if any(cost == budget.amount for _, cost in amounts):
            return
        for target, cost in amounts:
            is_whole = is_total(self.totals, goal, target) or has_word(
                self.planned, *names_of(goal, target)
            )
            is_above = cost > budget.amount and not _rounds_to(cost, budget.amount)
            if is_whole and is_above and not self.is_gained(goal, target):
                words = _over(goal, target, cost, budget)
                yield self.finding(goal.place, words, severity=self.when_goal)

    def _above(self, costs: list[Cost], budget: Budget) -> Iterator[Finding]:
        """A finding if the costs of a form are too much together."""
        rows: dict[int, list[Cost]] = defaultdict(list)
        for cost in costs:
            rows[cost[0].number].append(cost)
        parts = _without_whole([each for row in rows.values() for each in _without_whole(row)])
        made = _made(parts)
        if made > budget.amount and not _rounds_to(made, budget.amount):
            words = _together(parts, made, budget)
            yield self.finding(parts[0][0].place, words, severity=self.when_together)

    def _is_apart(self, row: Indicator, target: Target) -> bool:
        """Whether a cost that the budget pays neither holds others nor is a part, or the price, of
        one.
        """
        if row.category in self.outside or not is_cost_category(row.category):
            return False
        names = names_of(row, target)
        is_part = has_word(self.within, before(row, target))
        return not (is_part or is_total(self.totals, row, target) or has_word(self.each, *names))


def _made(costs: Iterable[Cost]) -> Decimal:
    return sum((cost for _, _, cost in costs), Decimal(0))


def _without_whole(costs: list[Cost]) -> list[Cost]:
    """The costs but for one that is the sum of all others: 合同100万元，首付50万元，尾款50万元."""
    largest = max(costs, key=lambda each: each[2], default=None)
    if largest is None or len(costs) <= _SEVERAL or largest[2] * 2 != _made(costs):
        return costs
    return [each for each in costs if each is not largest]


def _together(costs: list[Cost], made: Decimal, budget: Budget) -> Words:
    names = listed([promise(row, target) for row, target, _ in costs])
    over, amount = (f"{plain(each)}{budget.unit}" for each in (made - budget.amount, budget.amount))
    return Words(
        f"{names.zh}加起来 {plain(made)}{budget.unit}，比预算 {amount} 多 {over}。",
        f"{names.en} make {plain(made)}{budget.unit}, {over} above the budget of {amount}.",
    )


def _spent(row: Indicator, target: Target, unit: str) -> Decimal | None:
    """The whole money that a promise spends, in `unit`; None if it is none, or a rate (元/人)."""
    is_output = row.category.startswith("output.") and target.direction is Direction.LOWER
    if not (is_output or is_cost_category(row.category)):
        return None
    return _amount(target, unit)


def _amount(target: Target, unit: str) -> Decimal | None:
    """The money that a promise names, in `unit`; None if it names none, or a rate or change."""
    most = target.canonical if target.canonical_upper is None else target.canonical_upper
    if target.dimension != "money" or target.per or target.change or most is None:
        return None
    return most.scaleb(-YUAN[unit])


def _rounds_to(cost: Decimal, amount: Decimal) -> bool:
    """Whether `cost`, a little above `amount`, is the same when rounded to its digits."""
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and (cost - amount) * 2 < Decimal(1).scaleb(exponent)


def _over(row: Indicator, target: Target, cost: Decimal, budget: Budget) -> Words:
    over = f"{plain(cost - budget.amount)}{budget.unit}"
    amount = f"{plain(budget.amount)}{budget.unit}"
    return Words(
        f"“{promise(row, target)}”比预算 {amount} 多 {over}。",
        f"'{promise(row, target)}' is {over} above the budget of {amount}.",
    )


def _rounded(row: Indicator, target: Target, budget: Budget) -> Words:
    amount = f"{plain(budget.amount)}{budget.unit}"
    return Words(
        f"“{promise(row, target)}”比预算 {amount} 略多，只差在四舍五入。",
        f"'{promise(row, target)}' is above the budget of {amount} by rounding only.",
    )
