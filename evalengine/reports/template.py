"""Writes the workbook in which a department fills in what it achieved: one sheet a project."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from xlsxwriter.utility import xl_range, xl_range_abs
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from evalengine.reports.cover import Entry, write_cover
from evalengine.reports.hints import JUDGEMENTS, input_hint, money_hint, unit_label
from evalengine.reports.paper import (
    HEI,
    Styles,
    clip,
    new_workbook,
    put,
    row_height,
    set_page,
    sheet_name,
)
from indicators.model import Form, Indicator, Kind, Target, plain
from indicators.pairing.sheet import (
    ANNUAL,
    EXECUTED,
    FURNITURE,
    GOAL,
    HEAD_ROWS,
    SCHEMA,
    Answer,
    Column,
    fingerprint,
    is_judged,
    promise,
)

WIDTHS = {
    Column.ID: 9,
    Column.MARK: 14,
    Column.NUMBER: 5,
    Column.LEVEL1: 9,
    Column.LEVEL2: 11,
    Column.TEXT: 52,
    Column.PROMISE: 24,
    Column.UNIT: 8,
    Column.ACTUAL: 22,
    Column.SHARE: 9,
    Column.REASON: 26,
    Column.EVIDENCE: 20,
}
TITLES = {
    Column.NUMBER: "序号",
    Column.LEVEL1: "一级指标",
    Column.LEVEL2: "二级指标",
    Column.TEXT: "申报的指标内容",
    Column.PROMISE: "应完成",
    Column.UNIT: "单位",
    Column.ACTUAL: "实际完成值",
    Column.SHARE: "得分比例\n（选填）",
    Column.REASON: "偏差原因及改进措施",
    Column.EVIDENCE: "佐证材料",
}
AT = {column: index for index, column in enumerate(Column)}
"""The position of every column, from 0."""

LAST = AT[Column.EVIDENCE]
TITLE_ROW, NAME_ROW, HEADING_ROW = 2, 3, 4
YELLOW = "#FFF2CC"
PALE = "#FFFDF2"
GREY = "#F2F2F2"
BLUE = "#DCE6F1"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: its id, its fingerprint, what it shows, and how it is answered."""

    id: str
    mark: str
    level1: str
    level2: str
    text: str
    promise: str
    unit: str
    hint: tuple[str, str]
    judged: bool = False
    answered: bool = True
    explained: bool = True


def write_template(
    forms: Sequence[Form],
    path: Path,
    *,
    answers: Mapping[str, Mapping[str, Answer]] | None = None,
    note: str = "",
) -> None:
    """Write the fill-in workbook for `forms` to `path`.

    Args:
        forms: the forms of one declaration, in the order of the sheets.
        path: the .xlsx file to write.
        answers: what to fill in already, by `Form.id` and item id (see `indicators.pairing.sheet`).
        note: a remark for the first sheet and under every title, such as where answers come from.
    """
    workbook = new_workbook(path)
    styles = Styles(workbook)
    source = forms[0].source
    workbook.set_properties({"title": "绩效完成情况填报表", "comments": note})
    workbook.set_custom_property("evalengine.schema", SCHEMA, "text")
    workbook.set_custom_property("evalengine.declaration", source.sha256, "text")
    if note:
        workbook.set_custom_property("evalengine.note", note[:255], "text")
    cover = workbook.add_worksheet("填写说明")
    entries = [
        _write_form(workbook, styles, form, number, dict((answers or {}).get(form.id, {})), note)
        for number, form in enumerate(forms, 1)
    ]
    write_cover(cover, styles, entries, source=source.file, note=note)
    workbook.close()


def _write_form(
    workbook: Workbook,
    styles: Styles,
    form: Form,
    number: int,
    answers: dict[str, Answer],
    note: str,
) -> Entry:
    """One project's sheet; gives its entry in the list on the first sheet."""
    sheet = workbook.add_worksheet(sheet_name(f"{number} {form.title}"))
    for column in Column:
        hidden = {"hidden": True} if column in (Column.ID, Column.MARK) else {}
        sheet.set_column(AT[column], AT[column], WIDTHS[column], None, hidden)
    _write_marks(sheet, form)
    _write_head(sheet, styles, form, note)
    groups = list(_groups(form))
    row = HEADING_ROW + 1
    for group in groups:
        _write_group(sheet, styles, row, group, answers)
        row += len(group)
    _finish(workbook, sheet, form, groups)
    # The cells that must be filled: from the row of the money executed to the last promise.
    due = xl_range_abs(HEADING_ROW + 2, AT[Column.ACTUAL], row - 2, AT[Column.ACTUAL])
    budget = f"{form.budget.amount:,}" if form.budget else ""
    return Entry(form.id, form.title, sheet.get_name(), budget, due, _count_empty(groups, answers))


