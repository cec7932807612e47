"""The real document from end to end: nine projects read, filled in, judged and graded."""

import runpy
import zipfile
from pathlib import Path

from evalengine.evaluation import Evaluated, evaluate
from scoring.model import ProjectScore

DATA = Path(__file__).parents[2] / "data" / "xicheng-2019"
DECLARATION, ACTUALS = DATA / "xicheng-2019-budget.txt", DATA / "actuals.xlsx"


def _evaluated() -> Evaluated:
    return evaluate(DECLARATION, ACTUALS, standard="cn-beijing-selfeval-2016")


def _project(name: str) -> ProjectScore:
    (found,) = [p.score for p in _evaluated().projects if p.score.project == name]
    return found


def test_nine_projects_are_judged_and_the_department_is_left_out_with_a_note() -> None:
    judged = _evaluated()
    assert len(judged.projects) == 9
    assert ["部门整体支出" in note.zh for note in judged.notes] == [True]


def test_the_guards_have_the_published_result() -> None:
    """90.20, 优秀: published for the year before, derived row by row in the folder's README."""
    score = _project("保安服务费")
    assert (str(score.total), score.grade.title) == ("90.20", "优秀")
    assert [str(item.points) for item in score.items] == [
        *("11.75", "10.00", "12.50", "12.50"),
        *("6.00", "6.75", "6.75", "6.00"),
        "8.00",
    ]


def test_sixty_hours_of_downtime_against_less_than_48() -> None:
    """Row 2 has two promises of 6.25 each: 6.25 × 48 ÷ 60 = 5.00."""
    score = _project("2019年度西城城管网络及软硬件运行维护")
    (item,) = [item for item in score.items if item.id == "2.1"]
    assert (item.working.formula, str(item.points)) == ("6.25 × 48 ÷ 60 = 5.00", "5.00")


def test_a_total_on_the_edge_of_a_grade() -> None:
    """By hand: 10.72 + 10.63 + 10.00 + 12.50 | 5.63 + 6.38 + 7.50 + 6.75 | 9.89 | 10.00."""
    score = _project("西城城管业务系统整合项目")
    assert (str(score.total), score.grade.title) == ("90.00", "优秀")


def test_what_does_not_apply_is_scaled_out() -> None:
    """90.88 of 92.50 points: 98.248… → 98.25."""
    assert str(_project("PDA移动执法终端服务费").total) == "98.25"


def test_the_workbook_is_the_one_its_maker_writes(tmp_path: Path) -> None:
    made = tmp_path / "actuals.xlsx"
    runpy.run_path(str(DATA / "make_actuals.py"))["main"](made)
    with zipfile.ZipFile(made) as new, zipfile.ZipFile(ACTUALS) as kept:
        assert new.namelist() == kept.namelist()
        for name in new.namelist():
            assert new.read(name) == kept.read(name), name


def test_the_workbook_says_that_its_values_are_illustrative() -> None:
    with zipfile.ZipFile(ACTUALS) as kept:
        assert "示例数据" in kept.read("xl/sharedStrings.xml").decode("utf-8")
