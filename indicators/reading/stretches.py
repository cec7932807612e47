"""Divides a document into stretches: from the title of one form to the title of the next.

A table that has the columns of a form but no known title above it (a misspelt title, an export
without one) is a stretch too, with a doubt.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import islice

from indicators.errors import DocumentError, EvalengineError, Problem, Words
from indicators.forms import Layout, layout_titled, layouts
from indicators.forms.layout import MAX_LABEL
from indicators.model import Finding
from indicators.places import Place
from indicators.reading import doubts
from indicators.reading.amounts import unit_in
from indicators.reading.document import Document
from indicators.reading.header import Header, banner, find_header, one_line
from indicators.reading.tables import Block, Grid, Paragraph, Row
from indicators.spelling import folded
from indicators.taxonomy import category_of, head_of

_LINES_SHOWN = 3
_LINE_SHOWN = 24
_ALIKE = 0.6
"""From this similarity on, a line is called the nearest to a title."""

_LINES_COMPARED = 1000

_HEADINGS = 2
"""A row with so many known headings is shown as the header that was found."""

_ROW_SHOWN = 80


@dataclass(slots=True)
class Stretch:
    """What lies between two titles: the lines above the table, and the rows of its tables."""

    layout: Layout
    place: Place
    title: str = ""
    above: list[Paragraph] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    header: Header | None = None
    findings: list[Finding] = field(default_factory=list)

    def take(self, grid: Grid) -> None:
        """Add the rows of a table; the header of the indicators may be among them."""
        seen = len(self.rows)
        self.rows += grid.rows
        self.findings += grid.findings
        if self.header is None:
            self.header = find_header(self.rows, self.layout, start=seen)


def divide(blocks: Sequence[Block], document: Document) -> list[tuple[Stretch, Header]]:
    """The stretches that hold a form, each with the header of its indicator table.

    Raises:
        DocumentError: if there is no form, or one has no indicator table (it was cut off).
    """
    found: list[Stretch] = []
    lines: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Grid):
            _place_grid(block, found, lines)
            lines = []
        elif layout := layout_titled(block.text):
            found.append(Stretch(layout, block.place, block.text))
        elif found and not found[-1].rows:
            found[-1].above.append(block)
        else:
            lines.append(block)
    whole = [part for stretch in _without_lone_titles(found) for part in _apart(stretch)]
    if not whole:
        raise _no_form(blocks, found, document)
    cut = [_no_table(stretch, document) for stretch in whole if stretch.header is None]
    if cut:
        raise DocumentError(cut)
    return [(stretch, stretch.header) for stretch in whole if stretch.header]


def _place_grid(grid: Grid, found: list[Stretch], lines: Sequence[Paragraph]) -> None:
    """Give a table to the form above it, or begin a form of its own, below these lines."""
    if _is_titled_again(found) and _goes_on(found[-2], grid):
        found.pop()  # the title was printed again at the top of a page
    if found and (found[-1].header is None or _goes_on(found[-1], grid)):
        found[-1].above += [line for line in lines if unit_in(line.text)]
        found[-1].take(grid)
    elif untitled := _untitled(grid, lines):
        found.append(untitled)
    elif found and not _is_beside(found[-1], grid, lines):
        found[-1].findings.append(doubts.table_unread(grid.rows[0].place))


def _is_titled_again(found: Sequence[Stretch]) -> bool:
    """Whether a title has come, with no table below it yet, that is also the one before it."""
    if len(found) < 2 or found[-1].rows:
        return False
    lines, before = ([folded(each.title), *_texts(each.above)] for each in (found[-1], found[-2]))
    return lines[0] == before[0] and set(lines) <= set(before)


def _texts(lines: Iterable[Paragraph]) -> list[str]:
    return [folded(line.text) for line in lines]


def _is_beside(stretch: Stretch, grid: Grid, lines: Sequence[Paragraph]) -> bool:
    """Whether a table is one that is known to stand beside such a form, by the title above it."""
    titles = (*(line.text for line in lines[-1:]), banner(grid.rows[0]))
    return any(folded(title).startswith(stretch.layout.beside) for title in titles)


def _goes_on(stretch: Stretch, grid: Grid) -> bool:
    """Whether a table goes on with the indicators above it, that a page break cut."""
    layout, header = stretch.layout, stretch.header
    if (
        header is None
        or _is_closed(stretch, header)
        or _first_of_form(grid.rows, layout) is not None
    ):
        return False
    again = find_header(grid.rows, layout)
    if again is not None:
        return again.start == 0 and again.columns == header.columns
    row = grid.rows[0]
    if row.width != header.width:
        return False
    level1, level2 = (
        cell.text if cell else ""
        for cell in (row.at(header.columns.get(key, 0)) for key in ("level1", "level2"))
    )
    return not (level1 or level2) or bool(head_of(level1) or category_of(level1, level2))


def _is_closed(stretch: Stretch, header: Header) -> bool:
    """Whether what stands behind the indicators of a form has been seen."""
    layout = stretch.layout
    return any(
        layout.label(row.first) is not None or layout.is_total(row.first)
        for row in stretch.rows[header.end :]
    )


def _first_of_form(rows: Sequence[Row], layout: Layout, *, start: int = 0) -> int | None:
    """The first row that says whose form it is, from `start` on."""
    for at in range(start, len(rows)):
        match = layout.label(rows[at].first)
        if match and match.label.gives in layout.names:
            return at
    return None


def _apart(stretch: Stretch) -> Iterator[Stretch]:
    """The forms of a stretch: another one begins where a row says again whose form it is."""
    while (header := stretch.header) is not None:
        start = _first_of_form(stretch.rows, stretch.layout, start=header.end)
        again = None if start is None else find_header(stretch.rows, stretch.layout, start=start)
        if start is None or again is None:
            break
        place = stretch.rows[start].place
        rest = Stretch(stretch.layout, place, stretch.title, stretch.above, stretch.rows[start:])
        rest.header = find_header(rest.rows, rest.layout)
        rest.findings.append(doubts.title_missing(place, rest.layout.title))
        del stretch.rows[start:]
        yield stretch
        stretch = rest
    yield stretch


def _untitled(grid: Grid, lines: Sequence[Paragraph]) -> Stretch | None:
    """The form of a table without a known title, if its header can be read.

    Where a column is not known it may be a table of something else, so that one that says what
    was promised or what was achieved must be there.
    """
    if not any(find_header(grid.rows, layout) for layout in layouts()):
        return None  # a long table of something else has many words to look up
    texts = Counter(cell.text for cell in grid.cells if cell.text)
    layout = max(layouts(), key=lambda layout: _words_found(texts, layout))
    header = find_header(grid.rows, layout)
    if header is None or header.end == len(grid.rows):
        return None
    if (header.unknown or header.stand_in) and not (
        {"name", "target"} <= header.columns.keys() or "actual" in header.columns
    ):
        return None
    place = grid.rows[0].place
    seen = next((line.text for line in lines if len(line.text) <= MAX_LABEL), "")
    stretch = Stretch(layout, place, above=list(lines))
    stretch.findings.append(doubts.title_missing(place, layout.title, seen))
    stretch.take(grid)
    return stretch


def _words_found(texts: Mapping[str, int], layout: Layout) -> int:
    """How many cells hold words of this kind of form; `texts` says how many hold each text."""
    return sum(
        cells
        for text, cells in texts.items()
        if layout.label(text) is not None or layout.column(text) is not None
    )


def _without_lone_titles(found: Sequence[Stretch]) -> list[Stretch]:
    """The stretches that have a table; a title without one leaves a doubt with its neighbour."""
    whole = [stretch for stretch in found if stretch.rows]
    if whole:
        neighbour = whole[0]
        for stretch in found:
            if stretch.rows:
                neighbour = stretch
            else:
                neighbour.findings.append(doubts.title_alone(stretch.place, stretch.title))
    return whole


def _no_table(stretch: Stretch, document: Document) -> Problem:
    columns = "、".join(stretch.layout.header)
    title = stretch.layout.title
    where = document.place_of(stretch.place)
    seen = _nearest_header(stretch.rows, [stretch.layout])
    if seen:
        return Problem(where, seen.words(title))
    return Problem(
        where,
        Words(
            f"“{title}”没有指标表（没有找到表头“{columns}”），表格可能被截断；请补全后再读。",
            f"the form '{title}' has no indicator table (no header {columns}); it may be cut. "
            "Complete it.",
        ),
    )


@dataclass(frozen=True, slots=True)
class _SeenHeader:
    """The row most like a header of indicators: its headings, its layout, and what it lacks."""

    row: Row
    layout: Layout
    known: int

    def words(self, title: str) -> Words:
        """What is told about it, of the form `title`; a whole header has no row below it."""
        shown = "｜".join(one_line(cell.text) for cell in self.row.filled)[:_ROW_SHOWN]
        meanings = {self.layout.column(cell.text) for cell in self.row.filled}
        due = "、".join(self.layout.header)
        lacks = "、".join(
            label for label in self.layout.header if self.layout.column(label) not in meanings
        )
        at = _at(self.row.place)
        if not lacks:
            return Words(
                f"“{title}”的表头“{shown}”（{at.zh}）下面没有指标，表格可能被截断；请补全后再读。",
                f"no indicator stands below the header '{shown}' ({at.en}) of '{title}'; "
                "it may be cut. Complete it.",
            )
        return Words(
            f"“{title}”的表头认不全：找到的是“{shown}”（{at.zh}），最接近的表样"
            f"“{self.layout.title}”应有“{due}”，缺“{lacks}”；请改表头，"
            "或在 indicators/forms 的表样里加上这种写法。",
            f"the header of '{title}' is not known: found '{shown}' ({at.en}); the "
            f"nearest layout '{self.layout.title}' has {due}, and {lacks} is missing. Mend the "
            "header, or add its spelling to a layout in indicators/forms.",
        )


def _nearest_header(rows: Iterable[Row], among: Sequence[Layout]) -> _SeenHeader | None:
    """The row that has most headings of a layout, if it has any two."""
    best: _SeenHeader | None = None
    for row in islice(rows, _LINES_COMPARED):
        texts = [cell.text for cell in row.filled]
        for layout in among:
            known = len({layout.column(text) for text in texts} - {None})
            if known >= _HEADINGS and (best is None or known > best.known):
                best = _SeenHeader(row, layout, known)
    return best


def _no_form(
    blocks: Sequence[Block], found: Sequence[Stretch], document: Document
) -> EvalengineError:
    """Nothing to read: say what was looked for, what is there, and what comes nearest."""
    if found:
        return DocumentError([_no_table(stretch, document) for stretch in found])
    rows = (row for block in blocks if isinstance(block, Grid) for row in block.rows)
    if seen := _nearest_header(rows, layouts()):
        words = seen.words(seen.layout.title)
        return document.error(words.zh, words.en)
    lines = list(_lines(blocks))
    titles = "、".join(f"“{layout.title}”" for layout in layouts())
    columns = "、".join(layouts()[0].header)
    shown = "".join(f"“{text[:_LINE_SHOWN]}”" for text, _ in lines[:_LINES_SHOWN]) or "空白"
    near = _nearest(lines)
    return document.error(
        f"没有找到绩效目标表。要找的表名是{titles}，表头是“{columns}”；文件开头是{shown}。"
        + (f"最接近的是{_at(near[1]).zh}“{near[0]}”，像“{near[2]}”。" if near else ""),
        f"no form found. Looked for the titles {titles} and the header {columns}; "
        f"the file begins with {shown}."
        + (f" Nearest: {_at(near[1]).en} '{near[0]}', which is like '{near[2]}'." if near else ""),
    )


def _at(place: Place) -> Words:
    """Where something stands, in a sentence that has named the file."""
    if place.line is not None:
        return Words(f"第 {place.line} 行", f"line {place.line}")
    where = place.after_file.lstrip(" !")
    return Words(where, where)


def _lines(blocks: Iterable[Block]) -> Iterable[tuple[str, Place]]:
    """The texts of the blocks with their places, the first line of each."""
    for block in blocks:
        pieces = block.cells if isinstance(block, Grid) else (block,)
        for piece in pieces:
            if piece.text:
                yield piece.text.partition("\n")[0], piece.place


def _nearest(lines: Sequence[tuple[str, Place]]) -> tuple[str, Place, str] | None:
    """The line that is most like a title or the header of a known form, and what it is like."""
    wanted = dict.fromkeys(
        title for layout in layouts() for title in (layout.title, *layout.header)
    )
    best: tuple[float, str, Place, str] | None = None
    for text, place in lines[:_LINES_COMPARED]:
        for title in wanted if len(text) <= MAX_LABEL else ():
            alike = SequenceMatcher(None, folded(text), folded(title)).ratio()
            if alike >= _ALIKE and (best is None or alike > best[0]):
                best = alike, text, place, title
    return best[1:] if best else None
