"""金额: do the amounts of a declaration agree with one another?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from indicators.errors import Words
from indicators.model import Budget, Direction, Finding, Form, Indicator, Target, plain
from indicators.rulefile import Rule
from indicators.spelling import label_key
from indicators.wordlists import PatternList, WordList
from scoring.checks.declaration.check import CategoryCode, ComparingCheck, FormCheck, Level
from scoring.checks.declaration.rows import (
    before,
    counted,
    has_word,
    label,
    listed,
    measure,
    names_of,
    place_of,
    promise,
    text_key,
)
from scoring.checks.declaration.sense import is_cost_category
from scoring.checks.declaration.spending import SpendingCheck
from scoring.same_unit import YUAN

_AMOUNT = re.compile(r"(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(\.\d{1,6})?(?:万元|元)?")
_UNIT_IN_LABEL = re.compile(r"\([^()]*元\)$")
_SEVERAL = 2
"""So many amounts make a sum."""
Cost = tuple[Indicator, Target, Decimal]
"""A cost with its amount in the unit of the budget."""
_NOTHING = ("", "无", "-", "—", "/")


class CostOverBudget(SpendingCheck):
    """承诺的成本超过了预算.

    What it checks: no cost promised is above the form's budget. Where it is the budget once it is
    rounded to the budget's digits, the severity is `when_rounding`. Money that the project brings
    in or saves is no cost (`gains`, `savings`; but for names that end with one of `costs`). Several
    costs together are not above it either (`when_together`), but for those that hold others
    (`totals`, regular expressions, or the sum of the others), are a part of one (`within`) or the
    price of one (`each`), or stand under a category that the budget does not pay (`outside`).
    Example: 投资概算总额88.96万元 under a budget of 45.12万元.
    Source: practice of goal audits [IA-decl], mismatch of investment and budget.
    """

    NAME: ClassVar = "cost-over-budget"
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
    totals: PatternList
    within: WordList
    each: WordList
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
            if cost < budget.amount:
                if self._is_apart(row, target):
                    together[text_key(measure(row, target)), cost] = row, target, cost
            elif cost == budget.amount:
                continue
            elif not _rounds_to(cost, budget.amount):
                yield self.finding(row.place, _over(row, target, cost, budget))
            elif self.when_rounding is not Level.OFF:
                words = _rounded(row, target, budget)
                yield self.finding(row.place, words, mend=self.ROUNDED, severity=self.when_rounding)
        if self.when_together is not Level.OFF:
            yield from self._above(list(together.values()), budget)

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


def is_total(totals: Iterable[str], row: Indicator, target: Target) -> bool:
    """Whether an amount holds others by its name (regular expressions): 合计700万元."""
    names = names_of(row, target)
    return any(re.search(each, name) for each in totals for name in names)


def _spent(row: Indicator, target: Target, unit: str) -> Decimal | None:
    """The whole money that a promise spends, in `unit`; None if it is none, or a rate (元/人)."""
    most = target.canonical if target.canonical_upper is None else target.canonical_upper
    if target.dimension != "money" or target.per or target.change or most is None:
        return None
    is_output = row.category.startswith("output.") and target.direction is Direction.LOWER
    if not (is_output or is_cost_category(row.category)):
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


class Sum(Rule):
    """Labels of the form whose amounts make a total."""

    total: str
    parts: WordList


class PartsDifferFromTotal(FormCheck):
    """各部分金额加起来不等于总额.

    What it checks: for each of `sums`, the amounts behind the labels `parts` make the one behind
    `total`, within `tolerance` (in the form's own unit). 无 is nothing; an amount that cannot be
    read leaves the sum out. In a row, the amounts before a total (named by `totals`, regular
    expressions) make it; those behind it, or said to be `within` it, may be some of it only.
    Example: 资金总额 5591.93, 基本支出 3260.21, 项目支出 2331.72: agrees; 人员经费300万元、
    设备购置456万元，合计700万元: does not.
    Source: practice of goal audits [IA-decl]: total = fiscal + other, tolerance 0.1 万元.
    """

    NAME: ClassVar = "parts-differ-from-total"
    WHY: ClassVar = Words(
        "预算数错了一处，执行率和成本都没有可靠的底数。",
        "one amount is wrong, so execution and costs have nothing firm to stand on.",
    )
    MEND: ClassVar = Words("核对各项金额，改正其中一处。", "check the amounts and correct one.")

    sums: list[Sum]
    tolerance: Decimal = Field(ge=0)
    totals: PatternList
    within: WordList

    def findings(self, form: Form) -> Iterator[Finding]:
        """One finding a sum."""
        yield from self._in_the_head(form)
        for row in form.indicators:
            words = self._in_a_row(row)
            if words is not None:
                yield self.finding(row.place, words)

    def _in_a_row(self, row: Indicator) -> Words | None:
        """What to say of a row whose amounts do not make its total."""
        money = [target for target in row.targets if _is_amount(target)]
        parts: list[Target] = []
        totals: list[Target] = []
        for target in money:
            (totals if is_total(self.totals, row, target) else parts).append(target)
        signs = {target.comparator for target in money}
        if len(totals) != 1 or len(parts) < _SEVERAL or len(signs) > 1:
            return None
        [total] = totals
        made, whole = (sum(map(_in_yuan, each), Decimal(0)) for each in (parts, totals))
        may_be_less = total is not money[-1] or has_word(self.within, row.target_text)
        unit = total.unit or ""
        off = (made - whole).scaleb(-YUAN[unit])
        if abs(off) <= self.tolerance or (off < 0 and may_be_less):
            return None
        return _row_differs(row, parts, total, made.scaleb(-YUAN[unit]))

    def _in_the_head(self, form: Form) -> Iterator[Finding]:
        texts = {_bare(label): text for label, text in form.fields}
        place = _money_place(form)
        for rule in self.sums:
            total = _amount(texts.get(rule.total, ""))
            written = [_part(texts[part]) for part in rule.parts if part in texts]
            parts = [part for part in written if part is not None]
            if total is None or len(parts) < len(written) or not parts:
                continue
            made = sum(parts, Decimal(0))
            if abs(made - total) > self.tolerance:
                yield self.finding(place, _differ(rule, made, total))


def _is_amount(target: Target) -> bool:
    """Whether a promise is one exact sum of money."""
    is_one = target.dimension == "money" and target.unit in YUAN and target.upper is None
    return is_one and target.canonical is not None and not (target.per or target.change)


def _in_yuan(target: Target) -> Decimal:
    return target.canonical or Decimal(0)


def _row_differs(row: Indicator, parts: list[Target], total: Target, made: Decimal) -> Words:
    names = listed([promise(row, part) for part in parts])
    sum_ = f"{plain(made)}{total.unit}"
    return Words(
        f"“{label(row)}”里{names.zh}加起来是 {sum_}，写的是“{promise(row, total)}”。",
        f"{names.en} in '{label(row)}' make {sum_}, but it says '{promise(row, total)}'.",
    )


def _differ(rule: Sum, made: Decimal, total: Decimal) -> Words:
    names, difference = "＋".join(rule.parts), plain(abs(made - total))
    return Words(
        f"{names}共 {plain(made)}，与“{rule.total}”{plain(total)} 相差 {difference}。",
        f"{names} make {plain(made)}, but '{rule.total}' is {plain(total)}: {difference} apart.",
    )


def _bare(label: str) -> str:
    """The last part of a label without its unit: `总体资金情况（万元）/基本支出` → `基本支出`."""
    return _UNIT_IN_LABEL.sub("", label_key(label.rpartition("/")[2]))


def _part(text: str) -> Decimal | None:
    """The amount of a part, which may be nothing (无); None if it cannot be read."""
    return Decimal(0) if label_key(text) in _NOTHING else _amount(text)


def _amount(text: str) -> Decimal | None:
    """The amount that a cell of the head states; None if it is no plain number."""
    match = _AMOUNT.fullmatch(label_key(text))
    return Decimal(f"{match[1].replace(',', '')}{match[2] or ''}") if match else None


class ProjectsDifferFromDepartment(ComparingCheck):
    """各项目预算合计与部门的项目支出不一致.

    What it checks: within a file that has one department's form, the budgets of the project forms
    make the amount behind `label`, within `tolerance` (in the department's unit). More than it has
    the severity of the check; less has `when_less`, since not every project needs a form.
    Example: nine projects with 1527.74 of 2331.72万元.
    Source: arithmetic; practice.
    """

    NAME: ClassVar = "projects-differ-from-department"
    WHY: ClassVar = Words(
        "项目合计多于部门的项目支出是错的；少于它，说明有项目没有申报绩效目标。",
        "projects above the department's amount are an error; below it, some project has no form.",
    )
    MEND: ClassVar = Words(
        "核对各表的预算和部门的合计。", "check the budgets and the department's total."
    )
    MEND_LESS: ClassVar = Words(
        "确认其余的项目支出不需要申报绩效目标，或补上申报表。",
        "make sure that the rest of the spending needs no form, or add the forms.",
    )

    label: str
    tolerance: Decimal = Field(ge=0)
    when_less: Level

    def findings(self, forms: Sequence[Form]) -> Iterator[Finding]:
        """One finding a file."""
        files: dict[str, list[Form]] = defaultdict(list)
        for form in forms:
            files[form.source.sha256].append(form)
        for together in files.values():
            departments = [form for form in together if form.project is None]
            projects = [form.budget for form in together if form.project and form.budget]
            if len(departments) == 1 and projects:
                yield from self._compared(departments[0], projects)

    def _compared(self, department: Form, projects: list[Budget]) -> Iterator[Finding]:
        texts = {_bare(label): text for label, text in department.fields}
        total = _amount(texts.get(self.label, ""))
        unit = department.budget.unit if department.budget else ""
        if total is None or not {unit, *(each.unit for each in projects)} <= YUAN.keys():
            return
        budgets = [each.amount.scaleb(YUAN[each.unit] - YUAN[unit]) for each in projects]
        made = sum(budgets, Decimal(0))
        severity, mend = (
            (self.severity, self.MEND) if made > total else (self.when_less, self.MEND_LESS)
        )
        if abs(made - total) > self.tolerance and severity is not Level.OFF:
            words = self._words(len(budgets), made, total, unit)
            yield self.finding(_money_place(department), words, mend=mend, severity=severity)

    def _words(self, number: int, made: Decimal, total: Decimal, unit: str) -> Words:
        difference = f"{plain(abs(made - total))}{unit}"
        how = Words("多", "more") if made > total else Words("少", "less")
        return Words(
            f"{number} 个项目的预算共 {plain(made)}{unit}，比部门的“{self.label}”"
            f" {plain(total)}{unit} {how.zh} {difference}。",
            f"the budgets of {number} projects make {plain(made)}{unit}, {difference} {how.en} "
            f"than the department's '{self.label}' of {plain(total)}{unit}.",
        )


def _money_place(form: Form) -> str:
    return form.budget.place if form.budget and form.budget.place else place_of(form)
