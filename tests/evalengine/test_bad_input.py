"""What strangers hand in: each kind of bad input ends with 2, and one line that mends it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evalengine.cli import run
from evalengine.reports.template import write_template
from indicators.reading import read_forms
from scoring import register
from tests.evalengine.factories import STANDARD, write
from tests.evalengine.samples import ACTUALS, DECLARATION, GUARDS, guards_form, local_standard
from tests.workbooks import grids_of, row_of, write_grids

Captured = pytest.CaptureFixture[str]
PHOTO = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01" + bytes(range(256)) * 40


@pytest.fixture
def told(capsys: Captured) -> Callable[..., list[str]]:
    """Runs a command that cannot be done, and gives its errors, one line a cause."""

    def lines(*arguments: str) -> list[str]:
        assert run([*arguments, "--quiet"]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        found = err.splitlines()
        assert found
        assert all(line.startswith("错误：") for line in found)
        return found

    return lines


Told = Callable[..., list[str]]


def scored(declaration: Path = DECLARATION, actuals: Path = ACTUALS, *options: str) -> list[str]:
    return ["score", str(declaration), "--actuals", str(actuals), *options]


def test_a_missing_file(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "没有.txt"
    assert told("parse", str(path)) == [f"错误：{path}: 没有这个文件，请检查路径。"]


def test_a_missing_workbook(told: Told, tmp_path: Path) -> None:
    (line,) = told(*scored(actuals=tmp_path / "没有.xlsx"))
    assert "没有.xlsx: 没有这个文件，请检查路径。" in line


def test_a_folder(told: Told, tmp_path: Path) -> None:
    assert "这是文件夹，请给出文件" in told("parse", str(tmp_path))[0]
    assert "这是文件夹，请给出文件" in told(*scored(actuals=tmp_path))[0]


def test_an_empty_file(told: Told, tmp_path: Path) -> None:
    empty = write(tmp_path, "空.txt", b"")
    assert told("parse", str(empty)) == [f"错误：{empty}: 文件是空的。"]
    assert "文件是空的" in told(*scored(actuals=write(tmp_path, "空.xlsx", b"")))[0]


def test_a_photo_renamed(told: Told, tmp_path: Path) -> None:
    (line,) = told("parse", str(write(tmp_path, "照片.txt", PHOTO)))
    assert "图片" in line
    (line,) = told(*scored(actuals=write(tmp_path, "照片.xlsx", PHOTO)))
    assert "这是图片（PNG），不能直接读取（改后缀名没有用）" in line


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_read(encoding: str, tmp_path: Path, capsys: Captured) -> None:
    path = write(tmp_path, "表.txt", guards_form().encode(encoding))
    assert run(["parse", str(path)]) == 0
    assert capsys.readouterr().out.startswith(GUARDS)


def test_a_text_without_a_form(told: Told, tmp_path: Path) -> None:
    (line,) = told("parse", str(write(tmp_path, "信.txt", "各位同事：\n下周一开会。\n")))
    assert "信.txt" in line
    assert "绩效目标申报表" in line


def test_a_form_cut_in_half(told: Told, tmp_path: Path) -> None:
    (line,) = told("parse", str(write(tmp_path, "半张.txt", guards_form()[:300])))
    assert "半张.txt:1" in line


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """The form of the guards, cut behind the outputs."""
    whole = guards_form()
    return write(tmp_path, "截断.txt", whole[: whole.index("\t效益指标")])


def test_a_form_without_its_benefits_is_not_scored(told: Told, cut: Path, tmp_path: Path) -> None:
    filled = tmp_path / "空表.xlsx"
    for command in (["template", str(cut), "-o", str(filled)], scored(cut)):
        (line,) = told(*command)
        assert line.startswith("错误：截断.txt:")
        assert line.endswith("表格在此中断：没有效益指标，也没有表尾；请补全后再读。")
    assert not filled.exists()


@pytest.mark.parametrize("format_", ["table", "csv", "json", "jsonl"])
def test_what_is_left_of_a_form_is_printed(cut: Path, format_: str, capsys: Captured) -> None:
    assert run(["parse", str(cut), "--format", format_]) == 2
    out, err = capsys.readouterr()
    assert "聘用保安人员" in out
    assert "表格在此中断" in out + err


def test_a_workbook_of_another_declaration(told: Told, tmp_path: Path) -> None:
    other = write(tmp_path, "别的.txt", guards_form().replace(GUARDS, "别的项目"))
    (line,) = told(*scored(other))
    assert f"这是按另一份申报表（{DECLARATION.name}：1 {GUARDS}、" in line


def test_a_workbook_with_a_deleted_row(told: Told, tmp_path: Path) -> None:
    grids = grids_of(ACTUALS)
    grid = grids[f"1 {GUARDS}"]
    del grid[row_of(grid, "1.1")]
    (line,) = told(*scored(DECLARATION, write_grids(tmp_path / "改.xlsx", grids)))
    assert line == (
        "错误：改.xlsx!1 保安服务费: 缺少一行：“聘用保安人员 100人”（编号 1.1）；"
        "请撤销删除，或用 evalengine template 重新生成。"
    )


def test_any_workbook(told: Told, tmp_path: Path) -> None:
    (line,) = told(*scored(actuals=write_grids(tmp_path / "账.xlsx", {"账": [["a"]]})))
    assert "这不是 evalengine 的填报工作簿（找不到标记）" in line


def test_an_empty_template(told: Told, tmp_path: Path) -> None:
    forms = [form for form in read_forms(DECLARATION) if form.title == GUARDS]
    path = tmp_path / "空表.xlsx"
    write_template(forms, path, bands=register.find(STANDARD).levels.bands)
    lines = told(*scored(DECLARATION, path, "--project", GUARDS))
    assert len(lines) == 10  # nine promises and the money
    assert len(set(lines)) == 10


def test_a_standard_with_a_wrong_key(told: Told, tmp_path: Path) -> None:
    path = local_standard(tmp_path, "grade: {}\n")
    (line,) = told(*scored(DECLARATION, ACTUALS, "--standard", str(path)))
    assert f"{path}:10: grade：没有这个键。可用的键：" in line
    assert "grades" in line


def test_weights_that_do_not_make_the_total(told: Told) -> None:
    (line,) = told(*scored(DECLARATION, ACTUALS, "--weights", "output=60"))
    assert "各类分值合计 110，应为 100" in line


def test_an_unknown_project(told: Told) -> None:
    (line,) = told(*scored(DECLARATION, ACTUALS, "--project", "保安服务"))
    assert f"里没有项目“保安服务”（是不是“{GUARDS}”？）" in line


def test_an_unknown_standard(told: Told) -> None:
    (line,) = told(*scored(DECLARATION, ACTUALS, "--standard", "cn-mof-2020"))
    assert "没有这份标准（是不是“cn-mof-2020-10”？）" in line


def test_output_into_a_folder_that_is_missing(told: Told, tmp_path: Path) -> None:
    path = tmp_path / "没有" / "自评表.xlsx"
    (line,) = told(*scored(DECLARATION, ACTUALS, "-o", str(path)))
    assert line == (
        f"错误：{path}: 文件夹“{path.parent}”不存在，请先建立：mkdir -p '{path.parent}'。"
    )


def test_output_into_a_folder_that_is_read_only(told: Told) -> None:
    """Nobody, not even an administrator, may add a file to this folder of the kernel."""
    for name in ("自评表.xlsx", "记录.json"):
        lines = told(*scored(DECLARATION, ACTUALS, "-o", f"/proc/{name}"))
        assert [line.partition(": ")[0] for line in lines] == [f"错误：/proc/{name}"]
    assert "template" not in told("template", str(DECLARATION), "-o", "/proc/填.xlsx")[0]


def test_output_onto_a_folder(told: Told, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    (line,) = told(*scored(DECLARATION, ACTUALS, "-o", str(tmp_path / "a.xlsx")))
    assert "这是文件夹或设备，不是文件" in line


def test_a_path_with_a_zero_byte(told: Told) -> None:
    assert "无法读取" in told("parse", "a\0.txt")[0]
