"""预算执行率: the money executed beside the budget that the standard measures it by."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from indicators.errors import ActualsError, Problem, Words
from indicators.model import (
    AMOUNTS_UNREADABLE,
    Actual,
    Actuals,
    Budget,
    Comparator,
    Direction,
    Form,
    Kind,
    Target,
    plain,
)
from indicators.quick import replaced
from scoring.case import Outcome
from scoring.items import CHOSEN, case_of, working_of
from scoring.model import ExecutionScore
from scoring.rounding import from_cents, percent
from scoring.same_unit import EXACT, YUAN, whole_numbers
from scoring.standard import Standard
from scoring.weights import EXECUTION


@dataclass(frozen=True, slots=True)
class Money:
    """The execution item as a promise (spend the budget) and its fact, both in `unit`."""

    planned: Decimal
    executed: Decimal
    unit: str
    place: str
    notes: tuple[Words, ...]

    @property
    def target(self) -> Target:
        """The budget as a promise."""
        return Target(
            kind=Kind.QUANTITATIVE,
            comparator=Comparator.GE,
            value=self.planned,
            unit=self.unit,
            direction=Direction.HIGHER,
        )

    @property
    def actual(self) -> Actual:
        """The money executed as its fact."""
        text = f"{plain(self.executed)}{self.unit}"
        return Actual("quantitative", text, self.executed, self.unit, place=self.place)


def money_of(
    form: Form, actuals: Actuals, denominator: Literal["initial_budget", "annual_budget"]
) -> Money | None:
    """The budget and what was executed of it; None if either is not known, or cannot be read.

    Without a budget adjusted in the year (全年预算数), that of the start of the year is taken.

    Raises:
        ActualsError: if the units cannot be compared, or an amount is below zero, or money was
            spent although the budget is zero.
    """
    budget = form.budget
    executed, unit = _executed(form, actuals)
    if budget is None or executed is None or _unread_budget(form, actuals, denominator):
        return None
    place = actuals.place or budget.place
    written, notes = _planned(budget, actuals, denominator)
    planned = _in_unit(written, unit, place)
    if planned < 0 or executed < 0 or (planned == 0 and executed > 0):
        raise ActualsError.at(
            place,
            f"预算数 {plain(planned)}{unit}、执行数 {plain(executed)}{unit} 无法计算执行率；"
            "请核对预算数（不为零）和执行数（不为负）。",
            f"no execution rate follows from a budget of {plain(planned)}{unit} and "
            f"{plain(executed)}{unit} executed; check both.",
        )
    return Money(planned, executed, unit, place, notes)


def _unread_budget(form: Form, actuals: Actuals, denominator: str) -> bool:
    """Whether the budget to measure by is written in the form, but cannot be read."""
    annual = denominator == "annual_budget"
    given = annual and actuals.annual is not None
    return not given and bool(form.found(AMOUNTS_UNREADABLE["annual" if annual else "amount"]))


def _executed(form: Form, actuals: Actuals) -> tuple[Decimal | None, str]:
    """The money executed and its unit: from the actuals, else from the form."""
    if actuals.executed is not None or form.budget is None:
        return actuals.executed, actuals.unit
    return form.budget.executed, form.budget.unit


def _planned(
    budget: Budget, actuals: Actuals, denominator: str
) -> tuple[tuple[Decimal, str], tuple[Words, ...]]:
    """The budget to measure by, with its unit."""
    if denominator == "initial_budget":
        return (budget.amount, budget.unit), ()
    if actuals.annual is not None:
        return (actuals.annual, actuals.unit), ()
    if budget.annual is not None:
        return (budget.annual, budget.unit), ()
    note = Words(
        "没有填写全年预算数（调整后），按年初预算数计算执行率。",
        "no budget adjusted in the year was given; the rate is that of the initial budget.",
    )
    return (budget.amount, budget.unit), (note,)


def _in_unit(amount: tuple[Decimal, str], unit: str, place: str) -> Decimal:
    """`amount` in `unit`, exactly."""
    value, own = amount
    if own == unit:
        return value
    if own not in YUAN or unit not in YUAN:
        known = "、".join(YUAN)
        raise ActualsError.at(
            place,
            f"金额单位“{own}”与“{unit}”无法换算；可用的单位：{known}。",
            f"the units {own} and {unit} of money do not convert; known: {known}.",
        )
    return value.scaleb(YUAN[own] - YUAN[unit], EXACT)


def missing_money(form: Form, actuals: Actuals) -> Problem:
    """The line that says which amount of the execution item is missing, or cannot be read."""
    unread = form.found(*AMOUNTS_UNREADABLE.values())
    if unread:
        first = unread[0]
        words = Words(
            f"{first.words.zh}“{form.title}”因此没有预算执行率；请改正，或用 --missing zero"
            "（记零分）、--missing exclude（不参与评价）继续。",
            f"{first.words.en} So '{form.title}' has no execution rate; mend it, or go on with "
            "--missing zero or --missing exclude.",
        )
        return Problem(first.place, words)
    if form.budget is None:
        words = Words(
            f"“{form.title}”没有预算数，无法计算预算执行率；请在申报表中补上，"
            "或用 --missing zero、--missing exclude 继续。",
            f"'{form.title}' has no budget, so there is no execution rate; add it to the form, or "
            "go on with --missing zero or --missing exclude.",
        )
        return Problem(str(form.source.file), words)
    words = Words(
        f"“{form.title}”没有填全年执行数；请填写，或用 --missing zero（记零分）、"
        "--missing exclude（不参与评价）继续。",
        f"'{form.title}' lacks the amount executed; fill it in, or go on with --missing zero or "
        "--missing exclude.",
    )
    return Problem(actuals.place or form.budget.place, words)


def execution_score(
    form: Form, money: Money | None, max_points: int, standard: Standard
) -> ExecutionScore | None:
    """The score of the execution item; None if it does not count.

    Raises:
        ActualsError: if the method of the standard cannot judge the amounts.
    """
    rule = standard.execution
    if rule is None or (max_points == 0 and (money is None or money.planned == 0)):
        return None
    if money is None:
        return _no_money(form, max_points)
    case = case_of(money.target, money.actual, max_points, standard)
    outcome = rule.use.judge(case)
    outcome = replaced(outcome, notes=(*money.notes, *outcome.notes))
    working = working_of(outcome, EXECUTION, rule.use.method, standard.cite(rule))
    return ExecutionScore(
        budget=money.planned,
        executed=money.executed,
        unit=money.unit,
        rate=percent(*whole_numbers(money.executed, money.planned)),
        max_points=from_cents(max_points),
        working=working,
    )


def _no_money(form: Form, max_points: int) -> ExecutionScore:
    """No points for an execution rate that is not known, by the user's choice."""
    words = Words("没有预算执行率，按零分计", "there is no execution rate: no points")
    outcome = Outcome(0, 0, 0, "0.00", words)
    working = working_of(outcome, EXECUTION, "missing_zero", CHOSEN["missing_zero"])
    budget = form.budget
    if budget is None or form.found(AMOUNTS_UNREADABLE["amount"], AMOUNTS_UNREADABLE["annual"]):
        planned = None
    else:
        planned = budget.amount
    unit = budget.unit if budget else "万元"
    return ExecutionScore(planned, None, unit, "—", from_cents(max_points), working)
