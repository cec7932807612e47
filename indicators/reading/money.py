"""Reads the budget of a form: amounts as written, in the unit that their label or cell names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from indicators.grammar import read_number
from indicators.model import Budget, BudgetPart, Finding
from indicators.reading import doubts
from indicators.reading.amounts import AMOUNTS, MoneyRow, MoneyTable
from indicators.reading.head import Field
from indicators.spelling import folded

_PLAIN = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
"""An amount as it is usually written; any other spelling is named."""

_NOTHING = re.compile(r"[-—–/\\.…]*|无")
"""What stands, folded, where there is no amount."""

UNITS = {"元": 0, "千元": 3, "万元": 4, "亿元": 8}
"""Powers of ten of 元."""

USUAL = "万元"

_UNREADABLE = {
    "amount": (doubts.budget_unreadable, "年初预算数"),
    "annual": (doubts.annual_budget_unreadable, "全年预算数"),
    "executed": (doubts.executed_unreadable, "全年执行数"),
}
"""What an amount of the whole that is none is told by, and what it is called."""


def read_budget(fields: Iterable[Field]) -> tuple[Budget | None, list[Finding]]:
    """The budget that the first filled budget field gives, and the doubts about it."""
    filled = [field for field in fields if field.texts]
    if not filled:
        return None, []
    field = filled[0]
    units = field.label.units if field.label else ()
    text, unit = _apart(field.text, units)
    amount = read_number(text)
    if amount is None or amount < 0:
        return None, [doubts.budget_unreadable(field.place, field.name, field.text)]
    findings = []
    if not _PLAIN.fullmatch(text):
        findings.append(doubts.budget_spelling(field.place, field.text, format(amount, "f")))
    unit = unit or field.unit
    if unit is None:
        unit = units[0] if units else USUAL
        findings.append(doubts.budget_unit_guessed(field.place, field.name, unit))
    return Budget(amount, unit, place=str(field.place)), findings


def read_money(
    table: MoneyTable, *, unit: str | None = None
) -> tuple[Budget | None, list[Finding]]:
    """The budget that a money table gives, with what was executed of it, and the doubts about it.

    Without a budget of the year's start (年初预算数), that after changes stands for it; a source
    without any amount is left out.

    Args:
        table: as written.
        unit: the unit that the form names for all its money, outside of the table.
    """
    whole = table.whole
    if whole is None:
        return None, []
    reader = _AmountReader(table, unit)
    found = reader.amounts(whole)
    amount = found["amount"] if found["amount"] is not None else found["annual"]
    if amount is None:
        return None, reader.findings
    read = [(row.name, reader.amounts(row)) for row in table.parts]
    parts = tuple(BudgetPart(name, **given) for name, given in read if any(_is_given(given)))
    place = str(whole.place)
    budget = Budget(amount, reader.unit, found["annual"], found["executed"], place, parts)
    return budget, reader.findings


def _is_given(amounts: dict[str, Decimal | None]) -> Iterator[bool]:
    return (amount is not None for amount in amounts.values())


class _AmountReader:
    """Reads the amounts of a table into one unit, and gathers the doubts about them."""

    def __init__(self, table: MoneyTable, unit: str | None) -> None:
        self._units, self._whole = table.units, table.whole
        self.findings: list[Finding] = []
        named = next(iter(table.units.values()), unit)
        whole = table.whole
        written = [_apart(text, tuple(UNITS))[1] for text in whole.texts.values()] if whole else []
        self.unit = named or next((each for each in written if each), USUAL)
        if named is None and whole and not any(written):
            label = folded(table.lead) or whole.name
            self.findings.append(doubts.budget_unit_guessed(whole.place, label, self.unit))

    def amounts(self, row: MoneyRow) -> dict[str, Decimal | None]:
        """The amounts of a row; None where none is given, or it is none (a doubt)."""
        return {meaning: self._amount(row, meaning) for meaning in AMOUNTS}

    def _amount(self, row: MoneyRow, meaning: str) -> Decimal | None:
        written = row.texts.get(meaning, "")
        text, own = _apart(written, tuple(UNITS))
        if _NOTHING.fullmatch(folded(text)):
            return None
        amount = read_number(text)
        if amount is None or amount < 0:
            unreadable, label = doubts.part_unreadable, row.name
            if row is self._whole:
                unreadable, label = _UNREADABLE[meaning]
            self.findings.append(unreadable(row.where(meaning), label, written))
            return None
        if not _PLAIN.fullmatch(text):
            number = format(amount, "f")
            self.findings.append(doubts.budget_spelling(row.where(meaning), written, number))
        unit = own or self._units.get(meaning, self.unit)
        return amount.scaleb(UNITS[unit] - UNITS[self.unit]) if unit != self.unit else amount


def _apart(text: str, units: Sequence[str]) -> tuple[str, str | None]:
    """An amount and the unit written behind it: `756.00万元` → `756.00`, `万元`."""
    for unit in sorted(units, key=len, reverse=True):
        if text.endswith(unit):
            return text.removesuffix(unit).strip(), unit
    return text, None
