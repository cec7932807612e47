"""Every check finds what it is for and nothing else; the severest comes first."""

from dataclasses import replace

import pytest

from indicators import rulefile
from indicators.errors import Words
from indicators.model import Finding, Severity
from scoring.checks.declaration import audit
from tests.scoring.checks.declaration.fragments import (
    CASES,
    RULES,
    Case,
    CaseFile,
    found,
    fragment,
)

FILES = [rulefile.load(path, CaseFile) for path in sorted(CASES.glob("*.yaml"))]
ALL = [(file.check, case) for file in FILES for case in file.cases]


@pytest.mark.parametrize(("check", "case"), ALL, ids=[f"{n}: {c.name}" for n, c in ALL])
def test_case(check: str, case: Case) -> None:
    messages = [finding.words.zh for finding in found(case.forms(), check)]
    assert len(messages) == len(case.found), messages
    pairs = zip(case.found, messages, strict=True)
    assert [part for part, message in pairs if part not in message] == []


def test_every_check_has_a_case_that_triggers_it_and_one_that_does_not() -> None:
    outcomes = {file.check: {bool(case.found) for case in file.cases} for file in FILES}
    tested_elsewhere = {"projects-differ-from-department"}  # needs a department's form
    expected = {check.NAME: {True, False} for check in RULES.checks()}
    assert outcomes == {n: both for n, both in expected.items() if n not in tested_elsewhere}


def test_every_finding_says_why_and_how_to_mend_it_in_both_languages() -> None:
    findings = [finding for check, case in ALL for finding in found(case.forms(), check)]
    assert findings
    for finding in findings:
        assert finding.why
        assert finding.mend
        for words in (finding.words, finding.why, finding.mend):
            assert words.zh.endswith("。")
            assert words.en.endswith(".")


def test_the_severest_first_and_the_readers_doubts_among_them() -> None:
    doubt = Finding("spelling-differs", Severity.WARNING, "a", Words("。", "."))
    form = fragment([("产出成本指标", "成本≥80万元"), ("产出质量指标", "提高效率")])
    (alone, between) = audit([replace(form, findings=(doubt,))], RULES)
    assert [finding.check for finding in alone.findings] == [
        "cost-at-least",
        "spelling-differs",
        "category-absent",
        "not-measurable",
    ]
    assert (between.form, between.findings) == (None, ())


def test_nothing_to_audit() -> None:
    (between,) = audit([], RULES)
    assert between.findings == ()
