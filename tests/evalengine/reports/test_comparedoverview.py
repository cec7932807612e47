"""A comparison at a glance."""

from dataclasses import replace

from evalengine.reports.comparedoverview import overview
from indicators.errors import Words
from tests.evalengine.reports.comparisons import comparison


def test_what_there_is_and_what_to_know() -> None:
    """Four projects of two departments, 90.00 down to 89.97, each with one warning."""
    found = replace(comparison(4, departments=2), warnings=(Words("两份标准。", "two."),))
    rows = overview(found, "zh").rows
    assert [row[:2] for row in rows[:2]] == [("项目", "4"), ("部门", "2")]
    figures = {row[0]: row[1] for row in rows}
    assert figures["总分最低"] == "89.97"
    assert figures["总分中位"] == "89.98"
    assert figures["总分最高"] == "90.00"
    assert figures["疑点（注意）"] == "4"
    assert ("请注意", "", "两份标准。") in rows
    assert overview(found, "en").rows[0][0] == "projects"
