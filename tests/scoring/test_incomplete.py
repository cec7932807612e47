"""Facts that are missing, do not apply, or answer nothing: refused, or settled by choice."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.errors import ActualsError, Words
from indicators.model import Actual, Finding, Form, Judgement, Severity
from scoring.scorer import score
from tests.scoring.factories import (
    NOT_APPLICABLE,
    done,
    facts,
    form,
    judged,
    promised,
    row,
    small_form,
)
from tests.scoring.samples import MOF_2020, SELF_2016

D = Decimal


def test_every_problem_is_told_at_once() -> None:
    of = small_form()
    actuals = facts(of, {"1.1": Actual.missing(), "3.1": judged("achieved", "0.5")}, executed=None)
    with pytest.raises(ActualsError) as caught:
        score(of, actuals, SELF_2016)
    missing, outside, money = (problem.words.zh for problem in caught.value.problems)
    assert "“指标1”（1.1" in missing
    assert "[80%, 100%]" in outside
    assert "没有填全年执行数" in money


@pytest.mark.parametrize(
    ("missing", "total", "most"), [("zero", "50.00", "50"), ("exclude", "100.00", "0")]
)
def test_missing_by_choice(missing, total: str, most: str) -> None:
    """Zero: 30 + 10 + 10 are left. Excluded: 50 of 50 points are all of them."""
    of = small_form()
    result = score(of, facts(of, {"1.1": Actual.missing()}), SELF_2016, missing=missing)
    assert (result.total, result.status) == (D(total), "provisional")
    assert result.items[0].max_points == D(most)


def test_money_missing_counts_as_zero_by_choice() -> None:
    of = small_form()
    result = score(of, facts(of, executed=None), SELF_2016, missing="zero")
    assert (result.total, result.status) == (D("90.00"), "provisional")
    assert result.execution is not None
    assert result.execution.rate == "—"


def test_money_missing_is_left_out_by_choice() -> None:
    of = small_form()
    result = score(of, facts(of, executed=None), SELF_2016, missing="exclude")
    assert (result.total, result.execution) == (D("100.00"), None)


def test_form_without_a_budget() -> None:
    of = replace(small_form(), budget=None)
    with pytest.raises(ActualsError, match="没有预算数"):
        score(of, facts(of), SELF_2016)


def test_no_money_is_due_where_execution_has_no_points() -> None:
    of = small_form()
    weights = {"execution": D(0), "output": D(60)}
    assert score(of, facts(of, executed=None), SELF_2016, weights=weights).total == 100


def _without_satisfaction() -> Form:
    last = row(3, "satisfaction.beneficiary", NOT_APPLICABLE)
    return form(row(1, "output.quantity"), row(2, "benefit.social"), last)


@pytest.mark.parametrize(("standard", "total"), [(SELF_2016, "88.89"), (MOF_2020, "88.75")])
def test_what_does_not_apply(standard, total: str) -> None:
    """Output judged 80%. Rescaled: (40 + 30 + 10) × 100 ÷ 90. Handed on: 45.00 + 33.75 + 10."""
    of = _without_satisfaction()
    actuals = facts(of, {"1.1": judged("achieved", "0.8"), "3.1": Actual.missing()})
    result = score(of, actuals, standard)
    assert (result.total, result.status) == (D(total), "final")
    assert result.items[2].working.rule == "not_applicable"


def test_strangers_are_refused() -> None:
    of = small_form()
    with pytest.raises(ActualsError, match=r"编号 7\.1"):
        score(of, facts(of, {"7.1": judged("achieved")}), SELF_2016)


def test_a_judgement_does_not_answer_a_count() -> None:
    of = form(row(1, "output.quantity", promised(">=", "5")))
    partly = Actual("qualitative", "部分完成", judgement=Judgement.PARTLY, place="a.xlsx!I9")
    with pytest.raises(ActualsError, match=r"a\.xlsx!I9: “某事”"):
        score(of, facts(of, {"1.1": partly}), SELF_2016)


def test_doubts_of_the_reader_come_first() -> None:
    doubt = Finding("budget-spelling", Severity.INFO, "form.txt:3", Words("读数", "read"))
    of = replace(form(row(1, "output.quantity", promised(">=", "5"))), findings=(doubt,))
    result = score(of, facts(of, {"1.1": done("4")}), SELF_2016)
    assert [finding.check for finding in result.findings] == ["budget-spelling", "reason-missing"]
