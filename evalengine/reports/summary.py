"""The sheets beside the forms: a summary of all projects, and the working of every point."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from evalengine.record import Evaluation
from evalengine.reports.basis import mark
from evalengine.reports.paper import (
    BIAOSONG,
    BLUE,
    HEI,
    MONEY,
    POINTS,
    Styles,
    put,
    put_number,
    row_height,
    set_page,
)
from scoring.model import ItemScore, ProjectScore, Working

SUMMARY = (
    ("序号", 6),
    ("项目名称", 40),
    ("预算数", 12),
    ("执行数", 12),
    ("执行率", 9),
    ("执行得分", 9),
    ("指标得分", 9),
    ("总分", 9),
    ("等级", 9),
)
WORKINGS = (
    ("项目", 18),
    ("编号", 7),
    ("指标", 30),
    ("应完成", 14),
    ("实际完成值", 14),
    ("分值", 7),
    ("得分", 7),
    ("算式", 24),
    ("为什么", 34),
    ("依据", 30),
)
EXECUTION = "预算执行率"


def write_summary(
    sheet: Worksheet, styles: Styles, evaluations: Sequence[Evaluation], names: Sequence[str]
) -> None:
    """One row a project, linked to its form in the sheet of `names`."""
    score = evaluations[0].score
    units = {each.score.execution.unit for each in evaluations if each.score.execution}
    year = f"（{score.year}年度）" if score.year else ""
    row = _write_head(sheet, styles, SUMMARY, f"项目支出绩效自评汇总表{year}")
    for number, (each, name) in enumerate(zip(evaluations, names, strict=True), 1):
        _write_project(sheet, styles, row, number, each.score, name)
        row += 1
    style = styles.make(border=0, align="left", font_size=9)
    unit = f"金额单位：{units.pop()}" if len(units) == 1 else "金额单位见各项目表"
    text = (
        f"注：{score.department}。评分标准：{score.standard.title}（{score.standard.id}）。{unit}。"
    )
    put(sheet, (row, 0, row, len(SUMMARY) - 1), text, style)
    sheet.set_row(row, 24)
    sheet.print_area(0, 0, row, len(SUMMARY) - 1)
    sheet.activate()
    set_page(sheet, landscape=True, footer=score.department)


def _write_project(
    sheet: Worksheet, styles: Styles, row: int, number: int, score: ProjectScore, name: str
) -> None:
    title = score.project or score.department
    cell, points = styles.make(), styles.make(num_format=POINTS)
    link = styles.make(align="left", font_color="#1F4E79")
    sheet.write_number(row, 0, number, cell)
    sheet.write_url(row, 1, f"internal:'{name}'!A1", link, title)
    for column in range(2, 6):
        sheet.write_string(row, column, "—", cell)
    below = score.total
    if score.execution:
        money = styles.make(num_format=MONEY)
        put_number(sheet, (row, 2), score.execution.budget, money)
        put_number(sheet, (row, 3), score.execution.executed, money)
        sheet.write_string(row, 4, score.execution.rate, cell)
        put_number(sheet, (row, 5), score.execution.working.points, points)
        below -= score.execution.working.points
    put_number(sheet, (row, 6), below, points)
    put_number(sheet, (row, 7), score.total, styles.make(num_format=POINTS, bold=True))
    mark_ = "（暂定）" if score.status == "provisional" else ""
    sheet.write_string(row, 8, score.grade.title + mark_, cell)
    sheet.set_row(row, max(row_height([(title, SUMMARY[1][1])]), 24))


def write_workings(sheet: Worksheet, styles: Styles, evaluations: Sequence[Evaluation]) -> None:
    """One row an item of all projects: the formula, the reason and the clause of its points."""
    rows = [
        [*cells, *_working_cells(working)]
        for each in evaluations
        for cells, working in _workings(each.score)
    ]
    write_table(sheet, styles, WORKINGS, "计分说明", rows)


def write_table(
    sheet: Worksheet,
    styles: Styles,
    columns: Sequence[tuple[str, int]],
    title: str,
    rows: Sequence[Sequence[str]],
) -> None:
    """A sheet of text under a title: one row below the other, as high as its text needs."""
    row = _write_head(sheet, styles, columns, title)
    style = styles.make(align="left", font_size=9)
    widths = [width for _, width in columns]
    for texts in rows:
        for column, text in enumerate(texts):
            put(sheet, (row, column, row, column), text, style)
        sheet.set_row(row, row_height(zip(texts, widths, strict=True), line=13))
        row += 1
    sheet.freeze_panes(2, 2)
    sheet.repeat_rows(1)
    sheet.print_area(0, 0, row - 1, len(columns) - 1)
    set_page(sheet, landscape=True, footer=title)


def _workings(score: ProjectScore) -> list[tuple[list[str], Working]]:
    """The cells up to 得分 of every item of a project, and the working of its points."""
    title = score.project or score.department
    rows: list[tuple[list[str], Working]] = []
    if score.execution:
        money = score.execution
        budget, executed = f"{money.budget:,f}{money.unit}", f"{money.executed:,f}{money.unit}"
        points = [f"{money.max_points:f}", f"{money.working.points:f}"]
        rows.append(([title, "", EXECUTION, budget, executed, *points], money.working))
    return rows + [([title, *_item_cells(item)], item.working) for item in score.items]


def _item_cells(item: ItemScore) -> list[str]:
    """The text of a promise without a number stands in the form; here its beginning will do."""
    name = " ".join((item.measure or item.indicator).split())
    short = name if len(name) <= 80 else name[:79] + "…"
    target = "" if item.target == item.indicator else item.target
    return [item.id, short, target, item.actual, f"{item.max_points:f}", f"{item.points:f}"]


def _working_cells(working: Working) -> list[str]:
    why = "\n".join([working.words.zh, *(note.zh for note in working.notes)])
    return [working.formula, why, f"{working.cite}（{mark(working)}）"]


def _write_head(
    sheet: Worksheet, styles: Styles, columns: Sequence[tuple[str, int]], title: str
) -> int:
    """Title and headings; gives the next free row."""
    big = styles.make(font_name=BIAOSONG, font_size=16, border=0)
    put(sheet, (0, 0, 0, len(columns) - 1), title, big)
    sheet.set_row(0, 32)
    for column, (heading, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(1, column, heading, styles.make(font_name=HEI, bg_color=BLUE))
    sheet.set_row(1, 24)
    sheet.hide_gridlines(2)
    return 2
