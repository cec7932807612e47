"""Judges one promise of a form: its rule, the points, and the working that goes with them."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from indicators.errors import ActualsError, Problem, Words
from indicators.model import Actual, Indicator, Kind, Target, plain
from indicators.quick import quick_to_make
from indicators.taxonomy import without_points
from scoring.case import Case, Outcome, kind_of
from scoring.choosing import PassedOver, choose
from scoring.model import NO_EVIDENCE, ItemScore, Working
from scoring.provenance import Source
from scoring.rounding import from_cents
from scoring.standard import Standard

Aside = Literal["not_applicable", "not_chosen", "missing_zero", "missing_exclude"]
"""Why an item is not judged."""

ASIDE: Final = {
    "not_applicable": Words("不适用，不参与评价", "not applicable, not judged"),
    "not_chosen": Words("同类指标选报其一，本项未选，不参与评价", "another of its kind was chosen"),
    "missing_zero": Words("未填报实际完成值，按零分计", "no actual was given: no points"),
    "missing_exclude": Words("未填报实际完成值，不参与评价", "no actual was given, not judged"),
}

CHOSEN: Final = {
    "missing_zero": Source(
        clause="未填报的按零分计（--missing zero）", verified=False, mark="choice"
    ),
    "missing_exclude": Source(
        clause="未填报的不参与评价（--missing exclude）", verified=False, mark="choice"
    ),
}
"""What stands in place of a clause where the user chose to go on without a fact."""


@quick_to_make
@dataclass(frozen=True, slots=True)
class Item:
    """One promise with its row, its fact, its category as counted, and its points (in cents)."""

    id: str
    row: Indicator
    target: Target
    actual: Actual
    category: str
    max_points: int

    def planned(self, max_points: int, category: str) -> "Item":
        """The same promise and fact with their points (in cents) and category as counted."""
        return Item(self.id, self.row, self.target, self.actual, category, max_points)

    @property
    def name(self) -> str:
        """What to call the promise in a sentence."""
        return self.target.measure or self.row.name or self.row.level2 or self.row.level1

    @property
    def promise(self) -> str:
        """The promise in words: short where it has a number, else the text of the row."""
        return self.target.phrase or self.row.target_text

    @property
    def fact(self) -> str:
        """The fact as it was written; of two raw items, both: `1523 ÷ 1600`."""
        if self.actual.text or self.actual.raw is None:
            return self.actual.text
        return " ÷ ".join(map(plain, self.actual.raw))

    @property
    def is_missing(self) -> bool:
        """Whether no fact was given."""
        return self.actual.kind == "missing" and not self.does_not_apply

    @property
    def does_not_apply(self) -> bool:
        """Whether the promise, or its fact, says 不适用."""
        return Kind.NOT_APPLICABLE in (self.target.kind, self.actual.kind)


def judge(item: Item, standard: Standard) -> ItemScore:
    """The score of an item whose fact was given.

    Raises:
        ActualsError: if the fact cannot be judged; each problem names the promise.
    """
    text = f"{item.name} {item.row.target_text}"
    rule, passed_over = choose(standard, item.target, category=item.category, text=text)
    case = case_of(item.target, item.actual, item.max_points, standard)
    try:
        outcome = rule.use.judge(case)
    except ActualsError as error:
        raise ActualsError([_named(problem, item) for problem in error.problems]) from error
    if rule.needs_evidence and not item.actual.evidence.strip():
        outcome = unproved(outcome)
    source = standard.cite(rule)
    working = working_of(outcome, rule.id, rule.use.method, source, passed_over=passed_over)
    return _scored(item, working)


def case_of(target: Target, actual: Actual, max_points: int, standard: Standard) -> Case:
    """What a method needs to judge `actual` by this standard."""
    kind = kind_of(target)
    return Case(kind, target, actual, max_points, standard.levels, standard.rounding)


def set_aside(item: Item, standard: Standard, why: Aside) -> ItemScore:
    """The score of an item that is not judged."""
    match why:
        case "not_applicable":
            source = standard.cite(standard.not_applicable)
        case "not_chosen":
            source = standard.cite(standard.weights)
        case _:
            source = CHOSEN[why]
    formula = "" if item.max_points == 0 else "0.00"
    outcome = Outcome(0, 0, 0, formula, ASIDE[why])
    return _scored(item, working_of(outcome, why, why, source))


def unproved(outcome: Outcome) -> Outcome:
    """No points for want of evidence, whatever the method said."""
    note = Words(
        f"如有佐证材料，可得：{outcome.formula}。", f"with evidence it would be: {outcome.formula}."
    )
    notes = (*outcome.notes, note)
    nothing = Outcome(0, 0, 0, "0.00", NO_EVIDENCE, met=False)
    return replace(nothing, achievement=outcome.achievement, notes=notes)


def working_of(
    outcome: Outcome, rule: str, method: str, source: Source, *, passed_over: PassedOver = ()
) -> Working:
    """What the method said, with the rule that chose it and the clause behind it."""
    points, low, high = map(from_cents, (outcome.points, outcome.low, outcome.high))
    return Working(
        rule=rule,
        method=method,
        formula=outcome.formula,
        points=points,
        low=low,
        high=high,
        cite=source.clause,
        verified=source.verified,
        words=outcome.words,
        achievement=outcome.achievement,
        met=outcome.met,
        passed_over=passed_over,
        notes=outcome.notes,
    )


def _scored(item: Item, working: Working) -> ItemScore:
    return ItemScore(
        id=item.id,
        category=item.category,
        level1=without_points(item.row.level1),
        level2=item.row.level2,
        indicator=item.row.name or item.row.target_text,
        measure=item.target.measure,
        target=item.promise,
        actual=item.fact,
        max_points=from_cents(item.max_points),
        working=working,
        declared_points=item.row.declared_points if len(item.row.targets) == 1 else None,
        deviation_reason=item.actual.reason or item.row.deviation_reason or "",
        evidence=item.actual.evidence,
        place=item.row.place,
    )


def _named(problem: Problem, item: Item) -> Problem:
    words = Words(f"“{item.name}”：{problem.words.zh}", f"'{item.name}': {problem.words.en}")
    return Problem(problem.where or item.row.place, words)


def missing_problem(item: Item) -> Problem:
    """The line that names a missing fact: where it is due, and what."""
    promise = " ".join(item.promise.split())[:60]
    words = Words(
        f"“{item.name}”（{item.id}，目标：{promise}）没有填实际完成值；"
        "请填写，或用 --missing zero（记零分）、--missing exclude（不参与评价）继续。",
        f"'{item.name}' ({item.id}, target: {promise}) has no actual; fill it in, or go on with "
        "--missing zero (no points) or --missing exclude (not judged).",
    )
    return Problem(item.actual.place or item.row.place, words)
