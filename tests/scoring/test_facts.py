"""What is known before judging: promises with their facts, money, what does not count."""

from dataclasses import replace

from indicators.model import Actual
from scoring.facts import gather
from scoring.weights import EXECUTION
from tests.scoring.samples import GUARDS, GUARDS_FACTS, SELF_2016, facts_of, form_of

FORM = form_of(GUARDS)


def test_every_promise_meets_its_fact() -> None:
    facts = gather(FORM, facts_of(FORM, GUARDS_FACTS), SELF_2016)
    assert [item.id for item in facts.items] == list(GUARDS_FACTS)
    assert not facts.incomplete
    assert facts.excluded("refuse") == set()


def test_what_is_missing_is_set_aside_as_the_user_chose() -> None:
    actuals = facts_of(FORM, {k: t for k, t in GUARDS_FACTS.items() if k != "2.1"}, executed=None)
    facts = gather(FORM, actuals, SELF_2016)
    missing = facts.items[1]
    assert facts.incomplete
    assert facts.aside(missing, "refuse") is None
    assert facts.aside(missing, "zero") == "missing_zero"
    assert facts.excluded("exclude") == {"2.1", EXECUTION}


def test_a_fact_that_answers_no_promise_is_a_problem() -> None:
    actuals = facts_of(FORM, GUARDS_FACTS)
    stray = Actual("quantitative", "3", place="a.xlsx!I99")
    actuals = replace(actuals, by_item={**actuals.by_item, "77.1": stray})
    (problem,) = gather(FORM, actuals, SELF_2016).problems
    assert problem.where == "a.xlsx!I99"
    assert "77.1" in problem.words.zh
