"""Writes the workbook in which a department fills in what it achieved: one sheet a project."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from xlsxwriter.utility import xl_range, xl_range_abs
from xlsxwriter.workbook import Workbook

from evalengine.reports.cover import Entry, write_cover
from evalengine.reports.fillrows import Line, groups_of
from evalengine.reports.hints import examples
from evalengine.reports.paper import (
    BLUE,
    HEI,
    MAX_HEIGHT,
    SafeSheet,
    SafeWorkbook,
    Styles,
    put,
    row_height,
    set_page,
    sheet_name,
    text_height,
)
from indicators.model import Form
from indicators.pairing.sheet import EXECUTED, FURNITURE, GOAL, SCHEMA, Answer, Column
from scoring.judgement import Band

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
HIDDEN = (Column.ID, Column.MARK)
VISIBLE_WIDTH = sum(width for column, width in WIDTHS.items() if column not in HIDDEN)
ANSWER_WIDTH = sum(WIDTHS[column] for column in list(Column)[AT[Column.ACTUAL] :])
TITLE_ROW, NAME_ROW, HEADING_ROW = 2, 3, 4
FIRST_ROW = HEADING_ROW + 1
YELLOW = "#FFF2CC"
PALE = "#FFFDF2"
GREY = "#F2F2F2"

Answers = Mapping[str, Answer]
"""The answers of one project by item id (see `indicators.pairing.sheet`)."""


def write_template(
    forms: Sequence[Form],
    path: Path,
    *,
    bands: Sequence[Band],
    answers: Mapping[str, Answers] | None = None,
    note: str = "",
) -> None:
    """Write the fill-in workbook for `forms` to `path`.

    Args:
        forms: the forms of one declaration, in the order of the sheets; at least one.
        path: the .xlsx file to write.
        bands: the levels of the standard, best first: their titles are the list to choose from.
        answers: what to fill in already, by `Form.id` and item id.
        note: a remark for the first sheet and under every title, such as where answers come from.
    """
    workbook = SafeWorkbook(path, title="绩效完成情况填报表", comments=note)
    styles = Styles(workbook)
    source = forms[0].source
    workbook.set_custom_property("evalengine.schema", SCHEMA, "text")
    workbook.set_custom_property("evalengine.declaration", source.sha256, "text")
    cover = workbook.add_worksheet("填写说明")
    titles = [band.title for band in bands]
    entries = []
    for number, form in enumerate(forms, 1):
        sheet = workbook.add_worksheet(sheet_name(f"{number} {form.title}"))
        project = _ProjectSheet(sheet, styles, form, (answers or {}).get(form.id, {}), titles)
        project.write(note)
        project.finish(workbook)
        entries.append(project.entry())
    write_cover(cover, styles, entries, examples=examples(bands), source=source.file, note=note)
    workbook.close()


class _ProjectSheet:
    """The sheet of one project."""

    def __init__(
        self,
        sheet: SafeSheet,
        styles: Styles,
        form: Form,
        answers: Answers,
        judgements: Sequence[str],
    ) -> None:
        self._sheet = sheet
        self._styles = styles
        self._form = form
        self._answers = answers
        self._judgements = list(judgements)
        self._groups = list(groups_of(form))
        self._lines = [line for group in self._groups for line in group]
        self._end = HEADING_ROW + len(self._lines)

    def write(self, note: str) -> None:
        """Everything that is seen, and the hidden marks."""
        for column in Column:
            hidden = {"hidden": True} if column in HIDDEN else {}
            self._sheet.set_column(AT[column], AT[column], WIDTHS[column], None, hidden)
        self._write_marks()
        self._write_head(note)
        row = FIRST_ROW
        for group in self._groups:
            self._write_group(row, group)
            row += len(group)

    def entry(self) -> Entry:
        """What the list on the first sheet says about this one."""
        form, column = self._form, AT[Column.ACTUAL]
        # The cells that must be filled: from the row of the money executed to the last promise.
        due = xl_range_abs(FIRST_ROW + 1, column, self._end - 1, column)
        budget = f"{form.budget.amount:,}{form.budget.unit}" if form.budget else ""
        empty = sum(line.is_due and not self._answer(line).actual for line in self._lines)
        return Entry(form.id, form.title, self._sheet.get_name(), budget, due, empty)

    def _answer(self, line: Line) -> Answer:
        return self._answers.get(line.id, Answer())

    def _write_marks(self) -> None:
        """The two hidden rows by which the sheet is recognised when it is read back."""
        form = self._form
        marks = (SCHEMA, form.id, form.source.sha256, form.source.file)
        for column, text in enumerate(marks):
            self._sheet.write_string(0, column, text)
        for key, column in AT.items():
            self._sheet.write_string(1, column, key)
        self._sheet.set_row(0, None, None, {"hidden": True})
        self._sheet.set_row(1, None, None, {"hidden": True})

    def _write_head(self, note: str) -> None:
        """Title, name of the project, and the heading of the table."""
        form, sheet, left = self._form, self._sheet, AT[Column.NUMBER]
        year = f"（{form.year}年度）" if form.year else ""
        title = self._styles.make(font_name=HEI, font_size=16, border=0)
        put(sheet, (TITLE_ROW, left, TITLE_ROW, LAST), f"项目绩效完成情况填报表{year}", title)
        sheet.set_row(TITLE_ROW, 30)
        name = self._styles.make(border=0, align="left", font_name=HEI, font_size=11)
        budget = f"    预算金额：{form.budget.amount:,}{form.budget.unit}" if form.budget else ""
        remark = f"\n{note}" if note else ""
        line = f"{form.department}    {form.title}{budget}{remark}"
        put(sheet, (NAME_ROW, left, NAME_ROW, LAST), line, name)
        sheet.set_row(NAME_ROW, row_height([(line, VISIBLE_WIDTH)], line=17))
        heading = self._styles.make(font_name=HEI, bg_color=BLUE)
        for column, text in TITLES.items():
            sheet.write_string(HEADING_ROW, AT[column], text, heading)
        sheet.set_row(HEADING_ROW, 32)
        for row in (TITLE_ROW, NAME_ROW, HEADING_ROW):
            sheet.write_string(row, AT[Column.ID], FURNITURE)

    def _write_group(self, row: int, group: list[Line]) -> None:
        """The rows of one indicator: what was promised on the left, cells to fill on the right."""
        bottom, first = row + len(group) - 1, group[0]
        shared = {Column.LEVEL1: first.level1, Column.LEVEL2: first.level2}
        for column, text in shared.items():
            box = (row, AT[column], bottom, AT[column])
            put(self._sheet, box, text, self._styles.make(bg_color=GREY))
        left = self._styles.make(align="left", bg_color=GREY)
        put(self._sheet, (row, AT[Column.TEXT], bottom, AT[Column.TEXT]), first.text, left)
        needed = text_height([(first.text, WIDTHS[Column.TEXT])]) / len(group)
        for offset, line in enumerate(group):
            self._write_line(row + offset, line)
            height = max(self._line_height(line), needed)
            self._sheet.set_row(row + offset, min(height, MAX_HEIGHT))

    def _line_height(self, line: Line) -> float:
        answer = self._answer(line)
        cells = [
            (line.promise, WIDTHS[Column.PROMISE]),
            (line.level2, WIDTHS[Column.LEVEL2]),
            (answer.actual, ANSWER_WIDTH if line.id == GOAL else WIDTHS[Column.ACTUAL]),
            (answer.reason, WIDTHS[Column.REASON]),
            (answer.evidence, WIDTHS[Column.EVIDENCE]),
        ]
        return max(text_height(cells), 24)

    def _write_line(self, row: int, line: Line) -> None:
        """One row: ids, promise, unit, and the cells to fill."""
        sheet, grey = self._sheet, self._styles.make(bg_color=GREY)
        sheet.write_string(row, AT[Column.ID], line.id)
        sheet.write_string(row, AT[Column.MARK], line.mark)
        sheet.write_string(row, AT[Column.NUMBER], line.id if line.mark else "", grey)
        sheet.write_string(row, AT[Column.PROMISE], line.promise, grey)
        sheet.write_string(row, AT[Column.UNIT], line.unit, grey)
        if line.id == GOAL:
            style = self._styles.make(locked=False, num_format="@", align="left")
            put(sheet, (row, AT[Column.ACTUAL], row, LAST), self._answer(line).actual, style)
        else:
            self._write_answer(row, line)
        self._guide(row, line)

    def _write_answer(self, row: int, line: Line) -> None:
        """The cells to fill, as text: `92%` and `2019-12-20` stay what was typed."""
        answer = self._answer(line)
        texts = {
            Column.ACTUAL: answer.actual if line.answered else "不适用",
            Column.SHARE: answer.share,
            Column.REASON: answer.reason,
            Column.EVIDENCE: answer.evidence,
        }
        for column, text in texts.items():
            align = "center" if column in (Column.ACTUAL, Column.SHARE) else "left"
            is_open = column in line.open_columns
            changes = {"locked": False} if is_open else {"bg_color": GREY}
            style = self._styles.make(num_format="@", align=align, **changes)
            if text:
                self._sheet.write_string(row, AT[column], text, style)
            else:
                self._sheet.write_blank(row, AT[column], None, style)

    def _guide(self, row: int, line: Line) -> None:
        """The hint of the cell, and its list of choices."""
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
            guide |= {"validate": "list", "source": self._judgements, "show_error": False}
        actual, share = AT[Column.ACTUAL], AT[Column.SHARE]
        self._sheet.data_validation(row, actual, row, actual, guide)
        if line.shared:
            words = "可不填；填时写所在档次范围内的百分数，如 85%。"
            guide = {"validate": "any", "input_title": "得分比例（选填）", "input_message": words}
            self._sheet.data_validation(row, share, row, share, guide)

    def finish(self, workbook: Workbook) -> None:
        """Yellow for open cells still empty; frozen heading, protection, page."""
        sheet = self._sheet
        required = workbook.add_format({"bg_color": YELLOW})
        optional = workbook.add_format({"bg_color": PALE})
        for row, line in enumerate(self._lines, FIRST_ROW):
            for column in line.open_columns:
                is_due = column is Column.ACTUAL and line.is_due
                rule = {"type": "blanks", "format": required if is_due else optional}
                sheet.conditional_format(row, AT[column], row, AT[column], rule)
        area = xl_range(FIRST_ROW, AT[Column.ACTUAL], self._end, LAST)
        sheet.ignore_errors({"number_stored_as_text": area})
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.repeat_rows(HEADING_ROW)
        sheet.print_area(TITLE_ROW, AT[Column.NUMBER], self._end, LAST)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        executed = FIRST_ROW + [line.id for line in self._lines].index(EXECUTED)
        sheet.set_selection(executed, AT[Column.ACTUAL], executed, AT[Column.ACTUAL])
        sheet.hide_gridlines(2)
        set_page(sheet, landscape=True, footer=self._form.title)
