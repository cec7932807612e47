"""The annexes of a report (附表): what another standard would give, how firm the grades are."""

from collections.abc import Iterator, Sequence

from evalengine.reports.cells import Section, listing
from evalengine.reports.contrast import EXECUTION, UNJUDGED, signed
from evalengine.reports.firmness import RULE, judgement_words, weight_words
from evalengine.terminal import clip, plain
from evalengine.whatif import Contrast, WhatIf
from scoring.model import ExecutionScore, ItemScore, ProjectScore, Working
from scoring.sensitivity import Sensitivity

CONTRAST = (
    *(("项目", 16), ("编号", 7), ("指标", 28), ("应完成", 14), ("实际完成值", 14)),
    *(("原分值", 8), ("原得分", 8), ("原规则", 14), ("对照分值", 8), ("对照得分", 8)),
    *(("相差", 8), ("对照的规则和算式", 36), ("依据", 30)),
)
FIRMNESS = (
    *(("项目", 24), ("总分", 8), ("等级", 8), ("看什么", 36), ("现在", 10)),
    ("等级会变的界限", 64),
)


def annexes(whatif: WhatIf) -> tuple[Section, ...]:
    """A table for each question that was asked."""
    sections = []
    if whatif.contrasts:
        sections.append(_contrast(whatif.contrasts))
    if whatif.sensitivities:
        sections.append(_all_firmness(whatif.sensitivities))
    return tuple(sections)


def _contrast(contrasts: Sequence[Contrast]) -> Section:
    """One row an item of all projects by both standards, and one with totals and grades."""
    rows = [cells for each in contrasts for cells in _cells(each)]
    other = contrasts[0].standard
    title = f"标准对照：{contrasts[0].here.standard.id} 与 {other.id}（{other.title}）"
    return Section(title, listing(CONTRAST, rows))


def _cells(contrast: Contrast) -> Iterator[list[str]]:
    here, there = contrast.here, contrast.there
    title = here.project or here.department
    if there is None:
        problems = "；".join(each.said("zh") for each in contrast.problems)
        yield [title, "", *[""] * (len(CONTRAST) - 4), UNJUDGED.zh + problems, ""]
        return
    if here.execution and there.execution:
        yield [title, "", EXECUTION.zh, "", "", *_both(here.execution, there.execution)]
    for one, other in contrast.pairs:
        name = clip(plain(one.measure or one.indicator), 80)
        target = "" if one.target == one.indicator else one.target
        yield [title, one.id, name, target, one.actual, *_both(one, other)]
    totals = [f"{here.max_points:f}", f"{here.total:f}", here.grade.title]
    others = [f"{there.max_points:f}", f"{there.total:f}", signed(there.total - here.total)]
    words = "等级改变：" if contrast.grade_changes else "等级不变："
    yield [title, "", "总分", "", "", *totals, *others, words + there.grade.title, ""]


def _both(one: ItemScore | ExecutionScore, other: ItemScore | ExecutionScore) -> list[str]:
    mine, theirs = one.working, other.working
    return [
        *(f"{one.max_points:f}", f"{mine.points:f}", mine.rule),
        *(f"{other.max_points:f}", f"{theirs.points:f}", signed(theirs.points - mine.points)),
        _how(theirs),
        theirs.cite,
    ]


def _how(working: Working) -> str:
    return f"{working.rule}：{working.formula}" if working.formula else working.words.zh


def _all_firmness(found: Sequence[tuple[ProjectScore, Sensitivity]]) -> Section:
    """One row a weight and a judged item of all projects: where the grade would change."""
    rows = [row for score, firm in found for row in _firmness(score, firm)]
    title = f"敏感性：等级在什么范围内不变（{RULE.zh.rstrip('。')}）"
    return Section(title, listing(FIRMNESS, rows))


def _firmness(score: ProjectScore, firm: Sensitivity) -> Iterator[list[str]]:
    head = [score.project or score.department, f"{firm.total:f}", firm.grade.title]
    for weight in firm.weights:
        yield [*head, f"{weight.title.zh}的分值", f"{weight.now:f}", weight_words(weight).zh]
    for each in firm.judgements:
        name = f"{each.id}　{clip(plain(each.name), 60)}"
        had = f"{each.points:f}/{each.max_points:f}"
        yield [*head, name, had, judgement_words(each).zh]
