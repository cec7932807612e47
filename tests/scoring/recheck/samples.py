"""Declared rows that the tests of the re-check share, read by the grammar as users write them."""

from decimal import Decimal

from indicators.grammar import parse_targets
from indicators.model import Form, Indicator, Source
from indicators.pairing.filled import facts_of
from scoring.execution import Money
from scoring.recheck.model import DeclaredForm, DeclaredRow, money_row

D = Decimal
YEAR = 2022


def row(
    target: str,
    actual: str,
    declared: str | None,
    *,
    most: str | None = "10",
    name: str = "服务人次",
    category: str = "output.quantity",
    number: int = 1,
    level1: str = "产出指标",
    evidence: str | None = None,
    reason: str | None = None,
) -> DeclaredRow:
    """A row as a unit fills it in."""
    targets = parse_targets(target, name=name, category=category, year=YEAR)
    indicator = Indicator(
        number=number,
        level1=level1,
        level2=category,
        category=category,
        name=name,
        target_text=target,
        targets=tuple(targets),
        place=f"form.xlsx!r{number}",
        max_points=None if most is None else D(most),
        actual_text=actual,
        declared_points=None if declared is None else D(declared),
        deviation_reason=reason,
        evidence=evidence,
    )
    return DeclaredRow(indicator, facts_of(indicator, year=YEAR))


def money(
    budget: str, executed: str, declared: str, *, most: str = "10", rate: str | None = None
) -> DeclaredRow:
    """The money row of a form."""
    return money_row(
        Money(D(budget), D(executed), "万元", "form.xlsx!r0", ()),
        max_points=D(most),
        declared_points=D(declared),
        rate=None if rate is None else D(rate),
    )


def declared(
    *rows: DeclaredRow, total: str | None = None, grade: str | None = None
) -> DeclaredForm:
    """A self-evaluation of these rows."""
    form = Form(
        kind="project_selfevaluation",
        department="示例局",
        project="示例项目",
        year=YEAR,
        budget=None,
        manager=None,
        goal="",
        indicators=tuple(each.indicator for each in rows if not each.is_money),
        source=Source("form.xlsx", "0" * 64),
    )
    return DeclaredForm(form, rows, total=None if total is None else D(total), grade=grade)
