"""Decisions come back from the review workbook as they were entered, or are refused."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from evalengine.rechecking import Rechecked, recheck_files
from evalengine.reports.review import write_review
from evalengine.reviewing import Column, with_decisions
from indicators.errors import ActualsError
from scoring.recheck.decisions import Ruling
from tests.evalengine.filled import write_form

BY, ON = "示例复核人", "2023-03-01"


def _cells(sheet: Worksheet, line: int) -> dict[str, str]:
    """The addresses of one line by the keys of the columns."""
    return {str(cell.value): f"{cell.column_letter}{line}" for cell in sheet[1] if cell.value}


@pytest.fixture
def checked(tmp_path: Path) -> Rechecked:
    return recheck_files([write_form(tmp_path / "自评表.html", total="99")])


Edit = Callable[[openpyxl.Workbook], None]


def _filled(checked: Rechecked, folder: Path, edit: Edit) -> Path:
    path = folder / "复核表.xlsx"
    write_review(path, checked)
    workbook = openpyxl.load_workbook(path)
    edit(workbook)
    workbook.save(path)
    return path


def _enter(line: int, sheet: str = "逐项", /, **said: object) -> Edit:
    """Enter a decision in a line: the third is that of the money, the fourth row 1."""

    def edit(workbook: openpyxl.Workbook) -> None:
        page = workbook[sheet]
        places = _cells(page, line)
        for key, value in {"by": BY, "on": ON, **said}.items():
            page[places[Column[key.upper()].value]] = value

    return edit


def test_decisions_come_back_with_who_and_when(checked: Rechecked, tmp_path: Path) -> None:
    def edit(workbook: openpyxl.Workbook) -> None:
        _enter(4, ruling="改为", points=48.5, reason="补了佐证", on=dt.date(2023, 3, 1))(workbook)
        _enter(3, "整表疑点", ruling="采纳")(workbook)

    [form] = with_decisions(checked, _filled(checked, tmp_path, edit)).forms
    decision = form.decisions[1]
    assert (decision.ruling, decision.points) == (Ruling.CORRECT, Decimal("48.5"))
    assert (decision.by, decision.on, decision.reason) == (BY, dt.date(2023, 3, 1), "补了佐证")
    assert form.opinions[0].ruling is Ruling.ACCEPT
    assert form.reviewed.total == Decimal("98.00")  # 9.5 + 48.5 + 30 + 10


def test_what_was_decided_is_written_again(checked: Rechecked, tmp_path: Path) -> None:
    path = _filled(checked, tmp_path, _enter(4, ruling="reject", reason="惯例"))
    first = with_decisions(checked, path)
    write_review(tmp_path / "again.xlsx", first)
    second = with_decisions(checked, tmp_path / "again.xlsx")
    assert second.forms[0].decisions == first.forms[0].decisions


@pytest.mark.parametrize("on", ["2023/3/1", "2023年3月1日", "2023.03.01"])
def test_days_as_people_write_them(checked: Rechecked, tmp_path: Path, on: str) -> None:
    path = _filled(checked, tmp_path, _enter(4, ruling="采纳", on=on))
    [form] = with_decisions(checked, path).forms
    assert form.decisions[1].on == dt.date(2023, 3, 1)


@pytest.mark.parametrize(
    ("said", "due", "cell"),
    [
        ({"ruling": "好"}, "处理意见应为：采纳、改为、不采纳", "P4"),
        ({"ruling": "", "points": 48}, "处理意见应为", "P4"),
        ({"ruling": "采纳", "on": "昨天"}, "日期", "T4"),
        ({"ruling": "采纳", "on": "2023-02-30"}, "日期", "T4"),
        ({"ruling": "采纳", "by": ""}, "没有写复核人", "S4"),
        ({"ruling": "不采纳"}, "要写理由", "R4"),
        ({"ruling": "改为", "points": "四十八点", "reason": "某"}, "不是数字", "Q4"),
        ({"ruling": "改为", "points": 60, "reason": "某"}, "不在 0～50 之内", "Q4"),
        ({"ruling": "采纳", "mark": "0" * 12}, "变了", "P4"),
        ({"ruling": "采纳", "key": "00000000/1"}, "不属于", "P4"),
    ],
)
def test_wrong_decisions_are_refused_with_their_cell(
    checked: Rechecked, tmp_path: Path, said: dict[str, object], due: str, cell: str
) -> None:
    path = _filled(checked, tmp_path, _enter(4, "逐项", **said))
    with pytest.raises(ActualsError) as caught:
        with_decisions(checked, path)
    [problem] = caught.value.problems
    assert due in problem.words.zh
    assert problem.where == f"{path}!逐项!{cell}"


def test_a_form_that_changed_makes_its_decisions_void(checked: Rechecked, tmp_path: Path) -> None:
    path = _filled(checked, tmp_path, _enter(4, ruling="采纳"))
    rows = [("产出指标", "数量指标", "培训人数", "≥100人", "95人", "50", "50", "")]
    other = recheck_files([write_form(tmp_path / "自评表.html", rows)])
    with pytest.raises(ActualsError, match="变了"):
        with_decisions(other, path)


def test_another_workbook_is_refused(checked: Rechecked, tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(ActualsError, match="这不是复核表"):
        with_decisions(checked, tmp_path / "other.xlsx")
