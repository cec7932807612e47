"""The summary of a department: a row a project, sums, grades, categories, doubts."""

from dataclasses import replace
from decimal import Decimal

from evalengine.record import Evaluation
from evalengine.reports.cells import Table
from evalengine.reports.overview import (
    categories_of,
    grade_of,
    mean,
    met_of,
    overview,
    percent,
)
from indicators.errors import Words
from indicators.model import Finding, Severity
from scoring import register
from scoring.model import Grade
from tests.evalengine.factories import GUARDS_ACTUALS, STANDARD, evaluation

RULES = register.find(STANDARD)
DOUBT = Finding("unit-missing", Severity.WARNING, "申报表.txt:7", Words("没有单位", "no unit"))


def doubtful(title: str) -> Evaluation:
    judged = evaluation(title)
    return replace(judged, score=replace(judged.score, findings=(DOUBT,)))


def rows_of(table: Table) -> list[list[str]]:
    return [[box.text for box in table.boxes if box.row == row] for row in range(len(table.least))]


def test_a_row_a_project_and_the_sums() -> None:
    page = overview([evaluation(), doubtful("全员军训费")], RULES)
    assert page.title == "项目支出绩效自评汇总表（2019年度）"
    rows = rows_of(page.sections[0].table)
    assert rows[2] == [
        *("2", "全员军训费", "756.00", "752.22", "99.50%", "9.95", "80.25", "90.20", "优秀", "8/9"),
        *("0.05", "3.25", "4.50", "2.00", "1"),
    ]
    assert rows[3] == [
        *("合计（2 个项目）", "1,512.00", "1,504.44", "99.50%", "平均总分", "90.20", "", "16/18"),
        *("0.10", "6.50", "9.00", "4.00", "1"),
    ]


def test_the_number_of_a_project_leads_to_its_form() -> None:
    table = overview([evaluation(), evaluation("全员军训费")], RULES).sections[0].table
    assert [(box.text, box.link) for box in table.boxes if box.link is not None] == [
        *(("1", 0), ("2", 1))
    ]


def test_grades_of_the_standard_and_those_of_gates() -> None:
    judged = evaluation()
    shut = Grade("failed", "不合格", "failed", Decimal(0))
    gated = replace(judged, score=replace(judged.score, grade=shut))
    rows = rows_of(overview([judged, gated], RULES).sections[1].table)
    assert rows[1] == ["优秀", "1", "50.00%", "保安服务费"]
    assert rows[4] == ["较差", "0", "0.00%", "—"]
    assert rows[5] == ["不合格", "1", "50.00%", "保安服务费"]


def test_categories_of_all_projects() -> None:
    rows = rows_of(overview([evaluation(), evaluation("全员军训费")], RULES).sections[2].table)
    # Twice 46.75 of 50: 93.5 %.
    assert rows[2] == ["产出指标", "100.00", "93.50", "6.50", "93.50%"]


def test_doubts_are_listed_where_there_are_any() -> None:
    assert len(overview([evaluation()], RULES).sections) == 3
    rows = rows_of(overview([doubtful("保安服务费")], RULES).sections[3].table)
    assert rows[1] == ["保安服务费", "注意", "申报表.txt:7", "没有单位"]


def test_amounts_in_different_units_are_not_added() -> None:
    judged = evaluation()
    assert judged.score.execution is not None
    money = replace(judged.score.execution, unit="元")
    other = replace(judged, score=replace(judged.score, execution=money))
    page = overview([judged, other], RULES)
    assert rows_of(page.sections[0].table)[3][1:4] == ["—", "—", "—"]
    assert page.note.endswith("金额单位见各项目表。")


def test_a_project_without_money() -> None:
    judged = evaluation()
    score = replace(judged.score, execution=None)
    assert [part.code for part in categories_of(score)] == ["output", "benefit", "satisfaction"]
    rows = rows_of(overview([replace(judged, score=score), judged], RULES).sections[0].table)
    assert rows[1][2:6] == ["—", "—", "—", "—"]
    # No execution item: nothing could be lost there.
    assert rows[1][10:12] == ["3.25", "4.50"]


def test_the_first_category_is_the_money() -> None:
    first, output, *_ = categories_of(evaluation().score)
    assert (first.title, first.points, first.max_points) == (
        "预算执行",
        Decimal("9.95"),
        Decimal("10.00"),
    )
    assert (output.lost, output.rate) == (Decimal("3.25"), "93.50%")


def test_what_was_met() -> None:
    assert met_of(evaluation().score) == (8, 9)


WITHOUT_ONE = {key: fact for key, fact in GUARDS_ACTUALS.items() if key != "5.1"}


def test_a_provisional_grade() -> None:
    assert grade_of(evaluation(missing="zero", by_item=WITHOUT_ONE).score) == "良好（暂定）"


def test_no_line_ends_within_the_bracket_of_a_provisional_grade() -> None:
    page = overview([evaluation(missing="zero", by_item=WITHOUT_ONE)], RULES)
    assert rows_of(page.sections[0].table)[1][8] == "良好\n（暂定）"


def test_a_promise_without_a_fact_was_not_met() -> None:
    assert met_of(evaluation(missing="zero", by_item=WITHOUT_ONE).score) == (7, 9)
    assert met_of(evaluation(missing="exclude", by_item=WITHOUT_ONE).score) == (7, 8)


def test_points_of_indicators_are_not_scaled_where_the_total_is() -> None:
    """Without the 6 of 7.50 points of row 5: 74.25 beside 9.95, of 92.50; scaled up 91.03."""
    judged = evaluation(missing="exclude", by_item=WITHOUT_ONE)
    page = overview([evaluation(), judged], RULES)
    assert rows_of(page.sections[0].table)[2][5:8] == ["9.95", "74.25", "91.03"]
    assert page.note.endswith("序号 2，见各项目的说明。")
    assert "换算" not in overview([evaluation()], RULES).note


def test_money_that_nobody_gave_is_no_zero() -> None:
    page = overview([evaluation(missing="zero", executed=None), evaluation()], RULES)
    rows = rows_of(page.sections[0].table)
    assert rows[1][2:6] == ["756.00", "—", "—", "0.00"]
    assert rows[3][1:4] == ["1,512.00", "—", "—"]


def test_years_that_differ_are_not_in_the_title() -> None:
    judged = evaluation()
    later = replace(judged, score=replace(judged.score, year=2020))
    assert overview([judged, later], RULES).title == "项目支出绩效自评汇总表"


def test_shares_and_means() -> None:
    assert percent(Decimal(1), Decimal(3)) == "33.33%"
    assert percent(Decimal("0.125"), Decimal(100)) == "0.13%"
    assert percent(Decimal(1), Decimal(0)) == "—"
    judged = evaluation().score
    # (90.20 + 90.21) / 2 = 90.205, a half upwards.
    assert mean([judged, replace(judged, total=Decimal("90.21"))]) == Decimal("90.21")
