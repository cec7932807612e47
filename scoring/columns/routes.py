"""Which rule judges which rows: rows that are alike in all that rules ask for take one route.

The rule is chosen by `scoring.choosing`, as for a form, once for each kind of row that occurs.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any, Final, Literal, NamedTuple

from indicators.model import Comparator, Direction, Kind, Target
from scoring.achievement import sides
from scoring.case import COUNTED, ItemKind, kind_of
from scoring.choosing import choose
from scoring.methods import Answering, AnyMethod, Counting
from scoring.methods.bands import Bands
from scoring.methods.deadline import Deadline
from scoring.methods.steps import Steps
from scoring.same_unit import PARTS
from scoring.standard import ScoringRule, Standard
from scoring.table import Reason
from scoring.weights import EXECUTION, is_below

RATIO: Final = "ratio"
"""The dimension of shares, whose base unit is 1 and which forms write in percent."""

PERCENT: Final = "%"

State = Literal["absent", "number", "fraction", "date"]
"""What stands as the target; a fraction lies strictly between 0 and 1, so it is a share."""

How = Literal["counted", "judged", "dated", "by_row", "aside"]

STATES: Final[tuple[State, ...]] = ("absent", "number", "fraction", "date")

MOST_KNOWN: Final = 4096
"""Situations whose routes are kept."""

MOST_ROUTERS: Final = 8
"""Routers that are kept from one table to the next."""


class Situation(NamedTuple):
    """All that decides how a row is judged. `None` is what was not given, or is not known."""

    kind: Kind | None
    comparator: Comparator | None
    direction: Direction | None
    dimension: str | None
    evidence: bool | None
    measure: str | None
    category: str | None
    state: State


@dataclass(frozen=True, slots=True)
class Route:
    """How rows are judged: by which method of which rule, or for which `reason` not at all.

    `how`: `counted` by the law of the method, on numbers; `judged` by what the answer in words is
    worth; `dated` by whether the day of the fact is late; `by_row` one by one, as in a form. `low`
    and `high` tell which bounds the promise has.
    Whether a bound is strict, or the upper one a number of its own, rows of a route need not share.
    `parts` of the method's unit make one base unit. `proved`: the points do not want evidence.
    """

    rule: str = ""
    use: AnyMethod | None = None
    how: How = "aside"
    low: bool = False
    high: bool = False
    parts: int = 1
    proved: bool = True
    money: bool = False
    unanswered: Reason = Reason.JUDGEMENT_MISSING
    reason: Reason | None = None

    @property
    def share_unit(self) -> str:
        """The unit in which shares are written: that of the method, or percent."""
        return next((unit for unit, parts in PARTS.items() if parts == self.parts), PERCENT)

    @property
    def method(self) -> str:
        """The name of the method; empty where none judges."""
        return "" if self.use is None else self.use.method


class Router:
    """Finds the route of a situation by one standard; those found are kept."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        wanted = [rule.for_ for rule in standard.rules]
        self.dimensions = tuple(dict.fromkeys(d for each in wanted for d in each.dimension))
        if RATIO not in self.dimensions and any(_parts(rule.use) for rule in standard.rules):
            self.dimensions = (*self.dimensions, RATIO)
        self.words = tuple(each.words for each in wanted if each.words)
        self.asks_evidence = any(rule.needs_evidence for rule in standard.rules)
        parts = [_parts(rule.use) or 1 for rule in standard.rules]
        self.least_places = len(str(max(parts))) - 1
        self._known: dict[Situation, Route] = {}

    def category_class(self, category: str | None) -> tuple[bool, ...]:
        """What the rules ask of a category, so that those alike take one route."""
        counted = self.standard.weights.counted(category or "")
        asked = [code for rule in self.standard.rules for code in rule.for_.category]
        return counted == EXECUTION, *(is_below(counted, code) for code in asked)

    def measure_class(self, measure: str | None) -> int:
        """Which of the rules that look for words find theirs in a name, as bits; -1: not known."""
        if measure is None and self.words:
            return -1
        found = [any(word in (measure or "") for word in words) for words in self.words]
        return sum(hit << place for place, hit in enumerate(found))

    def route(self, at: Situation) -> Route:
        """How rows in this situation are judged."""
        route = self._known.get(at)
        if route is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            route = self._known[at] = self._route(at)
        return route

    def _route(self, at: Situation) -> Route:
        if at.kind is None:
            return Route(reason=Reason.KIND_UNKNOWN)
        if at.kind is Kind.NOT_APPLICABLE:
            return Route(reason=Reason.NOT_APPLICABLE)
        if at.state == "date" and at.kind in (Kind.QUANTITATIVE, Kind.SCHEDULE):
            return Route(reason=Reason.NOT_COMPARABLE)
        counted = self.standard.weights.counted(at.category or "")
        if counted == EXECUTION:
            return self._execution(at)
        rules = {rule.id: rule for rule in self._rules(at, counted)}
        if len(rules) > 1:
            lacks_dimension = at.dimension is None and len(self._by_dimension(at, counted)) > 1
            return Route(
                reason=Reason.DIMENSION_UNKNOWN if lacks_dimension else Reason.MEASURE_UNKNOWN
            )
        (rule,) = rules.values()
        return self._by_rule(rule, at)

    def _rules(self, at: Situation, category: str) -> Iterator[ScoringRule]:
        """The rules that may judge the row, whatever the things that are not known are."""
        measures = [at.measure or "", *(words[0] for words in self.words if at.measure is None)]
        for dimension, measure in product(self._dimensions(at), measures):
            target = _probe(at, dimension)
            yield choose(self.standard, target, category=category, text=measure)[0]

    def _dimensions(self, at: Situation) -> Sequence[str | None]:
        if at.dimension is None and at.state == "fraction":
            return [RATIO]
        return [at.dimension] if at.dimension is not None else [None, *self.dimensions]

    def _by_dimension(self, at: Situation, category: str) -> set[str]:
        targets = [_probe(at, dimension) for dimension in self._dimensions(at)]
        text = at.measure or ""
        return {choose(self.standard, t, category=category, text=text)[0].id for t in targets}

    def _by_rule(self, rule: ScoringRule, at: Situation) -> Route:
        if rule.needs_evidence and at.evidence is None:
            return Route(rule=rule.id, use=rule.use, reason=Reason.EVIDENCE_UNKNOWN)
        proved = not rule.needs_evidence or bool(at.evidence)
        kind = kind_of(_probe(at, at.dimension))
        if kind in COUNTED:
            return self._counted(rule, at, kind, proved=proved)
        how: How = "judged" if isinstance(rule.use, Answering) else "by_row"
        lacks_target = at.kind in (Kind.QUANTITATIVE, Kind.SCHEDULE, Kind.DEADLINE)
        unanswered = Reason.TARGET_MISSING if lacks_target else Reason.JUDGEMENT_MISSING
        if at.state == "date":
            how = "dated" if isinstance(rule.use, Deadline) else "by_row"
            unanswered = Reason.ACTUAL_MISSING
        return Route(rule.id, rule.use, how, proved=proved, unanswered=unanswered)

    def _counted(self, rule: ScoringRule, at: Situation, kind: ItemKind, *, proved: bool) -> Route:
        named = Route(rule=rule.id, use=rule.use, proved=proved)
        schedule = kind is ItemKind.SCHEDULE
        if at.comparator is None and not schedule:
            return _refused(named, Reason.COMPARATOR_UNKNOWN)
        if at.comparator is Comparator.EQ and at.direction is None and not schedule:
            return _refused(named, Reason.DIRECTION_UNKNOWN)
        ratio = at.dimension == RATIO or (at.dimension is None and at.state == "fraction")
        parts = _parts(rule.use)
        if parts is not None and not (ratio and parts):
            known = at.dimension is not None or at.state == "fraction"
            return _refused(named, Reason.UNIT_UNKNOWN if known else Reason.DIMENSION_UNKNOWN)
        low, high = sides(at.comparator, at.direction, schedule=schedule)
        return Route(
            rule=rule.id,
            use=rule.use,
            how="counted" if isinstance(rule.use, Counting) else "by_row",
            low=low,
            high=high,
            parts=parts or 1,
            proved=proved,
        )

    def _execution(self, at: Situation) -> Route:
        """The item 预算执行率: the budget is the target, at least which is to be spent."""
        rule = self.standard.execution
        if rule is None:
            return Route(reason=Reason.NO_EXECUTION)
        named = Route(rule=EXECUTION, use=rule.use)
        if at.state not in ("number", "fraction"):
            return _refused(named, Reason.TARGET_MISSING)
        how: Any = "counted" if isinstance(rule.use, Counting) else "by_row"
        return Route(rule=EXECUTION, use=rule.use, how=how, low=True, money=True)


