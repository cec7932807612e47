"""The graded sheet: figures, lost points with reasons and clauses, as much as one page holds."""

from dataclasses import replace
from decimal import Decimal

from evalengine.record import Evaluation
from evalengine.reports.graded import Clause, Doubt, Graded, graded
from evalengine.reports.onepage import MOST_FINDINGS, MOST_LOSSES
from indicators.errors import Words
from indicators.model import Finding, Severity
from scoring import register
from tests.evalengine.factories import GUARDS_ACTUALS, STANDARD, evaluation

RULES = register.find(STANDARD)


def sheet_of(judged: Evaluation | None = None, **changes: object) -> Graded:
    judged = judged or evaluation()
    return graded(replace(judged, score=replace(judged.score, **changes)), RULES)  # type: ignore[arg-type]


def test_figures() -> None:
    sheet = sheet_of()
    assert (sheet.project, sheet.department, sheet.year) == ("保安服务费", "示例局", "2019年度")
    assert (sheet.total, sheet.whole, sheet.grade) == (Decimal("90.20"), Decimal(100), "优秀")
    assert (sheet.money, sheet.rate) == ("预算 756.00，执行 752.22 万元", "99.50%")
    assert sheet.met == (8, 9)
    assert sheet.margin == "高出本级下限 0.20 分。"
    assert [part.title for part in sheet.categories] == [
        *("预算执行", "产出指标", "效益指标", "满意度指标")
    ]


def test_the_gravest_loss_comes_first_with_why_and_by_which_clause() -> None:
    sheet = sheet_of()
    assert [loss.lost for loss in sheet.losses] == [
        Decimal(lost) for lost in ("2.50", "2.00", "1.50", "1.50", "0.75", "0.75", "0.75", "0.05")
    ]
    guards = next(loss for loss in sheet.losses if loss.name == "聘用保安人员")
    assert (guards.target, guards.actual, guards.reason) == ("100人", "94人", "年中有人员流动")
    assert guards.why.endswith("12.50 × 94 ÷ 100 = 11.75")
    assert sheet.clauses[guards.clause - 1].text.startswith("江西 2017 年自评表注 1")
    first = sheet.losses[0]
    assert (first.target, first.reason) == ("—", "未填写")


def test_a_clause_is_listed_once_and_says_whether_it_was_seen() -> None:
    judged = evaluation()
    items = tuple(
        replace(item, working=replace(item.working, cite="某条", verified=False))
        for item in judged.score.items
    )
    sheet = sheet_of(items=items, execution=None)
    assert sheet.clauses == (Clause("某条", "未经核对"),)
    assert {(loss.clause, loss.mark) for loss in sheet.losses} == {(1, "未经核对")}


def test_more_than_one_page_holds_is_counted() -> None:
    judged = evaluation()
    item = judged.score.items[0]
    sheet = sheet_of(items=(item,) * 40, execution=None)
    assert len(sheet.losses) == MOST_LOSSES
    assert sheet.more_losses == (30, Decimal("22.50"))
    finding = Finding("unit-missing", Severity.INFO, "a.txt:7", Words("没有单位", "no unit"))
    grave = replace(finding, severity=Severity.ERROR)
    sheet = sheet_of(findings=(finding,) * 5 + (grave,))
    assert (len(sheet.doubts), sheet.more_doubts) == (MOST_FINDINGS, 2)
    assert sheet.doubts[0] == Doubt("错误", "a.txt:7", "没有单位")


def test_texts_are_whole_where_there_is_room_and_stay_on_one_line() -> None:
    judged = evaluation()
    item = replace(
        judged.score.items[0], measure="字" * 100, actual="一\n二\x1b", deviation_reason="因" * 200
    )
    (loss,) = sheet_of(items=(item,), execution=None).losses
    assert (loss.name, loss.reason) == ("字" * 100, "因" * 200)
    assert loss.actual == "一 二"


def test_long_texts_of_many_losses_are_shortened() -> None:
    judged = evaluation()
    item = replace(judged.score.items[0], measure="字" * 100)
    names = {loss.name for loss in sheet_of(items=(item,) * 10, execution=None).losses}
    (name,) = names
    assert name.startswith("字" * 20)
    assert name.endswith("字…")


def test_nothing_lost() -> None:
    sheet = sheet_of(items=(), execution=None)
    assert (sheet.losses, sheet.clauses, sheet.more_losses) == ((), (), (0, Decimal(0)))
    assert (sheet.money, sheet.rate) == ("不评预算执行", "—")


def test_notes_say_what_is_unverified_and_provisional() -> None:
    facts = {key: fact for key, fact in GUARDS_ACTUALS.items() if key != "5.1"}
    sheet = graded(evaluation(missing="zero", by_item=facts), RULES)
    assert sheet.is_provisional
    assert sheet.grade.endswith("（暂定）")
    assert RULES.title in sheet.notes[0]
    assert sheet.notes[1].startswith("标准中未经核对原文的部分：")
    assert "结果为暂定" in sheet.notes[2]
