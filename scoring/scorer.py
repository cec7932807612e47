"""Judges a form by a standard, in one readable walk: points, items, execution, total, grade."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from indicators.errors import ActualsError, Words
from indicators.exact import exactly
from indicators.model import Actuals, Form
from indicators.quick import replaced
from indicators.taxonomy import category_title
from scoring.execution import execution_score
from scoring.facts import Facts, gather
from scoring.grades import Gate
from scoring.items import Item, judge, missing_problem, set_aside
from scoring.model import ExecutionScore, Grade, ItemScore, Margin, Missing, ProjectScore, Subtotal
from scoring.plan import Plan, make_plan
from scoring.rounding import from_cents, to_cents
from scoring.standard import Standard
from scoring.tracing import traced

Totalled = tuple[Decimal, tuple[Words, ...]]
"""A total, and what to note about it."""


@exactly
def score(
    form: Form,
    actuals: Actuals,
    standard: Standard,
    *,
    weights: Mapping[str, Decimal] | None = None,
    missing: Missing = "refuse",
) -> ProjectScore:
    """The points, the grade and the findings of `form`, with the working of every point.

    Args:
        form: the promises.
        actuals: the facts, by item id; an id that is not there is a fact not given.
        standard: the rules.
        weights: points by category (`{"output": 60, "benefit": 20}`) in place of the standard's;
            all of them must make its total.
        missing: what becomes of facts that were not given: `refuse` stops, `zero` gives no
            points, `exclude` treats them as not applicable; both make the status `provisional`.

    Raises:
        ActualsError: with every fact that is missing or cannot be judged.
        StandardError: if the standard has no points for a row, or points do not make the total.
    """
    facts = gather(form, actuals, standard)
    plan = make_plan(form, standard, excluded=facts.excluded(missing), weights=weights)
    result = assess(form, facts, standard, plan, missing=missing)
    result = traced(result, {item.id: item for item in facts.items}, plan, standard)
    return _with_findings(result, form, actuals, standard)


def assess(
    form: Form,
    facts: Facts,
    standard: Standard,
    plan: Plan,
    *,
    missing: Missing,
    judge: Callable[[Item, Standard], ItemScore] = judge,
) -> ProjectScore:
    """The score of `facts` by the points of `plan`, without what the checks of a standard find.

    Raises:
        ActualsError: with every fact that is missing or cannot be judged.
    """
    problems = list(facts.problems)
    scored = partial(_scored, facts=facts, standard=standard, missing=missing, judge=judge)
    scores: list[ItemScore] = []
    for item in _planned(facts, plan):
        try:
            scores.append(scored(item))
        except ActualsError as error:
            problems += error.problems
    if missing == "refuse" and facts.missing_money is not None and plan.execution > 0:
        problems.append(facts.missing_money)
    if problems:
        raise ActualsError(problems)
    execution = execution_score(form, facts.money, plan.execution, standard)
    if standard.weights.aggregate == "worst":
        lamps = [scored(replace(i, max_points=plan.total)) for i in _planned(facts, plan, least=1)]
        money = execution_score(form, facts.money, plan.total if plan.execution else 0, standard)
        total = _worst([*lamps, *([money] if money else [])])
    else:
        total = _sum(plan, scores, execution, standard)
    result = _result(form, standard, plan, scores, execution, total)
    return replaced(result, status="provisional" if facts.incomplete else "final")


def _planned(facts: Facts, plan: Plan, *, least: int = 0) -> list[Item]:
    """The items with their points and categories; those with fewer than `least` cents left out."""
    return [
        item.planned(plan.items[item.id], plan.categories[item.id])
        for item in facts.items
        if plan.items[item.id] >= least
    ]


def _scored(
    item: Item,
    *,
    facts: Facts,
    standard: Standard,
    missing: Missing,
    judge: Callable[[Item, Standard], ItemScore],
) -> ItemScore:
    """The score of an item, judged or set aside."""
    why = facts.aside(item, missing)
    if why is not None:
        return set_aside(item, standard, why)
    if item.is_missing:
        raise ActualsError([missing_problem(item)])
    return judge(item, standard)


def _result(
    form: Form,
    standard: Standard,
    plan: Plan,
    scores: Sequence[ItemScore],
    execution: ExecutionScore | None,
    totalled: Totalled,
) -> ProjectScore:
    total, notes = totalled
    gate = standard.grades.gate(scores)
    if gate is not None:
        notes = (*notes, _gated(gate, standard.grades.grade(total)))
    return ProjectScore(
        status="final",
        form_id=form.id,
        project=form.project,
        department=form.department,
        year=form.year,
        standard=standard.ref,
        items=tuple(scores),
        execution=execution,
        subtotals=_subtotals(scores),
        total=total,
        grade=standard.grades.grade(total) if gate is None else gate.grade,
        margin=standard.grades.margin(total) if gate is None else Margin(None, None),
        notes=(*plan.notes, *notes),
    )


def _sum(
    plan: Plan,
    scores: Sequence[ItemScore],
    execution: ExecutionScore | None,
    standard: Standard,
) -> Totalled:
    """The sum of all points; scaled up to the whole where something was left out."""
    earned = sum(to_cents(item.points) for item in scores)
    if execution is not None:
        earned += to_cents(execution.working.points)
    if plan.available == plan.total:
        return from_cents(earned), ()
    total = from_cents(standard.rounding.cut(earned * plan.total, plan.available))
    had, available, whole = map(from_cents, (earned, plan.available, plan.total))
    formula = f"{had} × {whole} ÷ {available} = {total}"
    note = Words(
        f"有指标不参与评价，参与评价的共 {available} 分，得 {had} 分，折算为：{formula}。",
        f"some items are not judged: {had} of {available} points, scaled up: {formula}.",
    )
    return total, (note,)


def _worst(scores: Sequence[ItemScore | ExecutionScore]) -> Totalled:
    """The least that any item has, each judged as if all points were its own.

    The points of items cannot tell: 25% of 33.75 is 8.44, which is more than 25%.
    """
    total = min(each.working.points for each in scores)
    note = Words(
        f"总分取得分率最低的一项：{total}。", f"the total is that of the worst item: {total}."
    )
    return total, (note,)


def _gated(gate: Gate, grade: Grade) -> Words:
    """Why the grade is not that of the total."""
    return Words(
        f"等级由否决条件定为“{gate.title}”；仅按总分应为“{grade.title}”。",
        f"a gate makes the grade '{gate.title_en}'; the total alone would be '{grade.title_en}'.",
    )


def _subtotals(scores: Sequence[ItemScore]) -> tuple[Subtotal, ...]:
    """Points by level-1 category, in the order of the form."""
    heads = dict.fromkeys(item.category.partition(".")[0] for item in scores)
    return tuple(
        Subtotal(
            head,
            category_title(head),
            sum((item.points for item in _of(head, scores)), from_cents(0)),
            sum((item.max_points for item in _of(head, scores)), from_cents(0)),
        )
        for head in heads
    )


def _of(head: str, scores: Sequence[ItemScore]) -> list[ItemScore]:
    """The items of one level-1 category."""
    return [item for item in scores if item.category.partition(".")[0] == head]


def _with_findings(
    score: ProjectScore, form: Form, actuals: Actuals, standard: Standard
) -> ProjectScore:
    """The score with the reader's doubts and those of the standard's checks."""
    found = [
        finding for check in standard.checks for finding in check.findings(score, form, actuals)
    ]
    return replaced(score, findings=(*form.findings, *found))
