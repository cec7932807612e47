"""Every row answers its promise by a stable id; whatever does not fit is one line a row."""

from dataclasses import replace
from decimal import Decimal

from indicators.model import Actuals
from indicators.pairing.matching import Pairing
from indicators.pairing.rows import FilledRow, FilledSheet
from indicators.pairing.sheet import ANNUAL, EXECUTED, GOAL, Answer
from tests.indicators.pairing.samples import GUARDS, filled, form, row

ALL = {
    ANNUAL: Answer("760"),
    EXECUTED: Answer("752.22"),
    GOAL: Answer("秩序良好"),
    "1.1": Answer("94", reason="人员流动"),
    "2.1": Answer("92%"),
    "2.2": Answer("达成预期指标", share="85%"),
}


def pair(sheet: FilledSheet) -> tuple[Actuals, list[str]]:
    pairing = Pairing(form(), sheet)
    actuals = pairing.actuals()
    return actuals, [problem.said("zh") for problem in pairing.problems]


def test_everything_is_paired() -> None:
    actuals, problems = pair(filled(form(), ALL))
    assert problems == []
    assert {key: actual.text for key, actual in actuals.by_item.items()} == {
        "1.1": "94人",
        "2.1": "92%",
        "2.2": "达成预期指标",
    }
    assert (actuals.executed, actuals.annual, actuals.unit) == (
        Decimal("752.22"),
        Decimal(760),
        "万元",
    )
    assert (actuals.goal, actuals.place) == ("秩序良好", f"填.xlsx!{EXECUTED}")


def test_rows_may_be_sorted_anew() -> None:
    sheet = filled(form(), ALL)
    actuals, problems = pair(replace(sheet, rows=sheet.rows[::-1]))
    assert problems == []
    assert actuals.by_item["1.1"].value == 94


def test_amounts_in_two_units_meet_in_yuan() -> None:
    actuals, problems = pair(filled(form(), ALL | {EXECUTED: Answer("7522200元")}))
    assert problems == []
    assert (actuals.executed, actuals.annual, actuals.unit) == (
        Decimal(7522200),
        Decimal(7600000),
        "元",
    )


def test_an_empty_cell_is_missing_and_no_problem() -> None:
    actuals, problems = pair(filled(form(), {EXECUTED: Answer("752.22")}))
    assert problems == []
    assert {actual.kind for actual in actuals.by_item.values()} == {"missing"}


def test_a_deleted_row_is_named_and_missing() -> None:
    actuals, problems = pair(filled(form(), ALL, without=["2.1"]))
    assert len(problems) == 1
    assert problems[0].startswith("填.xlsx[1 保安服务费]: 缺少一行：“满意度 ≥90%”（编号 2.1）")
    assert actuals.by_item["2.1"].kind == "missing"


def test_deleted_money_is_named() -> None:
    actuals, problems = pair(filled(form(), ALL, without=[EXECUTED]))
    assert len(problems) == 1
    assert "缺少一行：“全年执行数”" in problems[0]
    assert actuals.executed is None


def test_what_cannot_be_compared_is_one_line_a_row() -> None:
    wrong = {"1.1": Answer("很多"), "2.1": Answer("0.92"), "2.2": Answer("好极了")}
    actuals, problems = pair(filled(form(), ALL | wrong))
    assert [line.partition(": ")[0] for line in problems] == [
        "填.xlsx!1.1",
        "填.xlsx!2.1",
        "填.xlsx!2.2",
    ]
    assert "“聘用保安人员 100人”" in problems[0]
    assert {actual.kind for actual in actuals.by_item.values()} == {"missing"}


def test_money_that_is_none_is_named() -> None:
    actuals, problems = pair(filled(form(), ALL | {EXECUTED: Answer("都花完了")}))
    assert len(problems) == 1
    assert problems[0].startswith(f"填.xlsx!{EXECUTED}: “全年执行数”：")
    assert actuals.executed is None


def test_a_row_that_stands_twice() -> None:
    sheet = filled(form(), ALL)
    twin = replace(sheet.rows[3], place="填.xlsx!I20")
    _, problems = pair(replace(sheet, rows=(*sheet.rows, twin)))
    assert problems == [
        "填.xlsx!I20: “聘用保安人员 100人”（编号 1.1）填了两次，另一处在 填.xlsx!1.1；"
        "请只保留一行。"
    ]


def test_rows_that_answer_nothing() -> None:
    sheet = filled(form(), ALL)
    strange = FilledRow("9.9", "", "", "", Answer("5"), "填.xlsx!I21")
    added = FilledRow("", "", "", "", Answer("另外完成3项"), "填.xlsx!I22")
    blank = FilledRow("", "", "合计", "", Answer(), "填.xlsx!I23")
    _, problems = pair(replace(sheet, rows=(*sheet.rows, strange, added, blank)))
    assert len(problems) == 2
    assert "编号“9.9”不对应申报表中的任何承诺" in problems[0]
    assert "自行添加的一行（“另外完成3项”）" in problems[1]


def test_a_promise_edited_in_the_workbook() -> None:
    sheet = filled(form(), ALL)
    rows = [
        replace(each, promise="聘用保安人员 90人") if each.id == "1.1" else each
        for each in sheet.rows
    ]
    actuals, problems = pair(replace(sheet, rows=tuple(rows)))
    assert len(problems) == 1
    assert "表中的承诺文字被改动（“聘用保安人员 90人”）" in problems[0]
    assert actuals.by_item["1.1"].kind == "missing"


def test_a_declaration_that_has_changed_since() -> None:
    sheet = filled(form(), ALL)
    later = form(
        row(1, "聘用保安人员120人", replace(GUARDS, value=Decimal(120))), *form().indicators[1:]
    )
    pairing = Pairing(later, sheet)
    pairing.actuals()
    assert len(pairing.problems) == 1
    assert "“聘用保安人员 120人”与生成填报表时不同" in pairing.problems[0].said("zh")
    assert "is not the one this row was written for" in pairing.problems[0].said("en")
