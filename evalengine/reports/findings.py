"""The findings of a target audit as lines of text for a terminal."""

from collections import Counter
from collections.abc import Iterator

from evalengine import terminal
from evalengine.checking import Checked
from evalengine.wording import SEVERITIES
from indicators.errors import Words
from indicators.model import Finding, Form
from indicators.places import place_said
from scoring.checks.declaration import Audited

BETWEEN = Words("各表之间", "between the forms")
MEND = Words("改：", "Mend: ")
WHY = Words("为什么要改", "Why it matters")
_MARGIN = 6


def finding_lines(checked: Checked, language: str) -> Iterator[str]:
    """A block a form with what was found and how to mend it; then why, and how many there are."""
    for part in checked.audited:
        if part.findings:
            yield terminal.plain(_heading(part.form, language))
            for finding in part.findings:
                yield from told(finding, language)
                if finding.mend is not None:
                    yield from indented(MEND.said(language) + finding.mend.said(language))
            yield ""
    yield from _reasons(checked.audited, language)
    yield _summary(checked).said(language)


def _heading(form: Form | None, language: str) -> str:
    if form is None:
        return BETWEEN.said(language)
    year = Words(f"（{form.year}年度）", f" ({form.year})").said(language) if form.year else ""
    return f"{form.title}{year}"


def told(finding: Finding, language: str) -> Iterator[str]:
    """How grave a finding is, where, by which check, and what was found."""
    label = SEVERITIES[finding.severity].said(language)
    head = terminal.plain(f"{place_said(finding.place, language)}  {finding.check}")
    yield f"{terminal.pad(label, _MARGIN - 2)}  {head}"
    yield from indented(finding.words.said(language))


def _reasons(audited: tuple[Audited, ...], language: str) -> Iterator[str]:
    """Why each check that found something matters, told once."""
    reasons = {
        finding.check: finding.why.said(language)
        for part in audited
        for finding in part.findings
        if finding.why is not None
    }
    times = Counter(finding.check for part in audited for finding in part.findings)
    if reasons:
        yield WHY.said(language)
        for check, why in reasons.items():
            count = Words(f"（{times[check]} 处）", f" ({times[check]})").said(language)
            yield f"  {check}{count}"
            yield from indented(why)
        yield ""


def indented(text: str) -> Iterator[str]:
    """A text below its heading, in lines that fit the terminal."""
    for line in terminal.wrap(terminal.plain(text), terminal.room() - _MARGIN):
        yield " " * _MARGIN + line


def _summary(checked: Checked) -> Words:
    counts = checked.counts
    forms = f"{checked.forms} form{'' if checked.forms == 1 else 's'}"
    if not any(counts.values()):
        return Words(f"{checked.forms} 张表，没有发现问题。", f"{forms}, nothing found.")
    zh = "，".join(f"{number} 项{SEVERITIES[severity].zh}" for severity, number in counts.items())
    en = ", ".join(f"{number} × {SEVERITIES[severity].en}" for severity, number in counts.items())
    return Words(f"{checked.forms} 张表：{zh}。", f"{forms}: {en}.")
