"""The criteria of a district's re-check."""

import pytest

from indicators import rulefile
from indicators.errors import RuleFileError
from scoring.checks.declaration import load_rules as declaration_rules
from scoring.recheck.criteria import SHIPPED, Criteria, load_criteria
from scoring.recheck.rules import load_rules

FOURTEEN = {each.number: each for each in load_criteria().criteria}


def test_all_fourteen_are_there_and_none_is_called_verified() -> None:
    assert list(FOURTEEN) == list(range(1, 15))
    assert not any(load_criteria().cite(each).verified for each in FOURTEEN.values())


def test_their_checks_exist() -> None:
    known = {check.NAME for check in (*load_rules().checks.all(), *declaration_rules().checks())}
    assert {name for each in FOURTEEN.values() for name in each.checks} <= known


def test_who_can_tell() -> None:
    assert FOURTEEN[5].state({"far-above-target"}) == "found"
    assert FOURTEEN[5].state(()) == "nothing_found"
    assert FOURTEEN[2].state({"far-above-target"}) == "to_judge"  # a person's
    assert FOURTEEN[1].state(()) == "to_judge"  # no finding does not prove the evidence good


def test_consequences_name_their_shares() -> None:
    assert FOURTEEN[3].consequence_words.zh == "按比例扣分（严重 100%、中度 60%、轻微 30%）"
    assert FOURTEEN[5].consequence_words.en == "no deduction"


@pytest.mark.parametrize(
    ("old", "new", "due"),
    [
        ("    by: person\n", "    by: machine\n", "by: person 不写 checks"),
        ("    shares: {个别未完成: 30}\n", "", "shares 与"),
    ],
)
def test_mistakes_are_named(old: str, new: str, due: str) -> None:
    text = SHIPPED.read_text("utf-8").replace(old, new, 1)
    with pytest.raises(RuleFileError, match=due):
        rulefile.loads(text, Criteria, name="criteria.yaml")
