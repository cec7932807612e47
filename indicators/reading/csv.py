"""Reads tables saved as text (.csv, .tsv), whatever divides their columns."""

import csv
import io
from collections.abc import Sequence

from indicators.places import Place
from indicators.reading import limits
from indicators.reading.document import Document
from indicators.reading.tables import Block, Cell, Grid

_DELIMITERS = ",\t;|"
_LINES_TRIED = 200
_LEAST_COLUMNS = 3
"""A table of forms has at least so many columns; a line of prose may hold a comma."""


def delimiter_of(text: str) -> str | None:
    """What divides the columns of a table saved as text; None if the text is none.

    In a text dump a tab stands only at the beginning of a line; in a table, between its columns.
    """
    lines = [line for line in text.split("\n")[:_LINES_TRIED] if line.strip()]
    best: tuple[int, str] | None = None
    for delimiter in _DELIMITERS:
        rows = _rows(lines, delimiter)
        wide = sum(len(row) >= _LEAST_COLUMNS for row in rows)
        if 2 * wide > len(rows) and (best is None or wide > best[0]):
            best = wide, delimiter
    return best[1] if best and not _is_dump(lines) else None


def _is_dump(lines: Sequence[str]) -> bool:
    tabbed = [line for line in lines if "\t" in line]
    return bool(tabbed) and not any("\t" in line[1:] for line in tabbed)


def _rows(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return []


def read_csv(document: Document, delimiter: str) -> list[Block]:
    """The table as one grid, all rows equally wide.

    Raises:
        DocumentError: if a line cannot be read, or the table goes beyond the limits.
    """
    reader = csv.reader(io.StringIO(document.text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for row in reader:
            if any(row):
                rows.append((line, [text.strip() for text in row]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise document.error(
            f"这一行读不出来（{error}）。", f"this line cannot be read ({error}).", line=line
        ) from error
    width = max((len(row) for _, row in rows), default=0)
    if width * len(rows) > limits.MAX_CELLS:
        raise limits.too_large(
            document, f"超过 {limits.MAX_CELLS:,} 格", f"over {limits.MAX_CELLS:,} cells"
        )
    return [
        Grid(
            tuple(cell for at, row in enumerate(rows) for cell in _cells(document, at, row, width))
        )
    ]


def _cells(document: Document, number: int, row: tuple[int, list[str]], width: int) -> list[Cell]:
    line, texts = row
    place = Place(document.name, line=line)
    padded = [*texts, *[""] * (width - len(texts))]
    return [Cell(text, number, column, place) for column, text in enumerate(padded)]
