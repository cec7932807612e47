"""Why every point was given or lost, in words: formula, rule, clause, and what would give more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evalengine.normalform import plain as data_of
from evalengine.record import Evaluation
from evalengine.reports.screen import grade_line, heading
from evalengine.terminal import clip, plain, room, wrap
from indicators.errors import UsageError, Words
from scoring.model import ExecutionScore, ItemScore, ProjectScore, Working

EXPLANATIONS_SCHEMA = "evalengine/explanations/1"

_LONGEST = 60
"""Columns of an indicator's text in a title; its whole text follows below."""

EXECUTION = "execution"
"""What stands for the id of the money row, which is no promise of the form."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reasons of one item, each a sentence or two; the first says points and promise."""

    id: str
    title: Words
    reasons: tuple[Words, ...]


def explain_project(score: ProjectScore, item: str | None = None) -> list[Explanation]:
    """The explanations of all items of a project, or of `item` alone.

    Raises:
        UsageError: if the project has no such item.
    """
    found = [_explain_execution(score.execution)] if score.execution else []
    found += [_explain_item(each) for each in score.items]
    if item is None:
        return found
    wanted = [each for each in found if each.id == item or each.id.startswith(f"{item}.")]
    if not wanted:
        ids = [each.id for each in found]
        raise UsageError.at(
            "ITEM",
            f"“{score.project}”没有编号 {item}。可用：{'、'.join(ids)}。",
            f"'{score.project}' has no item {item}. Available: {', '.join(ids)}.",
        )
    return wanted


def _explain_execution(execution: ExecutionScore) -> Explanation:
    working, unit = execution.working, execution.unit
    title = Words(
        f"预算执行率：{working.points:f} 分（满分 {execution.max_points:f}）",
        f"Budget execution: {working.points:f} of {execution.max_points:f} points",
    )
    fact = Words(
        f"预算 {execution.budget:,f} {unit}，执行 {execution.executed:,f} {unit}，"
        f"执行率 {execution.rate}。",
        f"budget {execution.budget:,f} {unit}, executed {execution.executed:,f} {unit}, "
        f"{execution.rate}.",
    )
    lost = execution.max_points - working.points
    full = Words(
        f"失 {lost:f} 分；执行 {execution.budget:,f} {unit}即得满分。",
        f"{lost:f} points lost; {execution.budget:,f} {unit} executed would give all of them.",
    )
    reasons = (fact, *_reasons(working), *([full] if lost else []))
    return Explanation(EXECUTION, title, reasons)


def _explain_item(item: ItemScore) -> Explanation:
    name = clip(plain(item.measure or item.indicator).rstrip("。；;."), _LONGEST)
    title = Words(
        f"{item.id}　{item.level2}　{name}：{item.points:f} 分（满分 {item.max_points:f}）",
        f"{item.id}  {item.level2}  {name}: {item.points:f} of {item.max_points:f} points",
    )
    target = plain(item.target).rstrip("。；;.")
    fact = Words(
        f"应完成：{target}；实际完成：{item.actual or '未填报'}",
        f"target: {target}; actual: {item.actual or 'not given'}",
    )
    reason = Words(f"偏差原因：{item.deviation_reason}", f"reason given: {item.deviation_reason}")
    given = [reason] if item.deviation_reason else []
    return Explanation(item.id, title, (fact, *_reasons(item.working), *given, *_full(item)))


def _reasons(working: Working) -> Iterator[Words]:
    """What the working itself says: why the rule applies, its formula, its clause, its notes."""
    yield working.words
    if working.formula:
        yield Words(f"算式：{working.formula}", f"formula: {working.formula}")
    if working.low != working.high:
        yield Words(
            f"标准在此留有余地：{working.low:f} 至 {working.high:f} 分都可以，由评价人判断",
            f"the standard leaves {working.low:f} to {working.high:f} points to judgement",
        )
    mark = Words("已核对原文", "text seen") if working.verified else Words("未经核对", "unverified")
    yield Words(
        f"规则：{working.rule}；依据：{working.cite}（{mark.zh}）",
        f"rule: {working.rule}; clause: {working.cite} ({mark.en})",
    )
    if working.passed_over:
        zh = "；".join(f"{rule}（{words.zh}）" for rule, words in working.passed_over)
        en = "; ".join(f"{rule} ({words.en})" for rule, words in working.passed_over)
        yield Words(f"没有用的规则：{zh}", f"rules passed over: {en}")
    yield from working.notes


def _full(item: ItemScore) -> list[Words]:
    """What would have given all the points, where some were lost."""
    lost = item.max_points - item.points
    if not lost:
        return []
    return [
        Words(
            f"失 {lost:f} 分；{_enough(item).zh}即得满分。",
            f"{lost:f} points lost; {_enough(item).en} would give all of them.",
        )
    ]


def _enough(item: ItemScore) -> Words:
    if item.working.method == "levels":
        return Words("判断为最高一档的上限", "the upper bound of the best level")
    return Words(f"达到“{item.target}”", f"reaching '{item.target}'")


def explanation_lines(
    evaluations: Sequence[Evaluation], item: str | None, language: str
) -> list[str]:
    """Everything that `explain` prints."""
    lines: list[str] = []
    for each in evaluations:
        lines += _project_lines(each.score, item, language)
    return lines


def _project_lines(score: ProjectScore, item: str | None, language: str) -> list[str]:
    lines = [heading(score, language), *wrap(grade_line(score, language), room()), ""]
    if item is None:
        lines += [line for note in score.notes for line in _indented(note, language)]
    for each in explain_project(score, item):
        lines += wrap(each.title.said(language), room())
        for reason in each.reasons:
            lines += _indented(reason, language)
        lines.append("")
    return lines


def _indented(words: Words, language: str) -> list[str]:
    """A reason below its title, ended by a full stop."""
    stop = Words("。", ".").said(language)
    text = plain(words.said(language)).rstrip("。.") + stop
    return [f"    {line}" for line in wrap(text, room() - 4)]


def explanations_data(evaluations: Sequence[Evaluation], item: str | None) -> dict[str, Any]:
    """The document that `explain --format json` prints, with the reasons in both languages."""
    return {
        "schema": EXPLANATIONS_SCHEMA,
        "projects": [_project_data(each.score, item) for each in evaluations],
    }


def _project_data(score: ProjectScore, item: str | None) -> dict[str, Any]:
    return {
        "project": score.project,
        "year": score.year,
        "standard": {"id": score.standard.id, "sha256": score.standard.sha256},
        "total": data_of(score.total),
        "grade": score.grade.title,
        "items": [
            {
                "id": each.id,
                "title": each.title.zh,
                "reasons": [words.zh for words in each.reasons],
                "title_en": each.title.en,
                "reasons_en": [words.en for words in each.reasons],
            }
            for each in explain_project(score, item)
        ],
    }
