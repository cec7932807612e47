"""The fill-in workbook: marks, promises beside the cells to fill, choices, locks."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from evalengine.reports.template import write_template
from indicators.pairing.sheet import SCHEMA, Answer
from indicators.reading.workbook import read_sheets
from scoring import register
from tests.evalengine.factories import STANDARD, guards_form

BANDS = register.find(STANDARD).levels.bands
FORMS = [guards_form(), guards_form("全员军训费")]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("template") / "填.xlsx"
    answers = {FORMS[0].id: {"1.1": Answer("94", reason="人员流动"), "2.1": Answer("未完成")}}
    write_template(FORMS, target, bands=BANDS, answers=answers, note="示例数据")
    return target


@pytest.fixture(scope="module")
def xml(path: Path) -> str:
    """The first project's sheet as it stands in the file."""
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/worksheets/sheet2.xml").decode()


def _cells(path: Path, sheet: int) -> Iterator[str]:
    return (cell for row in read_sheets(path)[sheet].rows for cell in row)


def test_one_sheet_a_project_behind_the_instructions(path: Path) -> None:
    names = [sheet.name for sheet in read_sheets(path)]
    assert names == ["填写说明", "1 保安服务费", "2 全员军训费"]


def test_the_marks_of_a_sheet(path: Path) -> None:
    rows = read_sheets(path)[1].rows
    assert rows[0][:4] == (SCHEMA, FORMS[0].id, "ab" * 32, "申报表.txt")
    assert rows[1][:3] == ("id", "mark", "number")


def test_a_row_shows_promise_and_answer(path: Path) -> None:
    row = next(row for row in read_sheets(path)[1].rows if row[0] == "1.1")
    assert row[2:10] == (
        "1.1",
        "产出指标",
        "产出数量指标",
        "聘用保安人员100人。",
        "聘用保安人员 100人",
        "人",
        "94",
        "",
    )
    assert row[10] == "人员流动"


def test_the_note_stands_on_every_sheet(path: Path) -> None:
    for sheet in range(3):
        assert any("示例数据" in cell for cell in _cells(path, sheet))


def test_the_choices_are_the_levels_of_the_standard(xml: str) -> None:
    titles = ",".join(band.title for band in BANDS)
    assert f'<formula1>"{titles}"</formula1>' in xml


@pytest.mark.parametrize(
    ("row", "columns"),
    [(7, {"I"}), (8, {"I", "K", "L"}), (9, {"I", "J", "K", "L"})],
    ids=["money", "a number", "a judgement"],
)
def test_only_the_answers_are_unlocked(row: int, columns: set[str], path: Path, xml: str) -> None:
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode()
    formats = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", styles.partition("<cellXfs")[2])
    unlocked = {str(i) for i, each in enumerate(formats) if 'locked="0"' in each}
    cells = re.findall(rf'<c r="([A-Z]+){row}" s="(\d+)"', xml)
    assert "<sheetProtection" in xml
    assert {column for column, style in cells if style in unlocked} == columns


def test_the_count_of_empty_cells(path: Path) -> None:
    """Nine promises and the money; the first project has two answers already."""
    with zipfile.ZipFile(path) as archive:
        cover = archive.read("xl/worksheets/sheet1.xml").decode()
    found = re.findall(r"<f>COUNTBLANK\('(.*?)'!(.*?)\)</f><v>(\d+)</v>", cover)
    assert found == [("1 保安服务费", "$I$7:$I$16", "8"), ("2 全员军训费", "$I$7:$I$16", "10")]


def test_a_long_text_makes_a_tall_row(tmp_path: Path) -> None:
    form = FORMS[0]
    rows = (replace(form.indicators[0], target_text="长" * 400), *form.indicators[1:])
    write_template([replace(form, indicators=rows)], tmp_path / "a.xlsx", bands=BANDS)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        xml = archive.read("xl/worksheets/sheet2.xml").decode()
    # 52 columns have room for 25 characters a line: 400 need 16 lines of 13.5 points.
    height = re.search(r'<row r="8"[^>]* ht="([\d.]+)"', xml)
    assert height is not None
    assert float(height.group(1)) >= 16 * 13.5


def test_the_same_forms_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_template(FORMS, tmp_path / name, bands=BANDS)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
