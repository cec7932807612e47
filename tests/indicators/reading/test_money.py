"""The budget: amount, unit, and every doubt about them."""

from decimal import Decimal

import pytest

from indicators.forms import Label, layout_of
from indicators.model import Budget, Finding
from indicators.places import Place
from indicators.reading.amounts import MoneyTable, money_at
from indicators.reading.head import Field
from indicators.reading.money import read_budget, read_money
from tests.indicators.reading.papers import grid

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


def test_an_amount_in_ten_thousands_names_its_unit() -> None:
    """125万 is 125万元, in a label of 万元 too; 1.2亿 in a label of 元 is 120,000,000元."""
    budget, (finding,) = _read("125万")
    assert budget == Budget(Decimal(125), "万元", place="a.txt:4")
    assert (finding.check, "按 125万元 读取" in finding.words.zh) == ("budget-spelling", True)
    assert _read("1.2亿", unit="元")[0] == Budget(Decimal("1.2"), "亿元", place="a.txt:4")
    assert _read("120万元整")[0] == Budget(Decimal(120), "万元", place="a.txt:4")


def test_a_sign_of_currency_is_no_unit_where_another_is_named() -> None:
    budget, (finding,) = _read("¥118.75")
    assert budget == Budget(Decimal("118.75"), "万元", place="a.txt:4")
    assert "按 118.75万元 读取" in finding.words.zh
    budget, (finding,) = _read("￥1,187,500.00", unit=None)
    assert budget == Budget(Decimal("1187500.00"), "元", place="a.txt:4")
    assert finding.check == "budget-spelling"


def test_the_unit_of_the_form_counts_where_the_label_names_none() -> None:
    field = Field("预算金额", LABEL, AT, None, ["756.00"])
    assert read_budget([field], unit="元") == (Budget(Decimal("756.00"), "元", place="a.txt:4"), [])


# ── tables of money ──────────────────────────────────────────────────────────────────────────────


def _table(*rows: list[str], lead: str = "项目资金（万元）") -> MoneyTable:
    """The table with these rows: name, amounts at the year's start, after changes, executed."""
    headings = [lead, "", "年初预算数", "全年预算数", "全年执行数"]
    written = grid(headings, *(["", *row] for row in rows))
    found = money_at(written.rows, 0, layout_of("project_selfevaluation"))
    assert found is not None
    return found


def _money(
    *rows: list[str], lead: str = "项目资金（万元）", unit: str | None = None
) -> tuple[tuple[str | None, ...], list[str]]:
    """The three amounts of the whole and their unit, and the names of the doubts."""
    budget, findings = read_money(_table(*rows, lead=lead), unit=unit)
    assert budget is not None
    amounts = (budget.amount, budget.annual, budget.executed)
    told = tuple(None if each is None else str(each) for each in amounts)
    return (*told, budget.unit), [finding.check for finding in findings]


def test_sources_without_the_whole_are_summed_and_told() -> None:
    rows = ["财政拨款", "100", "100", "95"], ["其他资金", "20", "25", "23.75"]
    assert _money(*rows) == (("120", "125", "118.75", "万元"), ["whole-summed"])
    budget, _ = read_money(_table(*rows))
    assert budget is not None
    assert [(part.name, part.amount) for part in budget.parts] == [
        ("财政拨款", Decimal(100)),
        ("其他资金", Decimal(20)),
    ]


def test_what_cannot_be_summed_is_told() -> None:
    """A part of a part would count twice; a row of an unknown name may be the whole."""
    within = ["财政拨款", "100", "100", "95"], ["其中：财政拨款", "60", "60", "60"]
    assert _money(*within) == (("100", "100", "95", "万元"), ["whole-missing"])
    unknown = ["养护经费", "100", "100", "95"], ["其他资金", "20", "25", "20"]
    assert _money(*unknown) == (("100", "100", "95", "万元"), ["whole-missing"])


def test_a_first_row_that_is_the_sum_of_the_others_is_the_whole() -> None:
    rows = (
        ["养护经费", "120", "125", "115"],
        ["财政拨款", "100", "100", "95"],
        ["其他资金", "20", "25", "20"],
    )
    assert _money(*rows) == (("120", "125", "115", "万元"), [])


def test_the_unit_in_the_name_of_a_row() -> None:
    row = ["年度资金总额（元）", "1200000", "1250000", "1187500"]
    assert _money(row, lead="项目资金") == (("1200000", "1250000", "1187500", "元"), [])
    plain = ["年度资金总额", *row[1:]]
    assert _money(plain, lead="项目资金", unit="元")[0][3] == "元"
    assert _money(plain, lead="项目资金")[1] == ["budget-unit-guessed"]


def test_amounts_in_ten_thousands_and_hundred_millions_in_a_table() -> None:
    row = ["年度资金总额", "0.012亿", "125万", "¥118.75"]
    assert _money(row) == (("120", "125", "118.75", "万元"), ["budget-spelling"] * 3)
    in_yuan = ["年度资金总额", "120万", "1250000", "1187500"]
    assert _money(in_yuan, lead="项目资金（元）") == (
        ("1200000", "1250000", "1187500", "元"),
        ["budget-spelling"],
    )
