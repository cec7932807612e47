"""Reads goals that stand below headings: 预期目标 at the left, 实际完成情况 at the right.

年度总体目标 | 预期目标           | 实际完成情况
             | 聘用保安人员100人… | 已聘用94人…
"""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.forms import Label, Layout
from indicators.reading.head import Field
from indicators.reading.header import header_at, one_line
from indicators.reading.tables import Cell, Row
from indicators.spelling import label_key


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals as labelled cells; `end` is the first row behind them."""

    fields: list[Field]
    end: int


def goals_at(rows: Sequence[Row], at: int, layout: Layout) -> Goals | None:
    """The goals whose headings stand in row `at`, if they do."""
    row = rows[at]
    lead, headings = _headings(row, layout)
    if not headings:
        return None
    name = f"{one_line(lead.text)}/" if lead else ""
    fields = [
        Field(f"{name}{one_line(cell.text)}", Label(cell.text, gives), cell.place)
        for cell, gives in headings
    ]
    end = at + 1
    while end < len(rows) and _belongs(rows[end], lead, layout, is_next=end == at + 1):
        for (cell, _), one in zip(headings, fields, strict=True):
            value = rows[end].at(cell.column)
            if value and value.row == rows[end].number and value.text:
                one.place = one.place if one.texts else value.place
                one.texts.append(value.text)
        end += 1
    return Goals(fields, end)


def _headings(row: Row, layout: Layout) -> tuple[Cell | None, list[tuple[Cell, str]]]:
    """The lead of the row, and its headings with what they give; none, if it is another row."""
    filled = [cell for cell in row.cells if cell.text]
    lead = filled[0] if filled and label_key(filled[0].text) in layout.goal_leads else None
    found: list[tuple[Cell, str]] = []
    for cell in filled[1 if lead else 0 :]:
        gives = layout.goal_column(cell.text) if cell.row == row.number else None
        if gives is None:
            return None, []
        found.append((cell, gives))
    return (lead, found) if len(found) > 1 or (lead and found) else (None, [])


def _belongs(row: Row, lead: Cell | None, layout: Layout, *, is_next: bool) -> bool:
    """Whether a row below holds the goals: the lead reaches down to it, or its place is empty."""
    if lead and any(cell is lead for cell in row.cells):
        return True
    if lead and row.first:
        return False
    return is_next and header_at([row], 0, layout) is None
