"""Reads the rows of an indicator table, and puts them together.

A dump may have split a row at an empty line, and tells a cell merged down only by empty cells; the
header says how many cells a row has and what each column means. A table may go on behind a page
break, with its header again, and may hold the long-term indicators before those of the year.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from indicators.forms import Layout
from indicators.model import Finding
from indicators.places import Place
from indicators.quick import quick_to_make
from indicators.reading import column_doubts, doubts
from indicators.reading.header import Columns, Header, banner, header_at, one_line
from indicators.reading.headings import says_unchanged
from indicators.reading.tables import Cell, Row
from indicators.spelling import folded
from indicators.taxonomy import head_of

_FILLER = re.compile(r"(?:指标[0-9]*:?)?[.。·]*")
"""What stands, folded, in a row that the form offers for further indicators: `…`, `指标1：`."""

_SUBTOTAL = re.compile(r".{0,12}小计(?:\([^()]*\))?:?|各项得分之和:?")
"""What stands, folded, at the left of a row that only adds up."""

_NOTHING = re.compile(r"[-—–/\\]+|无|不适用|不涉及|无此项")
"""What stands, in the place of a name, for an indicator that a project does not have."""

_PAGE = re.compile(r"第[0-9]+页[,/;]?(?:共[0-9]+页)?|-[0-9]+-|共[0-9]+页,?第[0-9]+页")

_QUOTED = 20
"""So many characters of a cell are quoted."""


_POINTS = ("max_points", "points")


@quick_to_make
@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One row as written: level names carried down from merged cells, and the row's own texts.

    `place` is that of the text, `level1_place` where the level-1 name stands; `texts` are those of
    the columns that a filled form has (`actual`, `max_points`, `points`, `reason`, `evidence`), by
    what they mean, and `others` those without a meaning of their own, by their headings. `shared`
    names the cells of points (`max_points`, `points`) that the row has in common with others.
    `places` are those of `texts`.
    """

    level1: str
    level2: str
    name: str | None
    nature: str | None
    unit: str | None
    text: str
    place: Place
    level1_place: Place
    texts: dict[str, str] = field(default_factory=dict)
    others: tuple[tuple[str, str], ...] = ()
    shared: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def where(self, meaning: str) -> Place:
        """Where the text of a column stands, or else the row."""
        return self.places.get(meaning, self.place)


