"""`evalengine template`: a workbook that score takes as soon as it is filled in."""

from pathlib import Path

import pytest

from evalengine.cli import run
from indicators.reading.workbook import read_sheets
from tests.evalengine.factories import write
from tests.evalengine.samples import DECLARATION, GUARDS, PROJECTS, department_form
from tests.workbooks import fill, grids_of, write_grids

Captured = pytest.CaptureFixture[str]


def test_a_sheet_for_every_project_and_none_for_the_department(
    tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "填.xlsx"
    assert run(["template", str(DECLARATION), "-o", str(path)]) == 0
    assert len(read_sheets(path)) == PROJECTS + 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "部门整体支出表不在其内" in err
    assert "选用 cn-beijing-selfeval-2016" in err
    assert f"已写出 {path}（9 个项目）" in err


def test_one_project(tmp_path: Path) -> None:
    path = tmp_path / "填.xlsx"
    assert run(["template", str(DECLARATION), "--project", GUARDS, "-o", str(path)]) == 0
    assert [sheet.name for sheet in read_sheets(path)] == ["填写说明", f"1 {GUARDS}"]


def test_the_choices_are_those_of_the_standard(tmp_path: Path) -> None:
    path = tmp_path / "填.xlsx"
    arguments = [str(DECLARATION), "-o", str(path), "--standard", "cn-mof-2020-10"]
    assert run(["template", *arguments]) == 0
    cells = {cell for row in read_sheets(path)[0].rows for cell in row}
    assert "部分达成年度指标并具有一定效果" in cells


def test_filled_in_it_is_scored(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "填.xlsx"
    run(["template", str(DECLARATION), "--project", GUARDS, "-o", str(path)])
    grids = grids_of(path)
    judged = {f"{number}.1": {"actual": "达成预期指标"} for number in (2, 4, 5, 6, 7, 8, 9)}
    facts = {
        "budget.executed": {"actual": "756"},
        "1.1": {"actual": "100"},
        "3.1": {"actual": "已完成"},
    }
    fill(grids[f"1 {GUARDS}"], facts | judged)
    filled = write_grids(tmp_path / "已填.xlsx", grids)
    capsys.readouterr()
    assert run(["score", str(DECLARATION), "--actuals", str(filled), "--project", GUARDS]) == 0
    assert "总分 100.00，优秀" in capsys.readouterr().out


def test_what_to_do_next_can_be_copied(tmp_path: Path, capsys: Captured) -> None:
    declaration = tmp_path / "申报 表.txt"
    declaration.write_bytes(DECLARATION.read_bytes())
    output = tmp_path / "实际 完成值.xlsx"
    assert run(["template", str(declaration), "-o", str(output)]) == 0
    told = capsys.readouterr().err
    assert f"evalengine score '{declaration}' --actuals '{output}'" in told


def test_not_filled_in_every_missing_answer_is_one_line(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "填.xlsx"
    run(["template", str(DECLARATION), "--project", GUARDS, "-o", str(path)])
    capsys.readouterr()
    assert run(["score", str(DECLARATION), "--actuals", str(path), "--project", GUARDS]) == 2
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("错误")]
    assert len(lines) == 10  # nine promises and the money
    assert sum("没有填实际完成值" in line for line in lines) == 9
    assert sum("没有填全年执行数" in line for line in lines) == 1


def test_another_ending(tmp_path: Path, capsys: Captured) -> None:
    assert run(["template", str(DECLARATION), "-o", str(tmp_path / "填.csv")]) == 2
    assert "填报工作簿只能是 .xlsx" in capsys.readouterr().err


def test_a_missing_folder_is_told_before_any_work(tmp_path: Path, capsys: Captured) -> None:
    assert run(["template", "没有.txt", "-o", str(tmp_path / "没有" / "填.xlsx")]) == 2
    assert "请先建立：mkdir -p" in capsys.readouterr().err


def test_only_a_department_form(tmp_path: Path, capsys: Captured) -> None:
    path = write(tmp_path, "部门.txt", department_form())
    assert run(["template", str(path), "-o", str(tmp_path / "填.xlsx")]) == 2
    assert "现有评分标准只适用于项目" in capsys.readouterr().err
    assert not (tmp_path / "填.xlsx").exists()
