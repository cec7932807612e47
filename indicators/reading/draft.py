"""A table as Word or a web page writes it, and how it is laid out: spans, tables within tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, groupby

from indicators.model import Finding
from indicators.places import Place
from indicators.reading import limits
from indicators.reading.clean import clean
from indicators.reading.document import Document
from indicators.reading.tables import Block, Cell, Grid, Paragraph

_QUOTED = 40
_NAMED = 8


@dataclass(slots=True)
class DraftCell:
    """A cell where it stands: its paragraphs, and the tables among them."""

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    content: "list[str | Draft]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraphs as lines; a table among them gives a line a row."""
        lines: list[str] = []
        for piece in self.content:
            lines += [piece] if isinstance(piece, str) else piece.lines()
        return clean("\n".join(lines)).strip()


@dataclass(slots=True)
class Draft:
    """A table being read, and the doubts about it; `number` counts the document's tables from 1."""

    number: int
    cells: list[DraftCell] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The table as lines of text, a line a row."""
        rows: dict[int, list[str]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append(cell.text)
        return [" ".join(filter(None, texts)) for _, texts in sorted(rows.items())]

    def rows(self) -> list[list[DraftCell]]:
        """The cells row by row, from left to right."""
        ordered = sorted(self.cells, key=lambda cell: (cell.row, cell.column))
        return [list(cells) for _, cells in groupby(ordered, key=lambda cell: cell.row)]

    @property
    def inner(self) -> "list[Draft]":
        """The tables within its cells."""
        return [piece for cell in self.cells for piece in cell.content if isinstance(piece, Draft)]

    @property
    def filled(self) -> int:
        """How many of its own cells hold text of their own."""
        return sum(
            any(isinstance(p, str) and p.strip() for p in cell.content) for cell in self.cells
        )

    @property
    def filled_in_all(self) -> int:
        """How many cells hold text, with those of the tables within."""
        return self.filled + sum(table.filled_in_all for table in self.inner)

    @property
    def only_arranges(self) -> bool:
        """Whether the table is there to place other tables on the page: they hold most of it."""
        return self.filled_in_all > 2 * self.filled


def lay_out(content: list[str | Draft], document: Document) -> list[Block]:
    """The paragraphs and grids of a document, tables that only arrange others taken apart.

    Raises:
        DocumentError: if the tables cover more cells than `limits.MAX_CELLS`.
    """
    blocks = []
    paragraphs = 0
    area = 0
    for piece in content:
        if isinstance(piece, Draft):
            for block in _laid_out(piece, document):
                if isinstance(block, Grid):
                    area += check_area(block, document, before=area)
                blocks.append(block)
        else:
            paragraphs += 1
            if text := clean(piece).strip():
                blocks.append(Paragraph(text, Place.counted(document.name, paragraph=paragraphs)))
    return blocks


def shortened(text: str) -> str:
    """The beginning of a text, for quoting."""
    text = clean(text)
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def quoted(texts: Iterable[str]) -> str:
    """Texts in quotation marks, the first of many; nothing, if all are blank."""
    shown = [f"“{shortened(text.strip())}”" for text in texts if text.strip()]
    return "、".join(shown[:_NAMED]) + ("…" if len(shown) > _NAMED else "")


def check_area(grid: Grid, document: Document, *, before: int = 0) -> int:
    """How many places the cells of a grid cover.

    Raises:
        DocumentError: if it is more than is allowed, with those `before` it.
    """
    area = sum(cell.rowspan * cell.colspan for cell in grid.cells)
    if before + area > limits.MAX_CELLS:
        raise limits.too_large(
            document, f"表格超过 {limits.MAX_CELLS:,} 格", f"over {limits.MAX_CELLS:,} cells"
        )
    return area


def _laid_out(table: Draft, document: Document) -> Iterator[Block]:
    @cache
    def place(row: int) -> Place:
        return Place.counted(document.name, table=table.number, row=row + 1)

    def grid(cells: Iterable[DraftCell], findings: Sequence[Finding] = ()) -> Grid:
        made = [Cell(c.text, c.row, c.column, place(c.row), c.rowspan, c.colspan) for c in cells]
        return Grid.closed_up(made, tuple(findings))

    if not table.only_arranges:
        if table.cells:
            yield grid(table.cells, table.findings)
        return
    if inner := table.inner:  # the table is gone, its doubts are not
        inner[0].findings += table.findings
    for is_table, rows in groupby(table.rows(), key=_makes_table):
        cells = chain.from_iterable(rows)
        if is_table:
            yield grid(cells)
        else:
            yield from _apart(cells, place, document)


def _apart(
    cells: Iterable[DraftCell], place: Callable[[int], Place], document: Document
) -> Iterator[Block]:
    """What stands in these cells, which only arrange it."""
    for cell in cells:
        for piece in cell.content:
            if isinstance(piece, Draft):
                yield from _laid_out(piece, document)
            elif text := clean(piece).strip():
                yield Paragraph(text, place(cell.row))


def _makes_table(row: Sequence[DraftCell]) -> bool:
    """Whether a row of a table that arranges others is one of a table itself: labels and values."""
    filled = [cell for cell in row if cell.text]
    return len(filled) > 1 and not any(
        isinstance(piece, Draft) for cell in row for piece in cell.content
    )
