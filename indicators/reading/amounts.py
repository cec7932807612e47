"""Finds the money table of a form, and takes it apart: amounts by source, points of the execution.

项目资金（万元） |              | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
                 | 年度资金总额 | 756.00     | 756.00     | 752.22     | 10   | 99.50% | 9.95
                 | 其中：财政拨款 …
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from indicators.forms import Layout
from indicators.grammar import read_number
from indicators.places import Place
from indicators.reading.head import Field
from indicators.reading.header import banner, one_line
from indicators.reading.tables import Cell, Row
from indicators.spelling import folded

AMOUNTS = ("amount", "annual", "executed")
"""What is an amount of money, in the order of the form."""

_UNIT = re.compile(r"[(:](亿元|万元|千元|元)\)?")


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row as written: its name, and its texts by what their columns mean."""

    name: str
    is_whole: bool
    texts: dict[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """The money table as written; `end` is the first row behind it.

    `lead` is the label at its left, `units` the unit that stands beside each kind of amount.
    """

    lead: str
    units: dict[str, str]
    rows: list[MoneyRow]
    end: int
    fields: list[Field] = field(default_factory=list)

    @property
    def whole(self) -> MoneyRow | None:
        """The row of the whole: the one that says so, or else the first."""
        wholes = [row for row in self.rows if row.is_whole]
        return next(iter(wholes or self.rows), None)

    @property
    def parts(self) -> list[MoneyRow]:
        """All other rows."""
        return [row for row in self.rows if row is not self.whole]


def unit_in(text: str) -> str | None:
    """The unit of money in brackets or behind a colon: `项目资金（万元）`, `单位：万元`."""
    found = _UNIT.search(folded(text))
    return found[1] if found else None


def money_at(rows: Sequence[Row], at: int, layout: Layout) -> MoneyTable | None:
    """The money table whose headings stand in row `at`, if they do."""
    headings = _headings(rows[at], layout)
    if not headings:
        return None
    first = min(cell.column for _, cell in headings)
    lead = _lead(rows, at, first)
    table = MoneyTable(lead, _units(headings, lead), [], at + 1)
    found = list(_rows(rows, at, headings, layout))
    fields = [
        Field(f"{name}/{_name(row)}/{one_line(cell.text)}", None, row.place, None, [text])
        for name in [one_line(lead) or _name_of(layout)]
        for row in found
        for meaning, cell in headings
        if (text := row.texts.get(meaning))
    ]
    return MoneyTable(table.lead, table.units, found, at + 1 + len(found), fields)


def is_money_banner(row: Row, layout: Layout) -> bool:
    """Whether the row only says that the money table follows: `项目资金（万元）`."""
    return folded(banner(row)).rstrip(":") in layout.money_leads


def _name(row: MoneyRow) -> str:
    return one_line(row.name) or "合计"


def _name_of(layout: Layout) -> str:
    return next(match.label.name for match in layout.money_leads.values())


def _headings(row: Row, layout: Layout) -> list[tuple[str, Cell]]:
    """The headings of a money table in this row by what they mean; none, if it has no such table.

    Two headings must be known, an amount among them; and no number may stand between them.
    """
    if not layout.money_columns:
        return []
    found: dict[str, Cell] = {}
    for cell in row.own:
        meaning = layout.money_column(cell.text) if cell.text else None
        if meaning == "other":
            meaning = f"other {one_line(cell.text)}"
        if meaning:
            found.setdefault(meaning, cell)
        elif found and cell.text and read_number(cell.text) is not None:
            return []
    is_table = len(found) > 1 and not found.keys().isdisjoint(AMOUNTS)
    return list(found.items()) if is_table else []


def _lead(rows: Sequence[Row], at: int, first: int) -> str:
    """What stands at the left of the headings, or above the table."""
    left = [cell.text for cell in rows[at].cells if cell.column < first and cell.text]
    return next(iter(left), banner(rows[at - 1]) if at else "")


def _units(headings: Sequence[tuple[str, Cell]], lead: str) -> dict[str, str]:
    found = {meaning: unit_in(cell.text) or unit_in(lead) for meaning, cell in headings}
    return {meaning: unit for meaning, unit in found.items() if unit and meaning in AMOUNTS}


def _rows(
    rows: Sequence[Row], at: int, headings: Sequence[tuple[str, Cell]], layout: Layout
) -> Iterator[MoneyRow]:
    """The rows below the headings that belong to the table."""
    first = min(cell.column for _, cell in headings)
    for row in rows[at + 1 :]:
        texts = {
            meaning: text for meaning, cell in headings if (text := _own_text(row, cell.column))
        }
        label = row.at(first - 1) if first else None
        is_below_lead = label is not None and label.row < row.number
        name = "" if label is None or is_below_lead else label.text
        meaning = layout.money_row(name) if name else None
        is_inside = row.first == "" and _has_number(texts)
        if meaning is None and not is_inside:
            return
        is_whole = meaning == "whole" or (not name and meaning is None)
        yield MoneyRow(name, is_whole, texts, row.place)


def _own_text(row: Row, column: int) -> str:
    cell = row.at(column)
    return cell.text if cell and cell.row == row.number else ""


def _has_number(texts: dict[str, str]) -> bool:
    """Whether any amount is one: a row of words is none of the table."""
    amounts = [texts[meaning] for meaning in AMOUNTS if meaning in texts]
    return any(text[:1].isdigit() for text in map(folded, amounts))
