"""Other known rules that give the declared points."""

import pytest

from scoring.recheck.judging import Judges
from scoring.recheck.known import Explanation, KnownRules, matching_cuts
from scoring.recheck.model import DeclaredRow
from scoring.recheck.rules import load_rules
from scoring.register import find
from tests.scoring.recheck.samples import money, row

STANDARD = find("cn-mof-2020-10")
KNOWN = KnownRules(STANDARD, load_rules())


def _explained(what: DeclaredRow, cents: int) -> Explanation:
    found = KNOWN.explaining(what, 10_00, cents)
    assert found is not None
    return found


def test_a_linear_fall_is_named_with_its_standard_and_clause() -> None:
    cost = row("≤100万元", "140万元", "6", name="项目成本", category="output.cost")
    words = _explained(cost, 6_00).words  # 1 − 40 ÷ 100; in proportion it would be 7.14
    assert "cn-practice-linear" in words.zh
    assert "未核对" in words.zh
    assert words.zh.endswith("(200 − 140) ÷ 100 = 6.00")


def test_bands_of_another_standard() -> None:
    spent = money("100", "90", "7")
    assert "cn-mof-2021-101" in _explained(spent, 7_00).words.en  # 80% to 100%: 7


@pytest.mark.parametrize(
    ("what", "cents", "title"),
    [
        (row("≥5场", "3场", "0"), 0, "达到得满分、未达到不得分"),
        (money("200", "186", "6.5"), 6_50, "执行率 80%—100% 之间按直线得分"),  # 93%: 13 of 20
    ],
)
def test_habits_without_a_standard(what: DeclaredRow, cents: int, title: str) -> None:
    assert _explained(what, cents).title.zh.startswith(title)


def test_more_than_equal_is_a_reading_of_the_standard() -> None:
    found = _explained(row("=12次", "15次", "10"), 10_00)
    assert found.agrees


def test_an_invented_number_is_not_explained() -> None:
    assert KNOWN.explaining(row("≥863人", "695人", "8.8"), 10_00, 8_80) is None


def test_standards_that_judge_alike_are_tried_once() -> None:
    """Guangdong and Shanghai differ from 10号 in their grades only."""
    cost = row("≤100万元", "140万元", "6", category="output.cost")
    grades = [find("cn-gd-grades"), find("cn-sh-grades")]
    alike = KnownRules(STANDARD, load_rules(), others=grades)
    assert alike.explaining(cost, 10_00, 6_00) is None
    linear = [find("cn-practice-linear"), find("cn-practice-linear-80")]
    found = KnownRules(STANDARD, load_rules(), others=linear).explaining(cost, 10_00, 6_00)
    assert found is not None
    assert "（cn-practice-linear）" in found.words.zh


def test_a_repealed_standard_explains_nothing() -> None:
    """The rule of 2003 takes nothing off for less than 3%; nobody may score by it today."""
    assert KNOWN.explaining(row("38508人", "37442人", "10"), 10_00, 10_00) is None


def test_no_rounding_makes_all_points_of_a_missed_target() -> None:
    judges, cuts = Judges(STANDARD), load_rules().cuts
    missed = row("38508人", "37442人", "3", most="3")  # 2.92
    assert (
        list(matching_cuts(judges, missed, judges.judged(missed, 3_00), (3_00, 3_00), cuts)) == []
    )
    spent = money("100", "99.7", "10")  # printed as 100%
    found = matching_cuts(judges, spent, judges.judged(spent, 10_00), (10_00, 10_00), cuts)
    assert [cut.id for cut in found] == ["rate_whole"]
