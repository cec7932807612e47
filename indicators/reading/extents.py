"""Measures the sheets of a workbook, and notes what only their XML tells, in one pass.

A workbook of a few kilobytes can ask for gigabytes by one cell in the last corner of a sheet, for
which a reader lays out every cell before it: so nothing is laid out before it was measured.
"""

import re
import string
from dataclasses import dataclass, field
from functools import lru_cache

from indicators.reading.frames import letters_of
from indicators.reading.struck import Marked

TRUE = frozenset(("1", "true", "on"))
_MOST_COLUMNS = 16_384

_CELL = re.compile(rb'<c(?: r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?=[ />])|[\s/>])')
"""A cell with its place, or one that does not name it as usual, of which nothing is found."""

_CELL_OF_A_NAMESPACE = re.compile(rb":c[\s/>]")
_STYLED_CELL = re.compile(
    rb'<c r="([A-Z]+)([0-9]+)"(?: [a-z]+="[^"<>]*")*? s="([0-9]{1,5})"(?=[ />])'
)

_LETTERS, _DIGITS = string.ascii_uppercase.encode(), string.digits.encode()
_ODD = (b"<!", b"\x00", b"hidden", b"&#", b" s='")
_BEGINNINGS = (b"<?xml", b"<worksheet")
"""A sheet that holds something odd, or begins in another way, is read element by element."""


class TooManyCellsError(Exception):
    """A sheet spans more than is allowed: its name, when it is known, and as far as which cell."""


@dataclass(slots=True)
class Extent:
    """How far a sheet reaches from A1 on; what is hidden in it, and its cells of wanted styles.

    `shaped` gives the style of a cell (row and column from 0), `valueless` what a cell shows that
    holds an error, or a formula that was never calculated, `struck` a text of which a part is
    struck out.
    """

    wanted: frozenset[str] = frozenset()
    allowed: int = 0
    rows: int = 0
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    shaped: dict[tuple[int, int], int] = field(default_factory=dict)
    valueless: dict[tuple[int, int], str] = field(default_factory=dict)
    struck: dict[tuple[int, int], Marked] = field(default_factory=dict)
    _row: int = 0
    _column: int = 0

    def see_plain(self, data: bytes) -> bool:
        """Take in a whole sheet that is written as most programs do; False if it is not.

        Every cell must name its place, nothing be hidden, and nothing stand in comments or behind
        entities: else another reader could see another sheet.
        """
        if not data.startswith(_BEGINNINGS) or any(odd in data for odd in _ODD):
            return False
        addresses = _CELL.findall(data)
        if b"" in addresses or _CELL_OF_A_NAMESPACE.search(data):
            return False
        together = b" ".join(addresses)
        rows = set(together.translate(None, _LETTERS).split())
        columns = set(together.translate(None, _DIGITS).split())
        self._reach(
            max(map(int, rows), default=0),
            max((column_number(name.decode()) for name in columns), default=0),
        )
        for name, row, style in _STYLED_CELL.findall(data) if self.wanted else ():
            if style.decode() in self.wanted:
                self.shaped[int(row) - 1, column_number(name.decode()) - 1] = int(style)
        return True

    def _reach(self, row: int, column: int) -> None:
        self.rows, self.columns = max(row, self.rows), max(column, self.columns)
        if self.rows * self.columns > self.allowed:
            raise TooManyCellsError(f"{letters_of(self.columns - 1)}{self.rows}")

    def see(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in one element: `<row r="12">`, `<c r="B12">`; without `r` it is the next one."""
        name = tag.rpartition(":")[2]
        if name == "c":
            self._see_cell(attributes)
        elif name == "row":
            reference = attributes.get("r", "")
            self._row = int(reference) if reference.isdecimal() else self._row + 1
            self._column = 0
            if attributes.get("hidden") in TRUE:
                self.hidden_rows.add(self._row - 1)
        elif name == "col" and attributes.get("hidden") in TRUE:
            first, last = (number_in(attributes.get(key)) for key in ("min", "max"))
            self.hidden_columns.update(range(first - 1, min(last, _MOST_COLUMNS)))

    def _see_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        letters = reference.rstrip("0123456789")
        self._column = column_number(letters) if letters else self._column + 1
        row = int(reference[len(letters) :] or self._row)
        if row > self.rows or self._column > self.columns:
            self._reach(row, self._column)
        if self.wanted and attributes.get("s") in self.wanted:
            self.shaped[row - 1, self._column - 1] = int(attributes["s"])


@lru_cache(maxsize=2048)
def column_number(letters: str) -> int:
    """The number of a column: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper()[:4]:
        number = number * 26 + ord(letter) - 64
    return number


def row_and_column(address: str) -> tuple[int, int]:
    """The row and column of an address, from 0."""
    letters = address.rstrip("0123456789")
    return number_in(address[len(letters) :]) - 1, column_number(letters) - 1


def number_in(text: str | None) -> int:
    """A number in an attribute, 0 if it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
