"""How a check words a finding."""

from indicators.errors import Words
from indicators.model import Severity
from scoring.checks.declaration.check import Level
from scoring.checks.declaration.completeness import GoalMissing

CHECK = GoalMissing(severity=Level.WARNING, layouts=[])


def test_a_finding_has_the_reasons_of_its_check() -> None:
    finding = CHECK.finding("a.txt:1", Words("空。", "empty."))
    assert (finding.check, finding.severity, finding.place) == (
        "goal-missing",
        Severity.WARNING,
        "a.txt:1",
    )
    assert (finding.why, finding.mend) == (CHECK.WHY, CHECK.MEND)


def test_severity_and_mending_may_differ() -> None:
    mend = Words("改。", "mend.")
    finding = CHECK.finding("a", Words("空。", "empty."), mend=mend, severity=Level.INFO)
    assert (finding.severity, finding.mend) == (Severity.INFO, mend)