def _count_empty(groups: list[list[Line]], answers: dict[str, Answer]) -> int:
    """How many cells that must be filled are still empty."""
    lines = [line for group in groups for line in group]
    due = [line for line in lines if line.answered and line.id not in (ANNUAL, GOAL)]
    return sum(not answers.get(line.id, Answer()).actual for line in due)


def _write_marks(sheet: Worksheet, form: Form) -> None:
    """The two hidden rows by which the sheet is recognised when it is read back."""
    marks = (SCHEMA, form.id, form.source.sha256, form.source.file)
    for column, text in enumerate(marks):
        sheet.write_string(0, column, clip(text))
    for key, column in AT.items():
        sheet.write_string(1, column, key)
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.set_row(1, None, None, {"hidden": True})


def _write_head(sheet: Worksheet, styles: Styles, form: Form, note: str) -> None:
    """Title, name of the project, and the heading of the table."""
    year = f"（{form.year}年度）" if form.year else ""
    title = styles.make(font_name=HEI, font_size=16, border=0)
    left = AT[Column.NUMBER]
    put(sheet, (TITLE_ROW, left, TITLE_ROW, LAST), f"项目绩效完成情况填报表{year}", title)
    sheet.set_row(TITLE_ROW, 30)
    name = styles.make(border=0, align="left", font_name=HEI, font_size=11)
    budget = f"    预算金额：{form.budget.amount:,}{form.budget.unit}" if form.budget else ""
    remark = f"\n{note}" if note else ""
    line = f"{form.department}    {form.project or '（部门整体）'}{budget}{remark}"
    put(sheet, (NAME_ROW, left, NAME_ROW, LAST), line, name)
    sheet.set_row(NAME_ROW, row_height([(line, sum(WIDTHS.values()) - 23)], line=17))
    heading = styles.make(font_name=HEI, bg_color=BLUE)
    for column, text in TITLES.items():
        sheet.write_string(HEADING_ROW, AT[column], text, heading)
    sheet.set_row(HEADING_ROW, 32)
    for row in (TITLE_ROW, NAME_ROW, HEADING_ROW):
        sheet.write_string(row, AT[Column.ID], FURNITURE)


def _groups(form: Form) -> Iterator[list[Line]]:
    """The rows of the table; rows of one indicator together, they share its text."""
    unit = form.budget.unit if form.budget else "万元"
    amount = f"年初预算数：{plain(form.budget.amount)}{unit}" if form.budget else ""
    yield [
        _head_line(ANNUAL, amount, unit, money_hint(form, optional=True)),
        _head_line(EXECUTED, amount, unit, money_hint(form, optional=False)),
    ]
    for _, items in groupby(form.items(), key=lambda item: item[1].number):
        yield [_item_line(*item) for item in items]
    yield [
        _head_line(GOAL, form.goal, "文字", ("选填", "用一两句话说明年度总体目标完成得怎么样。"))
    ]


def _head_line(item: str, text: str, unit: str, hint: tuple[str, str]) -> Line:
    level1 = "年度目标" if item == GOAL else "预算执行"
    optional = "" if item == EXECUTED else "（选填）"
    words = f"{HEAD_ROWS[item]}{optional}"
    return Line(item, "", level1, "—", text, words, unit, hint, explained=False)


def _item_line(item: str, row: Indicator, target: Target) -> Line:
    return Line(
        item,
        fingerprint(row, item, target),
        row.level1,
        row.level2,
        row.target_text,
        promise(row, target),
        unit_label(target),
        input_hint(target),
        judged=is_judged(target),
        answered=target.kind is not Kind.NOT_APPLICABLE,
    )


def _write_group(
    sheet: Worksheet, styles: Styles, row: int, group: list[Line], answers: dict[str, Answer]
) -> None:
    """The rows of one indicator: what was promised on the left, cells to fill on the right."""
    bottom = row + len(group) - 1
    shared = {Column.LEVEL1: group[0].level1, Column.LEVEL2: group[0].level2}
    for column, text in shared.items():
        put(sheet, (row, AT[column], bottom, AT[column]), text, styles.make(bg_color=GREY))
    left = styles.make(align="left", bg_color=GREY)
    put(sheet, (row, AT[Column.TEXT], bottom, AT[Column.TEXT]), group[0].text, left)
    needed = row_height([(group[0].text, WIDTHS[Column.TEXT])])
    for offset, line in enumerate(group):
        answer = answers.get(line.id, Answer())
        _write_line(sheet, styles, row + offset, line, answer)
        sheet.set_row(row + offset, max(_line_height(line, answer), needed / len(group)))


