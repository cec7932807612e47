"""The execution rate beside the amounts and the results."""

import pytest

from scoring.recheck import Rechecker, load_rules, recheck_form
from scoring.recheck.model import DeclaredRow, FormCheck
from scoring.register import find
from tests.scoring.recheck.samples import declared, money, row

RECHECKER = Rechecker.by(find("cn-mof-2020-10"), load_rules())


def _checked(*rows: DeclaredRow) -> FormCheck:
    return recheck_form(declared(*rows), RECHECKER, load_rules())


@pytest.mark.parametrize(
    ("rate", "wrong"),
    [
        ("100", True),
        ("80.45", False),
        ("80.4", False),
        ("80", False),
        ("81", False),  # rounded up is still less than one off in its last digit
        ("80.5", False),
        ("79", True),
        ("80.44", False),
        ("80.46", True),
    ],
)
def test_the_printed_rate_is_that_of_the_amounts(rate: str, wrong: bool) -> None:
    """3824.26 ÷ 4753.66 = 80.4487…%."""
    spent = _checked(money("4753.66", "3824.26", "8.04", rate=rate)).rows[0]
    assert ("rate-not-amounts" in {found.check for found in spent.findings}) is wrong


def test_spending_above_the_budget_is_found() -> None:
    spent = _checked(money("100", "110", "10")).rows[0]
    assert [found.check for found in spent.findings] == ["spent-over-budget"]
    assert spent.verdict == "agrees"  # capped at all points


def test_results_without_money_are_found() -> None:
    done = row("≥100人", "748人", "90", most="90")
    found = {
        each.check: each.words.zh for each in _checked(money("132.81", "0.1", "0"), done).findings
    }
    assert found["results-without-money"] == "执行率 0.08%，指标自评得分率 100.00%。"
    near = {each.check for each in _checked(money("100", "70", "7"), done).findings}
    assert "results-without-money" not in near  # exactly 30 points apart


def test_a_budget_of_zero_is_no_rate() -> None:
    checked = _checked(money("0", "0", "0"), row("5场", "5场", "90", most="90"))
    assert "results-without-money" not in {found.check for found in checked.findings}
