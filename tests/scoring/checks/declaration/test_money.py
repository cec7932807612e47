"""Amounts that disagree: rounding, units, the department and its projects."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.model import Budget, Form
from scoring.checks.declaration.check import Level
from tests.scoring.checks.declaration.fragments import RULES, found, fragment

SUM = "projects-differ-from-department"


def _department(spending: str) -> Form:
    form = fragment([], project=None, fields={"总体资金情况（万元）/项目支出": spending})
    return replace(form, budget=Budget(Decimal(1000), place="申报表.txt:71"))


def _project(number: int, budget: str, unit: str = "万元") -> Form:
    form = fragment([], number=number)
    source = replace(form.source, sha256=_department("0").source.sha256)
    return replace(form, source=source, budget=Budget(Decimal(budget), unit))


@pytest.mark.parametrize(
    ("promised", "budget", "severity"),
    [
        ("127.62", "127.62", None),
        ("127.624", "127.62", "info"),
        ("127.625", "127.62", "error"),
        ("127.4", "127", "info"),
        ("127.5", "127", "error"),
        ("999999999999999999999999999", "1", "error"),
    ],
)
def test_rounding_to_the_digits_of_the_budget(
    promised: str, budget: str, severity: str | None
) -> None:
    form = fragment([("产出成本指标", f"总投入{promised}万元")], budget=budget)
    severities = [finding.severity for finding in found([form], "cost-over-budget")]
    assert severities == ([severity] if severity else [])


def test_rounding_may_be_passed_over() -> None:
    form = fragment([("产出成本指标", "总投入127.624万元")], budget="127.62")
    check = RULES.cost_over_budget.model_copy(update={"when_rounding": Level.OFF})
    assert list(check.findings(form)) == []


def test_more_projects_than_the_department_pays_for() -> None:
    forms = [_department("100.00"), _project(1, "60.00"), _project(2, "50.00")]
    (finding,) = found(forms, SUM)
    assert finding.severity == "warning"
    assert "2 个项目的预算共 110万元，比部门的“项目支出” 100万元 多 10万元" in finding.words.zh
    assert finding.place == "申报表.txt:71"


def test_fewer_is_only_a_note_and_yuan_are_converted() -> None:
    forms = [_department("100.00"), _project(1, "60.00"), _project(2, "300000", "元")]
    (finding,) = found(forms, SUM)
    assert finding.severity == "info"
    assert "共 90万元，比部门的“项目支出” 100万元 少 10万元" in finding.words.zh


@pytest.mark.parametrize("spending", ["110.05", "无可奉告", ""])
def test_a_tenth_does_not_matter_nor_what_cannot_be_read(spending: str) -> None:
    forms = [_department(spending), _project(1, "60.00"), _project(2, "50.00")]
    assert found(forms, SUM) == []


def test_two_departments_in_one_file_are_not_told_apart() -> None:
    forms = [_department("1.00"), _department("2.00"), _project(1, "60.00")]
    assert found(forms, SUM) == []
