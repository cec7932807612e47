"""The official form as cells: every layout filled in, whatever its columns are."""

from dataclasses import replace
from decimal import Decimal

import pytest

import scoring
from evalengine.record import Evaluation
from evalengine.reports.cells import Box, Table
from evalengine.reports.official import FormPage, form_page, upright
from indicators.forms import printed_form
from indicators.model import Actual, BudgetPart
from scoring import register
from tests.evalengine.factories import GUARDS_ACTUALS, STANDARD, evaluation, guards_form

RULES = register.find(STANDARD)
FAMILIES = ("selfevaluation-2019", "selfevaluation-2016", "selfevaluation-sichuan-2023")


def page_of(judged: Evaluation | None = None, family: str = FAMILIES[0]) -> FormPage:
    return form_page(judged or evaluation(), RULES, printed_form(family))


def row_of(table: Table, text: str) -> list[str]:
    """The texts of the cells that begin in the row of the first cell with `text`."""
    row = next(box.row for box in table.boxes if box.text == text)
    return [box.text for box in table.boxes if box.row == row]


def box_of(table: Table, text: str) -> Box:
    return next(box for box in table.boxes if box.text == text)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_place_of_the_paper_is_covered_once(family: str) -> None:
    for table in page_of(family=family).tables:
        covered = [
            (row, column)
            for box in table.boxes
            for row in range(box.row, box.bottom + 1)
            for column in range(box.column, box.right + 1)
        ]
        places = [
            (row, column) for row in range(len(table.least)) for column in range(len(table.widths))
        ]
        assert sorted(covered) == places


def test_who_carries_it_out_and_the_parts_of_the_money() -> None:
    judged = evaluation()
    form = judged.case.form
    assert form.budget is not None
    part = BudgetPart("财政拨款", Decimal(700), Decimal(700), Decimal("696.22"))
    form = replace(form, implementing_unit="示例所", budget=replace(form.budget, parts=(part,)))
    head, _ = page_of(replace(judged, case=replace(judged.case, form=form))).tables
    assert row_of(head, "主管部门") == ["主管部门", "示例局", "实施单位", "示例所"]
    of_part = next(box.text for box in head.boxes if box.text.endswith("财政拨款"))
    assert row_of(head, of_part)[1:4] == ["700.00", "700.00", "696.22"]
    assert row_of(head, "其他资金")[1:4] == ["", "", ""]


def test_names_money_and_goals() -> None:
    head, _ = page_of().tables
    assert row_of(head, "项目名称") == ["项目名称", "保安服务费"]
    assert row_of(head, "主管部门") == ["主管部门", "示例局", "实施单位", "示例局"]
    assert row_of(head, "年度资金总额") == [
        *("年度资金总额", "756.00", "756.00", "752.22", "10.00", "99.50%", "9.95")
    ]
    assert row_of(head, "其他资金") == ["其他资金", "", "", "", "—", "", "—"]
    assert row_of(head, "维护秩序。") == ["维护秩序。", "全年秩序良好。"]
    assert box_of(head, "项目资金\n（万元）").rowspan == 5
    assert box_of(head, upright("年度总体目标")).rowspan == 2


def test_indicators_and_total() -> None:
    table = page_of().tables[1]
    assert table.heads == 1
    assert row_of(table, "聘用保安人员") == [
        *("产出指标\n（50分）", "产出数量指标", "聘用保安人员", "100人", "94人", "12.50", "11.75"),
        "年中有人员流动",
    ]
    assert box_of(table, "产出指标\n（50分）").rowspan == 4
    assert box_of(table, "提高工作效率，协助执法。").colspan == 2
    assert row_of(table, "总分") == ["总分", "100.00", "90.20", "等级：优秀"]


def test_level_1_has_the_name_that_the_form_gives_it() -> None:
    judged = evaluation()
    names = {"效益指标": "效果指标", "产出指标": "产出指标(50分)"}
    form = judged.case.form
    rows = tuple(replace(row, level1=names[row.level1]) for row in form.indicators)
    form = replace(form, indicators=rows)
    score = scoring.score(form, judged.case.actuals, register.find(STANDARD))
    table = page_of(Evaluation(replace(judged.case, form=form), score)).tables[1]
    # As printed; the form's own word with the points; satisfaction, which the standard has apart.
    printed = [box.text for box in table.boxes if box.column == 1 and box.row][:3]
    assert printed == ["产出指标(50分)", "效果指标\n（30分）", "满意度指标\n（10分）"]