@dataclass(frozen=True, slots=True)
class TotalRow:
    """The row 总分: what stands in the columns of points, in any other cell, and where."""

    max_points: str
    points: str
    remarks: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The indicators of a form, those of the long term apart, and its total.

    `end` is the first row behind the table.
    """

    rows: list[IndicatorRow]
    end: int
    findings: list[Finding]
    long_term: list[IndicatorRow] = field(default_factory=list)
    total: TotalRow | None = None


def read_table(rows: Sequence[Row], header: Header, layout: Layout) -> IndicatorTable:
    """The indicators below `header`, up to the first row that begins with a label of the form."""
    end = header.end
    while end < len(rows) and not _ends_table(rows[end], layout):
        end += 1
    reader = _TableReader(header, layout)
    at = header.end
    while at < end:
        if again := header_at(rows, at, layout):
            reader.turn_to(again)  # repeated at the top of a page, or that of another period
            at = again.end
            continue
        start, row = at, rows[at]
        at += 1
        while at < end and row.loose and row.width + rows[at].width <= reader.header.width:
            reader.note_joined(row)
            row = row.joined(rows[at])
            at += 1
        if _is_subtotal(row) or layout.is_lead(banner(row)) or _is_page_line(row):
            continue
        placed = reader.in_its_columns(row)
        if placed is row and reader.header.lead and row.first and not layout.is_lead(row.first):
            end = start  # a label that the layout does not know
            break
        reader.read(placed)
    total = None
    while end < len(rows) and _is_total(rows[end], layout):  # 合计, and then 总分
        total = _read_total(rows[end], reader.header)
        end += 1
    return IndicatorTable(reader.year.rows, end, reader.findings, reader.long_term.rows, total)


def _ends_table(row: Row, layout: Layout) -> bool:
    return layout.label(row.first) is not None or _is_total(row, layout)


def _is_total(row: Row, layout: Layout) -> bool:
    """Whether the first text of the row is that of the total."""
    return bool(row.filled) and layout.is_total(row.filled[0].text)


def _is_subtotal(row: Row) -> bool:
    text = row.filled[0].text if row.filled else ""
    return 0 < len(text) <= _QUOTED and bool(_SUBTOTAL.fullmatch(folded(text)))


def _is_page_line(row: Row) -> bool:
    """Whether a row holds nothing but the number of a page."""
    return bool(_PAGE.fullmatch(folded(banner(row)))) if len(banner(row)) <= _QUOTED else False


def _read_total(row: Row, header: Header) -> TotalRow:
    """What the row of the total says; without columns of points, its numbers are these."""
    label, *cells = row.filled
    columns = {} if row.loose else header.columns
    where = {key: row.at(columns[key]) for key in _POINTS if key in columns}
    found = {key: cell.text for key, cell in where.items() if cell in cells}
    rest = [cell.text for cell in cells if cell not in where.values()]
    numbers = [text for text in rest if text[:1].isdecimal()]
    if "points" not in found and numbers:
        found = {
            **dict(zip(_POINTS if numbers[1:] else _POINTS[1:], numbers, strict=False)),
            **found,
        }
    return TotalRow(found.get("max_points", ""), found.get("points", ""), tuple(rest), label.place)


_Stray = dict[int, list[Cell]]
"""Cells of a row at which no column begins, by the column that they stand in."""

_POINTS = ("max_points", "points")
_VALUES = ("target", "actual")
_FILLED = ("actual", *_POINTS, "reason", "evidence")


@dataclass(slots=True)
class _Period:
    """The rows of the year, or of the long term, and the level names that cells carry down."""

    rows: list[IndicatorRow] = field(default_factory=list)
    level1: str = ""
    level1_place: Place | None = None
    level2: str = ""

    def see_level1(self, cell: Cell | None) -> None:
        """Another level 1 begins; the level 2 above does not belong to it."""
        if cell and cell.text and one_line(cell.text) != self.level1:
            self.level1, self.level1_place = one_line(cell.text), cell.place
            self.level2 = ""

    def see_level2(self, cell: Cell | None) -> None:
        """Another level 2 begins."""
        if cell and cell.text:
            self.level2 = one_line(cell.text)


def _about_columns(header: Header) -> list[Finding]:
    """The doubts about columns that are not known, and about one taken for that of the targets."""
    found = [column_doubts.column_unknown(place, text) for text, place in header.unknown]
    if header.stand_in and header.place:
        names = "、".join(text for text, _ in header.unknown)
        found.append(
            column_doubts.target_column_guessed(header.place, header.stand_in)
            if "name" in header.columns
            else column_doubts.target_column_missing(header.place, header.stand_in, names)
        )
    if header.place:
        found += [column_doubts.column_twice(header.place, *both) for both in header.twice]
    return found


class _TableReader:
    """Reads row after row, remembering the level names that merged cells carry down."""

    def __init__(self, header: Header, layout: Layout) -> None:
        self.header, self.starts, self.layout = header, header.starts, layout
        self.year = _Period()
        self.long_term = _Period()
        self.findings = _about_columns(header)
        if header.place and "actual" not in header.columns and layout.has_column("actual"):
            self.findings.append(column_doubts.actual_column_missing(header.place))

    def turn_to(self, header: Header) -> None:
        """Go on below another header."""
        if header.columns != self.header.columns:
            self.findings += _about_columns(header)
        self.header, self.starts = header, header.starts

    def in_its_columns(self, row: Row) -> Row:
        """The row; one that lacks the cells at the left of the table is moved to the right, so that
        its level-1 name stands below that heading.
        """
        leftmost = row.cells[0]
        level1 = self.header.columns.get("level1", 0)
        missing = level1 - leftmost.column
        if missing <= 0 or leftmost.column or not head_of(one_line(leftmost.text)):
            return row
        if not any(found.check == "row-shifted" for found in self.findings):
            words = one_line(leftmost.text)
            self.findings.append(doubts.row_shifted(leftmost.place, words[:_QUOTED]))
        moved = [cell._replace(column=cell.column + missing) for cell in row.cells]
        return Row(row.number, moved, row.loose)

    def read(self, row: Row) -> None:
        """Take in a row; one that nobody filled gives no indicator, but perhaps a doubt."""
        if self._is_across(row):
            self._read_across(row)
            return
        stray = self._stray(row)
        self._note_stray(row, stray)
        if self.header.long_term:
            self._read_period(_Texts.of(row, self.header.long_term, stray), self.long_term)
        period = self.long_term if self.header.is_long_term else self.year
        self._read_period(_Texts.of(row, self.header.columns, stray), period)

    def note_joined(self, row: Row) -> None:
        """Leave the doubt that `row` was joined with the next."""
        words = row.filled[-1].text if row.filled else ""
        self.findings.append(doubts.row_joined(row.cells[-1].place, words[:_QUOTED]))

    def _is_across(self, row: Row) -> bool:
        """Whether one cell covers the columns of levels and target alike: a heading, or a note."""
        target = row.at(self.header.columns["target"])
        levels = [key for key in ("level1", "level2") if key in self.header.columns]
        return target in row.filled and any(
            row.at(self.header.columns[key]) is target for key in levels
        )

    def _read_across(self, row: Row) -> None:
        """A level-1 name that stands above its rows; anything else is no indicator."""
        text = banner(row)
        if text and head_of(one_line(text)):
            for period in (self.year, self.long_term):
                period.see_level1(row.filled[0])
        else:
            words = " ".join(cell.text for cell in row.filled)
            self.findings.append(doubts.row_unread(row.filled[0].place, words[:_QUOTED]))

    def _stray(self, row: Row) -> _Stray:
        """The cells with text at which no column begins.

        What stands behind all columns belongs to that of the target; -1 is left of all of them,
        where the label of the table may be printed again on another page.
        """
        found: _Stray = {}
        for cell in row.filled:
            if cell.column not in self.starts and not self._is_at_a_column(cell):
                if cell.column < min(self.starts) and self.layout.is_lead(cell.text):
                    continue
                before = max((start for start in self.starts if start < cell.column), default=-1)
                is_behind = cell.column >= self.header.width
                column = self.header.columns["target"] if is_behind else before
                found.setdefault(column, []).append(cell)
        return found

    def _is_at_a_column(self, cell: Cell) -> bool:
        return not self.starts.isdisjoint(range(cell.column, cell.column + cell.colspan))

    def _read_period(self, texts: "_Texts", period: _Period) -> None:
        row = texts.row
        period.see_level1(texts.cells.get("level1"))
        period.see_level2(texts.cells.get("level2"))
        cell = texts.cells.get("target")
        text, name = self._target(texts), texts["name"]
        if not text and _NOTHING.fullmatch(name):
            text, name = name, ""
        if _is_filler(text) and _is_filler(name):
            self._note_empty(row, texts)
            return
        period.rows.append(
            IndicatorRow(
                period.level1,
                period.level2,
                name or None,
                texts["nature"] or None,
                texts["unit"] or None,
                text,
                cell.place if cell else row.place,
                period.level1_place or row.place,
                {key: texts[key] for key in _FILLED if key in texts.columns},
                self._others(texts),
                {key: at for key in _POINTS if (at := texts.shared(key))},
            )
        )

    def _target(self, texts: "_Texts") -> str:
        """The target; one that was changed within the year counts more than the first one."""
        first, adjusted = texts["target"], texts["adjusted"]
        cell = texts.cells.get("adjusted")
        if cell is None or adjusted == first or _is_filler(adjusted) or says_unchanged(adjusted):
            return first
        self.findings.append(
            column_doubts.target_adjusted(cell.place, first[:_QUOTED], adjusted[:_QUOTED])
        )
        return adjusted

    def _others(self, texts: "_Texts") -> tuple[tuple[str, str], ...]:
        """What stands in columns without a meaning of their own, or below no heading."""
        if not self.header.others and not texts.stray:
            return ()
        found = [(heading, texts.row.at(column)) for heading, column in self.header.others]
        return (
            *((heading, cell.text) for heading, cell in found if cell and cell.text),
            *(("", cell.text) for cell in self._unplaced(texts.stray)),
        )

    def _unplaced(self, stray: _Stray) -> list[Cell]:
        """The cells that stand in no column of values of the year or of the long term."""
        tables = (self.header.columns, self.header.long_term)
        values = {table[key] for table in tables for key in _VALUES if key in table}
        return [cell for at, cells in stray.items() if at not in values for cell in cells]

    def _note_stray(self, row: Row, stray: _Stray) -> None:
        if not stray:
            return
        if any(cell.column >= self.header.width for cells in stray.values() for cell in cells):
            self.findings.append(doubts.row_too_long(row.place))
        if unplaced := self._unplaced(stray):
            words = " ".join(cell.text for cell in unplaced)
            self.findings.append(doubts.cell_stray(unplaced[0].place, words[:_QUOTED]))

    def _note_empty(self, row: Row, texts: "_Texts") -> None:
        level2 = texts["level2"]
        if _is_filler(level2):
            return
        is_cut = row.loose and "target" not in texts.cells
        missing = doubts.indicator_cut if is_cut else doubts.indicator_empty
        self.findings.append(missing(row.place, one_line(level2)))


@quick_to_make
@dataclass(frozen=True, slots=True)
class _Texts:
    """The cells of a row by what their columns mean; `stray`: further cells by their columns."""

    row: Row
    columns: Columns
    stray: _Stray
    cells: dict[str, Cell]

    @classmethod
    def of(cls, row: Row, columns: Columns, stray: _Stray) -> "_Texts":
        """Those of `row` in these columns."""
        found = zip(columns, row.at_each(columns.values()), strict=True)
        return cls(row, columns, stray, {meaning: cell for meaning, cell in found if cell})

    def shared(self, meaning: str) -> str:
        """A name for the cell, if it reaches over several rows."""
        cell = self.cells.get(meaning)
        return f"{cell.place}/{cell.row}" if cell and cell.rowspan > 1 else ""

    def __getitem__(self, meaning: str) -> str:
        """The text; a value may stand in several cells: its sign, its number, its unit."""
        cell = self.cells.get(meaning)
        text = cell.text if cell else ""
        if self.stray and meaning in _VALUES and meaning in self.columns:
            more = self.stray.get(self.columns[meaning], ())
            return "\n".join(filter(None, [text, *(cell.text for cell in more)]))
        return text


def _is_filler(text: str) -> bool:
    return _FILLER.fullmatch(folded(text)) is not None if len(text) <= _QUOTED else False
