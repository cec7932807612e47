"""The shipped standards prove themselves, and say what is verified."""

import pytest

from indicators.grammar import parse_targets, read_actual
from indicators.model import Actual
from scoring import shipped
from scoring.choosing import choose
from scoring.items import case_of
from scoring.rounding import from_cents, to_cents
from scoring.standard import Example, Standard

EXAMPLES = [
    pytest.param(standard, example, id=f"{standard.id}: {example.name}")
    for standard in shipped()
    for example in standard.examples
]


def _fact(example: Example) -> tuple[Actual, int]:
    given = example.given
    (target,) = parse_targets(given.target, category=given.category, year=2019)
    fact = read_actual(given.actual, target)
    if given.share is not None:
        fact = Actual("qualitative", given.actual, judgement=fact.judgement, share=given.share)
    return fact, to_cents(given.max_points)


@pytest.mark.parametrize(("standard", "example"), EXAMPLES)
def test_examples_in_the_file_hold(standard: Standard, example: Example) -> None:
    given = example.given
    (target,) = parse_targets(given.target, category=given.category, year=2019)
    fact, cents = _fact(example)
    rule, _ = choose(standard, target, category=given.category, text=given.target)
    outcome = rule.use.judge(case_of(target, fact, cents, standard))
    assert from_cents(outcome.points) == example.expect.points
    assert example.expect.rule in (None, rule.id)


@pytest.mark.parametrize("standard", shipped(), ids=lambda standard: standard.id)
def test_every_part_has_a_source_and_says_whether_it_was_seen(standard: Standard) -> None:
    assert all(standard.cite(part).clause for _, part in standard.parts())
    for _, source in standard.unverified():
        assert source.mark in ("practice", "high", "medium", "low", "choice")


def test_what_the_sheet_marks_unverified_stays_unverified() -> None:
    by_id = {standard.id: dict(standard.unverified()) for standard in shipped()}
    assert "grades" in by_id["cn-beijing-selfeval-2016"]
    assert {"weights", "levels", "grades", "rules.quantitative"} <= set(by_id["cn-mof-2020-10"])
    assert not {"weights", "levels"} & set(by_id["cn-selfeval-2016"])


def test_every_standard_has_examples() -> None:
    assert [standard.id for standard in shipped() if not standard.examples] == []
