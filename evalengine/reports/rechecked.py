"""A re-check as lines of text for a terminal: what differs, form by form, and the bottom line."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from evalengine import terminal
from evalengine.rechecking import Rechecked, RecheckedForm
from evalengine.reports.findings import BETWEEN, indented, told
from evalengine.terminal import Column
from indicators.errors import Words
from indicators.model import Finding, Severity
from indicators.model import plain as shortest
from indicators.taxonomy import category_title
from scoring.model import Working
from scoring.recheck.checks.verdicts import BY_VERDICT
from scoring.recheck.model import VERDICT_TITLES, FormCheck, RowCheck, TotalOf, Verdict
from scoring.weights import EXECUTION

_CLAUSE = Words("依据：", "Clause: ")
_UNSEEN = Words("（未核对）", " (not verified)")

COLUMNS = (
    Words("行", "Row"),
    Words("指标", "Indicator"),
    Words("目标", "Target"),
    Words("实际", "Actual"),
    Words("分值", "Max"),
    Words("自评", "Declared"),
    Words("复算", "Computed"),
    Words("结论", "Verdict"),
)


def recheck_lines(rechecked: Rechecked, language: str, *, all_rows: bool) -> Iterator[str]:
    """A block a form: the rows that differ (or all), why, what else was found, the totals."""
    for form in rechecked.forms:
        yield terminal.plain(_heading(form, language))
        rows = [row for row in form.check.rows if all_rows or row.verdict is not Verdict.AGREES]
        if rows:
            yield from _table(rows, language)
            yield ""
            yield from _explanations(rows, language)
        yield from _findings(form, language)
        yield _bottom_line(form).said(language)
        yield ""
    if rechecked.copies:
        yield BETWEEN.said(language)
        yield from _told([each.finding for each in rechecked.copies], language)
    yield _summary(rechecked).said(language)


def _heading(form: RecheckedForm, language: str) -> str:
    read = form.form
    year = Words(f"（{read.year}年度）", f" ({read.year})").said(language) if read.year else ""
    return f"{read.title}{year} {read.department if read.project else ''}"


def _table(rows: list[RowCheck], language: str) -> Iterator[str]:
    titles = [words.said(language) for words in COLUMNS]
    columns = [
        Column(title, right=4 <= i <= 6, flexible=1 <= i <= 3) for i, title in enumerate(titles)
    ]
    cells = [_cells(row, language) for row in rows]
    yield from terminal.table(columns, cells, terminal.room())


def _cells(row: RowCheck, language: str) -> list[str]:
    indicator = row.row.indicator
    return [
        _number(row),
        _name(row).said(language),
        indicator.target_text,
        indicator.actual_text or "",
        shortest(indicator.max_points),
        "—" if row.declared is None else shortest(row.declared),
        "—" if row.computed is None else f"{row.computed:f}",
        VERDICT_TITLES[row.verdict].said(language),
    ]


def _name(row: RowCheck) -> Words:
    name = row.row.name
    return Words(name, category_title(EXECUTION).en) if row.row.is_money else Words(name, name)


def _number(row: RowCheck) -> str:
    return "" if row.row.is_money else str(row.number)


def _explanations(rows: list[RowCheck], language: str) -> Iterator[str]:
    """Why each row has its verdict, in the order of the table; then the clauses, each once."""
    for row in rows:
        number = _number(row)
        name = Words(f"第 {number} 行", f"row {number}") if number else _name(row)
        said = Words(f"{name.zh}：{row.explanation.zh}", f"{name.en}: {row.explanation.en}")
        yield from indented(said.said(language))
    for working in _by_clause(rows):
        unseen = "" if working.verified else _UNSEEN.said(language)
        yield from indented(f"{_CLAUSE.said(language)}{working.cite}{unseen}")
    yield ""


def _by_clause(rows: list[RowCheck]) -> list[Working]:
    """One working for each clause that the rows rest on."""
    return list({working.cite: working for row in rows for working in row.workings}.values())


def _findings(form: RecheckedForm, language: str) -> Iterator[str]:
    """What else was found: the gravest first, of those about the form, then about its rows."""
    others = [found for found in form.check.all_findings if found.check not in BY_VERDICT]
    yield from _told(sorted(others, key=lambda found: found.severity.rank), language)


def _told(findings: Sequence[Finding], language: str) -> Iterator[str]:
    for found in findings:
        yield from told(found, language)
    if findings:
        yield ""


def _bottom_line(form: RecheckedForm) -> Words:
    check, after = form.check, form.reviewed
    declared = "—" if check.declared_total is None else shortest(check.declared_total)
    title = check.declared_grade or "—"
    how = _how_declared(check)
    computed_zh = computed_en = "—"
    if check.is_computed:
        computed_zh = f"{check.total:f} {check.grade.title}"
        computed_en = f"{check.total:f} {check.grade.title_en}"
    unchecked = f"{check.unchecked:f}"
    open_zh = f"，其中 {unchecked} 分无法复算，按自评计" if check.unchecked else ""
    open_en = f"; {unchecked} of them as declared, not computable" if check.unchecked else ""
    decided_zh = decided_en = ""
    if form.decisions:
        decided_zh = f"；复核意见后 {after.total:f} {after.grade.title}"
        decided_en = f"; after the decisions {after.total:f} {after.grade.title_en}"
    return Words(
        f"自评 {declared} {title}{how.zh}；复算 {computed_zh}{open_zh}{decided_zh}。"
        f"评分标准：{check.standard.id}。",
        f"declared {declared} {title}{how.en}; recomputed {computed_en}{open_en}"
        f"{decided_en}. Standard: {check.standard.id}.",
    )


def _how_declared(check: FormCheck) -> Words:
    """What the declared total is, where the form does not print it."""
    if check.declared_from is TotalOf.SUMMED:
        return Words(
            "（表上没有总分，为各项自评得分之和）", " (no total printed: its points added up)"
        )
    if check.declared_from is TotalOf.SUMMED_WITH_MONEY:
        points = next(row.computed for row in check.rows if row.is_money_left_out)
        return Words(
            f"（表上没有总分：各项自评得分之和，加上没有自评、按复算计的执行率 {points} 分）",
            f" (no total printed: its points added up, with {points} computed for the execution "
            "rate, to which it gives none)",
        )
    return Words("", "")


def _summary(rechecked: Rechecked) -> Words:
    verdicts = sum((form.check.verdicts for form in rechecked.forms), Counter())
    return counts_of(len(rechecked.forms), verdicts, rechecked.counts)


def counts_of(forms: int, verdicts: Mapping[Verdict, int], counts: Mapping[Severity, int]) -> Words:
    """How many forms and rows there were, with which verdicts, and how many findings."""
    said = [(VERDICT_TITLES[verdict], verdicts.get(verdict, 0)) for verdict in Verdict]
    rows_zh = (
        "，".join(f"{title.zh} {number}" for title, number in said if number) or "没有可核对的"
    )
    rows_en = ", ".join(f"{title.en} {number}" for title, number in said if number) or "none"
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    rows = sum(verdicts.values())
    return Words(
        f"复核 {forms} 份自评表 {rows} 行：{rows_zh}。"
        f"错误 {errors}，注意 {warnings}，提示 {counts[Severity.INFO]}。",
        f"{forms} form(s), {rows} rows: {rows_en}. "
        f"{errors} error(s), {warnings} warning(s), {counts[Severity.INFO]} note(s).",
    )
