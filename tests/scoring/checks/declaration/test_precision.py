"""Definite numbers: thresholds are those of the rules."""

import pytest

from scoring.checks.declaration.check import Level
from scoring.checks.declaration.precision import ComparatorMissing, ManyPromises
from tests.scoring.checks.declaration.fragments import fragment, said

FOUR = fragment([("产出数量指标", "甲系统1套，乙系统1套，丙系统1套，丁系统1套")])


@pytest.mark.parametrize(("most", "findings"), [(1, 1), (3, 1), (4, 0)])
def test_the_rules_say_how_many_are_many(most: int, findings: int) -> None:
    check = ManyPromises(severity=Level.INFO, most=most)
    assert len(list(check.findings(FOUR))) == findings


def test_a_deadline_is_one_of_the_promises() -> None:
    row = ("产出数量指标", "甲系统1套，乙系统1套，丙系统1套，12月底前验收")
    assert len(said([row], "many-promises")) == 1


def test_the_rules_say_which_dimensions_need_no_comparator() -> None:
    form = fragment([("产出进度指标", "租赁期限为一年")])
    for exact, findings in ([], 1), (["time"], 0):
        check = ComparatorMissing(severity=Level.INFO, exact=exact)
        assert len(list(check.findings(form))) == findings
