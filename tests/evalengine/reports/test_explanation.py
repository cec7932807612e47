"""Every point has its reason: formula, rule, clause, what was lost and what would give it back."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from evalengine.reports.explanation import (
    EXECUTION,
    TOTAL,
    Explanation,
    explain_project,
    explanation_lines,
    explanations_data,
)
from indicators.errors import UsageError
from scoring.advice import advise
from scoring.model import ProjectScore
from tests.evalengine.factories import GUARDS_ACTUALS, evaluation
from tests.scoring.samples import BEIJING


@pytest.fixture(scope="module")
def score() -> ProjectScore:
    return evaluation().score


def one(score: ProjectScore, item: str) -> Explanation:
    case = evaluation().case
    enough = advise(case.form, case.actuals, score, BEIJING)
    (found,) = explain_project(score, item, enough=enough)
    return found


def zh(explanation: Explanation) -> str:
    return "\n".join(words.zh for words in explanation.reasons)


def test_every_item_is_explained_money_first(score: ProjectScore) -> None:
    ids = [each.id for each in explain_project(score)]
    assert ids == [EXECUTION, *(f"{number}.1" for number in range(1, 10)), TOTAL]


def test_a_number_that_was_missed(score: ProjectScore) -> None:
    found = one(score, "1.1")
    assert found.title.zh == "1.1　产出数量指标　聘用保安人员：11.75 分（满分 12.50）"
    assert "应完成：100人；实际完成：94人" in zh(found)
    assert "算式：12.50 × 94 ÷ 100 = 11.75" in zh(found)
    assert "规则：quantitative；依据：" in zh(found)
    assert "（已核对原文）" in zh(found)
    assert "偏差原因：年中有人员流动" in zh(found)
    assert "失 0.75 分；达到“100人”即得满分" in zh(found)


def test_whose_points_and_which_inputs(score: ProjectScore) -> None:
    assert "分值：产出指标 50.00 分，分给 4 行，本行 12.50" in zh(one(score, "1.1"))
    assert "输入：目标 100，实际 94，单位 人，换算成基本单位：目标 100，实际 94" in zh(
        one(score, "1.1")
    )
    assert "输入：期限 2019-12-31，完成日期 2019-12-20" in zh(one(score, "3.1"))
    assert "输入：得分比例 80%" in zh(one(score, "2.1"))


def test_every_step_to_the_total_has_its_clause(score: ProjectScore) -> None:
    said = zh(one(score, TOTAL)).split("\n")
    assert said[0].startswith("各类分值：预算执行率 10.00，产出指标 50.00")
    assert said[0].endswith("（已核对原文）")
    assert said[1].startswith("每项得分四舍五入，保留 2 位小数")
    assert said[-1] == "失分超过 30.20 为“较差”"


def test_full_points_need_no_advice(score: ProjectScore) -> None:
    assert "失 " not in zh(one(score, "3.1"))
    assert "（未经核对）" in zh(one(score, "3.1"))


def test_a_judgement_tells_what_is_left_open(score: ProjectScore) -> None:
    assert "10.00 至 12.50 分都可以，由评价人判断" in zh(one(score, "2.1"))
    assert "失 2.50 分；判断为最高一档的上限即得满分" in zh(one(score, "2.1"))
    assert "没有用的规则：quantitative（" in zh(one(score, "2.1"))


def test_nothing_is_advised_that_is_not_known_to_help(score: ProjectScore) -> None:
    (found,) = explain_project(score, "1.1")
    assert zh(found).endswith("失 0.75 分。")


def test_points_without_a_fact_have_no_clause() -> None:
    """The choice of the user stands in its place, and is no text that one could see."""
    facts = {key: fact for key, fact in GUARDS_ACTUALS.items() if key != "5.1"}
    score = evaluation(missing="zero", by_item=facts).score
    (found,) = explain_project(score, "5.1")
    assert "依据：未填报的按零分计（--missing zero）（使用者的选择）" in zh(found)


def test_the_money(score: ProjectScore) -> None:
    found = one(score, EXECUTION)
    assert "预算 756.00 万元，执行 752.22 万元，执行率 99.50%" in zh(found)
    assert "失 0.05 分；执行 756.00 万元即得满分" in zh(found)


def test_every_reason_has_both_languages(score: ProjectScore) -> None:
    for each in explain_project(score):
        assert all(words.zh and words.en for words in (each.title, *each.reasons))


def test_a_row_is_all_its_promises(score: ProjectScore) -> None:
    twin = replace(score.items[0], id="1.2")
    assert [
        each.id for each in explain_project(replace(score, items=(*score.items, twin)), "1")
    ] == [
        "1.1",
        "1.2",
    ]


def test_an_unknown_item(score: ProjectScore) -> None:
    with pytest.raises(UsageError, match=r"“保安服务费”没有编号 12\.1。可用：execution、1.1、"):
        explain_project(score, "12.1")


def test_a_result_without_money(score: ProjectScore) -> None:
    assert explain_project(replace(score, execution=None))[0].id == "1.1"


def test_lines_fit_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = explanation_lines([evaluation()], BEIJING, None, "zh")
    assert lines[0] == "保安服务费（2019年度） 示例局"
    assert any(line.startswith("    算式：12.50 × 94 ÷ 100 = 11.75。") for line in lines)
    assert max(len(line) for line in lines) <= 60


def test_the_document_for_programs() -> None:
    data = explanations_data([evaluation()], BEIJING, "1.1")
    assert json.loads(json.dumps(data)) == data
    (project,) = data["projects"]
    assert (project["total"], project["grade"]) == ("90.20", "优秀")
    assert [item["id"] for item in project["items"]] == ["1.1"]
    assert "formula: 12.50 × 94 ÷ 100 = 11.75" in project["items"][0]["reasons_en"]


def test_a_text_of_the_document_cannot_steer_the_terminal() -> None:
    judged = evaluation()
    item = replace(judged.score.items[0], actual="94\x1b[2J人", max_points=Decimal("12.50"))
    lines = explanation_lines(
        [replace(judged, score=replace(judged.score, items=(item,)))], BEIJING, None, "zh"
    )
    assert not any("\x1b" in line for line in lines)
