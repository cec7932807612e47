"""Finds the money table of a form, and takes it apart: amounts by source, points of the execution.

项目资金（万元） |              | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
                 | 年度资金总额 | 756.00     | 756.00     | 752.22     | 10   | 99.50% | 9.95
                 | 其中：财政拨款 …
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from indicators.forms import Layout
from indicators.grammar import read_number
from indicators.places import Place
from indicators.quick import quick_to_make
from indicators.reading.head import Field
from indicators.reading.header import banner, is_below, one_line
from indicators.reading.tables import Cell, Row
from indicators.spelling import folded

AMOUNTS = ("amount", "annual", "executed")
"""What is an amount of money, in the order of the form."""

_UNIT = re.compile(r"[(:](?:人民币)?(亿元|万元|千元|元)\)?")
_UNIT_CELL = re.compile(r"[(]?(?:金额|货币|计量)?(?:单位):(?:人民币)?(亿元|万元|千元|元)[)]?")


@quick_to_make
@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row as written: its name, its texts by what their columns mean, and where they stand.

    `is_part` says that its name is known to be that of a source, `unit` is the one in its name.
    """

    name: str
    is_whole: bool
    texts: dict[str, str]
    place: Place
    places: dict[str, Place] = field(default_factory=dict)
    is_part: bool = False
    unit: str | None = None

    def where(self, meaning: str) -> Place:
        """Where the text of a column stands, or else the row."""
        return self.places.get(meaning, self.place)


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
    found = _UNIT.search(folded(text)) if _YUAN in text else None
    return found[1] if found else None


def unit_told(text: str) -> str | None:
    """The unit of money of a text that says nothing else: `单位：元`, `（金额单位：万元）`."""
    is_short = _YUAN in text and len(text) <= _LONGEST
    found = _UNIT_CELL.fullmatch(folded(text)) if is_short else None
    return found[1] if found else None


_LONGEST = 20
_YUAN = "元"
"""What every unit of money ends in, and no other character is folded to: most texts have none."""


def money_at(rows: Sequence[Row], at: int, layout: Layout) -> MoneyTable | None:
    """The money table whose headings stand in row `at`, if they do."""
    headings, start = _headings(rows, at, layout)
    if not headings:
        return None
    lead = _lead(rows, at, headings)
    found = list(_rows(rows[start:], lead, headings, layout))
    name = one_line(lead.text) if lead else one_line(banner(rows[at - 1])) if at else ""
    label = name or next(match.label.name for match in layout.money_leads.values())
    fields = [
        Field(
            f"{label}/{one_line(row.name) or '合计'}/{heading.text}", None, row.place, None, [text]
        )
        for row in found
        for heading in headings
        if (text := row.texts.get(heading.key))
    ]
    return MoneyTable(name, _units(headings, name), found, start + len(found), fields)


def table_of(fields: Mapping[str, Sequence[Field]]) -> MoneyTable:
    """The same of amounts that stand in labelled cells of their own, by what they mean."""
    filled = {what: one for what, each in fields.items() for one in each[::-1] if one.texts}
    texts = {what: one.text for what, one in filled.items()}
    units = {what: one.unit for what, one in filled.items() if one.unit}
    places = {what: one.place for what, one in filled.items()}
    first = next(iter(filled.values()))
    row = MoneyRow(first.name, True, texts, first.place, places)
    return MoneyTable(first.name, units, [row], 0)


def is_money_banner(row: Row, layout: Layout) -> bool:
    """Whether the row only says that the money table follows: `项目资金（万元）`."""
    return folded(banner(row)).rstrip(":") in layout.money_leads


@dataclass(frozen=True, slots=True)
class _Heading:
    """A column of the table: what it means, or nothing; its text, on one line; where it is."""

    meaning: str
    text: str
    column: int

    @property
    def key(self) -> str:
        """What its texts are looked up by."""
        return self.meaning or self.text


