"""Writes 项目支出绩效自评表 as a workbook: one official form a project, summary and workings."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from evalengine import settings
from evalengine.record import Evaluation
from evalengine.reports.annex import write_annexes
from evalengine.reports.basis import notes_of
from evalengine.reports.paper import (
    BIAOSONG,
    HEI,
    MONEY,
    POINTS,
    Styles,
    new_workbook,
    put,
    put_number,
    set_height,
    set_page,
    sheet_name,
    text_height,
    upright,
)
from evalengine.reports.summary import write_summary, write_workings
from evalengine.whatif import NOTHING_ASKED, WhatIf
from indicators.model import plain
from scoring.model import ItemScore
from scoring.standard import Standard

WIDTHS = (4.5, 8.5, 12.5, 31, 14.5, 14.5, 7.5, 8.5, 21)
"""label · 一级指标 · 二级指标 · 三级指标 · 年度指标值 · 实际完成值 · 分值 · 得分 · 偏差原因"""

LABEL, LEVEL1, LEVEL2, NAME, TARGET, ACTUAL, MAXIMUM, HAD, REASON = range(len(WIDTHS))

HEADINGS = (
    *("一级\n指标", "二级\n指标", "三级指标", "年度\n指标值", "实际\n完成值"),
    *("分值", "得分", "偏差原因分析\n及改进措施"),
)
BUDGET_HEADINGS = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
BUDGET_PARTS = ("其中：当年财政拨款", "上年结转资金", "其他资金")
"""Rows of the official form for which a declaration has no amounts; they stay blank."""

NONE = "—"

SIGNATURES = (
    ("填表人（签字）：", "联系电话：", "单位负责人（签字）："),
    ("", "", "（单位盖章）　　　年　　月　　日"),
)
SIGNATURE_COLUMNS = ((LABEL, LEVEL2), (NAME, TARGET), (ACTUAL, REASON))


def write_workbook(
    evaluations: Sequence[Evaluation],
    standard: Standard,
    path: Path,
    *,
    whatif: WhatIf = NOTHING_ASKED,
) -> None:
    """Write the forms of all projects to `path`, with a summary where there are several.

    What the user asked beyond the score stands in annexes.
    """
    workbook = new_workbook(path, title="项目支出绩效自评表")
    styles = Styles(workbook)
    names = [
        sheet_name(f"{number} {each.case.form.title}") for number, each in enumerate(evaluations, 1)
    ]
    if len(evaluations) > 1:
        write_summary(workbook.add_worksheet("汇总"), styles, evaluations, names)
    for each, name in zip(evaluations, names, strict=True):
        _FormSheet(workbook.add_worksheet(name), styles, each, standard).write()
    write_workings(workbook.add_worksheet("计分说明"), styles, evaluations)
    write_annexes(workbook, styles, whatif)
    workbook.close()


class _FormSheet:
    """The form of one project, written from top to bottom."""

    def __init__(
        self, sheet: Worksheet, styles: Styles, evaluation: Evaluation, standard: Standard
    ) -> None:
        self._sheet = sheet
        self._standard = standard
        self._case = evaluation.case
        self._score = evaluation.score
        self._row = 0
        self._height = 0.0
        self._cell = styles.make()
        self._left = styles.make(align="left")
        self._head = styles.make(font_name=HEI)
        self._points = styles.make(num_format=POINTS)
        self._money = styles.make(num_format=MONEY)
        self._styles = styles

    def write(self) -> None:
        """The whole form."""
        for column, width in enumerate(WIDTHS):
            self._sheet.set_column(column, column, width)
        self._write_title()
        self._write_names()
        self._write_budget()
        self._write_goal()
        self._write_indicators()
        self._write_total()
        self._write_notes()
        self._write_signatures()
        self._sheet.hide_gridlines(2)
        self._sheet.print_area(0, 0, self._row - 1, REASON)
        footer = f"{self._case.form.title}　{settings.engine()}"
        set_page(self._sheet, footer=footer, height=self._height)

    def _across(self, left: int, right: int, text: str, *, head: bool = False) -> None:
        """One merged cell in the current row."""
        style = self._head if head else self._cell
        put(self._sheet, (self._row, left, self._row, right), text, style)

    def _next(self, height: float) -> None:
        """End the current row."""
        self._row = self._stretch(height) + 1

    def _stretch(self, height: float) -> int:
        """Make the current row `height` points tall, with the rows below it where one is too low;
        gives the last of them.
        """
        self._height += height
        return set_height(self._sheet, self._row, height)

    def _write_title(self) -> None:
        mark = "（暂定）" if self._score.status == "provisional" else ""
        title = self._styles.make(font_name=BIAOSONG, font_size=18, border=0)
        put(self._sheet, (0, LABEL, 0, REASON), f"项目支出绩效自评表{mark}", title)
        self._next(34)
        year = f"（{self._score.year}年度）" if self._score.year else ""
        put(self._sheet, (1, LABEL, 1, REASON), year, self._styles.make(border=0, font_size=11))
        self._next(20)

    def _write_names(self) -> None:
        form = self._case.form
        self._across(LABEL, LEVEL2, "项目名称", head=True)
        self._across(NAME, REASON, form.title)
        self._next(text_height([(form.title, sum(WIDTHS[NAME:]))]) + 8)
        self._across(LABEL, LEVEL2, "主管部门", head=True)
        self._across(NAME, NAME, form.department)
        self._across(TARGET, TARGET, "实施单位", head=True)
        self._across(ACTUAL, REASON, form.department)
        self._next(text_height([(form.department, WIDTHS[NAME])]) + 8)

    def _write_budget(self) -> None:
        """项目资金: headings, the whole, and the parts that the declaration does not tell."""
        unit = self._unit()
        bottom = self._row + len(BUDGET_PARTS) + 1
        box = (self._row, LABEL, bottom, LEVEL1)
        put(self._sheet, box, f"项目资金\n（{unit}）", self._head)
        self._across(LEVEL2, LEVEL2, "")
        for column, heading in enumerate(BUDGET_HEADINGS, NAME):
            self._across(column, column, heading, head=True)
        self._next(22)
        self._write_whole_budget()
        for part in BUDGET_PARTS:
            self._across(LEVEL2, LEVEL2, part)
            for column in range(NAME, REASON + 1):
                self._across(column, column, NONE if column in (MAXIMUM, REASON) else "")
            self._next(text_height([(part, WIDTHS[LEVEL2])]))

    def _write_whole_budget(self) -> None:
        budget, facts, execution = self._case.form.budget, self._case.actuals, self._score.execution
        self._across(LEVEL2, LEVEL2, "年度资金总额")
        self._amount(NAME, budget.amount if budget else None, self._unit())
        if facts.annual is not None:
            self._amount(TARGET, facts.annual, facts.unit)
        else:
            annual = (budget.annual or budget.amount) if budget else None
            self._amount(TARGET, annual, self._unit())
        self._amount(ACTUAL, facts.executed, facts.unit)
        if execution:
            put_number(self._sheet, (self._row, MAXIMUM), execution.max_points, self._points)
            self._across(HAD, HAD, execution.rate)
            put_number(self._sheet, (self._row, REASON), execution.working.points, self._points)
        else:
            for column in (MAXIMUM, HAD, REASON):
                self._across(column, column, NONE)
        self._next(text_height([("年度资金总额", WIDTHS[LEVEL2])]))

    def _unit(self) -> str:
        budget = self._case.form.budget
        return budget.unit if budget else self._case.actuals.unit

    def _amount(self, column: int, amount: Decimal | None, unit: str) -> None:
        """An amount of money as a number; with its unit, as text, where that is another one."""
        if amount is None:
            self._across(column, column, "")
        elif unit == self._unit():
            put_number(self._sheet, (self._row, column), amount, self._money)
        else:
            self._across(column, column, f"{amount:,f}{unit}")

    def _write_goal(self) -> None:
        top, goal, became = self._row, self._case.form.goal, self._case.actuals.goal
        self._across(LEVEL1, TARGET, "预期目标", head=True)
        self._across(ACTUAL, REASON, "实际完成情况", head=True)
        self._next(22)
        left, right = sum(WIDTHS[LEVEL1:ACTUAL]), sum(WIDTHS[ACTUAL:])
        height = max(text_height([(goal, left), (became, right)]), 80)
        bottom = self._stretch(height)
        put(self._sheet, (self._row, LEVEL1, bottom, TARGET), goal, self._left)
        put(self._sheet, (self._row, ACTUAL, bottom, REASON), became, self._left)
        put(self._sheet, (top, LABEL, bottom, LABEL), upright("年度总体目标"), self._head)
        self._row = bottom + 1

    def _write_indicators(self) -> None:
        top = self._row
        for column, heading in enumerate(HEADINGS, LEVEL1):
            self._across(column, column, heading, head=True)
        self._sheet.repeat_rows(self._row)
        self._next(34)
        for category, items in groupby(self._score.items, key=self._level1):
            first = self._row
            for level2, below in groupby(items, key=lambda item: item.level2):
                start = self._row
                for item in below:
                    self._write_item(item)
                put(self._sheet, (start, LEVEL2, self._row - 1, LEVEL2), level2, self._cell)
            put(self._sheet, (first, LEVEL1, self._row - 1, LEVEL1), category, self._cell)
        put(self._sheet, (top, LABEL, self._row - 1, LABEL), upright("绩效指标"), self._head)

    def _level1(self, item: ItemScore) -> str:
        """The level-1 indicator with its points, as standards count it."""
        code = item.category.partition(".")[0]
        for part in self._score.subtotals:
            if part.category == code:
                return f"{part.title.zh}\n（{plain(part.max_points)}分）"
        return item.level1

    def _write_item(self, item: ItemScore) -> None:
        """One promise; the text of a promise without a number takes the room of both columns."""
        name = item.measure or item.indicator
        counted = item.target not in ("", item.indicator)
        width = WIDTHS[NAME] if counted else WIDTHS[NAME] + WIDTHS[TARGET]
        texts = [(name, width), (item.deviation_reason, WIDTHS[REASON])]
        texts += [(item.target, WIDTHS[TARGET])] if counted else []
        texts += [(item.actual, WIDTHS[ACTUAL]), (item.level2, WIDTHS[LEVEL2])]
        bottom = self._stretch(max(text_height(texts), 26))
        row, sheet = self._row, self._sheet
        put(sheet, (row, NAME, bottom, NAME if counted else TARGET), name, self._left)
        if counted:
            put(sheet, (row, TARGET, bottom, TARGET), item.target, self._cell)
        put(sheet, (row, ACTUAL, bottom, ACTUAL), item.actual, self._cell)
        for column, value in ((MAXIMUM, item.max_points), (HAD, item.points)):
            if item.max_points:
                put_number(sheet, (row, column), value, self._points, bottom=bottom)
            else:
                put(sheet, (row, column, bottom, column), NONE, self._cell)
        put(sheet, (row, REASON, bottom, REASON), item.deviation_reason, self._left)
        self._row = bottom + 1

    def _write_total(self) -> None:
        """总分 and 等级; before it the sum of the rows, where that was scaled up to the whole."""
        score, whole = self._score, self._score.max_points
        if score.total != score.points:
            self._write_sum("合　计", whole, score.points, "")
            whole = self._standard.weights.total
        self._write_sum("总　分", whole, score.total, f"等级：{score.grade.title}")

    def _write_sum(self, label: str, maximum: Decimal, had: Decimal, remark: str) -> None:
        bold = self._styles.make(num_format=POINTS, bold=True)
        self._across(LABEL, ACTUAL, label, head=True)
        put_number(self._sheet, (self._row, MAXIMUM), maximum, bold)
        put_number(self._sheet, (self._row, HAD), had, bold)
        self._across(REASON, REASON, remark, head=True)
        self._next(26)

    def _write_notes(self) -> None:
        style = self._styles.make(border=0, align="left", font_size=9)
        text = "\n".join(notes_of(self._score, self._standard))
        height = text_height([(text, sum(WIDTHS) * 1.1)], line=13) + 4
        bottom = self._stretch(height)
        put(self._sheet, (self._row, LABEL, bottom, REASON), text, style)
        self._row = bottom + 1

    def _write_signatures(self) -> None:
        style = self._styles.make(border=0, align="left", font_size=10.5)
        for texts in SIGNATURES:
            for (left, right), text in zip(SIGNATURE_COLUMNS, texts, strict=True):
                put(self._sheet, (self._row, left, self._row, right), text, style)
            self._next(26)
