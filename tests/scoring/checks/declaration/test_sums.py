"""Amounts that do not add up: behind 其中, the department and its projects, units."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.errors import Words
from indicators.model import Budget, Finding, Form, Severity
from tests.scoring.checks.declaration.fragments import found, fragment

SUM = "projects-differ-from-department"


def _department(spending: str) -> Form:
    form = fragment([], project=None, fields={"总体资金情况（万元）/项目支出": spending})
    return replace(form, budget=Budget(Decimal(1000), place="申报表.txt:71"))


def _project(number: int, budget: str, unit: str = "万元") -> Form:
    form = fragment([], number=number)
    source = replace(form.source, sha256=_department("0").source.sha256)
    return replace(form, source=source, budget=Budget(Decimal(budget), unit))


def test_what_is_listed_behind_of_which_and_makes_less_is_only_a_note() -> None:
    rows = [("产出成本指标", "安排资金100万元，其中：甲30万元，乙30万元，丙30万元")]
    (finding,) = found([fragment(rows)], "parts-differ-from-total")
    assert finding.severity == "info"
    assert finding.mend
    assert "主要用于" in finding.mend.zh
    more = [("产出成本指标", "安排资金100万元，其中：甲30万元，乙30万元，丙50万元")]
    (finding,) = found([fragment(more)], "parts-differ-from-total")
    assert finding.severity == "error"


def _side_by_side(other_of_the_year: str, *findings: Finding) -> Form:
    fields = [("中期资金总额", "240"), ("年度资金总额", "80"), ("其中：财政拨款", "240")]
    fields += [("其中：财政拨款", "50"), ("其他资金", "0"), ("其他资金", other_of_the_year)]
    return replace(fragment([]), fields=tuple(fields), findings=findings)


def test_totals_side_by_side_have_parts_of_their_own() -> None:
    assert found([_side_by_side("30")], "parts-differ-from-total") == []
    (finding,) = found([_side_by_side("20")], "parts-differ-from-total")
    assert finding.words.zh == "财政拨款＋其他资金共 70，与“年度资金总额”80 相差 10。"


def test_the_rest_may_stand_behind_a_label_that_is_not_known() -> None:
    unknown = Finding("label-unknown", Severity.INFO, "申报表.txt:7", Words("某资金", "some money"))
    assert found([_side_by_side("20", unknown)], "parts-differ-from-total") == []
    (finding,) = found([_side_by_side("40", unknown)], "parts-differ-from-total")
    assert "相差 10" in finding.words.zh


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
