"""The rule file of the re-check."""

import pytest

from indicators import rulefile
from indicators.errors import RuleFileError
from scoring.recheck.rules import SHIPPED, RecheckRules, load_rules

TEXT = SHIPPED.read_text("utf-8")


def test_every_habit_of_rounding_can_be_told_apart() -> None:
    cuts = load_rules().cuts
    assert len({(cut.of, cut.to, cut.mode) for cut in cuts}) == len(cuts)


def test_only_the_decimal_that_forms_print_is_no_difference() -> None:
    assert [cut.id for cut in load_rules().cuts if cut.agrees] == ["one_decimal"]


def test_checks_of_declarations_are_found_by_name() -> None:
    names = [check.NAME for check in load_rules().of_declarations()]
    assert names == list(load_rules().declaration_checks)


@pytest.mark.parametrize(
    ("old", "new", "due"),
    [
        ("id: integer_cut", "id: integer", "两项 id 相同"),
        ("[not-measurable,", "[not-mesurable,", "没有检查 not-mesurable"),
        ("mode: down}", "mode: downwards}", "half_up"),
        ("from: 130", "from: 99", "应大于 100"),
    ],
)
def test_mistakes_are_named(old: str, new: str, due: str) -> None:
    assert old in TEXT
    with pytest.raises(RuleFileError, match=due):
        rulefile.loads(TEXT.replace(old, new, 1), RecheckRules, name="recheck.yaml")
