"""Facts from a table that the department typed: paired, read, and all that is wrong at once."""

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from xlsxwriter.workbook import Workbook

from indicators.errors import ActualsError
from indicators.model import Form, Judgement
from indicators.pairing.facts import pair_facts
from indicators.pairing.workbook import Paired
from indicators.reading import read_forms
from indicators.reading.workbook import read_sheets
from tests.house.tree import ROOT
from tests.indicators.pairing.declared import declaration

ARCHIVE = ROOT / "data" / "xicheng-2019"

TYPED = """\
指标名称,实际完成值,偏差原因
聘用保安人员,94人,离职
发放宣传册,480册,
巡查街道,20条,
巡查合格率,97%,
进一步改善街面环境秩序,达成预期指标,
全年执行数,952000元,
"""


def _paired(
    folder: Path, text: str = TYPED, *, forms: tuple[Form, ...] = (), accept: bool = False
) -> Paired:
    path = folder / "完成情况.csv"
    path.write_text(text, encoding="utf-8")
    return pair_facts(path, forms or [declaration()], accept_suggestions=accept)


def test_a_table_of_names_and_values(tmp_path: Path) -> None:
    paired = _paired(tmp_path)
    assert (paired.problems, paired.doubts) == ((), {})
    [actuals] = paired.actuals.values()
    facts = actuals.by_item
    assert list(facts) == ["1.1", "2.1", "2.2", "3.1", "4.1"]
    assert [str(facts[key].value) for key in ("1.1", "2.1", "2.2", "3.1")] == [
        *("94", "20", "480", "97"),
    ]
    assert facts["4.1"].judgement is Judgement.ACHIEVED
    assert (facts["1.1"].reason, facts["1.1"].place) == ("离职", "完成情况.csv:2")
    assert (actuals.executed, actuals.unit) == (Decimal(952000), "元")
    assert actuals.place == "完成情况.csv:7"


def test_figures_that_are_doubtful(tmp_path: Path) -> None:
    text = TYPED.replace("94人", "约94人").replace("97%", "9700%")
    paired = _paired(tmp_path, text)
    [actuals], [doubts] = paired.actuals.values(), paired.doubts.values()
    assert [(doubt.check, doubt.place) for doubt in doubts] == [
        ("figure-in-doubt", "完成情况.csv:2"),
        ("figure-in-doubt", "完成情况.csv:5"),
    ]
    assert "约数" in doubts[0].words.zh
    assert "9700%" in doubts[1].words.zh
    assert actuals.by_item["1.1"].value == Decimal(94)


def test_a_cell_that_answers_two_promises(tmp_path: Path) -> None:
    text = "编号,实际完成值,指标名称\n2,巡查18条；发放500册,\n"
    [actuals] = _paired(tmp_path, text).actuals.values()
    assert [str(actuals.by_item[key].value) for key in ("2.1", "2.2")] == ["18", "500"]
    assert actuals.by_item["1.1"].kind == "missing"


def test_suggestions_are_problems_until_they_are_accepted(tmp_path: Path) -> None:
    text = TYPED.replace("聘用保安人员", "保安人数")
    paired = _paired(tmp_path, text)
    [problem] = paired.problems
    assert "可能是 1“聘用保安人员" in problem.words.zh
    accepted = _paired(tmp_path, text, accept=True)
    assert accepted.problems == ()
    [[doubt]] = accepted.doubts.values()
    assert doubt.check == "paired-by-likeness"


def test_what_is_missing_because_of_a_problem_stands_there(tmp_path: Path) -> None:
    paired = _paired(tmp_path, TYPED.replace("聘用保安人员", "办公用房面积"))
    [actuals] = paired.actuals.values()
    [problem] = paired.problems
    assert actuals.by_item["1.1"].place == problem.where == "完成情况.csv:2"


def test_values_that_do_not_compare(tmp_path: Path) -> None:
    text = TYPED.replace("94人", "94平方米").replace("480册", "许多").replace("952000元", "很多")
    places = [problem.where for problem in _paired(tmp_path, text).problems]
    assert places == ["完成情况.csv:2", "完成情况.csv:3", "完成情况.csv:7"]


def test_projects_by_name(tmp_path: Path) -> None:
    forms = declaration("甲项目"), declaration("乙项目")
    text = "项目名称,指标名称,实际完成值\n甲 项目,聘用保安人员,94人\n丙项目,聘用保安人员,1人\n"
    paired = _paired(tmp_path, text, forms=forms)
    assert list(paired.actuals) == [forms[0].id]
    [problem] = paired.problems
    assert "“丙项目”不是申报表中的项目" in problem.words.zh
    assert "如甲项目、乙项目" in problem.words.zh


def test_no_actuals_at_all(tmp_path: Path) -> None:
    with pytest.raises(ActualsError, match="这不是 evalengine 的填报工作簿（找不到标记），也没有"):
        _paired(tmp_path, "甲,乙,丙\n1,2,3\n")


def test_the_filled_workbook_as_an_old_one_and_one_sheet_of_it_as_text(tmp_path: Path) -> None:
    forms = [form for form in read_forms(ARCHIVE / "xicheng-2019-budget.txt") if form.project]
    whole = pair_facts(ARCHIVE / "actuals.xlsx", forms)
    old = pair_facts(ARCHIVE / "remade" / "actuals.xls", forms)
    assert (_facts(old), old.problems) == (_facts(whole), ())
    guards = forms[0]
    (sheet,) = (s for s in read_sheets(ARCHIVE / "actuals.xlsx") if s.name == "1 保安服务费")
    path = tmp_path / "保安服务费.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(sheet.rows)
    one = pair_facts(path, forms, wanted=[guards.id])
    assert (_facts(one), one.problems) == ({guards.id: _facts(whole)[guards.id]}, ())


def _facts(paired: Paired) -> dict[str, dict[str, object]]:
    """What was achieved, without where it stands."""
    return {
        form: {
            "executed": actuals.executed,
            **{key: replace(fact, place="") for key, fact in actuals.by_item.items()},
        }
        for form, actuals in paired.actuals.items()
    }


def test_hidden_rows_of_a_typed_table_are_told_and_every_sheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "完成情况.xlsx"
    book = Workbook(str(path))
    lines = [line.split(",")[:2] for line in TYPED.splitlines()]
    first, second = book.add_worksheet("甲"), book.add_worksheet("乙")
    for row, line in enumerate([*lines[:3], ["巡查街道", "999条"]]):
        first.write_row(row, 0, line)
    first.set_row(3, None, None, {"hidden": True})
    for row, line in enumerate([lines[0], *lines[3:]]):
        second.write_row(row, 0, line)
    book.close()
    paired = pair_facts(path, [declaration()])
    assert paired.problems == ()
    [(form_id, doubts)] = paired.doubts.items()
    assert [(doubt.check, doubt.place) for doubt in doubts] == [
        ("hidden-cells", "完成情况.xlsx!甲")
    ]
    assert str(paired.actuals[form_id].by_item["2.1"].value) == "20"
