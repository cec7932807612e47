"""Writes the review workbook: every row with its verdict, every finding, room for decisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from evalengine.output import check_ending, replacing
from evalengine.rechecked import recheck_data
from evalengine.rechecking import Rechecked, RecheckedForm
from evalengine.reports import paper
from evalengine.reviewing import HEADING, Column, finding_key, finding_mark, row_key, row_mark
from evalengine.voice import as_json
from evalengine.wording import SEVERITIES
from indicators.errors import Words
from scoring.recheck.criteria import STATES, load_criteria
from scoring.recheck.decisions import RULINGS, Decision
from scoring.recheck.model import VERDICT_TITLES, RowCheck, Verdict

ENDINGS = (".xlsx", ".json")
OPEN = "#FFF8DC"
"""Behind the cells that a reviewer fills in."""

DIFFERS = "#FBE5E1"
"""Behind a verdict that needs a decision."""


def check_review(path: Path) -> None:
    """Refuse a file that cannot be written, before any work is done.

    Raises:
        UsageError: if its ending is unknown, or its folder missing or read-only.
    """
    check_ending(
        path,
        ENDINGS,
        Words(
            "复核的结果有文件夹（成批复核，名字里没有点）和",
            "a re-check is written as a folder (a table in bulk; no dot in its name) or",
        ),
    )


def write_review(path: Path, rechecked: Rechecked) -> None:
    """Write the review workbook, or the record as JSON, by the ending of `path`."""
    with replacing(path) as part:
        if path.suffix.lower() == ".json":
            part.write_text(as_json(recheck_data(rechecked)) + "\n", encoding="utf-8")
        else:
            _write_workbook(part, rechecked)


@dataclass(frozen=True, slots=True)
class _Col:
    """One column of a sheet: heading, width, the key by which it is read back, its look."""

    title: str
    width: float
    key: str = ""
    open: bool = False
    left: bool = False


_DECISION = (
    _Col("处理意见", 10, Column.RULING, open=True),
    _Col("复核得分", 9, Column.POINTS, open=True),
    _Col("理由", 24, Column.REASON, open=True, left=True),
    _Col("复核人", 10, Column.BY, open=True),
    _Col("日期", 12, Column.ON, open=True),
)
_OPINION = tuple(each for each in _DECISION if each.key != Column.POINTS)
_HIDDEN = (_Col("", 2, Column.KEY), _Col("", 2, Column.MARK))

_ROWS = (
    *_HIDDEN,
    _Col("项目", 18, left=True),
    _Col("行", 4),
    _Col("二级指标", 12),
    _Col("指标", 20, left=True),
    _Col("目标", 14),
    _Col("实际完成值", 16),
    _Col("分值", 7),
    _Col("自评得分", 7),
    _Col("复算得分", 7),
    _Col("差", 7),
    _Col("结论", 9),
    _Col("说明", 40, left=True),
    _Col("其他发现", 28, left=True),
    *_DECISION,
)
_FINDINGS = (
    *_HIDDEN,
    _Col("项目", 20, left=True),
    _Col("级别", 7),
    _Col("检查", 22),
    _Col("发现", 50, left=True),
    _Col("怎样改", 30, left=True),
    *_OPINION,
)
_OVERVIEW = (
    _Col("项目", 26, left=True),
    _Col("部门", 22, left=True),
    _Col("年度", 7),
    _Col("评分标准", 18),
    _Col("自评总分", 9),
    _Col("自评等级", 8),
    _Col("复算总分", 9),
    _Col("复算等级", 8),
    _Col("未能复算", 8),
    *(_Col(VERDICT_TITLES[verdict].zh, 9) for verdict in Verdict),
    _Col("待定意见", 8),
    _Col("复核后总分", 10),
    _Col("复核后等级", 9),
)
_CRITERIA = (
    _Col("项目", 24, left=True),
    _Col("序号", 6),
    _Col("复核要点", 44, left=True),
    _Col("后果", 26, left=True),
    _Col("情况", 12),
    _Col("出处（未核对原文）", 34, left=True),
)


_COPIES = (
    _Col("组", 6),
    _Col("项目", 30, left=True),
    _Col("部门", 26, left=True),
    _Col("文件", 26, left=True),
    _Col("发现", 50, left=True),
)


class _Book:
    """One workbook, with what its sheets share."""

    def __init__(self, path: Path) -> None:
        self.workbook = paper.SafeWorkbook(path, title="自评复核表")
        self.styles = paper.Styles(self.workbook)

    def sheet(self, name: str, columns: Sequence[_Col], rows: Sequence[Sequence[Any]]) -> None:
        """A sheet with a heading, the rows below it, and what is read back marked in row 1."""
        sheet = self.workbook.add_worksheet(paper.sheet_name(name))
        keyed = any(column.key for column in columns)
        top = 1 if keyed else 0
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width, None, {"hidden": column in _HIDDEN})
            if keyed:
                sheet.write_string(0, at, column.key)
            title = HEADING if column.key == Column.KEY else column.title
            head = self.styles.make(bold=True, bg_color=paper.BLUE, font_name=paper.HEI)
            sheet.write_string(top, at, title, head)
        if keyed:
            sheet.set_row(0, None, None, {"hidden": True})
        for number, cells in enumerate(rows, top + 1):
            self._row(sheet, number, columns, cells)
        sheet.freeze_panes(top + 1, 0)
        if rows:
            sheet.autofilter(top, 0, top + len(rows), len(columns) - 1)
        self._choices(sheet, columns, top + 1, top + len(rows))
        paper.set_page(sheet, landscape=True, footer="自评复核表")
        sheet.repeat_rows(top)

    def _row(self, sheet: Any, number: int, columns: Sequence[_Col], cells: Sequence[Any]) -> None:
        texts = []
        for at, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            look: dict[str, Any] = {"align": "left"} if column.left else {}
            if column.open:
                look |= {"bg_color": OPEN}
            if cell == VERDICT_TITLES[Verdict.DIFFERS].zh:
                look |= {"bg_color": DIFFERS}
            if isinstance(cell, Decimal):
                style = self.styles.make(num_format="0.##", **look)
                paper.put_number(sheet, (number, at, number, at), cell, style)
            elif cell == "":
                sheet.write_blank(number, at, None, self.styles.make(**look))
            else:
                sheet.write_string(number, at, str(cell), self.styles.make(**look))
                if column not in _HIDDEN:
                    texts.append((str(cell), column.width))
        sheet.set_row(number, paper.row_height(texts))

    @staticmethod
    def _choices(sheet: Any, columns: Sequence[_Col], first: int, last: int) -> None:
        """The list to choose a decision from."""
        for at, column in enumerate(columns):
            if column.key == Column.RULING and last >= first:
                choices = [words.zh for words in RULINGS.values()]
                sheet.data_validation(first, at, last, at, {"validate": "list", "source": choices})


def _write_workbook(path: Path, rechecked: Rechecked) -> None:
    book = _Book(path)
    book.sheet("概览", _OVERVIEW, [_overview(form) for form in rechecked.forms])
    book.sheet("逐项", _ROWS, [_line(form, row) for form, row in rechecked.rows])
    book.sheet("整表疑点", _FINDINGS, [line for form in rechecked.forms for line in _found(form)])
    book.sheet(
        "复核要点", _CRITERIA, [line for form in rechecked.forms for line in _criteria(form)]
    )
    if rechecked.copies:
        book.sheet("雷同", _COPIES, list(_copies(rechecked)))
    book.workbook.close()


def _overview(form: RecheckedForm) -> list[Any]:
    check, after = form.check, form.reviewed
    has_decisions = bool(form.decisions)
    return [
        form.form.title,
        form.form.department,
        str(form.form.year or ""),
        check.standard.id,
        _or_blank(check.declared_total),
        check.declared_grade or "",
        check.total if check.is_computed else "",
        check.grade.title if check.is_computed else "",
        check.unchecked,
        *(Decimal(check.verdicts[verdict]) for verdict in Verdict),
        Decimal(after.waiting),
        after.total if has_decisions else "",
        after.grade.title if has_decisions else "",
    ]


def _line(form: RecheckedForm, row: RowCheck) -> list[Any]:
    indicator = row.row.indicator
    others = [
        found.words.zh for found in row.findings if found.words.zh.find(row.explanation.zh) < 0
    ]
    return [
        row_key(form, row),
        row_mark(row),
        form.form.title,
        "" if row.row.is_money else str(row.number),
        indicator.level2,
        row.row.name,
        indicator.target_text,
        indicator.actual_text or "",
        _or_blank(indicator.max_points),
        _or_blank(row.declared),
        _or_blank(row.computed),
        _or_blank(row.difference),
        VERDICT_TITLES[row.verdict].zh,
        row.explanation.zh,
        "\n".join(others),
        *_decision(form.decisions.get(row.number), with_points=True),
    ]


def _found(form: RecheckedForm) -> Iterator[list[Any]]:
    for at, finding in enumerate(form.check.findings):
        yield [
            finding_key(form, at),
            finding_mark(finding),
            form.form.title,
            SEVERITIES[finding.severity].zh,
            finding.check,
            finding.words.zh,
            finding.mend.zh if finding.mend else "",
            *_decision(form.opinions.get(at), with_points=False),
        ]


def _decision(decision: Decision | None, *, with_points: bool) -> list[Any]:
    """What has been decided already, in the cells to be filled in."""
    if decision is None:
        return [""] * (5 if with_points else 4)
    points = [_or_blank(decision.points)] if with_points else []
    ruling, on = RULINGS[decision.ruling].zh, decision.on.isoformat()
    return [ruling, *points, decision.reason, decision.by, on]


def _criteria(form: RecheckedForm) -> Iterator[list[Any]]:
    criteria = load_criteria()
    found = {each.check for each in form.check.all_findings}
    for criterion in criteria.criteria:
        yield [
            form.form.title,
            str(criterion.number),
            criterion.title,
            criterion.consequence_words.zh,
            STATES[criterion.state(found)].zh,
            criteria.cite(criterion).clause,
        ]


def _copies(rechecked: Rechecked) -> Iterator[list[Any]]:
    """One line for each form of a group."""
    for number, group in enumerate(rechecked.copies, 1):
        for at in group.members:
            read = rechecked.forms[at].form
            words = group.finding.words.zh
            yield [str(number), read.title, read.department, read.source.file, words]


def _or_blank(number: Decimal | None) -> Decimal | str:
    return "" if number is None else number
