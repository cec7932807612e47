"""Runs the examples in the file of a standard: each proves a rule, a share or a grade by numbers.

The texts of an example are read by the grammar, which the caller hands in: judging itself never
reads documents.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

from indicators.errors import ActualsError, Problem, Words
from indicators.model import Actual, Actuals, Budget, Form, Indicator, Kind, Source, Target, plain
from scoring.execution import Money, execution_score
from scoring.items import Item, judge
from scoring.judgement import squeeze
from scoring.plan import make_plan
from scoring.rounding import from_cents, to_cents
from scoring.scorer import score
from scoring.standard import Example, Expected, Given, Standard
from scoring.weights import EXECUTION

_IN_WORDS = Target(Kind.QUALITATIVE)
_NO_BUDGET, _BUDGET = Budget(Decimal(0)), Budget(Decimal(100))

ReadActual = Callable[[str, Target], Actual]


class ParseTargets(Protocol):
    """Reads the promises of a text, as `indicators.grammar.parse_targets` does."""

    def __call__(self, text: str, *, category: str, year: int) -> Sequence[Target]:
        """The promises, in the order of the text."""


def check_examples(
    standard: Standard, *, parse: ParseTargets, read: ReadActual
) -> tuple[Problem, ...]:
    """The examples of `standard` that do not come to what they say; none if all hold.

    Args:
        standard: the standard.
        parse: reads the promises of a text (`indicators.grammar.parse_targets`).
        read: reads a fact (`indicators.grammar.read_actual`).
    """
    runner = _Runner(standard, parse, read)
    found = ((example, runner.found(example)) for example in standard.examples)
    return tuple(
        _differs(standard, example, what) for example, what in found if what != _due(example)
    )


def _due(example: Example) -> str:
    """What the example expects, as text."""
    expect = example.expect
    if expect.shares is not None:
        return _shares(expect.shares)
    if expect.refused:
        return "refused"
    parts = (plain(expect.points), expect.rule, expect.grade)
    return " ".join(part for part in parts if part)


def _shares(shares: dict[str, Decimal]) -> str:
    return ", ".join(f"{code} {plain(points)}" for code, points in sorted(shares.items()))


def _differs(standard: Standard, example: Example, what: str) -> Problem:
    due = _due(example)
    return Problem(
        standard.id,
        Words(
            f"例“{example.name}”应为 {due}，实际算出 {what}；请核对规则或例子。",
            f"example '{example.name}' should come to {due}, but comes to {what}; check the "
            "rules, or the example.",
        ),
    )


class _Runner:
    """Works examples out by one standard."""

    def __init__(self, standard: Standard, parse: ParseTargets, read: ReadActual) -> None:
        self._standard = standard
        self._parse = parse
        self._read = read

    def found(self, example: Example) -> str:
        """What the example comes to, in the shape of `_due`."""
        given = example.given
        try:
            if given.total is not None:
                return self._standard.grades.grade(given.total).title
            if given.rows is not None:
                return _shares(self._rows(given.rows))
            if given.answers is not None:
                return self._form(given.answers, example.expect)
            if given.executed is not None:
                return plain(self._execution(given))
            points, rule = self._item(given)
        except ActualsError:
            return "refused"
        return f"{plain(points)} {rule}" if example.expect.rule else plain(points)

    def _item(self, given: Given) -> tuple[Decimal, str]:
        """The points of one item, and the rule it fell under."""
        year = self._standard.budget_years.from_
        text = given.target or ""
        (target,) = self._parse(text, category=given.category, year=year)
        row = _row(1, given.category, text, target)
        cents = to_cents(given.max_points)
        category = self._standard.weights.counted(given.category)
        item = Item("1.1", row, target, self._fact(given, target), category, cents)
        scored = judge(item, self._standard)
        return scored.points, scored.working.rule

    def _fact(self, given: Given, target: Target) -> Actual:
        if given.raw is not None:
            fact = Actual(Kind.QUANTITATIVE, given.actual, raw=given.raw)
        elif target.kind is Kind.QUALITATIVE or self._is_an_answer(given.actual):
            fact = Actual(Kind.QUALITATIVE, given.actual)
        else:
            fact = self._read(given.actual, target)
        share = given.share if given.share is not None else fact.share
        return replace(fact, share=share, evidence=given.evidence)

    def _is_an_answer(self, text: str) -> bool:
        """Whether `text` is a word of the standard: one of its bands, or a fault of its tables."""
        standard = self._standard
        return standard.levels.titled(text) is not None or squeeze(text) in standard.fault_words

    def _execution(self, given: Given) -> Decimal:
        """The points of the execution item."""
        planned, executed = given.budget or Decimal(0), given.executed or Decimal(0)
        money = Money(planned, executed, "万元", "", ())
        cents = to_cents(self._standard.weights.points.get(EXECUTION, Decimal(0)))
        scored = execution_score(_form(()), money, cents, self._standard)
        return scored.working.points if scored else Decimal(0)

    def _form(self, answers: Mapping[str, str], expect: Expected) -> str:
        """The total and the grade of a small form, one row a category, as far as expected."""
        rows = [_row(n, code, "", _IN_WORDS) for n, code in enumerate(answers, 1)]
        facts = {
            f"{row.number}.1": self._answer(text)
            for row, text in zip(rows, answers.values(), strict=True)
        }
        spent = Actuals("example", facts, executed=_BUDGET.amount)
        scored = score(_form(rows, _BUDGET), spent, self._standard)
        points = plain(scored.total) if expect.points is not None else ""
        return f"{points} {scored.grade.title if expect.grade else ''}".strip()

    def _answer(self, text: str) -> Actual:
        if self._is_an_answer(text):
            return Actual(Kind.QUALITATIVE, text, evidence="有")
        return replace(self._read(text, _IN_WORDS), evidence="有")

    def _rows(self, categories: Sequence[str]) -> dict[str, Decimal]:
        """The points of each category of a form with these rows, and of the execution item."""
        rows = [_row(n, code, "", _IN_WORDS) for n, code in enumerate(categories, 1)]
        plan = make_plan(_form(rows), self._standard, excluded=(), weights=None)
        shares: dict[str, Decimal] = {}
        for row in rows:
            cents = plan.items[f"{row.number}.1"]
            shares[row.category] = shares.get(row.category, Decimal(0)) + from_cents(cents)
        return shares | ({EXECUTION: from_cents(plan.execution)} if plan.execution else {})


def _row(number: int, category: str, text: str, target: Target) -> Indicator:
    return Indicator(number, "", "", category, None, text, (target,), "")


def _form(rows: Sequence[Indicator], budget: Budget = _NO_BUDGET) -> Form:
    """A form with these rows and nothing else."""
    source = Source("", "")
    return Form("example", "", None, None, budget, None, "", tuple(rows), source)
