"""Headings and labels are looked up under one spelling, however they are written."""

from indicators.forms.keys import (
    begins_with_year,
    heading_key,
    without_brackets,
    without_note,
    without_year,
)


def test_any_months_count_as_the_usual_ones() -> None:
    assert {heading_key(text) for text in ("1-6月完成值", "1—9月 完成值", "9月底完成值")} == {
        "1-7月完成值"
    }


def test_brackets_behind_a_heading() -> None:
    assert without_brackets("全年预算数(A)(万元)") == "全年预算数"
    assert without_note("主管部门(盖章)") == "主管部门"
    assert without_note("预算金额(万元)") == "预算金额(万元)"


def test_a_year_before_a_heading() -> None:
    assert without_year("2022年度目标值(A)") == ("年度目标值", "目标值")
    assert [begins_with_year(text) for text in ("2022年目标值", "2022年", "目标值")] == [
        *(True, False, False)
    ]
