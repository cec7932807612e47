"""Typed names of the real document: nothing is decided wrongly, and few suggestions mislead."""

from benchmarks.pairing import OUTCOMES, measured, outcome
from tests.indicators.pairing.declared import declaration


def test_outcomes() -> None:
    form = declaration()
    assert outcome(form, "聘用保安人员", "1") == "decided"
    assert outcome(form, "保安人数", "1") == "suggested"
    assert outcome(form, "保安人数", "3") == "suggested wrongly"
    assert outcome(form, "办公用房面积", "1") == "left to the user"


def test_the_names_of_the_document() -> None:
    for with_level2 in (False, True):
        counts = measured(with_level2=with_level2)
        assert set(counts) <= set(OUTCOMES)
        assert counts["decided wrongly"] == 0
        assert counts["suggested wrongly"] <= 0.05 * counts.total()
        assert counts["decided"] + counts["suggested"] >= 0.7 * counts.total()
