"""Why every point was given or lost, in words: formula, rule, clause, and what would give more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from evalengine.normalform import plain as data_of
from evalengine.record import Evaluation
from evalengine.reports.screen import grade_line, heading
from evalengine.terminal import clip, plain, room, wrap
from evalengine.wording import amount
from indicators.errors import UsageError, Words
from scoring.advice import advise
from scoring.model import ExecutionScore, ItemScore, ProjectScore, Step, Working
from scoring.rounding import readable
from scoring.standard import Standard

EXPLANATIONS_SCHEMA = "evalengine/explanations/1"

_LONGEST = 60
"""Columns of an indicator's text in a title; its whole text follows below."""

CHOICE = Words("使用者的选择", "the user's choice")

NO_ADVICE: Mapping[str, Words] = {}

EXECUTION, TOTAL = "execution", "total"
"""What stands for the ids of the money row and of the total, which are no promises of the form."""

INPUTS = {
    "due": Words("目标", "due"),
    "due_most": Words("至", "to"),
    "done": Words("实际", "done"),
    "unit": Words("单位", "unit"),
    "due_canonical": Words("换算成基本单位：目标", "in the base unit: due"),
    "due_most_canonical": Words("至", "to"),
    "done_canonical": Words("实际", "done"),
    "numerator": Words("分子", "numerator"),
    "denominator": Words("分母", "denominator"),
    "due_date": Words("期限", "due on"),
    "done_date": Words("完成日期", "done on"),
    "share": Words("得分比例", "share"),
}
"""What the inputs of a method are called; of the others, the sentences around them speak."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reasons of one item, each a sentence or two; the first says points and promise."""

    id: str
    title: Words
    reasons: tuple[Words, ...]


def explain_project(
    score: ProjectScore, item: str | None = None, *, enough: Mapping[str, Words] = NO_ADVICE
) -> list[Explanation]:
    """The explanations of all items of a project, or of `item` alone.

    `enough` says by id what would have brought all the points (see `scoring.advice`).

    Raises:
        UsageError: if the project has no such item.
    """
    money = score.execution
    found = [_explain_execution(money, enough.get(EXECUTION))] if money else []
    found += [_explain_item(each, enough.get(each.id)) for each in score.items]
    found.append(_explain_total(score))
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


def _explain_execution(execution: ExecutionScore, enough: Words | None) -> Explanation:
    working, unit = execution.working, f" {execution.unit}"
    title = Words(
        f"预算执行率：{working.points:f} 分（满分 {execution.max_points:f}）",
        f"Budget execution: {working.points:f} of {execution.max_points:f} points",
    )
    budget, executed = (amount(each, unit) for each in (execution.budget, execution.executed))
    fact = Words(
        f"预算 {budget}，执行 {executed}，执行率 {execution.rate}。",
        f"budget {budget}, executed {executed}, {execution.rate}.",
    )
    lost = _lost(execution.max_points - working.points, enough)
    return Explanation(EXECUTION, title, (fact, *_reasons(working), *lost))


def _explain_item(item: ItemScore, enough: Words | None) -> Explanation:
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
    share = [Words(f"分值：{item.share.zh}", f"points: {item.share.en}")] if item.share else []
    found = [fact, *share, *_inputs(item), *_reasons(item.working)]
    lost = _lost(item.max_points - item.points, enough)
    return Explanation(item.id, title, (*found, *given, *lost))


def _inputs(item: ItemScore) -> list[Words]:
    """The numbers, dates or judgement that were put in, where the method had any."""
    told = [(INPUTS[name], _readable(value)) for name, value in item.inputs if name in INPUTS]
    if not told:
        return []
    zh = "，".join(f"{words.zh} {value}" for words, value in told)
    return [Words(f"输入：{zh}", "inputs: " + ", ".join(f"{w.en} {value}" for w, value in told))]


def _readable(value: str) -> str:
    """An input as people read it, where it is a number without an end."""
    try:
        return readable(Decimal(value))
    except InvalidOperation:
        return value


def _explain_total(score: ProjectScore) -> Explanation:
    """The steps from the points of the categories to the grade."""
    title = Words(
        f"总分：{score.total:f}，{score.grade.title}",
        f"Total: {score.total:f}, {score.grade.title_en}",
    )
    return Explanation(TOTAL, title, tuple(_step_words(step) for step in score.steps))


def _step_words(step: Step) -> Words:
    if not step.cite:
        return step.words
    mark = _mark(verified=bool(step.verified))
    return Words(
        f"{step.words.zh}；依据：{step.cite}（{mark.zh}）",
        f"{step.words.en}; clause: {step.cite} ({mark.en})",
    )


def _mark(*, verified: bool) -> Words:
    return Words("已核对原文", "text seen") if verified else Words("未经核对", "unverified")


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
    mark = CHOICE if working.is_missing else _mark(verified=working.verified)
    yield Words(
        f"规则：{working.rule}；依据：{working.cite}（{mark.zh}）",
        f"rule: {working.rule}; clause: {working.cite} ({mark.en})",
    )
    if working.passed_over:
        zh = "；".join(f"{rule}（{words.zh}）" for rule, words in working.passed_over)
        en = "; ".join(f"{rule} ({words.en})" for rule, words in working.passed_over)
        yield Words(f"没有用的规则：{zh}", f"rules passed over: {en}")
    yield from working.notes


def _lost(points: Decimal, enough: Words | None) -> list[Words]:
    """The points that were lost, and what would have brought them, where that is known."""
    if not points:
        return []
    if enough is None:
        return [Words(f"失 {points:f} 分。", f"{points:f} points lost.")]
    return [
        Words(
            f"失 {points:f} 分；{enough.zh}即得满分。",
            f"{points:f} points lost; {enough.en} would give all of them.",
        )
    ]


def explanation_lines(
    evaluations: Sequence[Evaluation], standard: Standard, item: str | None, language: str
) -> list[str]:
    """Everything that `explain` prints."""
    lines: list[str] = []
    for each in evaluations:
        lines += _project_lines(each, standard, item, language)
    return lines


def _explained(evaluation: Evaluation, standard: Standard, item: str | None) -> list[Explanation]:
    case, score = evaluation.case, evaluation.score
    enough = advise(case.form, case.actuals, score, standard)
    return explain_project(score, item, enough=enough)


def _project_lines(
    evaluation: Evaluation, standard: Standard, item: str | None, language: str
) -> list[str]:
    score = evaluation.score
    lines = [heading(score, language), *wrap(grade_line(score, language), room()), ""]
    if item is None:
        lines += [line for note in score.notes for line in _indented(note, language)]
    for each in _explained(evaluation, standard, item):
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


def explanations_data(
    evaluations: Sequence[Evaluation], standard: Standard, item: str | None
) -> dict[str, Any]:
    """The document that `explain --format json` prints, with the reasons in both languages."""
    return {
        "schema": EXPLANATIONS_SCHEMA,
        "projects": [_project_data(each, standard, item) for each in evaluations],
    }


def _project_data(evaluation: Evaluation, standard: Standard, item: str | None) -> dict[str, Any]:
    score = evaluation.score
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
            for each in _explained(evaluation, standard, item)
        ],
    }
