"""docs/recheck.md is what the rules of the re-check say of themselves."""

from scoring.recheck.pages import page
from scoring.recheck.rules import load_rules
from tests.house.tree import ROOT

PAGE = ROOT / "docs" / "recheck.md"


def test_the_file_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page()


def test_every_rule_has_its_line() -> None:
    rules = load_rules()
    named = [f"`{cut.id}`" for cut in rules.cuts] + [f"`{rule.id}`" for rule in rules.known_rules]
    named += [f"## {check.NAME}\n" for check in rules.checks.all()]
    assert [name for name in named if name not in page()] == []
