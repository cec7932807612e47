"""The annexes of a report: a table for each question that was asked."""

from evalengine.reports.annex import CONTRAST, FIRMNESS, annexes
from evalengine.reports.cells import Section
from evalengine.whatif import NOTHING_ASKED, WhatIf, contrasts, sensitivities
from scoring.register import find
from tests.evalengine.factories import STANDARD, evaluation

Rows = list[list[str]]


def rows(section: Section) -> Rows:
    """The cells of a table, a list a row."""
    found: Rows = [[] for _ in section.table.least]
    for box in section.table.boxes:
        found[box.row].append(box.text)
    return found


def test_nothing_was_asked() -> None:
    assert annexes(NOTHING_ASKED) == ()


def test_another_standard() -> None:
    found = contrasts((evaluation(),), find("cn-mof-2021-101"))
    (section,) = annexes(WhatIf(contrasts=found))
    assert section.title.startswith("标准对照：cn-beijing-selfeval-2016 与 cn-mof-2021-101")
    assert rows(section)[0] == [heading for heading, _ in CONTRAST]
    money, last = rows(section)[1], rows(section)[-1]
    assert money[2] == "预算执行率"
    assert money[5:11] == ["10.00", "9.95", "execution", "10.00", "7.00", "-2.95"]
    assert (last[2], last[9], last[11]) == ("总分", "87.25", "等级改变：良")
    assert len(rows(section)) == 1 + 1 + 9 + 1


def test_a_standard_that_cannot_judge() -> None:
    found = contrasts((evaluation(),), find("int-worldbank-outcome"))
    (section,) = annexes(WhatIf(contrasts=found))
    (row,) = rows(section)[1:]
    assert row[11].startswith("按这份标准评不了：申报表.txt:201")


def test_firmness() -> None:
    firm = sensitivities((evaluation(),), find(STANDARD))
    (section,) = annexes(WhatIf(sensitivities=firm))
    assert rows(section)[0] == [heading for heading, _ in FIRMNESS]
    assert [row[3] for row in rows(section)[1:5]] == [
        "预算执行率的分值",
        "产出指标的分值",
        "效益指标的分值",
        "满意度指标的分值",
    ]
    assert len(rows(section)) == 1 + 4 + 7
