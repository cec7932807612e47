"""A whole workbook: the written one read back, and everything that may have happened to it."""

from pathlib import Path

import pytest

from evalengine.reports.template import write_template
from indicators.errors import ActualsError
from indicators.model import Form
from indicators.pairing.answers import Vocabulary
from indicators.pairing.sheet import EXECUTED, Answer
from indicators.pairing.workbook import pair_workbook, read_actuals
from scoring import register
from tests.indicators.pairing.samples import IN_WORDS, form, row
from tests.workbooks import Grid, fill, grids_of, row_of, write_grids

GUARDS, TRAINING = form(), form(row(1, "参加军训", IN_WORDS), title="全员军训费")
FORMS = (GUARDS, TRAINING)
ANSWERS = {
    GUARDS.id: {
        EXECUTED: Answer("752.22"),
        "1.1": Answer("94", reason="人员流动", evidence="考勤表"),
        "2.1": Answer("92%"),
        "2.2": Answer("达成预期指标", share="85%"),
    },
    TRAINING.id: {EXECUTED: Answer("137.50"), "1.1": Answer("达成预期指标")},
}


def written(path: Path, forms: tuple[Form, ...] = FORMS, **options: object) -> Path:
    bands = register.find("cn-selfeval-2016").levels.bands
    write_template(forms, path, bands=bands, **options)  # type: ignore[arg-type]
    return path


def changed(path: Path, tmp_path: Path, change: object) -> Path:
    grids = grids_of(path)
    change(grids)  # type: ignore[operator]
    return write_grids(tmp_path / "改.xlsx", grids)


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    return written(tmp_path / "填.xlsx", answers=ANSWERS)


def problems_of(path: Path, forms: tuple[Form, ...] = FORMS) -> list[str]:
    with pytest.raises(ActualsError) as caught:
        read_actuals(path, forms)
    return [problem.said("zh") for problem in caught.value.problems]


def test_what_was_written_is_read_back(filled: Path) -> None:
    found = read_actuals(filled, FORMS)
    assert set(found) == {GUARDS.id, TRAINING.id}
    facts = found[GUARDS.id].by_item
    assert {key: (fact.text, fact.reason, fact.evidence) for key, fact in facts.items()} == {
        "1.1": ("94人", "人员流动", "考勤表"),
        "2.1": ("92%", "", ""),
        "2.2": ("达成预期指标", "", ""),
    }
    assert str(facts["2.2"].share) == "0.85"
    assert str(found[TRAINING.id].executed) == "137.50"


def test_every_title_of_the_list_is_understood(tmp_path: Path) -> None:
    """The drop-down offers the words of the standard; whatever they are, they are an answer."""
    for standard in register.shipped():
        for band in standard.levels.bands:
            answers = {TRAINING.id: {"1.1": Answer(band.title)}}
            path = written(tmp_path / "填.xlsx", (TRAINING,), answers=answers)
            vocabulary = Vocabulary(levels=standard.levels.words)
            found = read_actuals(path, (TRAINING,), vocabulary=vocabulary)
            fact = found[TRAINING.id].by_item["1.1"]
            assert standard.levels.answering(fact) == band


def test_an_empty_workbook_has_no_problems(tmp_path: Path) -> None:
    found = read_actuals(written(tmp_path / "空.xlsx"), FORMS)
    assert {fact.kind for fact in found[GUARDS.id].by_item.values()} == {"missing"}
    assert found[GUARDS.id].executed is None


def test_a_promise_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    hostile = form(row(1, "=1+1", IN_WORDS), title="=cmd|' /C calc'!A0")
    path = written(
        tmp_path / "填.xlsx", (hostile,), answers={hostile.id: {"1.1": Answer("未完成")}}
    )
    assert read_actuals(path, (hostile,))[hostile.id].by_item["1.1"].text == "未完成"


def test_a_percentage_cell_that_lost_its_sign(filled: Path, tmp_path: Path) -> None:
    def change(grids: dict[str, Grid]) -> None:
        fill(grids["1 保安服务费"], {"2.1": {"actual": "0.92"}})

    (line,) = problems_of(changed(filled, tmp_path, change))
    assert line.startswith("改.xlsx!1 保安服务费!I")
    assert "“满意度 ≥90%”" in line
    assert "92%" in line


def test_a_deleted_row(filled: Path, tmp_path: Path) -> None:
    def change(grids: dict[str, Grid]) -> None:
        grid = grids["1 保安服务费"]
        del grid[row_of(grid, "1.1")]

    (line,) = problems_of(changed(filled, tmp_path, change))
    assert "缺少一行：“聘用保安人员 100人”（编号 1.1）" in line


def test_a_deleted_sheet(filled: Path, tmp_path: Path) -> None:
    (line,) = problems_of(changed(filled, tmp_path, lambda grids: grids.pop("2 全员军训费")))
    assert "没有项目“全员军训费”的填报表（可能被删除）" in line


def test_sheets_that_stand_twice(filled: Path, tmp_path: Path) -> None:
    def change(grids: dict[str, Grid]) -> None:
        grids["副本"] = grids["1 保安服务费"]

    (line,) = problems_of(changed(filled, tmp_path, change))
    assert line == "改.xlsx!副本: 与表“1 保安服务费”是同一个项目，填了两份；请只保留一份。"


def test_sheets_of_several_people_gathered_in_one_workbook(filled: Path, tmp_path: Path) -> None:
    grids = grids_of(filled)
    gathered = {name: grids[name] for name in ("2 全员军训费", "1 保安服务费")}
    found = read_actuals(write_grids(tmp_path / "汇.xlsx", gathered), FORMS)
    assert set(found) == {GUARDS.id, TRAINING.id}


def test_a_workbook_of_another_declaration(filled: Path) -> None:
    (line,) = problems_of(filled, (form(title="别的项目"),))
    assert "这是按另一份申报表（表.txt：1 保安服务费、2 全员军训费 等）生成的填报表" in line


def test_only_the_wanted_forms_matter(filled: Path, tmp_path: Path) -> None:
    path = changed(filled, tmp_path, lambda g: fill(g["1 保安服务费"], {"1.1": {"actual": "很多"}}))
    found = read_actuals(path, FORMS, wanted=[TRAINING.id])
    assert set(found) == {TRAINING.id}


def test_problems_come_with_all_that_could_be_read(filled: Path, tmp_path: Path) -> None:
    path = changed(filled, tmp_path, lambda g: fill(g["1 保安服务费"], {"1.1": {"actual": "很多"}}))
    paired = pair_workbook(path, FORMS)
    assert len(paired.problems) == 1
    bad = paired.actuals[GUARDS.id].by_item["1.1"]
    assert (bad.kind, bad.place) == ("missing", paired.problems[0].where)
    assert paired.actuals[GUARDS.id].by_item["2.1"].text == "92%"
