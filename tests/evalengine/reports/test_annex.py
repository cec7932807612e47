"""The annexes of the workbook: a sheet for each question that was asked."""

from pathlib import Path

from evalengine.reports.annex import CONTRAST, FIRMNESS, write_annexes
from evalengine.reports.paper import SafeWorkbook, Styles
from evalengine.whatif import NOTHING_ASKED, WhatIf, contrasts, sensitivities
from indicators.reading.workbook import Sheet, read_sheets
from scoring.register import find
from tests.evalengine.factories import STANDARD, evaluation


def annexes(path: Path, whatif: WhatIf) -> list[Sheet]:
    workbook = SafeWorkbook(path, title="")
    workbook.add_worksheet("表")
    write_annexes(workbook, Styles(workbook), whatif)
    workbook.close()
    return list(read_sheets(path))[1:]


def test_nothing_was_asked(tmp_path: Path) -> None:
    assert annexes(tmp_path / "a.xlsx", NOTHING_ASKED) == []


def test_another_standard(tmp_path: Path) -> None:
    found = contrasts((evaluation(),), find("cn-mof-2021-101"))
    (sheet,) = annexes(tmp_path / "a.xlsx", WhatIf(contrasts=found))
    assert sheet.rows[0][0].startswith("标准对照：cn-beijing-selfeval-2016 与 cn-mof-2021-101")
    assert list(sheet.rows[1]) == [heading for heading, _ in CONTRAST]
    money, last = sheet.rows[2], sheet.rows[-1]
    assert money[2] == "预算执行率"
    assert list(money[5:11]) == ["10.00", "9.95", "execution", "10.00", "7.00", "-2.95"]
    assert (last[2], last[9], last[11]) == ("总分", "87.25", "等级改变：良")
    assert len(sheet.rows) == 2 + 1 + 9 + 1


def test_a_standard_that_cannot_judge(tmp_path: Path) -> None:
    found = contrasts((evaluation(),), find("int-worldbank-outcome"))
    (sheet,) = annexes(tmp_path / "a.xlsx", WhatIf(contrasts=found))
    (row,) = sheet.rows[2:]
    assert row[11].startswith("按这份标准评不了：申报表.txt:201")


def test_firmness(tmp_path: Path) -> None:
    firm = sensitivities((evaluation(),), find(STANDARD))
    (sheet,) = annexes(tmp_path / "a.xlsx", WhatIf(sensitivities=firm))
    assert list(sheet.rows[1]) == [heading for heading, _ in FIRMNESS]
    assert [row[3] for row in sheet.rows[2:6]] == [
        "预算执行率的分值",
        "产出指标的分值",
        "效益指标的分值",
        "满意度指标的分值",
    ]
    assert len(sheet.rows) == 2 + 4 + 7
