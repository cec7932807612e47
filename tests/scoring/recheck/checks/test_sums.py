"""Points, totals and grades that must fit together."""

import pytest

from scoring.recheck import Rechecker, load_rules, recheck_form
from scoring.recheck.model import DeclaredRow
from scoring.register import find
from tests.scoring.recheck.samples import declared, money, row

RECHECKER = Rechecker.by(find("cn-mof-2020-10"), load_rules())


def _found(*rows: DeclaredRow, **bottom: str) -> dict[str, str]:
    checked = recheck_form(declared(*rows, **bottom), RECHECKER, load_rules())
    return {finding.check: finding.words.zh for finding in checked.findings}


def _full(most: str, *, level1: str = "产出指标") -> DeclaredRow:
    return row("≥5场", "6场", most, most=most, level1=level1)


def test_points_make_the_total() -> None:
    assert "points-not-total" not in _found(money("100", "100", "10"), _full("90"))
    assert "points-not-total" not in _found(_full("90"))  # the money stands elsewhere
    found = _found(money("100", "100", "10"), _full("85"))
    assert found["points-not-total"] == "各行分值合计 95，应为 100。"


def test_printed_points_of_a_level_are_those_of_its_rows() -> None:
    assert "level-points-differ" not in _found(_full("50", level1="产出指标(50分)"))
    found = _found(_full("45", level1="产出指标（50分）"))
    assert found["level-points-differ"] == "“产出指标（50分）”各行分值合计 45。"


def test_the_total_is_the_sum() -> None:
    assert "total-not-sum" not in _found(_full("90"), total="90.00")
    assert _found(_full("90"), total="95")["total-not-sum"].startswith("总分填 95，")


@pytest.mark.parametrize(("grade", "wrong"), [("优", True), ("良好", False), ("一等", False)])
def test_the_grade_is_that_of_the_total(grade: str, wrong: bool) -> None:
    """88 is 良; a title that the standard does not know says nothing."""
    found = _found(_full("88"), total="88", grade=grade)
    assert ("grade-not-of-total" in found) is wrong


def test_a_grade_that_changes_is_found() -> None:
    """Declared 92; 90 × 60 ÷ 100 = 54.00 and 10 make 64.00."""
    missed = row("≥100人", "60人", "82", most="90")
    found = _found(money("100", "100", "10"), missed)
    assert found["grade-changes"] == "自评 92 优，复算 64 中。"
