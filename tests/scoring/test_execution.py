"""The money executed is measured by the budget that the standard names, in any unit of money."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.errors import ActualsError, Words
from indicators.model import Actuals, Budget, Finding, Form, Severity
from scoring.execution import missing_money, money_of
from tests.scoring.factories import facts, form, row

D = Decimal


def _actuals(budget: Budget, executed: str, **more: object) -> tuple[Form, Actuals]:
    of = form(row(1, "output.quantity"), budget=budget)
    return of, replace(facts(of, executed=executed), **more)  # type: ignore[arg-type]


def _money(budget: Budget, executed: str, denominator: str = "initial_budget", **more: object):
    of, actuals = _actuals(budget, executed, **more)
    return money_of(of, actuals, denominator)  # type: ignore[arg-type]


def test_budget_of_the_start_of_the_year() -> None:
    money = _money(Budget(D(756), annual=D(760)), "752.22")
    assert (money.planned, money.executed, money.unit) == (756, D("752.22"), "万元")
    assert money.notes == ()


def test_budget_adjusted_in_the_year() -> None:
    money = _money(Budget(D(756)), "752.22", "annual_budget", annual=D(760))
    assert money.planned == 760


def test_without_an_adjusted_budget_the_first_one_counts() -> None:
    money = _money(Budget(D(756)), "752.22", "annual_budget")
    assert money.planned == 756
    assert "年初预算数" in money.notes[0].zh


def test_units_of_money_are_converted() -> None:
    """756万元 are 7560000元."""
    assert _money(Budget(D(756)), "7522200", unit="元").planned == 7560000


def test_money_not_given_is_not_known() -> None:
    of = form(row(1, "output.quantity"))
    assert money_of(of, facts(of, executed=None), "initial_budget") is None


@pytest.mark.parametrize(
    ("check", "denominator", "known"),
    [
        ("annual-budget-unreadable", "annual_budget", False),
        ("annual-budget-unreadable", "initial_budget", True),
        ("budget-unreadable", "initial_budget", False),
        ("part-unreadable", "annual_budget", True),
    ],
)
def test_a_budget_that_cannot_be_read_is_not_replaced_by_the_other(
    check: str, denominator: str, known: bool
) -> None:
    of, actuals = _actuals(Budget(D(100)), "80")
    of = replace(of, findings=(_unread(check, "-5"),))
    assert (money_of(of, actuals, denominator) is not None) is known  # type: ignore[arg-type]


def test_what_cannot_be_read_is_not_called_missing() -> None:
    of = form(row(1, "output.quantity"))
    of = replace(of, findings=(_unread("executed-unreadable", "85%"),))
    problem = missing_money(of, facts(of, executed=None))
    assert (problem.where, "85%" in problem.words.zh) == ("自评表.xlsx!表1!F9", True)


def _unread(check: str, text: str) -> Finding:
    words = Words(f"写的是“{text}”，不是金额。", f"'{text}' is no amount.")
    return Finding(check, Severity.WARNING, "自评表.xlsx!表1!F9", words)


def test_amount_in_the_form_itself() -> None:
    of = form(row(1, "output.quantity"), budget=Budget(D(100), executed=D(80)))
    money = money_of(of, facts(of, executed=None), "initial_budget")
    assert money is not None
    assert money.executed == 80


@pytest.mark.parametrize(
    ("budget", "executed", "words"),
    [("0", "1", "预算数 0万元"), ("100", "-1", "执行数 -1万元"), ("-5", "1", "预算数 -5万元")],
)
def test_amounts_without_a_rate(budget: str, executed: str, words: str) -> None:
    with pytest.raises(ActualsError) as caught:
        _money(Budget(D(budget)), executed)
    assert words in str(caught.value)
    assert caught.value.problems[0].where == "actuals.xlsx!I5"


def test_nothing_of_nothing_is_no_error() -> None:
    assert _money(Budget(D(0)), "0").planned == 0


def test_foreign_money_does_not_convert() -> None:
    with pytest.raises(ActualsError, match="无法换算"):
        _money(Budget(D(5), unit="万美元"), "5")
