"""How firm a grade is: how far each weight, and each judgement, can move before it changes.

Nothing is estimated: every answer is what `score` itself gives, rounding included. Weights are
moved in whole cents. A jump over several cents is taken only where the total cannot reach another
grade on the way, so no point of a range is left out.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from indicators.errors import Words
from indicators.model import Actuals, Form
from indicators.taxonomy import category_title
from scoring.answers import Answer, answers
from scoring.facts import Facts, gather
from scoring.items import Item, judge
from scoring.model import Grade, ItemScore, Missing, ProjectScore
from scoring.plan import Plan, make_plan
from scoring.rounding import PLACES, from_cents, to_cents
from scoring.scorer import assess
from scoring.standard import Standard
from scoring.weights import EXECUTION, apportion

Weights = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class WeightRange:
    """The points of one category within which the grade holds, both ends included.

    When they move, the points of the other categories are scaled in proportion, so that all of
    them still make the total. `below` and `above` are the grades just past the ends; None where
    the end is nothing, or the whole.
    """

    category: str
    title: Words
    now: Decimal
    low: Decimal
    high: Decimal
    below: Grade | None
    above: Grade | None


@dataclass(frozen=True, slots=True)
class Turn:
    """An answer that would change the grade: in words, its share, and what would come of it."""

    words: Words
    points: Decimal
    total: Decimal
    grade: Grade


@dataclass(frozen=True, slots=True)
class JudgementRange:
    """One judged item: the best answer that loses the grade, the worst that earns a higher one.

    None where no answer does.
    """

    id: str
    name: str
    points: Decimal
    max_points: Decimal
    falls: Turn | None
    rises: Turn | None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How firm the grade of one project is."""

    total: Decimal
    grade: Grade
    weights: tuple[WeightRange, ...]
    judgements: tuple[JudgementRange, ...]


def sensitivity(
    form: Form,
    actuals: Actuals,
    standard: Standard,
    *,
    weights: Weights | None = None,
    missing: Missing = "refuse",
) -> Sensitivity:
    """How far weights and judgements can move before the grade changes.

    Args and errors are those of `score`. There are no ranges of weights where weights do not count
    (a standard takes the worst item for the total), or where the form leaves some of them blank.
    """
    case = _Case(form, actuals, standard, weights, missing)
    return Sensitivity(case.now.total, case.now.grade, case.weight_ranges(), case.judgements())


