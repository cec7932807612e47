"""Judges a form by a standard, in one readable walk: points, items, execution, total, grade."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.errors import ActualsError, Problem, Words
from indicators.model import Actual, Actuals, Form
from indicators.taxonomy import category_title
from scoring.execution import Money, execution_score, missing_money, money_of
from scoring.items import Item, Missing, judge, missing_problem, set_aside
from scoring.model import ExecutionScore, ItemScore, ProjectScore, Subtotal
from scoring.plan import Plan, make_plan
from scoring.rounding import from_cents, to_cents
from scoring.standard import Standard
from scoring.weights import EXECUTION


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
    facts = _facts(form, actuals, standard)
    plan = make_plan(form, standard, excluded=facts.excluded(missing), weights=weights)
    items = [replace(item, max_points=plan.items[item.id]) for item in facts.items]
    items = [replace(item, category=plan.categories[item.id]) for item in items]
    scores, problems = _judge_all(items, standard, missing)
    problems = [*facts.problems, *problems]
    if missing == "refuse" and facts.money_is_missing and plan.execution > 0:
        problems.append(missing_money(form, actuals))
    if problems:
        raise ActualsError(problems)
    execution = execution_score(form, facts.money, plan.execution, standard)
    result = _result(form, standard, plan, scores, execution)
    status = "provisional" if facts.incomplete else "final"
    return _with_findings(replace(result, status=status), form, actuals, standard)


@dataclass(frozen=True, slots=True)
class _Facts:
    """The promises with their facts, the money, and what could not be read."""

    items: Sequence[Item]
    money: Money | None
    money_is_missing: bool
    problems: Sequence[Problem]

    @property
    def incomplete(self) -> bool:
        """Whether any fact was not given."""
        return self.money_is_missing or any(item.is_missing for item in self.items)

    def excluded(self, missing: Missing) -> Collection[str]:
        """The ids of what is not judged, `execution` among them."""
        leave_out = missing == "exclude"
        out = {
            item.id for item in self.items if item.does_not_apply or (leave_out and item.is_missing)
        }
        no_budget = self.money is not None and self.money.planned == 0
        if no_budget or (leave_out and self.money_is_missing):
            out.add(EXECUTION)
        return out


def _facts(form: Form, actuals: Actuals, standard: Standard) -> _Facts:
    items = [
        Item(id_, row, target, actuals.by_item.get(id_, Actual.missing()), row.category, 0)
        for id_, row, target in form.items()
    ]
    problems = _strangers(form, actuals)
    money = None
    if standard.execution is not None:
        try:
            money = money_of(form, actuals, standard.execution.denominator)
        except ActualsError as error:
            return _Facts(items, None, False, [*problems, *error.problems])
    return _Facts(items, money, money is None and standard.execution is not None, problems)


def _strangers(form: Form, actuals: Actuals) -> list[Problem]:
    """Facts that answer no promise of the form."""
    known = {id_ for id_, _, _ in form.items()}
    return [
        Problem(
            fact.place or actuals.place,
            Words(
                f"编号 {id_} 不对应“{form.title}”的任何承诺；请删去，或换成本项目的填报表。",
                f"id {id_} answers no promise of '{form.title}'; delete it or take the right file.",
            ),
        )
        for id_, fact in actuals.by_item.items()
        if id_ not in known
    ]


def _judge_all(
    items: Sequence[Item], standard: Standard, missing: Missing
) -> tuple[list[ItemScore], list[Problem]]:
    """The score of every item, and the problems of those that could not be judged."""
    scores: list[ItemScore] = []
    problems: list[Problem] = []
    for item in items:
        if item.is_missing and missing == "refuse":
            problems.append(missing_problem(item))
        elif item.is_missing or item.does_not_apply:
            scores.append(set_aside(item, standard, missing))
        else:
            try:
                scores.append(judge(item, standard))
            except ActualsError as error:
                problems += error.problems
    return scores, problems


def _result(
    form: Form,
    standard: Standard,
    plan: Plan,
    scores: Sequence[ItemScore],
    execution: ExecutionScore | None,
) -> ProjectScore:
    total, notes = _total(plan, scores, execution, standard)
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
        grade=standard.grades.grade(total),
        margin=standard.grades.margin(total),
        notes=(*plan.notes, *notes),
    )


def _total(
    plan: Plan,
    scores: Sequence[ItemScore],
    execution: ExecutionScore | None,
    standard: Standard,
) -> tuple[Decimal, tuple[Words, ...]]:
    """The sum of all points; scaled up to the whole where something was left out."""
    points = [item.points for item in scores]
    if execution is not None:
        points.append(execution.working.points)
    earned = sum(map(to_cents, points))
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
    return replace(score, findings=(*form.findings, *found))