def _headings(rows: Sequence[Row], at: int, layout: Layout) -> tuple[list[_Heading], int]:
    """The headings of a money table in row `at`, in their order, and the first row below them;
    none, if it has no such table.

    Two headings must be known, an amount among them; and no number may stand between them.
    """
    if len(rows[at].filled) < _FEWEST:
        return [], at
    known = {c.column: m for c in rows[at].filled if (m := layout.money_column(c.text))}
    if len(known) < _FEWEST or set(AMOUNTS).isdisjoint(known.values()):
        return [], at
    first = min(known)
    top = [cell for cell in rows[at].filled if cell.column >= first]
    if any(read_number(cell.text) is not None for cell in top):
        return [], at
    below = rows[at + 1] if at + 1 < len(rows) and _is_split(top, rows[at + 1]) else None
    found = [*_beside(rows[at], first)]
    taken: set[str] = set()
    for cell in top:
        parts = [sub for sub in below.filled if is_below(sub, cell)] if below else []
        names = [f"{cell.text}/{sub.text}" for sub in parts] or [cell.text]
        for number, (name, leaf) in enumerate(zip(names, parts or [cell], strict=True)):
            meaning = known.get(cell.column, "") if number == 0 else ""
            meaning = "" if meaning == "other" or meaning in taken else meaning
            taken.add(meaning)
            found.append(_Heading(meaning, one_line(name), leaf.column))
    return found, at + (2 if below else 1)


_FEWEST = 2


def _is_split(top: Sequence[Cell], row: Row) -> bool:
    """Whether a row holds only the parts of headings that are merged across."""
    return bool(row.filled) and all(
        any(is_below(cell, above) for above in top) and read_number(cell.text) is None
        for cell in row.filled
    )


def _beside(row: Row, first: int) -> Iterator[_Heading]:
    """The headings between that of the names of the rows and the first amount."""
    left = [cell for cell in row.filled if cell.column < first]
    for cell in left[2:]:
        yield _Heading("", one_line(cell.text), cell.column)


def _lead(rows: Sequence[Row], at: int, headings: Sequence[_Heading]) -> Cell | None:
    """The label at the left of the headings, which may reach down over the table."""
    first = min(heading.column for heading in headings)
    return next((c for c in rows[at].cells if c.column < first and c.text), None)


def _units(headings: Sequence[_Heading], lead: str) -> dict[str, str]:
    found = {each.meaning: unit_in(each.text) or unit_in(lead) for each in headings}
    return {meaning: unit for meaning, unit in found.items() if unit and meaning in AMOUNTS}


def _rows(
    rows: Sequence[Row], lead: Cell | None, headings: Sequence[_Heading], layout: Layout
) -> Iterator[MoneyRow]:
    """The rows below the headings that belong to the table."""
    first = min(heading.column for heading in headings)
    for row in rows:
        label = next((c for c in row.filled if c.column < first), None)
        name = label.text if label else ""
        cells = {each.key: row.at(each.column) for each in headings}
        own = {key: c for key, c in cells.items() if c and c in row.filled and c != label}
        texts = {key: cell.text for key, cell in own.items()}
        meaning = layout.money_row(name) if name else None
        reaches = lead is not None and lead.row + lead.rowspan > row.number and lead.rowspan > 1
        is_inside = row.first == "" and (reaches or _has_number(texts))
        if meaning is None and not is_inside:
            return
        is_whole = meaning == "whole" or (not name and _has_number(texts))
        places = {key: cell.place for key, cell in own.items()}
        unit = unit_in(name)
        yield MoneyRow(name, is_whole, texts, row.place, places, meaning == "part", unit)


def _has_number(texts: dict[str, str]) -> bool:
    """Whether any amount is one: a row of words is none of the table."""
    amounts = [texts[meaning] for meaning in AMOUNTS if meaning in texts]
    return any(text[:1].isdigit() for text in map(folded, amounts))
