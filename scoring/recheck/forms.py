"""Re-checks a whole self-evaluation: its rows, its total and its grade, and what they give away."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from indicators.model import Finding
from scoring.recheck.checks.check import RowsCheck
from scoring.recheck.model import DeclaredForm, DeclaredRow, FormCheck, RowCheck
from scoring.recheck.rules import RecheckRules
from scoring.recheck.verdict import Rechecker
from scoring.standard import Standard

_NONE = Decimal(0)


def recheck_form(declared: DeclaredForm, rechecker: Rechecker, rules: RecheckRules) -> FormCheck:
    """The verdict on every row, the bottom line computed anew, and what was found."""
    checks = rules.checks.of_rows()
    rows = tuple(recheck_row(row, rechecker, checks) for row in declared.rows)
    return recheck_whole(declared, rows, rechecker.standard, rules)


def recheck_row(row: DeclaredRow, rechecker: Rechecker, checks: Sequence[RowsCheck]) -> RowCheck:
    """The verdict on one row, and what `checks` find in it."""
    checked = rechecker.check(row)
    found = (finding for check in checks for finding in check.of_row(checked))
    return replace(checked, findings=tuple(found))


def recheck_whole(
    declared: DeclaredForm, rows: tuple[RowCheck, ...], standard: Standard, rules: RecheckRules
) -> FormCheck:
    """The bottom line of a form whose rows (those of `declared`) were checked, and what was found
    about it as a whole.
    """
    total = sum((row.counted or _NONE for row in rows), _NONE)
    unchecked = (row.declared or _NONE for row in rows if row.computed is None)
    declared_total = _declared_total(declared, rows)
    checked = FormCheck(
        declared=declared,
        standard=standard.ref,
        rows=rows,
        total=total,
        grade=standard.grades.grade(total),
        declared_total=declared_total,
        declared_grade=declared.grade or _grade_of(declared_total, standard),
        unchecked=sum(unchecked, _NONE),
    )
    return replace(checked, findings=tuple(_whole(checked, standard, rules)))


def _whole(checked: FormCheck, standard: Standard, rules: RecheckRules) -> Iterator[Finding]:
    """The reader's doubts, then what the form as a whole gives away, then its targets."""
    form = checked.declared.form
    yield from form.findings
    for check in rules.checks.of_wholes():
        yield from check.findings(checked, standard)
    for declaration_check in rules.of_declarations():
        yield from declaration_check.findings(form)


def _declared_total(declared: DeclaredForm, rows: Sequence[RowCheck]) -> Decimal | None:
    """The total that the form prints, else the sum of its points; None without any.

    Where the form says nothing of the points of the money, those computed count on both sides.
    """
    if declared.total is not None:
        return declared.total
    points = [row.declared for row in rows if row.declared is not None]
    if not points:
        return None
    money = (row.computed for row in rows if row.row.is_money and row.declared is None)
    return sum((*points, *(each for each in money if each is not None)), _NONE)


def _grade_of(total: Decimal | None, standard: Standard) -> str | None:
    """The grade of a total; none of one that nobody can have."""
    if total is None or total > standard.weights.total:
        return None
    return standard.grades.grade(total).title