_routers: dict[int, Router] = {}
"""By the identity of their standards, which they keep alive: standards never change."""


def router_of(standard: Standard) -> Router:
    """The router of a standard, with the routes that earlier tables needed."""
    router = _routers.get(id(standard))
    if router is None:
        if len(_routers) >= MOST_ROUTERS:
            _routers.clear()
        router = _routers[id(standard)] = Router(standard)
    return router


def _refused(route: Route, reason: Reason) -> Route:
    return Route(rule=route.rule, use=route.use, proved=route.proved, reason=reason)


def _parts(use: AnyMethod) -> int | None:
    """How many of the units that a method counts in make one; None if it counts in none."""
    if isinstance(use, Bands) and use.of == "value":
        return PARTS.get(use.unit or "", 0)
    if isinstance(use, Steps) and use.of == "unit":
        return PARTS[PERCENT]
    return None


def _probe(at: Situation, dimension: str | None) -> Target:
    """A promise like those of the rows, to choose its rule by."""
    one = Decimal(1) if at.state in ("number", "fraction") else None
    return Target(
        kind=at.kind or Kind.QUALITATIVE,
        comparator=at.comparator,
        direction=at.direction,
        value=one,
        canonical=one,
        dimension=dimension,
        date=dt.date.min if at.state == "date" else None,
    )
