"""Puts all checks to the forms of a declaration."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indicators.model import Finding, Form
from scoring.checks.declaration.check import ComparingCheck, FormCheck, Level
from scoring.checks.declaration.rules import DeclarationRules


@dataclass(frozen=True, slots=True)
class Audited:
    """The findings about one form, or, without a form, between several; the severest first."""

    form: Form | None
    findings: tuple[Finding, ...]


def audit(forms: Sequence[Form], rules: DeclarationRules) -> tuple[Audited, ...]:
    """What is wrong or doubtful in each form, in their order, and between them.

    Of one severity, what is said of the form as a whole and the doubts of the reader
    (`Form.findings`) come first, then what is said of its rows, in their order.
    """
    checks = [check for check in rules.checks() if check.severity is not Level.OFF]
    each = [check for check in checks if isinstance(check, FormCheck)]
    between = [check for check in checks if isinstance(check, ComparingCheck)]
    return (
        *(Audited(form, _sorted([*form.findings, *_found(form, each)], form)) for form in forms),
        Audited(None, _sorted(found for check in between for found in check.findings(forms))),
    )


def _found(form: Form, checks: Sequence[FormCheck]) -> Iterator[Finding]:
    """What the checks find in a form; where one says more than another, only that one."""
    found = [(check, finding) for check in checks for finding in check.findings(form)]
    told = {(finding.check, finding.place) for _, finding in found}
    for check, finding in found:
        if not any((other, finding.place) in told for other in check.BEHIND):
            yield finding


def _sorted(findings: Iterable[Finding], form: Form | None = None) -> tuple[Finding, ...]:
    rows = {row.place: row.number for row in form.indicators} if form else {}
    return tuple(sorted(findings, key=lambda each: (each.severity.rank, rows.get(each.place, 0))))