def _line_height(line: Line, answer: Answer) -> float:
    cells = [
        (line.promise, WIDTHS[Column.PROMISE]),
        (line.level2, WIDTHS[Column.LEVEL2]),
        (answer.actual, WIDTHS[Column.ACTUAL] * (3.5 if line.id == GOAL else 1)),
        (answer.reason, WIDTHS[Column.REASON]),
        (answer.evidence, WIDTHS[Column.EVIDENCE]),
    ]
    return max(row_height(cells), 24)


def _write_line(sheet: Worksheet, styles: Styles, row: int, line: Line, answer: Answer) -> None:
    """One row: ids, promise, unit, and the cells to fill."""
    grey = styles.make(bg_color=GREY)
    sheet.write_string(row, AT[Column.ID], line.id)
    sheet.write_string(row, AT[Column.MARK], line.mark)
    sheet.write_string(row, AT[Column.NUMBER], line.id if line.mark else "", grey)
    sheet.write_string(row, AT[Column.PROMISE], clip(line.promise), styles.make(bg_color=GREY))
    sheet.write_string(row, AT[Column.UNIT], line.unit, grey)
    if line.id == GOAL:
        style = styles.make(locked=False, num_format="@", align="left")
        put(sheet, (row, AT[Column.ACTUAL], row, LAST), answer.actual, style)
    else:
        _write_answer(sheet, styles, row, line, answer)
    _guide(sheet, row, line)


def _write_answer(sheet: Worksheet, styles: Styles, row: int, line: Line, answer: Answer) -> None:
    """The cells to fill, as text: `92%` and `2019-12-20` stay what was typed."""
    actual = answer.actual if line.answered else "不适用"
    texts = {
        Column.ACTUAL: actual,
        Column.SHARE: answer.share,
        Column.REASON: answer.reason,
        Column.EVIDENCE: answer.evidence,
    }
    for column, text in texts.items():
        align = "center" if column in (Column.ACTUAL, Column.SHARE) else "left"
        open_style = styles.make(locked=False, num_format="@", align=align)
        closed_style = styles.make(bg_color=GREY, num_format="@", align=align)
        style = open_style if column in _open_columns(line) else closed_style
        if text:
            sheet.write_string(row, AT[column], clip(text), style)
        else:
            sheet.write_blank(row, AT[column], None, style)


def _guide(sheet: Worksheet, row: int, line: Line) -> None:
    """The hint of the cell, its list of choices, and yellow as long as it is empty."""
    if not line.answered:
        return
    title, message = line.hint
    guide: dict[str, object] = {
        "validate": "any",
        "input_title": title,
        "input_message": message,
    }
    if line.judged:
        # Other words stay possible (不适用), so the list only offers.
        guide |= {"validate": "list", "source": list(JUDGEMENTS), "show_error": False}
    actual, share = AT[Column.ACTUAL], AT[Column.SHARE]
    sheet.data_validation(row, actual, row, actual, guide)
    if line.judged:
        words = "可不填；填时写所选档次范围内的百分数，如 85%。"
        guide = {"validate": "any", "input_title": "得分比例（选填）", "input_message": words}
        sheet.data_validation(row, share, row, share, guide)


def _finish(workbook: Workbook, sheet: Worksheet, form: Form, groups: list[list[Line]]) -> None:
    """Yellow for open cells still empty; frozen heading, protection, page."""
    required = workbook.add_format({"bg_color": YELLOW})
    optional = workbook.add_format({"bg_color": PALE})
    lines = [line for group in groups for line in group]
    for row, line in enumerate(lines, HEADING_ROW + 1):
        for column in _open_columns(line):
            is_due = column is Column.ACTUAL and line.id not in (ANNUAL, GOAL)
            rule = {"type": "blanks", "format": required if is_due else optional}
            sheet.conditional_format(row, AT[column], row, AT[column], rule)
    end = HEADING_ROW + len(lines)
    area = xl_range(HEADING_ROW + 1, AT[Column.ACTUAL], end, LAST)
    sheet.ignore_errors({"number_stored_as_text": area})
    sheet.freeze_panes(HEADING_ROW + 1, 0)
    sheet.repeat_rows(HEADING_ROW)
    sheet.print_area(TITLE_ROW, AT[Column.NUMBER], end, LAST)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_selection(HEADING_ROW + 2, AT[Column.ACTUAL], HEADING_ROW + 2, AT[Column.ACTUAL])
    sheet.hide_gridlines(2)
    set_page(sheet, landscape=True, footer=form.title)


def _open_columns(line: Line) -> tuple[Column, ...]:
    """The cells of a row that may be filled."""
    if not line.answered:
        return ()
    if not line.explained:
        return (Column.ACTUAL,)
    judged = (Column.SHARE,) if line.judged else ()
    return (Column.ACTUAL, *judged, Column.REASON, Column.EVIDENCE)
