"""The example of docs/score-frame.md prints what the page shows, and the page names every code."""

import re
from decimal import Decimal
from typing import Any

import pytest

from scoring import project_totals
from scoring.table import OPTIONAL, REASONS, REQUIRED, SCORES, SHORTFALLS, TOTALS
from tests.house.tree import ROOT

PAGE = (ROOT / "docs" / "score-frame.md").read_text("utf-8")


def test_the_example_is_real(capsys: pytest.CaptureFixture[str]) -> None:
    code, _ = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    (shown,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(code, "docs/score-frame.md", "exec"), {})
    assert capsys.readouterr().out == shown


def test_every_column_and_reason_is_explained() -> None:
    columns = (*REQUIRED, *OPTIONAL, *SCORES, *TOTALS)
    assert [name for name in columns if f"`{name}`" not in PAGE] == []
    rows = [f"| `{reason}` | {words.zh} |" for reason, words in (REASONS | SHORTFALLS).items()]
    assert [row for row in rows if row not in PAGE] == []


def test_totals_of_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    """甲: 47 + 20 + 16.25 (65% of 25 for partly achieved); 乙: 752.22 of 756, of 100 points."""
    first, second = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {"project_totals": project_totals}
    exec(compile(first, "docs/score-frame.md", "exec"), names)
    names["standard"] = "cn-beijing-selfeval-2016"
    exec(compile(second, "docs/score-frame.md", "exec"), names)
    assert tuple(names["totals"].columns) == TOTALS
    assert names["totals"]["points"].tolist() == [Decimal("83.25"), Decimal("99.50")]
    assert names["totals"]["total"].tolist() == [Decimal("83.25"), Decimal("99.50")]
    assert names["totals"]["grade"].tolist() == ["良好", "优秀"]
    assert capsys.readouterr().out
