"""What is re-checked and what comes of it."""

from indicators.errors import Words
from scoring.recheck.model import VERDICT_TITLES, RowCheck, Verdict
from tests.scoring.recheck.samples import D, money, row


def test_the_money_is_a_row_whose_budget_is_promised() -> None:
    found = money("100", "86.2", "9", rate="86.2")
    assert found.is_money
    assert (found.indicator.target_text, found.indicator.actual_text) == ("100万元", "86.2万元")
    assert found.rate == D("86.2")


def test_a_row_is_called_by_its_name_or_its_text() -> None:
    assert row("≥5场", "5场", "10", name="演出").name == "演出"
    assert row("≥5场", "5场", "10", name="").name == "≥5场"


def test_what_was_declared_counts_where_nothing_can_be_computed() -> None:
    unclear = RowCheck(row("≥20套", "550万元", "10"), Verdict.NOT_COMPUTABLE, Words("", ""))
    assert (unclear.difference, unclear.counted) == (None, D(10))
    computed = RowCheck(row("5", "4", "9"), Verdict.DIFFERS, Words("", ""), computed=D("8.00"))
    assert (computed.difference, computed.counted) == (D("1.00"), D("8.00"))


def test_every_verdict_has_a_title() -> None:
    assert set(VERDICT_TITLES) == set(Verdict)