class _Case:
    """One project, judged again and again with something changed."""

    def __init__(
        self,
        form: Form,
        actuals: Actuals,
        standard: Standard,
        weights: Weights | None,
        missing: Missing,
    ) -> None:
        self._form = form
        self._standard = standard
        self._missing = missing
        self._known: dict[tuple[str, int], ItemScore] = {}
        self._facts = gather(form, actuals, standard)
        self._excluded = self._facts.excluded(missing)
        self._plan = self._planned(weights)
        self.now = self._judged(self._facts, self._plan)

    def weight_ranges(self) -> tuple[WeightRange, ...]:
        """The range of each category that has something to judge."""
        whole = sum(self._plan.points.values()) == self._plan.total
        if self._standard.weights.aggregate == "worst" or not whole:
            return ()
        moving = [key for key in self._plan.points if _counts(key, self._plan)]
        return tuple(self._weight_range(key) for key in moving if len(moving) > 1)

    def _weight_range(self, key: str) -> WeightRange:
        low, below = self._edge(key, -1)
        high, above = self._edge(key, +1)
        now, low_, high_ = map(from_cents, (self._plan.points[key], low, high))
        return WeightRange(key, category_title(key), now, low_, high_, below, above)

    def _edge(self, key: str, step: int) -> tuple[int, Grade | None]:
        """The last points (in cents) of `key` with the same grade, and the grade past them."""
        at, judged, end = self._plan.points[key], self.now, 0 if step < 0 else self._plan.total
        while at != end:
            jump = min(self._safe(judged), abs(end - at))
            judged = self._judged(self._facts, self._weighed(key, at + step * jump))
            if judged.grade.name != self.now.grade.name:
                return at, judged.grade
            at += step * jump
        return at, None

    def _weighed(self, key: str, cents: int) -> Plan:
        """The plan with so many cents for `key`; the other categories in proportion."""
        points = self._plan.points
        others = [other for other in points if other != key]
        shares = apportion(self._plan.total - cents, [points[other] for other in others])
        moved = {key: cents, **dict(zip(others, shares, strict=True))}
        return self._planned({code: from_cents(share) for code, share in moved.items()})

    def _safe(self, judged: ProjectScore) -> int:
        """Cents by which points can move without the total reaching another grade; at least one.

        An item moves no more than its points do, but for what is rounded (`slack`); a total that
        was scaled up moves by as much more. Hence |change| ≤ 2 × total × (jump + slack) ÷
        (available − jump − slack).
        """
        if any(gate.if_.below for gate in self._standard.grades.gates):
            return 1
        margin = judged.margin
        up, down = margin.to_higher_grade, margin.to_lower_grade
        gaps = [to_cents(gap) for gap in (up, down) if gap is not None]
        if not gaps:  # a gate has shut: no total matters
            return self._plan.total
        gap = min(gaps) - 1
        unit: int = 10 ** (PLACES - self._standard.rounding.digits)
        slack = (len(judged.items) + 1) * (unit + 3)
        whole = 2 * to_cents(self._standard.weights.total)
        return max(1, gap * to_cents(judged.max_points) // (whole + gap) - slack)

    def judgements(self) -> tuple[JudgementRange, ...]:
        """The range of each item that the evaluator judges."""
        ranges = (self._judgement(item) for item in self.now.items if item.max_points)
        return tuple(each for each in ranges if each is not None)

    def _judgement(self, item: ItemScore) -> JudgementRange | None:
        fact = self._fact(item)
        possible = answers(item, fact.actual, self._standard)
        if not possible:
            return None
        lower = self.now.grade.lower

        def earned(place: int) -> Decimal:
            return self._with(fact, possible[place]).grade.lower

        places = range(len(possible))
        holds = bisect_left(places, lower, key=earned)
        higher = bisect_left(places, True, key=lambda place: earned(place) > lower)
        falls = self._turn(fact, possible[holds - 1]) if holds > 0 else None
        rises = self._turn(fact, possible[higher]) if higher < len(possible) else None
        name = item.measure or item.indicator
        return JudgementRange(item.id, name, item.points, item.max_points, falls, rises)

    def _turn(self, fact: Item, answer: Answer) -> Turn:
        judged = self._with(fact, answer)
        (points,) = (each.points for each in judged.items if each.id == fact.id)
        return Turn(answer.words, points, judged.total, judged.grade)

    def _fact(self, item: ItemScore) -> Item:
        return next(each for each in self._facts.items if each.id == item.id)

    def _with(self, fact: Item, answer: Answer) -> ProjectScore:
        """The score with another answer for one item."""
        other = replace(fact, actual=answer.instead_of(fact.actual))
        items = [other if each is fact else each for each in self._facts.items]
        return self._judged(replace(self._facts, items=items), self._plan)

    def _planned(self, weights: Weights | None) -> Plan:
        return make_plan(self._form, self._standard, excluded=self._excluded, weights=weights)

    def _judged(self, facts: Facts, plan: Plan) -> ProjectScore:
        return assess(
            self._form, facts, self._standard, plan, missing=self._missing, judge=self._remember
        )

    def _remember(self, item: Item, standard: Standard) -> ItemScore:
        """The score of an item; judged once for so many points, if its fact is the real one."""
        if all(each.actual is not item.actual for each in self._facts.items):
            return judge(item, standard)
        key = item.id, item.max_points
        if key not in self._known:
            self._known[key] = judge(item, standard)
        return self._known[key]


def _counts(key: str, plan: Plan) -> bool:
    """Whether a category has points, and something that can earn them."""
    if key == EXECUTION:
        return plan.execution > 0
    return any(cents for id_, cents in plan.items.items() if plan.keys[id_] == key)
