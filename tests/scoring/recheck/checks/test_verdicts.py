"""Verdicts as findings."""

import pytest

from scoring.recheck import Rechecker, load_rules, recheck_form
from scoring.recheck.model import DeclaredRow
from scoring.register import find
from tests.scoring.recheck.samples import declared, row

RECHECKER = Rechecker.by(find("cn-mof-2020-10"), load_rules())


@pytest.mark.parametrize(
    ("what", "check", "severity"),
    [
        (row("3807人", "3224人", "1.9", most="2"), "points-differ", "error"),
        (row("5场", "3场", "0"), "points-by-other-rule", "warning"),
        (row("43.2", "37.24", "9"), "points-rounded", "info"),
        (row("≥20套", "550万元", "10"), "points-not-computable", "warning"),
    ],
)
def test_each_verdict_but_agreement_is_a_finding(
    what: DeclaredRow, check: str, severity: str
) -> None:
    [finding] = recheck_form(declared(what), RECHECKER, load_rules()).rows[0].findings
    assert (finding.check, finding.severity, finding.place) == (check, severity, "form.xlsx!r1")
    assert finding.words.zh.startswith("“服务人次”：")


def test_where_no_row_can_be_computed_the_form_is_not_passed() -> None:
    rows = [row("5场", "5场", "10", most=None, number=at) for at in (1, 2)]
    checked = recheck_form(declared(*rows), RECHECKER, load_rules())
    [finding] = [each for each in checked.findings if each.check == "nothing-computable"]
    assert finding.severity == "error"
    assert finding.words.zh == "2 行没有一行能够复算；其中 2 行：没有分值。"
    one = recheck_form(declared(rows[0], row("5场", "5场", "10")), RECHECKER, load_rules())
    assert "nothing-computable" not in {each.check for each in one.findings}


def test_agreement_is_none() -> None:
    checked = recheck_form(declared(row("5场", "5场", "10")), RECHECKER, load_rules())
    assert checked.rows[0].findings == ()
