"""The budget: amount, unit, and every doubt about them."""

from decimal import Decimal

import pytest

from indicators.forms import Label
from indicators.model import Budget, Finding
from indicators.places import Place
from indicators.reading.head import Field
from indicators.reading.money import read_budget

LABEL = Label("预算金额", "budget", ("万元", "元"))
AT = Place("a.txt", line=4)


def _read(text: str, *, unit: str | None = "万元") -> tuple[Budget | None, list[Finding]]:
    return read_budget([Field("预算金额", LABEL, AT, unit, [text])])


@pytest.mark.parametrize(
    ("text", "amount"), [("756.00", "756.00"), ("1,234.5", "1234.5"), ("0", "0"), ("19", "19")]
)
def test_plain_amounts_leave_no_doubt(text: str, amount: str) -> None:
    budget, findings = _read(text)
    assert budget == Budget(Decimal(amount), "万元", place="a.txt:4")
    assert findings == []


@pytest.mark.parametrize("text", ["127．62", "１２７.62", "127.62０"])
def test_an_unusual_spelling_is_read_and_named(text: str) -> None:
    budget, findings = _read(text)
    assert budget is not None
    assert budget.amount == Decimal("127.62")
    assert [finding.check for finding in findings] == ["budget-spelling"]
    assert text in findings[0].words.zh


@pytest.mark.parametrize("text", ["无", "待定", "-5", "见附件1"])
def test_what_is_no_amount(text: str) -> None:
    budget, findings = _read(text)
    assert budget is None
    assert [finding.check for finding in findings] == ["budget-unreadable"]
    assert (findings[0].place, text in findings[0].words.zh) == ("a.txt:4", True)


def test_the_unit_in_the_cell_counts_more_than_that_of_the_label() -> None:
    budget, findings = _read("7560000元")
    assert budget == Budget(Decimal(7560000), "元", place="a.txt:4")
    assert findings == []
    assert _read("756.00 万元", unit=None)[0] == Budget(Decimal("756.00"), "万元", place="a.txt:4")


def test_a_missing_unit_is_guessed_and_named() -> None:
    budget, findings = _read("756.00", unit=None)
    assert budget == Budget(Decimal("756.00"), "万元", place="a.txt:4")
    assert [finding.check for finding in findings] == ["budget-unit-guessed"]


def test_the_first_filled_field_counts() -> None:
    empty = Field("预算金额", LABEL, AT)
    budget, _ = read_budget([empty, Field("资金总额", LABEL, AT, "元", ["8"])])
    assert budget == Budget(Decimal(8), "元", place="a.txt:4")
    assert read_budget([empty]) == (None, [])
