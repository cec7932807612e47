"""Forms of a few rows, read by the real grammar, for the tests of the checks."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from indicators.grammar import contradicted, parse_targets
from indicators.model import Budget, Finding, Form, Indicator, Source
from indicators.rulefile import Rule
from indicators.taxonomy import category_of
from scoring.checks.declaration import audit, load_rules

CASES = Path(__file__).parents[3] / "cases" / "checks"
RULES = load_rules()

Row = Sequence[str]
"""Level 2 and text, with the name between them, where it has one; behind the name and before the
text the nature, and behind the text the unit, where these have columns.
"""


class Case(Rule):
    """A fragment of a form (`others`: more projects), and parts of the messages it gives."""

    name: str
    rows: list[list[str]] = [["产出数量指标", "巡查≥10次"]]
    others: list[list[list[str]]] = []
    goal: str = "示例目标"
    year: int = 2019
    budget: str = "1000"
    fields: dict[str, str] = {}
    found: list[str]

    def forms(self) -> list[Form]:
        """The form, and those of the other projects."""
        first = fragment(
            self.rows, goal=self.goal, year=self.year, budget=self.budget, fields=self.fields
        )
        return [first, *(fragment(rows, number=i) for i, rows in enumerate(self.others, 1))]


class CaseFile(Rule):
    """The cases of one check."""

    check: str
    cases: list[Case]


def fragment(
    rows: Iterable[Row],
    *,
    goal: str = "示例目标",
    year: int = 2019,
    budget: str = "1000",
    fields: Mapping[str, str] | None = None,
    number: int = 0,
    project: str | None = "示例项目",
) -> Form:
    """A form with these rows; `number` tells several apart, year 0 is none."""
    name = f"申报表{number or ''}.txt"
    money = Budget(Decimal(budget), place=f"{name}:0")
    return Form(
        kind="project_declaration" if project else "department_declaration",
        department="示例局",
        project=f"{project}{number or ''}" if project else None,
        year=year or None,
        budget=money,
        manager=None,
        goal=goal,
        goal_place=f"{name}:0",
        goal_targets=tuple(parse_targets(goal, year=year or None, budget=money)),
        indicators=tuple(
            _row(at, row, year or None, money, name) for at, row in enumerate(rows, 1)
        ),
        source=Source(name, f"{number:064}", line=1),
        fields=tuple((fields or {}).items()),
    )


def _row(number: int, row: Row, year: int | None, budget: Budget, file: str) -> Indicator:
    level2, text = row[0], row[3] if len(row) == 5 else row[-1]
    name = row[1] if len(row) > 2 else None
    nature, unit = (row[2], row[4]) if len(row) == 5 else (None, None)
    category = category_of("", level2.removeprefix("产出")) or category_of("", level2)
    targets = parse_targets(
        text, name=name, nature=nature, unit=unit, category=category, year=year, budget=budget
    )
    return Indicator(
        number,
        level2[:2],
        level2,
        category,
        name,
        text,
        tuple(targets),
        f"{file}:{number}",
        named=tuple(parse_targets(name, category=category, year=year)) if name else (),
        unit=unit or "",
        contradictions=contradicted(text, targets, name=name, nature=nature, unit=unit),
    )


def found(forms: Sequence[Form], check: str) -> list[Finding]:
    """What one check of the shipped rules finds."""
    parts = audit(forms, RULES)
    return [each for part in parts for each in part.findings if each.check == check]


def said(rows: Iterable[Row], check: str) -> list[str]:
    """The Chinese messages of one check about a form of these rows."""
    return [each.words.zh for each in found([fragment(rows)], check)]
