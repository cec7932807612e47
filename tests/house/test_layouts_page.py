"""The layout that docs/layouts.md shows is valid, and the page names all that may stand in one."""

import re
from typing import get_args

from indicators import rulefile
from indicators.forms import layouts
from indicators.forms.schema import Gift, LayoutRule, Meaning, MoneyMeaning
from tests.house.tree import ROOT

PAGE = (ROOT / "docs" / "layouts.md").read_text("utf-8")


def test_the_layout_shown_is_valid() -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    rule = rulefile.loads(shown, LayoutRule, name="docs/layouts.md")
    assert rule.paper is not None
    assert len(rule.paper.widths) == 9


def _row(key: str) -> set[str]:
    """The words in the row of the table about `key`."""
    (line,) = re.findall(rf"^\| {key} \|(.*)$", PAGE, re.MULTILINE)
    return {word for each in re.findall(r"`([^`]+)`", line) for word in each.split()}


def test_all_meanings_are_named() -> None:
    assert _row("栏目的 `gives`") >= set(get_args(Gift))
    assert _row("指标列的 `means`") >= set(get_args(Meaning))
    assert _row("资金列的 `means`") >= set(get_args(MoneyMeaning))


def test_every_kind_and_every_form_is_listed() -> None:
    for layout in layouts():
        assert f"`{layout.kind}`" in PAGE
        first, *others = layout.printed
        assert f"`{first}`" in PAGE
        assert all(f"`{name}`" in PAGE or f"`-{_rest(first, name)}`" in PAGE for name in others)


def _rest(first: str, name: str) -> str:
    """What a name adds to that of the usual form: `-2016`, `-classic`."""
    return name.removeprefix(first).removeprefix("selfevaluation").lstrip("-")
