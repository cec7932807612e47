"""资金: the execution rate beside the amounts, and beside what is said to be achieved."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from pydantic import Field

from indicators.errors import Words
from indicators.model import Actual, Finding, plain
from scoring.recheck.checks.check import RowsCheck, WholeCheck
from scoring.recheck.model import DeclaredRow, FormCheck, RowCheck
from scoring.rounding import percent
from scoring.same_unit import whole_numbers
from scoring.standard import Standard


def _amounts(row: DeclaredRow) -> tuple[Decimal, Decimal] | None:
    """What was spent, and of how much, in one unit; None if that is not known."""
    if not row.is_money or not row.facts:
        return None
    fact, planned = row.facts[0], row.indicator.targets[0].value
    if not isinstance(fact, Actual) or fact.value is None or planned is None or planned <= 0:
        return None
    return fact.value, planned


class RateNotAmounts(RowsCheck):
    """执行率与金额不符.

    What it checks: the printed execution rate is 执行数 ÷ 预算数, rounded or cut at its last digit.
    Example: 3824.26 of 4753.66 executed, 执行率 100%; it is 80.45%.
    Source: the forms themselves: 执行率 (B/A).
    """

    NAME: ClassVar = "rate-not-amounts"
    WHY: ClassVar = Words(
        "执行率决定这一项的得分。", "the points of the item are those of the rate."
    )
    MEND: ClassVar = Words("按金额重算执行率。", "compute the rate from the amounts again.")

    def of_row(self, row: RowCheck) -> Iterator[Finding]:
        """One finding, on the money row."""
        amounts, printed = _amounts(row.row), row.row.rate
        if amounts is None or printed is None or _is_near(printed, *amounts):
            return
        spent, planned = map(plain, amounts)
        rate = percent(*whole_numbers(*amounts))
        yield self.finding(
            row.row.place,
            Words(
                f"执行率填 {plain(printed)}%，{spent} ÷ {planned} = {rate}。",
                f"the rate is given as {plain(printed)}%; {spent} ÷ {planned} = {rate}.",
            ),
        )


def _is_near(printed: Decimal, spent: Decimal, planned: Decimal) -> bool:
    """Whether the rate differs by less than one in the last digit that is printed."""
    exponent = printed.as_tuple().exponent
    digit = Fraction(10) ** min(exponent if isinstance(exponent, int) else 0, 0)
    return abs(Fraction(printed) - 100 * Fraction(spent) / Fraction(planned)) < digit


class SpentOverBudget(RowsCheck):
    """执行数超过预算数.

    What it checks: no more was spent than the budget allows.
    Example: budget 100, executed 110.
    Source: practice [LT-grade-b]: the item is capped at its points.
    """

    NAME: ClassVar = "spent-over-budget"
    WHY: ClassVar = Words(
        "超预算支出需要依据。", "spending above the budget needs a decision behind it."
    )
    MEND: ClassVar = Words(
        "核对，或填调整后的全年预算数。", "check, or give the budget as adjusted."
    )

    def of_row(self, row: RowCheck) -> Iterator[Finding]:
        """One finding, on the money row."""
        amounts = _amounts(row.row)
        if amounts is None or amounts[0] <= amounts[1]:
            return
        spent, planned = map(plain, amounts)
        yield self.finding(
            row.row.place,
            Words(f"执行数 {spent}，预算数 {planned}。", f"{spent} spent of {planned}."),
        )


class ResultsWithoutMoney(WholeCheck):
    """钱没花，目标却都完成了.

    What it checks: the share of points declared for the indicators is not more than `gap`
    percentage points above the execution rate.
    Example: 0.08% executed, all indicators full.
    Source: findings of a re-check [PD-mz]; warning lamps [LT-grade-a]; the gap is our choice.
    """

    NAME: ClassVar = "results-without-money"
    WHY: ClassVar = Words(
        "没有花钱也能完成，说明预算不需要这么多，或者完成情况不实。",
        "results without spending: the budget was too large, or the results are not real.",
    )
    MEND: ClassVar = Words(
        "说明资金没有执行的原因，并核实完成情况。",
        "say why the money was not spent, and verify the results.",
    )

    gap: Decimal = Field(gt=0, le=100)

    def findings(self, checked: FormCheck, standard: Standard) -> Iterator[Finding]:
        """One finding a form, on its money row."""
        rows = [row for row in checked.rows if not row.row.is_money]
        had = sum((row.declared or Decimal(0) for row in rows), Decimal(0))
        most = sum((row.row.indicator.max_points or Decimal(0) for row in rows), Decimal(0))
        money = next((row for row in checked.rows if row.row.is_money), None)
        amounts = None if money is None else _amounts(money.row)
        if money is None or amounts is None or most <= 0:
            return
        attained = 100 * Fraction(had) / Fraction(most)
        rate = 100 * Fraction(amounts[0]) / Fraction(amounts[1])
        if attained - rate > Fraction(self.gap):
            shown, of = percent(*whole_numbers(had, most)), percent(*whole_numbers(*amounts))
            yield self.finding(
                money.row.place,
                Words(
                    f"执行率 {of}，指标自评得分率 {shown}。",
                    f"{of} of the money was spent, {shown} of the points are claimed.",
                ),
            )
