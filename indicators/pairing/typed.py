"""Reads the table of actuals that a department typed itself: any table with names and values.

Also a filled form of the same projects serves: each of its rows is a row of actuals.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from indicators.errors import DocumentError
from indicators.forms import is_title, layout_of
from indicators.forms.longtable import long_table
from indicators.grammar import parser, read_number
from indicators.model import Finding, Form
from indicators.places import Place
from indicators.reading import Document, read_document
from indicators.reading.blocks import read_blocks_of
from indicators.reading.header import banner
from indicators.reading.tables import Block, Grid, Paragraph, Row

_SEARCHED_ROWS = 20

MONEY = {"executed": "executed", "annual": "annual"}
"""What a row may say of the money, by what its name means in the money table of a form."""


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One row as typed: whose it is, what it is about, and what was achieved.

    `item` is the promise or the indicator that it answers (`3.1`, `3`), where it says so;
    `confirm` what stands in the column 确认. `money` is `executed` or `annual` for an amount.
    """

    place: str
    project: str = ""
    level2: str = ""
    name: str = ""
    target: str = ""
    actual: str = ""
    reason: str = ""
    evidence: str = ""
    item: str = ""
    confirm: str = ""
    money: str = ""
    max_points: Decimal | None = None
    declared_points: Decimal | None = None

    @property
    def words(self) -> str:
        """What the row is about, in a message."""
        return " ".join(f"{self.name} {self.target}".split())


class Typed(NamedTuple):
    """The rows of actuals of a document, and the doubts about its tables: hidden rows, struck out
    text.
    """

    rows: list[TypedRow]
    notes: tuple[Finding, ...] = ()


def read_typed(document: Document) -> Typed:
    """The rows of actuals in a document; none, if it has no table of them.

    Raises:
        DocumentError: if the document cannot be read.
    """
    blocks = read_blocks_of(document, is_title=is_title)
    if rows := [row for table in _tables(blocks) for row in table]:
        grids = (block for block in blocks if isinstance(block, Grid))
        return Typed(rows, tuple(note for grid in grids for note in grid.findings))
    try:
        forms = read_document(document)
    except DocumentError:
        return Typed([])
    return Typed([row for form in forms for row in _of_form(form)])


def _tables(blocks: Sequence[Block]) -> Iterator[Iterator[TypedRow]]:
    """The rows of each table that has a column of actuals and one that says of what."""
    above: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            above.append(block.text)
            continue
        for at, row in enumerate(block.rows[:_SEARCHED_ROWS]):
            columns = _columns(row)
            if "actual" in columns and not columns.keys().isdisjoint(("name", "target", "item")):
                yield _rows(block, at, columns, above)
                break
            if not banner(row):
                break  # labelled cells above the header: a form
            above.append(banner(row))
        above = []


def _columns(row: Row) -> dict[str, int]:
    columns: dict[str, int] = {}
    for cell in row.own:
        if meaning := long_table().column(cell.text):
            columns.setdefault(meaning, cell.column)
    return columns


def _rows(
    grid: Grid, header: int, columns: dict[str, int], above: Iterable[str]
) -> Iterator[TypedRow]:
    """The rows below a header; where a cell leaves out the project, it is that above it."""
    title = next(iter(above), "")
    project = title if len(title) <= _LONGEST_NAME else ""
    for row in grid.rows[header + 1 :]:
        texts = {cell.column: cell.text for cell in row.cells}
        said = {meaning: texts.get(column, "") for meaning, column in columns.items()}
        project = said.get("project") or project
        name, target, item = (said.get(key, "") for key in ("name", "target", "item"))
        if not (name or target or item):
            continue
        yield TypedRow(
            place=str(_place(row, columns["actual"])),
            project=project or (row.place.part or ""),
            level2=said.get("level2", ""),
            name=name,
            target=target,
            actual=_with_unit(said["actual"], said.get("unit", "")),
            reason=said.get("reason", ""),
            evidence=said.get("evidence", ""),
            item=item,
            confirm=said.get("confirm", ""),
            money=_money(name or target),
        )


_LONGEST_NAME = 60


def _with_unit(actual: str, unit: str) -> str:
    """What was achieved, a bare number in the unit that stands in a column of its own."""
    is_known = parser().scanner.units.named(unit.strip()) is not None
    return f"{actual}{unit.strip()}" if is_known and read_number(actual) is not None else actual


def _place(row: Row, column: int) -> Place:
    cell = row.at(column)
    return cell.place if cell else row.place


def _money(name: str) -> str:
    """Whether a name is that of an amount of the money table: 全年执行数."""
    meaning = layout_of("project_selfevaluation").money_column(name)
    return MONEY.get(meaning or "", "")


def _of_form(form: Form) -> Iterator[TypedRow]:
    """The rows of a filled form, and its money."""
    for row in form.indicators:
        if row.actual_text is None:
            continue
        yield TypedRow(
            place=row.place,
            project=form.project or "",
            level2=row.level2,
            name=row.name or "",
            target=row.target_text,
            actual=row.actual_text,
            reason=row.deviation_reason or "",
            evidence=row.evidence or "",
            max_points=row.max_points,
            declared_points=row.declared_points,
        )
    budget = form.budget
    for what in MONEY if budget else ():
        amount = getattr(budget, what)
        if budget and amount is not None:
            yield TypedRow(
                budget.place, form.project or "", actual=f"{amount:f}{budget.unit}", money=what
            )
