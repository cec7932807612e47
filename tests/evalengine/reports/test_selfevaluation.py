"""The official form: head, money, goal, indicators, total, notes, signatures, ready for A4."""

import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from evalengine.evaluation import Evaluated
from evalengine.record import Evaluation
from evalengine.reports.selfevaluation import write_workbook
from indicators.errors import Words
from indicators.model import Actual, Finding, Severity
from indicators.reading.workbook import Sheet, read_sheets
from scoring import register
from tests.evalengine.factories import GUARDS_ACTUALS, STANDARD, evaluation, guards_form

RULES = register.find(STANDARD)


def written(folder: Path, *evaluations: Evaluation) -> Path:
    write_workbook(Evaluated(tuple(evaluations or [evaluation()]), RULES), folder / "自评表.xlsx")
    return folder / "自评表.xlsx"


def form_of(path: Path, number: int = 0) -> Sheet:
    return read_sheets(path)[number]


def row_with(sheet: Sheet, text: str) -> list[str]:
    """The cells that are not empty of the first row with `text`."""
    row = next(row for row in sheet.rows if text in row)
    return [cell for cell in row if cell]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("form"))


@pytest.fixture(scope="module")
def sheet(path: Path) -> Sheet:
    return form_of(path)


@pytest.fixture(scope="module")
def xml(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def test_the_head(sheet: Sheet) -> None:
    assert sheet.name == "1 保安服务费"
    assert sheet.rows[0][0] == "项目支出绩效自评表"
    assert sheet.rows[1][0] == "（2019年度）"
    assert row_with(sheet, "项目名称") == ["项目名称", "保安服务费"]
    assert row_with(sheet, "主管部门") == ["主管部门", "示例局", "实施单位", "示例局"]


def test_the_money(sheet: Sheet) -> None:
    assert row_with(sheet, "年初预算数") == [
        *("项目资金\n（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    ]
    assert row_with(sheet, "年度资金总额") == [
        *("年度资金总额", "756", "756", "752.22", "10", "99.50%", "9.95")
    ]


def test_what_the_declaration_does_not_tell_stays_blank(sheet: Sheet) -> None:
    assert row_with(sheet, "上年结转资金") == ["上年结转资金", "—", "—"]


def test_a_budget_changed_in_the_year(tmp_path: Path) -> None:
    sheet = form_of(written(tmp_path, evaluation(annual=Decimal("760.50"))))
    assert row_with(sheet, "年度资金总额")[1:4] == ["756", "760.5", "752.22"]


def test_amounts_in_another_unit_say_so(tmp_path: Path) -> None:
    sheet = form_of(written(tmp_path, evaluation(executed=Decimal(7522200), unit="元")))
    assert row_with(sheet, "年度资金总额")[1:4] == ["756", "756", "7,522,200元"]


def test_the_goal(sheet: Sheet) -> None:
    assert row_with(sheet, "维护秩序。") == ["维护秩序。", "全年秩序良好。"]


def test_an_indicator_with_a_number(sheet: Sheet) -> None:
    assert row_with(sheet, "聘用保安人员") == [
        *("产出指标\n（50分）", "产出数量指标", "聘用保安人员", "100人", "94人", "12.5", "11.75"),
        "年中有人员流动",
    ]


def test_a_promise_in_words_takes_both_columns(sheet: Sheet, xml: str) -> None:
    number = next(i for i, row in enumerate(sheet.rows, 1) if "提高工作效率，协助执法。" in row)
    assert f'<mergeCell ref="D{number}:E{number}"/>' in xml


def test_satisfaction_is_a_category_of_its_own(sheet: Sheet) -> None:
    assert "满意度指标\n（10分）" in row_with(sheet, "提高满意度。")


def test_total_grade_and_signatures(sheet: Sheet) -> None:
    assert row_with(sheet, "总分") == ["总分", "100", "90.2", "等级：优秀"]
    assert row_with(sheet, "填表人（签字）：") == [
        "填表人（签字）：",
        "联系电话：",
        "单位负责人（签字）：",
    ]


def test_the_notes_name_standard_and_clauses(sheet: Sheet) -> None:
    notes = next(row[0] for row in sheet.rows if row[0].startswith("注："))
    assert RULES.title in notes
    assert "计分依据（未经核对）：表上未规定逾期的计分。" in notes


def test_it_is_set_up_for_one_page_of_a4(xml: str) -> None:
    assert 'paperSize="9"' in xml
    assert '<pageSetUpPr fitToPage="1"/>' in xml
    assert 'fitToHeight="0"' not in xml
    assert 'orientation="landscape"' not in xml


def test_a_long_form_goes_on_as_many_pages_as_it_needs(tmp_path: Path) -> None:
    judged = evaluation()
    form = replace(guards_form(), goal="一句很长的目标。\n" * 60)
    path = written(tmp_path, replace(judged, case=replace(judged.case, form=form)))
    with zipfile.ZipFile(path) as archive:
        assert b'fitToHeight="0"' in archive.read("xl/worksheets/sheet1.xml")


def test_workings_stand_on_their_own_sheet(path: Path) -> None:
    sheet = read_sheets(path)[-1]
    assert sheet.name == "计分说明"
    assert "12.50 × 94 ÷ 100 = 11.75" in row_with(sheet, "聘用保安人员")


def test_one_sheet_a_project_and_a_summary(tmp_path: Path) -> None:
    path = written(tmp_path, evaluation(), evaluation("全员军训费"))
    assert [sheet.name for sheet in read_sheets(path)] == [
        *("汇总", "1 保安服务费", "2 全员军训费", "计分说明")
    ]
    assert row_with(read_sheets(path)[0], "全员军训费") == [
        *("2", "全员军训费", "756", "752.22", "99.50%", "9.95", "80.25", "90.2", "优秀"),
        *("8/9", "0.05", "3.25", "4.5", "2", "0"),
    ]


def test_what_does_not_apply_has_no_points(tmp_path: Path) -> None:
    facts = GUARDS_ACTUALS | {"5.1": Actual("not_applicable", "不适用")}
    row = row_with(form_of(written(tmp_path, evaluation(by_item=facts))), "保障重大活动。")
    assert row[-3:] == ["不适用", "—", "—"]


def test_a_provisional_result_says_so_in_its_title(tmp_path: Path) -> None:
    facts = {key: fact for key, fact in GUARDS_ACTUALS.items() if key != "5.1"}
    sheet = form_of(written(tmp_path, evaluation(missing="zero", by_item=facts)))
    assert sheet.rows[0][0] == "项目支出绩效自评表（暂定）"


def test_a_goal_taller_than_a_row_is_shown_whole(tmp_path: Path) -> None:
    judged = evaluation()
    form = replace(guards_form(), goal="一句很长的目标。\n" * 60)
    path = written(tmp_path, replace(judged, case=replace(judged.case, form=form)))
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    # Row 10 is the first below the heading of the goal; one row holds 409 points at most.
    heights = [float(ht) for ht in re.findall(r'<row r="1[0-3]"[^>]* ht="([\d.]+)"', xml)[1:]]
    assert sum(heights) >= 60 * 13.5
    assert max(heights) <= 409
    assert re.search(r'<mergeCell ref="B11:E1[23]"/>', xml)


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    judged = evaluation('=HYPERLINK("http://x")')
    item = replace(judged.score.items[0], deviation_reason="=cmd|' /C calc'!A0", actual="@SUM(1)")
    score = replace(judged.score, items=(item, *judged.score.items[1:]))
    path = written(tmp_path, replace(judged, score=score))
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not any(b"<f>" in archive.read(name) for name in sheets)


def test_the_same_result_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    assert written(tmp_path).read_bytes() == written(tmp_path / "b").read_bytes()


def test_no_cell_is_cut_by_the_end_of_a_page(tmp_path: Path) -> None:
    """72 promises take some pages; the level-1 label stands on every one that has its promises."""
    judged = evaluation()
    items = tuple(
        replace(item, id=f"{item.id}{n}") for item in judged.score.items for n in range(8)
    )
    many = replace(judged, score=replace(judged.score, items=items))
    sheet = openpyxl.load_workbook(written(tmp_path, many)).worksheets[0]
    breaks = [each.id for each in sheet.row_breaks.brk]
    assert len(breaks) >= 2
    for merged in sheet.merged_cells.ranges:
        assert not any(merged.min_row <= row < merged.max_row for row in breaks)
    labels = [cell.row for cell in sheet["A"] if cell.value == "绩\n效\n指\n标"]
    assert labels[1:] == [row + 1 for row in breaks[: len(labels) - 1]]


def test_a_form_of_one_page_has_no_breaks(path: Path) -> None:
    sheet = openpyxl.load_workbook(path).worksheets[1]
    assert not sheet.row_breaks.brk


def test_no_part_of_the_summary_is_cut_that_a_page_has_room_for(tmp_path: Path) -> None:
    finding = Finding("unit-missing", Severity.INFO, "a.txt:7", Words("没有单位", "no unit"))
    first = evaluation()
    doubted = replace(first, score=replace(first.score, findings=(finding,) * 9))
    others = [evaluation(f"项目{number}") for number in range(6)]
    sheet = openpyxl.load_workbook(written(tmp_path, doubted, *others)).worksheets[0]
    breaks = [each.id for each in sheet.row_breaks.brk]
    assert breaks
    # A page begins with the title of a part: 三、各类得分.
    assert all(re.match("[一二三四]、", str(sheet.cell(row + 1, 1).value)) for row in breaks)
    few = openpyxl.load_workbook(written(tmp_path, first, others[0])).worksheets[0]
    assert not few.row_breaks.brk
