"""The summary of several projects, and the sheet with the working of every point."""

import zipfile
from pathlib import Path

from evalengine.reports.paper import Styles, new_workbook
from evalengine.reports.summary import write_summary, write_workings
from indicators.reading.workbook import Sheet, read_sheets
from tests.evalengine.factories import GUARDS_ACTUALS, evaluation


def summary_of(path: Path, *judged: object) -> Sheet:
    workbook = new_workbook(path, title="")
    sheet = workbook.add_worksheet("汇总")
    names = [f"{number}" for number in range(1, len(judged) + 1)]
    for name in names:
        workbook.add_worksheet(name)
    write_summary(sheet, Styles(workbook), judged, names)  # type: ignore[arg-type]
    workbook.close()
    return read_sheets(path)[0]


def test_points_of_money_and_indicators_make_the_total(tmp_path: Path) -> None:
    sheet = summary_of(tmp_path / "a.xlsx", evaluation(), evaluation("全员军训费"))
    assert sheet.rows[0][0] == "项目支出绩效自评汇总表（2019年度）"
    assert sheet.rows[2] == (
        *("1", "保安服务费", "756", "752.22", "99.50%", "9.95", "80.25", "90.2", "优秀"),
    )
    assert "示例局" in sheet.rows[4][0]
    assert sheet.rows[4][0].endswith("金额单位：万元。")


def test_a_project_links_to_its_form(tmp_path: Path) -> None:
    summary_of(tmp_path / "a.xlsx", evaluation())
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert "location=\"'1'!A1\"" in archive.read("xl/worksheets/sheet1.xml").decode()


def test_a_provisional_result_is_marked(tmp_path: Path) -> None:
    facts = {key: fact for key, fact in GUARDS_ACTUALS.items() if key != "5.1"}
    sheet = summary_of(tmp_path / "a.xlsx", evaluation(missing="zero", by_item=facts))
    assert sheet.rows[2][-1].endswith("（暂定）")


def test_every_item_has_its_working(tmp_path: Path) -> None:
    workbook = new_workbook(tmp_path / "a.xlsx", title="")
    sheet = workbook.add_worksheet()
    write_workings(sheet, Styles(workbook), [evaluation()])
    workbook.close()
    rows = read_sheets(tmp_path / "a.xlsx")[0].rows
    assert rows[2][:8] == (
        *("保安服务费", "", "预算执行率", "756.00万元", "752.22万元", "10.00", "9.95"),
        "10.00 × 752.22 ÷ 756 = 9.95",
    )
    assert [row[1] for row in rows[3:]] == [f"{number}.1" for number in range(1, 10)]
    assert rows[5][-1].endswith("（未经核对）")
