"""The first sheet of the fill-in workbook: instructions, examples, and links to the projects."""

import re
import zipfile
from pathlib import Path

from evalengine.reports.cover import Entry, write_cover
from evalengine.reports.hints import INSTRUCTIONS
from evalengine.reports.paper import SafeWorkbook, Styles
from indicators.pairing.sheet import CONTENTS
from indicators.reading.workbook import read_sheets

ENTRIES = [Entry("form0001", "=保安服务费", "1 保安", "756.00万元", "$I$7:$I$16", 3)]


def written(path: Path, note: str = "") -> Path:
    workbook = SafeWorkbook(path, title="")
    sheet = workbook.add_worksheet("填写说明")
    workbook.add_worksheet("1 保安")
    example = ("年故障累计时间 <48小时", "小时", "36.5", "", "", "运维月报")
    write_cover(sheet, Styles(workbook), ENTRIES, examples=[example], source="表.txt", note=note)
    workbook.close()
    return path


def test_the_marks_that_list_the_projects(tmp_path: Path) -> None:
    rows = read_sheets(written(tmp_path / "a.xlsx"))[0].rows
    assert rows[0][0] == CONTENTS
    assert ("form0001", "=保安服务费") in [row[:2] for row in rows]


def test_instructions_examples_and_source_are_there(tmp_path: Path) -> None:
    rows = read_sheets(written(tmp_path / "a.xlsx", note="示例"))[0].rows
    cells = {cell for row in rows for cell in row}
    assert {line.strip() for line in INSTRUCTIONS} <= cells
    assert {"示例", "36.5", "本表按申报表“表.txt”生成，承诺以申报表为准。"} <= cells


def test_a_project_links_to_its_sheet(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path / "a.xlsx")) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r'location="(.*?)"', xml) == ["'1 保安'!A1"]
    assert re.findall(r"<f>(.*?)</f>", xml) == ["COUNTBLANK('1 保安'!$I$7:$I$16)"]
