"""A comparison at a glance: how many projects, which grades, where the totals lie, what to know."""

from collections.abc import Iterator

from evalengine.comparing import Comparison
from evalengine.reports.compared import Heading, Listing, count_of, points_of, remarks
from evalengine.wording import SEVERITIES
from indicators.errors import Words
from indicators.model import Severity

HEADINGS = (
    Heading(Words("概况", "overview"), 26),
    Heading(Words("数", "figure"), 12, right=True),
    Heading(Words("说明", "note"), 80),
)


def overview(found: Comparison, language: str) -> Listing:
    """The first page of a workbook."""
    rows = [(what.said(language), figure, note) for what, figure, note in _rows(found)]
    rows += [
        (Words("请注意", "please note").said(language), "", words.said(language))
        for words in (*found.warnings, *remarks(found))
    ]
    return Listing("overview", Words("概况", "overview"), HEADINGS, tuple(rows))


def _rows(found: Comparison) -> Iterator[tuple[Words, str, str]]:
    table = found.ranking
    yield Words("项目", "projects"), count_of(len(table)), ""
    if "department" in found.groups:
        yield Words("部门", "departments"), count_of(len(found.groups["department"])), ""
    for grade, projects in table["grade"].value_counts(sort=False, dropna=True).items():
        yield Words(f"等级“{grade}”", f"grade {grade}"), count_of(projects), ""
    totals = sorted(table["total"].tolist())
    for words, at in (
        (Words("总分最低", "lowest total"), 0),
        (Words("总分中位", "median total"), (len(totals) - 1) // 2),
        (Words("总分最高", "highest total"), -1),
    ):
        yield words, points_of(totals[at]), ""
    for severity in Severity:
        told = sum(each.severity == severity for each in found.findings)
        if told:
            yield _findings(severity), count_of(told), ""


def _findings(severity: Severity) -> Words:
    words = SEVERITIES[severity]
    return Words(f"疑点（{words.zh}）", f"findings ({words.en})")
