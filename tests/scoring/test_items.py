"""One promise is judged: points, working, clause, and problems that name it."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.model import Actual, Target
from scoring.items import Item, judge, missing_problem, set_aside
from scoring.register import find
from tests.scoring.factories import (
    BY_YEAR_END,
    IN_WORDS,
    NOT_APPLICABLE,
    done,
    judged,
    promised,
    row,
)

STANDARD = find("cn-selfeval-2016")
GUARDS = promised("=", "100", "人")


def _item(target: Target, actual: Actual, cents: int = 1250) -> Item:
    return Item("1.1", row(1, "output.quantity", target), target, actual, "output.quantity", cents)


def test_working_of_a_counted_item() -> None:
    """94 of 100 guards of 12.50 points: 11.75."""
    score = judge(_item(GUARDS, done("94", "人")), STANDARD)
    working = score.working
    assert score.points == Decimal("11.75")
    assert working.formula == "12.50 × 94 ÷ 100 = 11.75"
    assert (working.rule, working.method) == ("quantitative", "ratio")
    assert (working.achievement, working.met) == ("94/100", False)
    assert (working.low, working.high) == (score.points, score.points)
    assert working.verified
    assert "B/A" in working.cite
    assert (score.target, score.actual) == ("=100人", "94人")


def test_working_of_a_judged_item() -> None:
    score = judge(_item(IN_WORDS, judged("achieved", "0.8")), STANDARD)
    assert score.working.formula == "12.50 × 80% = 10.00"
    assert (score.working.low, score.working.high) == (Decimal(10), Decimal("12.50"))


def test_unverified_rule_says_so() -> None:
    late = Actual("reached", "已完成")
    assert not judge(_item(BY_YEAR_END, late), STANDARD).working.verified


def test_problem_names_the_promise_and_the_cell() -> None:
    with pytest.raises(ActualsError) as caught:
        judge(_item(IN_WORDS, judged("achieved", "0.5")), STANDARD)
    problem = caught.value.problems[0]
    assert problem.where == "actuals.xlsx!I9"
    assert problem.words.zh.startswith("“指标1”：")


def test_not_applicable_is_set_aside() -> None:
    score = set_aside(_item(NOT_APPLICABLE, Actual.missing(), 0), STANDARD, "not_applicable")
    assert (score.working.rule, score.points, score.working.met) == (
        "not_applicable",
        Decimal(0),
        None,
    )


def test_missing_is_set_aside_by_choice() -> None:
    item = _item(GUARDS, Actual.missing())
    assert item.is_missing
    score = set_aside(item, STANDARD, "missing_zero")
    assert (score.points, score.max_points) == (Decimal(0), Decimal("12.50"))
    assert score.working.cite == "未填报的按零分计（--missing zero）"


def test_missing_is_told_with_its_promise() -> None:
    problem = missing_problem(_item(GUARDS, Actual.missing(place="actuals.xlsx!I9")))
    assert problem.where == "actuals.xlsx!I9"
    assert "“某事”（1.1，目标：=100人）" in problem.words.zh
