"""Actuals, reasons and evidence as filled in."""

import pytest

from scoring.recheck import Rechecker, load_rules, recheck_form
from scoring.recheck.model import DeclaredRow
from scoring.register import find
from tests.scoring.recheck.samples import declared, row

RECHECKER = Rechecker.by(find("cn-mof-2020-10"), load_rules())


def _of_row(what: DeclaredRow) -> set[str]:
    [checked] = recheck_form(declared(what), RECHECKER, load_rules()).rows
    return {found.check for found in checked.findings}


@pytest.mark.parametrize(
    ("what", "found"),
    [
        (row("≥100人", "94人", "9.4", reason=""), True),
        (row("≥100人", "94人", "9.4", reason=" 无 "), True),
        (row("≥100人", "94人", "9.4", reason="6 人离职"), False),
        (row("≥100人", "94人", "9.4", reason=None), False),  # the form has no such column
        (row("≥100人", "100人", "9", reason=""), True),
        (row("≥100人", "100人", "10", reason=""), False),
    ],
)
def test_lost_points_have_a_reason(what: DeclaredRow, found: bool) -> None:
    assert ("deviation-unexplained" in _of_row(what)) is found


@pytest.mark.parametrize(
    ("target", "actual", "category", "found"),
    [
        ("≥10场", "13场", "output.quantity", True),
        ("≥10场", "12场", "output.quantity", False),
        ("12次", "96次", "output.quantity", True),
        ("≤10万元", "5万元", "output.cost", False),
        ("≥0场", "5场", "output.quantity", False),
    ],
)
def test_far_above_the_target(target: str, actual: str, category: str, found: bool) -> None:
    what = row(target, actual, "10", category=category)
    assert ("far-above-target" in _of_row(what)) is found


def test_actuals_that_repeat_every_target() -> None:
    same = [row(f"{n}亩", f"{n}亩", "10", number=n, name=f"面积{n}") for n in range(11, 15)]
    found = {each.check for each in recheck_form(declared(*same), RECHECKER, load_rules()).findings}
    assert "actuals-equal-targets" in found
    one_off = [*same[:3], row("14亩", "15亩", "10", number=14)]
    for rows in (one_off, same[:3]):
        found = {
            each.check for each in recheck_form(declared(*rows), RECHECKER, load_rules()).findings
        }
        assert "actuals-equal-targets" not in found


def test_evidence_is_asked_for_where_there_is_a_column() -> None:
    assert "evidence-missing" in _of_row(row("5场", "5场", "10", evidence=" "))
    assert "evidence-missing" not in _of_row(row("5场", "5场", "10", evidence="照片"))
    assert "evidence-missing" not in _of_row(row("5场", "5场", "10"))
    assert "evidence-missing" not in _of_row(row("5场", "0场", "0", evidence=""))


@pytest.mark.parametrize(
    ("name", "target", "actual", "found"),
    [
        ("促进教育事业健康发展", "≧100%", "100%", True),
        ("长期使用性", "100", "100", True),
        ("提升办事效率", "有效提升", "100%", True),
        ("学生满意度", "≥95%", "96%", False),
        ("验收合格率", "100%", "100%", False),
        ("培训人数", "≥100人", "100人", False),
        ("提升办事效率", "有效提升", "有效提升", False),
    ],
)
def test_words_that_are_dressed_as_numbers(
    name: str, target: str, actual: str, found: bool
) -> None:
    what = row(target, actual, "10", name=name, category="benefit.social")
    assert ("counted-in-form" in _of_row(what)) is found
