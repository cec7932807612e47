"""The measure of the checks, on declarations written by hand: they must not get worse."""

import json
from pathlib import Path

import pytest

from benchmarks.checks import CASES, Due, Told, figures, outcomes, page
from indicators.errors import Words
from indicators.model import Finding, Severity
from tests.house.tree import ROOT

PAGE = (ROOT / "docs" / "checks.md").read_text("utf-8")
FILES = sorted(CASES.glob("*.jsonl"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_page_tells_what_is_found(path: Path) -> None:
    found = list(outcomes(path))
    clean = [each for each in found if not (each.found or each.missed)]
    hits, all_, false = figures(found)
    quiet = sum(not each.false for each in clean)
    cells = (path.stem, len(found), all_, hits, false, len(clean), quiet)
    assert f"| {' | '.join(map(str, cells))} |" in PAGE


def test_a_finding_is_due_by_its_check_and_its_row() -> None:
    finding = Finding("unit-missing", Severity.WARNING, "a", Words("。", "."))
    told = Told(finding, frozenset({2}))
    assert Due.of({"check": ["unit-missing", "not-measurable"], "rows": [1, 2]}).fits(told)
    assert Due.of({"check": ["unit-missing"]}).fits(told)
    assert not Due.of({"check": ["unit-missing"], "rows": [1]}).fits(told)
    assert not Due.of({"check": ["goal-missing"], "rows": [2]}).fits(told)


def test_what_a_case_says_is_text_and_no_markup() -> None:
    case = json.loads(FILES[0].read_text("utf-8").splitlines()[0]) | {"goal": "<b>≥5</b>"}
    assert "&lt;b&gt;≥5&lt;/b&gt;" in page(case)