def test_the_form_of_2016_has_the_points_before_the_target_and_the_formula() -> None:
    page = page_of(family="selfevaluation-2016")
    table = page.tables[1]
    assert page.is_landscape
    assert row_of(table, "聘用保安人员")[2:] == [
        *("聘用保安人员", "12.50", "100人", "94人", "12.50 × 94 ÷ 100 = 11.75", "11.75"),
        "年中有人员流动",
    ]
    assert row_of(table, "提高工作效率，协助执法。")[1:4] == [
        *("提高工作效率，协助执法。", "12.50", "定性")
    ]
    assert row_of(table, "总分") == ["总分", "100.00", "", "", "", "90.20", "等级：优秀"]


def test_the_form_of_sichuan_has_nature_value_and_unit_apart() -> None:
    page = page_of(family="selfevaluation-sichuan-2023")
    head, table = page.tables
    assert box_of(head, "项目年度目标").row < box_of(head, "总额").row
    # A bare number is no “=”, which would make more of it a fault.
    assert row_of(table, "聘用保安人员")[2:6] == ["聘用保安人员", "", "100", "人"]
    # A date is no value with a unit.
    assert row_of(table, "2019年底之前全部完成")[1:4] == [
        *("2019年底之前全部完成", "", "2019-12-31前")
    ]
    assert box_of(table, "提高工作效率，协助执法。").colspan == 4
    assert row_of(table, "评价结论") == ["评价结论", ""]


def test_what_does_not_apply_has_no_points_and_the_rest_is_scaled_up() -> None:
    facts = GUARDS_ACTUALS | {"5.1": Actual("not_applicable", "不适用")}
    table = page_of(evaluation(by_item=facts)).tables[1]
    assert row_of(table, "保障重大活动。")[2:] == ["保障重大活动。", "不适用", "—", "—", ""]
    # 90.20 without the 6 points of that row, of 92.50.
    assert row_of(table, "各项得分之和")[1:3] == ["92.50", "84.20"]
    assert row_of(table, "总分")[1:3] == ["100.00", "91.03"]


def test_money_in_another_unit_and_a_budget_that_was_changed() -> None:
    head = page_of(evaluation(executed=Decimal(7522200), unit="元")).tables[0]
    assert row_of(head, "年度资金总额")[1:4] == ["756.00", "756.00", "7,522,200元"]
    head = page_of(evaluation(annual=Decimal("760.50"))).tables[0]
    assert row_of(head, "年度资金总额")[1:4] == ["756.00", "760.50", "752.22"]


def test_a_form_without_money() -> None:
    judged = evaluation()
    form = replace(guards_form(), budget=None)
    score = replace(judged.score, execution=None)
    head = page_of(Evaluation(replace(judged.case, form=form), score)).tables[0]
    assert row_of(head, "年度资金总额") == ["年度资金总额", "", "", "752.22", "—", "—", "—"]


def test_titles() -> None:
    page = page_of()
    assert (page.title, page.year) == ("项目支出绩效自评表", "（2019年度）")
    facts = {key: fact for key, fact in GUARDS_ACTUALS.items() if key != "5.1"}
    provisional = page_of(evaluation(missing="zero", by_item=facts))
    assert provisional.title == "项目支出绩效自评表（暂定）"
    judged = evaluation()
    undated = replace(judged, score=replace(judged.score, year=None))
    assert page_of(undated).year == ""


def test_lines_to_sign_on() -> None:
    first, second = page_of().signatures
    assert [each.text for each in first] == [
        "填表人（签字）：",
        "联系电话：",
        "单位负责人（签字）：",
    ]
    assert [each.columns for each in second] == [(0, 4), (5, 8)]


def test_no_person_is_named() -> None:
    texts = [box.text for table in page_of().tables for box in table.boxes]
    assert [text for text in texts if "某人" in text or "010-00000000" in text] == []


def test_upright() -> None:
    assert upright("绩效") == "绩\n效"
