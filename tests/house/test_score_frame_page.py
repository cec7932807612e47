"""The example of docs/score-frame.md prints what the page shows, and the page names every code."""

import re

import pytest

from scoring.table import OPTIONAL, REASONS, REQUIRED, SCORES
from tests.house.tree import ROOT

PAGE = (ROOT / "docs" / "score-frame.md").read_text("utf-8")


def test_the_example_is_real(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    (shown,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(code, "docs/score-frame.md", "exec"), {})
    assert capsys.readouterr().out == shown


def test_every_column_and_reason_is_explained() -> None:
    columns = (*REQUIRED, *OPTIONAL, *SCORES)
    assert [name for name in columns if f"`{name}`" not in PAGE] == []
    rows = [f"| `{reason}` | {words.zh} |" for reason, words in REASONS.items()]
    assert [row for row in rows if row not in PAGE] == []
