"""The flow: which projects are judged, and every problem of a file at once."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from evalengine.evaluation import evaluate, evaluate_again
from evalengine.record import records_data
from evalengine.reports.template import write_template
from indicators.errors import ActualsError, DocumentError, StandardError, UsageError
from indicators.reading import read_forms
from scoring import register
from tests.evalengine.factories import STANDARD, write
from tests.evalengine.samples import (
    ACTUALS,
    DECLARATION,
    GUARDS,
    PROJECTS,
    department_form,
    guards_form,
)
from tests.workbooks import fill, grids_of, row_of, write_grids


def guards(**options: Any) -> Any:
    return evaluate(DECLARATION, ACTUALS, standard=STANDARD, project=GUARDS, **options)


def changed(folder: Path, answers: dict[str, dict[str, str]]) -> Path:
    """The filled workbook with other answers for the guards."""
    grids = grids_of(ACTUALS)
    fill(grids[f"1 {GUARDS}"], answers)
    return write_grids(folder / "实际.xlsx", grids)


def test_all_projects_are_judged_and_the_department_is_left_out_with_a_note() -> None:
    judged = evaluate(DECLARATION, ACTUALS, standard=STANDARD)
    assert len(judged.projects) == PROJECTS
    assert judged.warnings == ()
    (note,) = judged.notes
    assert "部门整体支出表不在其内" in note.zh


def test_one_project() -> None:
    judged = guards()
    assert [str(each.score.total) for each in judged.projects] == ["90.20"]
    assert judged.notes == ()


def test_the_name_of_a_project_may_hold_other_spaces() -> None:
    judged = evaluate(DECLARATION, ACTUALS, standard=STANDARD, project=" 保安 服务费")
    assert [each.score.project for each in judged.projects] == [GUARDS]


@pytest.mark.parametrize("name", ["保安服务", "监控图像系统"])
def test_an_unknown_project_is_told_with_the_nearest(name: str) -> None:
    with pytest.raises(UsageError, match=f"里没有项目“{name}”（是不是“.*”？）。可用：{GUARDS}、"):
        evaluate(DECLARATION, ACTUALS, standard=STANDARD, project=name)


def test_a_department_form_alone_cannot_be_judged(tmp_path: Path) -> None:
    path = write(tmp_path, "部门.txt", department_form())
    with pytest.raises(DocumentError, match="只有部门整体支出的表，没有项目支出绩效目标申报表"):
        evaluate(path, ACTUALS, standard=STANDARD)


def test_the_inputs_are_named_without_their_folders() -> None:
    (judged,) = guards().projects
    assert [each.file for each in judged.case.inputs] == [DECLARATION.name, ACTUALS.name]
    assert {len(each.sha256) for each in judged.case.inputs} == {64}


def test_a_workbook_written_for_one_project_judges_that_one(tmp_path: Path) -> None:
    forms = [form for form in read_forms(DECLARATION) if form.title == GUARDS]
    path = tmp_path / "保安.xlsx"
    write_template(forms, path, bands=register.find(STANDARD).levels.bands)
    judged = evaluate(DECLARATION, path, standard=STANDARD, missing="zero")
    assert [each.score.project for each in judged.projects] == [GUARDS]
    assert len(judged.warnings) == PROJECTS - 1
    assert "没有评“PDA移动执法终端服务费”" in judged.warnings[0].zh


def test_what_is_missing_and_what_is_wrong_are_told_together(tmp_path: Path) -> None:
    path = changed(tmp_path, {"1.1": {"actual": "很多"}, "3.1": {"actual": ""}})
    with pytest.raises(ActualsError) as caught:
        evaluate(DECLARATION, path, standard=STANDARD)
    told = [problem.said("zh") for problem in caught.value.problems]
    assert len(told) == 2
    assert "“聘用保安人员 100人”：填的是“很多”" in told[0]
    assert "没有填实际完成值" in told[1]
    assert all(line.startswith("实际.xlsx!1 保安服务费!I") for line in told)


def test_a_share_outside_its_level_is_told_with_the_interval(tmp_path: Path) -> None:
    path = changed(tmp_path, {"2.1": {"share": "60%"}})
    with pytest.raises(
        ActualsError, match=r"得分比例 60% 与“达成预期指标”不符；该档为 \[80%, 100%\]"
    ):
        evaluate(DECLARATION, path, standard=STANDARD)


def test_a_deleted_row_is_told_once(tmp_path: Path) -> None:
    grids = grids_of(ACTUALS)
    grid = grids[f"1 {GUARDS}"]
    del grid[row_of(grid, "2.1")]
    with pytest.raises(ActualsError) as caught:
        evaluate(DECLARATION, write_grids(tmp_path / "a.xlsx", grids), standard=STANDARD)
    (problem,) = caught.value.problems
    assert "缺少一行" in problem.words.zh


def test_going_on_with_something_missing_makes_the_result_provisional(tmp_path: Path) -> None:
    path = changed(tmp_path, {"3.1": {"actual": ""}})
    judged = evaluate(DECLARATION, path, standard=STANDARD, project=GUARDS, missing="zero")
    score = judged.projects[0].score
    assert (score.status, str(score.total)) == ("provisional", "77.70")  # 90.20 − 12.50


def test_other_weights_must_make_the_total() -> None:
    weights = {"output": Decimal(60), "benefit": Decimal(20)}
    score = guards(weights=weights).projects[0].score
    assert {part.category: str(part.max_points) for part in score.subtotals} == {
        "output": "60.00",
        "benefit": "20.00",
        "satisfaction": "10.00",
    }
    with pytest.raises(StandardError) as caught:
        evaluate(DECLARATION, ACTUALS, standard=STANDARD, weights={"output": Decimal(60)})
    # Nine projects have the same trouble: it is told once.
    (problem,) = caught.value.problems
    assert "各类分值合计 110，应为 100" in problem.words.zh


def test_a_form_cut_in_half_is_told_with_its_line(tmp_path: Path) -> None:
    cut = write(tmp_path, "半张.txt", guards_form()[:400])
    with pytest.raises(DocumentError, match=r"半张\.txt:1"):
        evaluate(cut, ACTUALS, standard=STANDARD)


def saved(folder: Path, judged: Any) -> Path:
    return write(folder, "记录.json", json.dumps(records_data(judged.projects), ensure_ascii=False))


def test_a_record_gives_the_same_record(tmp_path: Path) -> None:
    judged = evaluate(DECLARATION, ACTUALS, standard=STANDARD)
    again = evaluate_again(saved(tmp_path, judged))
    assert json.dumps(records_data(again.projects)) == json.dumps(records_data(judged.projects))
    assert again.warnings == ()


def test_one_project_of_a_record(tmp_path: Path) -> None:
    path = saved(tmp_path, evaluate(DECLARATION, ACTUALS, standard=STANDARD))
    assert len(evaluate_again(path, project=GUARDS).projects) == 1
    with pytest.raises(UsageError, match="里没有项目“保安”（是不是“保安服务费”？）"):
        evaluate_again(path, project="保安")


def test_a_record_that_was_altered_is_told(tmp_path: Path) -> None:
    data = records_data(guards().projects)
    data["records"][0]["total"] = "95.00"
    path = write(tmp_path, "记录.json", json.dumps(data, ensure_ascii=False))
    judged = evaluate_again(path)
    assert str(judged.projects[0].score.total) == "90.20"
    (warning,) = judged.warnings
    assert "“保安服务费”重新计算的结果与记录不同（total）" in warning.zh
