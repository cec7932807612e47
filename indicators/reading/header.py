"""Finds the header of an indicator table: which column holds what.

A header may stand in one row or in several, with cells merged across and down; a text dump may have
split it at an empty line; and it may name two tables side by side, one of them for the long term.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from indicators.forms import Layout
from indicators.places import Place
from indicators.reading.headings import is_change, likely_target, of_one_year
from indicators.reading.tables import Cell, Row

_MAX_COLUMNS = 40
"""A wider row is no header of indicators."""

_MAX_PARTS = 6
"""A header is split into no more rows than this."""

_MAX_REMEMBERED = 4096

_MAX_DEPTH = 3
"""A header has no more rows of headings than this."""

Columns = dict[str, int]
"""The first column of each meaning (`level1`, `target`)."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of an indicator table: rows `start` to `end` (excluded), where each column is.

    `lead` is the label at the left of the whole table (绩效指标), or nothing; `long_term` are the
    columns of the long-term indicators that stand beside those of the year; `others` are columns
    without a meaning of their own, by their heading; `unknown` those that the layout does not
    know. `is_long_term`: the whole table is about the long term. `stand_in` is the heading of the
    column that was taken for that of the targets, where none says that it is; `place` that of its
    first row; `twice` are headings of a second column of targets or answers, with the first one.
    """

    start: int
    end: int
    width: int
    columns: Columns
    lead: str = ""
    long_term: Columns = field(default_factory=dict)
    others: tuple[tuple[str, int], ...] = ()
    unknown: tuple[tuple[str, Place], ...] = ()
    is_long_term: bool = False
    stand_in: str = ""
    place: Place | None = None
    twice: tuple[tuple[str, str], ...] = ()

    @property
    def starts(self) -> frozenset[int]:
        """Where columns begin."""
        others = (column for _, column in self.others)
        return frozenset((*self.columns.values(), *self.long_term.values(), *others))


def find_header(rows: Sequence[Row], layout: Layout, *, start: int = 0) -> Header | None:
    """The first header of an indicator table, from row `start` on.

    Level 2, or level 1 with a name, and a name or a target must be there.
    """
    for at in range(start, len(rows)):
        if header := header_at(rows, at, layout):
            return header
    return None


def header_at(rows: Sequence[Row], at: int, layout: Layout) -> Header | None:
    """The header that begins in row `at`, if one does."""
    if not _begins_header(rows[at], layout):
        return None
    if rows[at].loose:
        return _split_header(rows, at, layout)
    if banner(rows[at]):
        return None  # a heading across the table; the columns are named below it
    end = at + 1
    while end < min(len(rows), at + _MAX_DEPTH) and _goes_on(rows[at:end], rows[end], layout):
        end += 1
    headings = [_Heading(cell) for row in rows[at:end] for cell in row.filled]
    return _header(headings, rows, (at, end), layout)


def _begins_header(row: Row, layout: Layout) -> bool:
    """Whether the first words of the row are those of a header."""
    return bool(row.filled) and layout.begins_header(row.filled[0].text)


def _split_header(rows: Sequence[Row], at: int, layout: Layout) -> Header | None:
    """The header that a dump may have split into parts, joined again."""
    row: Row | None = None
    for end, part in enumerate(rows[at : at + _MAX_PARTS], at + 1):
        if not _begins_header(part, layout):
            break
        row = row.joined(part) if row else part
        headings = [_Heading(cell) for cell in row.filled]
        if header := _header(headings, rows, (at, end), layout, width=row.width):
            return header
    return None


def _goes_on(above: Sequence[Row], row: Row, layout: Layout) -> bool:
    """Whether a row holds further headings: each known, or below one merged across."""
    split = [cell for part in above for cell in part.filled if cell.colspan > 1]
    return bool(row.filled) and all(
        (layout.column(cell.text) or any(is_below(cell, one) for one in split))
        and not _is_value(cell, above, layout)
        for cell in row.filled
    )


def is_below(cell: Cell, above: Cell) -> bool:
    """Whether a cell is one of several below a cell merged across."""
    end = above.column + above.colspan
    return above.column <= cell.column < cell.column + cell.colspan <= end and (
        cell.colspan < above.colspan
    )


def _is_value(cell: Cell, above: Sequence[Row], layout: Layout) -> bool:
    """Whether a cell stands below a heading of its own width, so that it is no heading itself."""
    over = [c for part in above for c in part.filled if c.column == cell.column]
    return any(c.colspan == cell.colspan and layout.column(c.text) for c in over)


@dataclass(slots=True)
class _Heading:
    """A heading: its cell, and the heading above it, if it is one of several below that."""

    cell: Cell
    above: "_Heading | None" = None
    has_below: bool = False

    @property
    def text(self) -> str:
        """The heading on one line, behind the one above it."""
        own = one_line(self.cell.text)
        return f"{self.above.text}/{own}" if self.above else own

    def is_below(self, layout: Layout, *, long_term: bool) -> bool:
        """Whether it belongs to one of the two periods, by what stands above it."""
        if self.above is None:
            return False
        own = layout.is_lead(self.above.cell.text) and (
            layout.is_long_term(self.above.cell.text) is long_term
        )
        return own or self.above.is_below(layout, long_term=long_term)


def _header(
    headings: Sequence[_Heading],
    rows: Sequence[Row],
    at: tuple[int, int],
    layout: Layout,
    *,
    width: int = 0,
) -> Header | None:
    """The header that these headings make, None if they make none."""
    start, end = at
    width = width or max(row.width for row in rows[start:end])
    if width > _MAX_COLUMNS:
        return None
    _link(headings)
    leaves = sorted(
        (h for h in headings if not h.has_below and not _is_lead(h, headings, layout)),
        key=lambda h: h.cell.column,
    )
    meanings = of_one_year([leaf.text for leaf in leaves], _meanings(leaves, layout))
    stand_in = _settle_target(leaves, meanings, rows[end:])
    year, long_term, others = _columns(leaves, meanings, layout)
    if not _is_enough(year):
        return None
    lead = next((h.cell.text for h in headings if _is_at_the_left(h, year, layout)), "")
    above = rows[start - 1] if start else None
    return Header(
        start,
        end,
        width,
        year,
        lead,
        long_term,
        others,
        tuple(
            (leaf.text, leaf.cell.place)
            for leaf, meaning in zip(leaves, meanings, strict=True)
            if meaning is None
        ),
        layout.is_long_term(lead) or (above is not None and layout.is_long_term(banner(above))),
        stand_in,
        rows[start].place,
        tuple(_twice(leaves, meanings, (year, long_term))),
    )


def _twice(
    leaves: Sequence[_Heading], meanings: Sequence[str | None], halves: Sequence[Columns]
) -> Iterator[tuple[str, str]]:
    """The headings of second columns of targets and answers, each with that of the first."""
    for means in ("target", "actual"):
        own = [leaf for leaf, meaning in zip(leaves, meanings, strict=True) if meaning == means]
        used = {half[means] for half in halves if means in half}
        for leaf in own:
            if leaf.cell.column not in used:
                yield leaf.text, own[0].text


def _settle_target(
    leaves: Sequence[_Heading], meanings: list[str | None], below: Sequence[Row]
) -> str:
    """Find a column of targets where no heading names one: that after changes, one that is likely,
    or that of the names. The heading of one that stands in for it, perhaps wrongly, or nothing.
    """
    if "target" in meanings:
        return ""
    if "adjusted" in meanings:
        meanings[meanings.index("adjusted")] = "target"
        return ""
    at = likely_target([(leaf.text, leaf.cell.column) for leaf in leaves], meanings, below)
    if at is not None:
        meanings[at] = "target"
        return leaves[at].text
    names = [at for at, means in enumerate(meanings) if means == "name"]
    for at in names:
        meanings[at] = "target"
    return leaves[names[0]].text if names and None in meanings else ""


def _link(headings: Sequence[_Heading]) -> None:
    """Tell every heading what stands above it."""
    for heading in headings:
        for other in headings:
            if other.cell.row < heading.cell.row and is_below(heading.cell, other.cell):
                heading.above = other
                other.has_below = True


def _meanings(leaves: Sequence[_Heading], layout: Layout) -> list[str | None]:
    """What the columns hold: by their own headings, or by the ones above them.

    A part that is not known on its own, of a column that is known, is kept as it stands; the
    first such part of 指标值 is the value (符号, 数值, 单位), and 年中调整 that after changes.
    绩效指标 behind the levels are the names.
    """
    meanings: list[str | None] = []
    valued: set[int] = set()
    for leaf in leaves:
        meaning = layout.column(leaf.cell.text)
        if meaning is None and layout.is_lead(leaf.cell.text):
            meaning = "name"
        elif meaning is None and leaf.above and (meaning := layout.column(leaf.above.cell.text)):
            if meaning == "target" and is_change(leaf.cell.text):
                meaning = "adjusted"
            else:
                is_value = meaning in ("target", "actual") and id(leaf.above) not in valued
                valued.add(id(leaf.above))
                meaning = meaning if is_value else "other"
        meanings.append(meaning)
    return meanings


def _columns(
    leaves: Sequence[_Heading], meanings: Sequence[str | None], layout: Layout
) -> tuple[Columns, Columns, tuple[tuple[str, int], ...]]:
    """The columns of the year, those of the long term, and all others with their headings."""
    halves: list[Columns] = [{}]
    in_half: list[list[_Heading]] = [[]]
    others: list[tuple[str, int]] = []
    is_double = meanings.count("level2") > 1
    for leaf, meaning in zip(leaves, meanings, strict=True):
        column = leaf.cell.column
        if is_double and meaning == "level2" and "level2" in halves[-1]:
            halves.append({})
            in_half.append([])
        if meaning is None or meaning == "other" or meaning in halves[-1]:
            others.append((leaf.text, column))
        else:
            halves[-1][meaning] = column
            in_half[-1].append(leaf)
    if len(halves) == 1:
        return halves[0], {}, tuple(others)
    first_is_year = any(leaf.is_below(layout, long_term=True) for leaf in in_half[1])
    year, long_term = (halves[0], halves[1]) if first_is_year else (halves[1], halves[0])
    shared = {"level1": halves[0]["level1"]} if "level1" in halves[0] else {}
    return {**shared, **year}, {**shared, **long_term}, tuple(others)


def _is_enough(columns: Columns) -> bool:
    """Whether the columns make an indicator table."""
    return "target" in columns and ("level2" in columns or {"level1", "name"} <= columns.keys())


def _is_lead(heading: _Heading, headings: Sequence[_Heading], layout: Layout) -> bool:
    """Whether it is the label of the table; 绩效指标 right of level 2 is the heading of the names,
    unless another column has them.
    """
    if not layout.is_lead(heading.cell.text):
        return False
    known = {layout.column(one.cell.text): one.cell for one in headings}
    before = known.get("level2")
    return before is None or "name" in known or before.column >= heading.cell.column


def _is_at_the_left(heading: _Heading, columns: Columns, layout: Layout) -> bool:
    return heading.cell.column < min(columns.values()) and layout.is_lead(heading.cell.text)


def banner(row: Row) -> str:
    """The only text of a row, as of a heading across the whole table; nothing if there are more."""
    return row.filled[0].text if len(row.filled) == 1 else ""


@lru_cache(maxsize=_MAX_REMEMBERED)
def one_line(text: str) -> str:
    """A name on one line; a line break in a narrow cell is no part of it."""
    return "".join(part.strip() for part in text.split("\n"))
