"""Computes the points of a declared row by a standard, and by its rule with another rounding."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from indicators.errors import ActualsError, Words
from indicators.model import Actual, Kind, Target
from scoring.items import Item, case_of, judge, working_of
from scoring.model import Working
from scoring.recheck.cuts import Cut
from scoring.recheck.model import DeclaredRow
from scoring.rounding import PLACES, from_cents, half_up, to_cents
from scoring.same_unit import whole_numbers
from scoring.standard import Standard
from scoring.weights import EXECUTION, apportion

_UNKNOWN = "未见"
"""The evidence of a row whose form has no column for it: whether there is any, is not known."""

_FINE = 100
"""So many times the points are judged, to see two more decimals of them."""

WHOLE = 10_000
"""100% in hundredths: a share is judged like an item of 100 points."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The points of a row by a rule, in cents, with the range left open and the workings."""

    points: int
    low: int
    high: int
    workings: tuple[Working, ...]

    @property
    def is_open(self) -> bool:
        """Whether the standard leaves a range to judgement."""
        return self.low < self.high

    @property
    def met(self) -> bool | None:
        """Whether all promises of the row were kept; None where that was not said."""
        said = [working.met for working in self.workings]
        return None if None in said else all(said)

    def admits(self, cents: int) -> bool:
        """Whether these points lie in the range; its upper end counts where it is all points."""
        if not self.is_open:
            return cents == self.points
        return self.low <= cents < self.high or (cents == self.high and self.met is not False)

    def is_edge(self, cents: int) -> bool:
        """Whether these points are where the next better level begins: 80%—60% and 100%—80%, as
        forms print them, meet at 80%.
        """
        return self.is_open and self.met is False and cents == self.high

    def nearest(self, cents: int) -> int:
        """The points nearest to `cents` that the range holds."""
        highest = self.high if self.met is not False else self.high - 1
        return min(max(cents, self.low), highest) if self.is_open else self.points


@dataclass(frozen=True, slots=True)
class Judges:
    """A standard, kept ready with every other rounding that is asked for."""

    standard: Standard
    _cut: dict[str, Standard] = field(default_factory=dict)

    def judged(self, row: DeclaredRow, max_points: int) -> Judged:
        """The points of `row`, which can bring `max_points` cents.

        Raises:
            ActualsError: if a fact cannot be judged.
        """
        return _judged(row, max_points, self.standard)

    def cut(self, row: DeclaredRow, max_points: int, cut: Cut) -> int:
        """The points of `row`, in cents, by the rule of the standard, rounded as `cut` says.

        Several promises are rounded together, as people round the points of a row.

        Raises:
            ActualsError: if a fact cannot be judged.
        """
        if cut.of == "rate":
            share = _judged(row, WHOLE, self._with(cut)).points
            cents: int = self.standard.rounding.cut(max_points * share, WHOLE)
            return cents
        if len(row.indicator.targets) == 1:
            return _judged(row, max_points, self._with(cut)).points
        whole: int = cut.rounding.cut(self.judged(row, max_points).points, 1)
        return whole

    def may_lead(self, cut: Cut, judged: Judged, declared: int) -> bool:
        """Whether `cut` can lead to `declared` cents at all: to round once moves points by less
        than a step. A rate is rounded before it is multiplied, so nothing is said of one.
        """
        own = 10 ** (PLACES - self.standard.rounding.digits)
        return cut.of == "rate" or abs(judged.points - declared) < to_cents(cut.to) + own

    def fine(self, row: DeclaredRow, max_points: int) -> Decimal:
        """The points with two more decimals than the standard rounds them to, where its method is
        one of proportion; else those of the standard.

        Raises:
            ActualsError: if a fact cannot be judged.
        """
        rounded = self.judged(row, max_points).points
        fine = self.judged(row, max_points * _FINE).points
        is_proportion = abs(fine - rounded * _FINE) <= _FINE
        return from_cents(fine) / _FINE if is_proportion else from_cents(rounded)

    def _with(self, cut: Cut) -> Standard:
        if cut.id not in self._cut:
            self._cut[cut.id] = self.standard.model_copy(update={"rounding": cut.rounding})
        return self._cut[cut.id]


def cents_of(points: Decimal) -> int:
    """Points as whole cents; those of a share of an odd total (3.3333) are rounded half up."""
    hundredths, whole = whole_numbers(points, Decimal("0.01"))
    return -half_up(-hundredths, whole) if points < 0 else int(half_up(hundredths, whole))


def _judged(row: DeclaredRow, max_points: int, standard: Standard) -> Judged:
    pairs = list(_applicable(row))
    shares = apportion(max_points, [1] * len(pairs))
    workings = tuple(
        _working(row, target, fact, cents, standard)
        for (target, fact), cents in zip(pairs, shares, strict=True)
    )
    points, low, high = (
        sum(to_cents(getattr(working, name)) for working in workings)
        for name in ("points", "low", "high")
    )
    return Judged(points, low, high, workings)


def _applicable(row: DeclaredRow) -> Iterator[tuple[Target, Actual]]:
    """The promises that count, with their facts; what could not be read is raised."""
    for target, fact in zip(row.indicator.targets, row.facts, strict=True):
        if isinstance(fact, Words):
            raise ActualsError.at(row.place, *fact)
        if Kind.NOT_APPLICABLE not in (target.kind, fact.kind):
            yield target, fact


def _working(
    row: DeclaredRow, target: Target, fact: Actual, cents: int, standard: Standard
) -> Working:
    if row.is_money:
        return _money(target, fact, cents, standard)
    category = standard.weights.counted(row.indicator.category)
    evidence = _UNKNOWN if row.evidence is None else row.evidence
    fact = replace(fact, evidence=evidence)
    item = Item(str(row.indicator.number), row.indicator, target, fact, category, cents)
    working = judge(item, standard).working
    if not evidence.strip() and working.points == 0:
        return replace(working, high=working.points)  # without evidence nothing is left open
    return working


def _money(target: Target, fact: Actual, cents: int, standard: Standard) -> Working:
    rule = standard.execution
    if rule is None:
        raise ActualsError.at(
            fact.place,
            f"标准 {standard.id} 不评预算执行率。",
            f"standard {standard.id} has no execution item.",
        )
    outcome = rule.use.judge(case_of(target, fact, cents, standard))
    return working_of(outcome, EXECUTION, rule.use.method, standard.cite(rule))
