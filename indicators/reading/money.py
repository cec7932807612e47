"""Reads the budget of a form: amounts as written, in the unit that their label or cell names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from indicators.grammar import read_number
from indicators.model import Budget, BudgetPart, Finding
from indicators.places import Place
from indicators.reading import money_doubts
from indicators.reading.amounts import AMOUNTS, MoneyRow, MoneyTable
from indicators.reading.head import Field
from indicators.reading.header import one_line
from indicators.spelling import folded

_PLAIN = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
"""An amount as it is usually written; any other spelling is named."""

_NOTHING = re.compile(r"[-—–/\\.…]*|无")
"""What stands, folded, where there is no amount."""

UNITS = {"元": 0, "千元": 3, "万元": 4, "亿元": 8}
"""Powers of ten of 元."""

USUAL = "万元"

_SPELLINGS = {
    spelling: unit for unit in ("亿元", "万元", "千元", "元") for spelling in (f"{unit}整", unit)
} | {"亿": "亿元", "万": "万元"}
"""How a unit is written behind an amount, the longest spellings first."""

_LAST = tuple({spelling[-1] for spelling in _SPELLINGS})

_CURRENCY = re.compile(r"^(?:人民币|RMB|CNY)?\s*[¥￥]?\s*", re.IGNORECASE)

_UNREADABLE = {
    "amount": (money_doubts.budget_unreadable, "年初预算数"),
    "annual": (money_doubts.annual_budget_unreadable, "全年预算数"),
    "executed": (money_doubts.executed_unreadable, "全年执行数"),
}
"""What an amount of the whole that is none is told by, and what it is called."""


def read_budget(
    fields: Iterable[Field], *, unit: str | None = None
) -> tuple[Budget | None, list[Finding]]:
    """The budget that the first filled budget field gives, and the doubts about it.

    Args:
        fields: those that may hold it.
        unit: the unit that the form names for all its money.
    """
    filled = [field for field in fields if field.texts]
    if not filled:
        return None, []
    field = filled[0]
    written = _apart(field.text)
    amount = read_number(written.number)
    if amount is None or amount < 0:
        return None, [money_doubts.budget_unreadable(field.place, field.name, field.text)]
    named = written.unit or field.unit or unit or written.currency
    findings = _spelling(field.place, field.text, written, amount, named)
    if named is None:
        units = field.label.units if field.label else ()
        named = units[0] if units else USUAL
        findings.append(money_doubts.budget_unit_guessed(field.place, field.name, named))
    return Budget(amount, named, place=str(field.place)), findings


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
    read = [(row.name, reader.amounts(row)) for row in table.parts]
    if read and not whole.is_whole:
        every = [found, *(given for _, given in read)]
        if _are_sources(table.rows):
            read.insert(0, (whole.name, found))
            found = {meaning: _sum(given[meaning] for given in every) for meaning in AMOUNTS}
            reader.findings.append(money_doubts.whole_summed(whole.place, len(every)))
        elif any(found[meaning] != _sum(g[meaning] for g in every[1:]) for meaning in AMOUNTS):
            reader.findings.append(money_doubts.whole_missing(whole.place, one_line(whole.name)))
    amount = found["amount"] if found["amount"] is not None else found["annual"]
    if amount is None:
        return None, reader.findings
    parts = tuple(BudgetPart(name, **given) for name, given in read if any(_is_given(given)))
    place = str(whole.place)
    budget = Budget(amount, reader.unit, found["annual"], found["executed"], place, parts)
    return budget, reader.findings


def _are_sources(rows: Sequence[MoneyRow]) -> bool:
    """Whether all rows are sources of their own, none of them a part of another (其中：…)."""
    names = [folded(row.name) for row in rows]
    return all(row.is_part for row in rows) and not any("其中" in name for name in names)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the amounts that are given; None, if none is."""
    given = [amount for amount in amounts if amount is not None]
    return sum(given, Decimal(0)) if given else None


def _is_given(amounts: dict[str, Decimal | None]) -> Iterator[bool]:
    return (amount is not None for amount in amounts.values())


class _AmountReader:
    """Reads the amounts of a table into one unit, and gathers the doubts about them."""

    def __init__(self, table: MoneyTable, unit: str | None) -> None:
        self._units, self._whole = table.units, table.whole
        self.findings: list[Finding] = []
        whole = table.whole
        named = (whole and whole.unit) or next(iter(table.units.values()), unit)
        texts = [_apart(whole.texts.get(each, "")) for each in AMOUNTS] if whole else []
        written = [unit for text in texts for unit in (text.unit, text.currency) if unit]
        self.unit = named or next(iter(written), USUAL)
        if named is None and whole and not written:
            label = folded(table.lead) or whole.name
            self.findings.append(money_doubts.budget_unit_guessed(whole.place, label, self.unit))

    def amounts(self, row: MoneyRow) -> dict[str, Decimal | None]:
        """The amounts of a row; None where none is given, or it is none (a doubt)."""
        return {meaning: self._amount(row, meaning) for meaning in AMOUNTS}

    def _amount(self, row: MoneyRow, meaning: str) -> Decimal | None:
        written = row.texts.get(meaning)
        if not written:
            return None
        apart = _apart(written)
        if _NOTHING.fullmatch(folded(apart.number)):
            return None
        amount = read_number(apart.number)
        if amount is None or amount < 0:
            unreadable, label = money_doubts.part_unreadable, row.name
            if row is self._whole:
                unreadable, label = _UNREADABLE[meaning]
            self.findings.append(unreadable(row.where(meaning), label, written))
            return None
        unit = apart.unit or row.unit or self._units.get(meaning, self.unit)
        self.findings += _spelling(row.where(meaning), written, apart, amount, unit)
        if unit == self.unit:
            return amount
        # Through its digits: 0.012亿元 is 120万元, not 1.2E+2.
        return Decimal(format(amount.scaleb(UNITS[unit] - UNITS[self.unit]), "f"))


class _Written(NamedTuple):
    """An amount taken apart: its number, the unit behind it, 元 if it has a sign of currency.

    `is_usual`: it says so in whole words, `756.00万元`.
    """

    number: str
    unit: str | None
    currency: str | None
    is_usual: bool


def _apart(text: str) -> _Written:
    """An amount and its unit: `756.00万元`, `1.2亿`, `¥118.75`.

    A sign of currency tells what money it is, not how much: it counts as 元 only where no unit is
    named. 万 and 亿 name the unit even in a table of another one: nobody means 125万万元.
    """
    number = text.strip()
    bare = _CURRENCY.sub("", number)
    currency = "元" if bare != number else None
    for spelling, unit in _SPELLINGS.items() if bare.endswith(_LAST) else ():
        if len(bare) > len(spelling) and bare.endswith(spelling):
            is_usual = currency is None and spelling in UNITS
            return _Written(bare.removesuffix(spelling).strip(), unit, currency, is_usual)
    return _Written(bare, None, currency, currency is None)


def _spelling(
    place: Place, text: str, written: _Written, amount: Decimal, unit: str | None
) -> list[Finding]:
    """The doubt about an amount in an unusual spelling; it names the unit, if that is unusual."""
    if written.is_usual and _PLAIN.fullmatch(written.number):
        return []
    shown = format(amount, "f") + ("" if written.is_usual else unit or "")
    return [money_doubts.budget_spelling(place, text, shown)]
