"""docs/checks.md is what the checks say of themselves."""

from pathlib import Path

from scoring.checks.declaration.pages import pages
from tests.scoring.checks.declaration.fragments import RULES

PAGE = Path(__file__).parents[4] / "docs" / "checks.md"


def test_the_file_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == pages()


def test_every_check_has_its_page_with_example_and_source() -> None:
    parts = pages().split("\n## ")[1:]
    assert [part.partition("\n")[0] for part in parts] == [check.NAME for check in RULES.checks()]
    for part in parts:
        assert "- What it checks: " in part
        assert "- Example: " in part
        assert "- Source: " in part
