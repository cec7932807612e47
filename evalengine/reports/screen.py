"""The result in a terminal: one table a project, and a summary of all projects."""

from collections.abc import Sequence
from decimal import Decimal

from evalengine.record import Evaluation
from evalengine.terminal import Column, plain, room, table
from evalengine.wording import SEVERITIES, amount
from indicators.errors import Words
from indicators.model import NOTHING_DECLARED, Declared
from indicators.places import place_said
from scoring.model import ExecutionScore, ItemScore, ProjectScore

_COLUMNS = (
    (Words("编号", "item"), False, False),
    (Words("二级指标", "level 2"), False, False),
    (Words("内容", "measure"), False, True),
    (Words("应完成", "target"), False, True),
    (Words("实际完成", "actual"), False, True),
    (Words("分值", "max"), True, False),
    (Words("得分", "points"), True, False),
)
_DECLARED = (Words("自评", "declared"), True, False)
"""The points that the unit gave itself, beside those computed."""

_SUMMARY_COLUMNS = (
    (Words("项目", "project"), False, True),
    (Words("执行率", "executed"), True, False),
    (Words("总分", "total"), True, False),
    (Words("等级", "grade"), False, False),
)
_LONGEST = 28
"""Characters of an indicator's text that a table shows; the report has all of it."""


def score_lines(evaluations: Sequence[Evaluation], language: str) -> list[str]:
    """Everything that `score` prints: the projects in order, then the summary."""
    lines: list[str] = []
    for each in evaluations:
        lines += [*project_lines(each.score, language, each.case.form.declared), ""]
    if len(evaluations) > 1:
        lines += summary_lines([each.score for each in evaluations], language)
    return lines if len(evaluations) > 1 else lines[:-1]


def project_lines(
    score: ProjectScore, language: str, declared: Declared = NOTHING_DECLARED
) -> list[str]:
    """One project: its name, the table of its items, total and grade, and what to know about it.

    Where the unit gave itself points, they stand beside those computed.
    """
    rows = [_execution_row(score.execution, language)] if score.execution else []
    rows += [_item_row(item) for item in score.items]
    rows += _total_rows(score, language)
    claimed = [declared.execution_points] if score.execution else []
    claimed += [item.declared_points for item in score.items]
    claimed += [declared.total, *[None] * (len(rows) - len(claimed) - 1)]
    columns = list(_COLUMNS)
    if any(points is not None for points in claimed):
        columns.append(_DECLARED)
        rows = [[*row, _points(points)] for row, points in zip(rows, claimed, strict=True)]
    lines = [heading(score, language), *table(_columns(columns, language), rows, room())]
    return [*lines, grade_line(score, language), *_remarks(score, language)]


def _points(points: Decimal | None) -> str:
    return "" if points is None else f"{points:f}"


def _total_rows(score: ProjectScore, language: str) -> list[list[str]]:
    """The sum of the rows and, where it was scaled up to the whole, the total."""
    label = Words("合计", "total").said(language)
    rows = [["", "", "", "", label, f"{score.max_points:f}", f"{score.points:f}"]]
    if score.total != score.points:
        scaled = Words("折算", "scaled").said(language)
        rows.append(["", "", "", "", scaled, "", f"{score.total:f}"])
    return rows


def heading(score: ProjectScore, language: str) -> str:
    """Project, year and department on one line."""
    year = Words(f"（{score.year}年度）", f" ({score.year})").said(language) if score.year else ""
    title = score.project or score.department
    return plain(f"{title}{year}　{score.department}")


def grade_line(score: ProjectScore, language: str) -> str:
    """Total and grade in words, and how far the grades beside it are."""
    total, grade, standard = f"{score.total:f}", score.grade, score.standard.id
    zh = f"总分 {total}，{grade.title}。评分标准：{standard}。"
    en = f"Total {total}, {grade.title_en or grade.title}. Standard: {standard}."
    if score.status == "provisional":
        zh, en = zh + "有未填报的内容，结果为暂定。", en + " Provisional: something is missing."
    margin = margin_words(score)
    return Words(zh + margin.zh, f"{en} {margin.en}".rstrip()).said(language)


def margin_words(score: ProjectScore) -> Words:
    """The distance to the grades above and below."""
    above, below = score.margin.to_higher_grade, score.margin.to_lower_grade
    zh, en = [], []
    if above is not None:
        zh.append(f"再得 {above:f} 分可升一级")
        en.append(f"{above:f} points to the next grade")
    if below is not None:
        zh.append(f"高出本级下限 {below:f} 分")
        en.append(f"{below:f} points above the lower bound of this grade")
    return Words("，".join(zh) + "。", ", ".join(en) + ".") if zh else Words("", "")


def summary_lines(scores: Sequence[ProjectScore], language: str) -> list[str]:
    """One row a project."""
    rows = [
        [
            score.project or score.department,
            score.execution.rate if score.execution else "",
            f"{score.total:f}",
            grade_title(score, language),
        ]
        for score in scores
    ]
    return table(_columns(_SUMMARY_COLUMNS, language), rows, room())


def grade_title(score: ProjectScore, language: str) -> str:
    """The grade, marked where it is provisional."""
    grade = score.grade
    title = Words(grade.title, grade.title_en or grade.title).said(language)
    mark = Words("（暂定）", " (provisional)").said(language)
    return title + (mark if score.status == "provisional" else "")


def _columns(columns: Sequence[tuple[Words, bool, bool]], language: str) -> list[Column]:
    return [Column(words.said(language), right, flexible) for words, right, flexible in columns]


def _execution_row(execution: ExecutionScore, language: str) -> list[str]:
    name = Words("预算执行率", "execution rate").said(language)
    budget = amount(execution.budget, execution.unit)
    rate = Words(f"（{execution.rate}）", f" ({execution.rate})").said(language)
    executed = amount(execution.executed, f"{execution.unit}{rate}")
    points = execution.working.points
    return ["", name, "", budget, executed, f"{execution.max_points:f}", f"{points:f}"]


def _item_row(item: ItemScore) -> list[str]:
    text = plain(item.measure or item.indicator)
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    points = f"{item.points:f}"
    target = "" if item.target == item.indicator else item.target
    return [item.id, item.level2, shown, target, item.actual, f"{item.max_points:f}", points]


def _remarks(score: ProjectScore, language: str) -> list[str]:
    """Notes and findings, one line each."""
    lines = [f"· {plain(note.said(language))}" for note in score.notes]
    for finding in score.findings:
        label = SEVERITIES[finding.severity].said(language)
        place = place_said(finding.place, language)
        colon = Words("：", ": ").said(language)
        lines.append(f"· {label} {place}{colon}{plain(finding.words.said(language))}")
    return lines
