"""Finds the indicator table of a form, and puts its rows together.

A dump may have split a row at an empty line, and tells a cell merged down only by empty cells;
the header says how many cells a row has and what each column means.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indicators.forms import Layout
from indicators.model import Finding
from indicators.places import Place
from indicators.reading import doubts
from indicators.reading.tables import Cell, Row
from indicators.spelling import folded

_FILLER = re.compile(r"(?:指标[0-9]*:?)?[.。·]*")
"""What stands, folded, in a row that the form offers for further indicators: `…`, `指标1：`."""

_QUOTED = 20
"""So many characters of a cell are quoted."""

_MAX_COLUMNS = 40
"""A wider row is no header of indicators."""

_MAX_PARTS = 6
"""A header is split into no more rows than this."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of an indicator table: rows `start` to `end` (excluded), where each column is.

    `has_lead`: the label 绩效指标 stands at the left of the whole table. `unknown` are the columns
    that the layout does not know.
    """

    start: int
    end: int
    width: int
    columns: dict[str, int]
    has_lead: bool
    unknown: tuple[tuple[str, Place], ...]


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One row as written: level names carried down from merged cells, and the row's own texts.

    `place` is that of the text, `level1_place` where the level-1 name stands.
    """

    level1: str
    level2: str
    name: str | None
    nature: str | None
    unit: str | None
    text: str
    place: Place
    level1_place: Place


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The indicators of a form; `end` is the first row behind the table."""

    rows: list[IndicatorRow]
    end: int
    findings: list[Finding]


def find_header(rows: Sequence[Row], layout: Layout, *, start: int = 0) -> Header | None:
    """The first header of an indicator table, from row `start` on.

    Level 2, and a name or a target, must be there; a dump may have split the row.
    """
    for at in range(start, len(rows)):
        row: Row | None = None
        for end, part in enumerate(rows[at : at + _MAX_PARTS], at + 1):
            if not _is_header_part(part, layout):
                break
            row = row.joined(part) if row else part
            if header := _header(row, at, end, layout):
                return header
    return None


def _is_header_part(row: Row, layout: Layout) -> bool:
    """Whether the first words of the row are those of a header."""
    words = [cell.text for cell in row.own if cell.text]
    return bool(words) and (layout.is_lead(words[0]) or layout.column(words[0]) is not None)


def _header(row: Row, start: int, end: int, layout: Layout) -> Header | None:
    columns: dict[str, int] = {}
    unknown = []
    for cell in row.own:
        meaning = layout.column(cell.text)
        if meaning:
            columns.setdefault(meaning, cell.column)
        elif cell.text and not layout.is_lead(cell.text):
            unknown.append((_line(cell.text), cell.place))
    if "level2" not in columns or not columns.keys() & {"target", "name"}:
        return None
    if row.width > _MAX_COLUMNS:
        return None
    if "target" not in columns:
        columns["target"] = columns.pop("name")
    has_lead = layout.is_lead(row.first)
    return Header(start, end, row.width, columns, has_lead, tuple(unknown))


def read_table(rows: Sequence[Row], header: Header, layout: Layout) -> IndicatorTable:
    """The indicators below `header`, up to the first row that begins with a label of the form."""
    end = header.end
    while end < len(rows) and layout.label(rows[end].first) is None:
        end += 1
    reader = _TableReader(header)
    for at, row in _whole_rows(rows, header.end, end, reader):
        if _header(row, at, at + 1, layout):
            continue  # repeated at the top of a page
        if header.has_lead and row.first and not layout.is_lead(row.first):
            end = at  # a label that the layout does not know
            break
        reader.read(row)
    return IndicatorTable(reader.rows, end, reader.findings)


def _whole_rows(
    rows: Sequence[Row], start: int, end: int, reader: "_TableReader"
) -> Iterator[tuple[int, Row]]:
    """The rows with their index, those joined that together are no wider than the header."""
    at = start
    while at < end:
        first, row = at, rows[at]
        at += 1
        while at < end and row.width + rows[at].width <= reader.header.width:
            reader.note_joined(row)
            row = row.joined(rows[at])
            at += 1
        yield first, row


class _TableReader:
    """Reads row after row, remembering the level names that merged cells carry down."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.rows: list[IndicatorRow] = []
        self.findings = [doubts.column_unknown(place, text) for text, place in header.unknown]
        self._level1 = ""
        self._level1_place: Place | None = None
        self._level2 = ""

    def read(self, row: Row) -> None:
        """Take in a row; one that nobody filled gives no indicator, but perhaps a doubt."""
        self._remember_levels(row)
        cell = self._cell("target", row)
        text, name = self._target_text(row), self._text("name", row)
        if _is_filler(text) and _is_filler(name):
            self._note_empty(row)
            return
        self.rows.append(
            IndicatorRow(
                self._level1,
                self._level2,
                name or None,
                self._text("nature", row) or None,
                self._text("unit", row) or None,
                text,
                cell.place if cell else row.place,
                self._level1_place or row.place,
            )
        )

    def note_joined(self, row: Row) -> None:
        """Leave the doubt that `row` was joined with the next."""
        words = next((cell.text for cell in reversed(row.own) if cell.text), "")
        self.findings.append(doubts.row_joined(row.cells[-1].place, words[:_QUOTED]))

    def _remember_levels(self, row: Row) -> None:
        level1, level2 = self._cell("level1", row), self._cell("level2", row)
        if level1 and level1.text and _line(level1.text) != self._level1:
            self._level1, self._level1_place = _line(level1.text), level1.place
            self._level2 = ""
        if level2 and level2.text:
            self._level2 = _line(level2.text)

    def _note_empty(self, row: Row) -> None:
        level2 = self._text("level2", row)
        if _is_filler(level2):
            return
        is_cut = self._cell("target", row) is None
        missing = doubts.indicator_cut if is_cut else doubts.indicator_empty
        self.findings.append(missing(row.place, _line(level2)))

    def _target_text(self, row: Row) -> str:
        """The text of the target; cells beyond the header belong to the last column."""
        text = self._text("target", row)
        extra = [cell.text for cell in row.own if cell.column >= self.header.width and cell.text]
        if extra:
            self.findings.append(doubts.row_too_long(row.place))
        return "\n".join([text, *extra]) if extra else text

    def _cell(self, meaning: str, row: Row) -> Cell | None:
        column = self.header.columns.get(meaning)
        return None if column is None else row.at(column)

    def _text(self, meaning: str, row: Row) -> str:
        cell = self._cell(meaning, row)
        return cell.text if cell else ""


def _line(text: str) -> str:
    """A name on one line; a line break in a narrow cell is no part of it."""
    return "".join(part.strip() for part in text.split("\n"))


def _is_filler(text: str) -> bool:
    return _FILLER.fullmatch(folded(text)) is not None if len(text) <= _QUOTED else False
