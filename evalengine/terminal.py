"""Text for terminals: widths of Chinese text, wrapping, and aligned tables."""

import os
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

GAP = 2
MIN_FLEXIBLE = 6
FALLBACK_ROOM = 100
"""Columns taken when the output is no terminal, so that a saved table reads well."""

_OPENING = "（《“‘【"
_CLOSING = "，。、；：！？）】》”’％%,.;:!?)]}"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: title, alignment, and whether it may shrink and wrap."""

    title: str
    right: bool = False
    flexible: bool = False


def room() -> int:
    """The columns of the terminal that shows standard output."""
    if os.environ.get("COLUMNS", "").isdigit():
        return max(int(os.environ["COLUMNS"]), 40)
    if not sys.stdout.isatty():
        return FALLBACK_ROOM
    return max(os.get_terminal_size(sys.stdout.fileno()).columns, 40)


def width(text: str) -> int:
    """The columns that `text` takes in a terminal: two for a wide character, none for a mark."""
    if text.isascii():
        return len(text)
    return sum(_width(sign) for sign in text)


@lru_cache(maxsize=8192)
def _width(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def plain(text: str) -> str:
    """`text` on one line without control characters: what a document says must not steer the
    terminal that shows it.
    """
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def clip(text: str, space: int) -> str:
    """`text` in at most `space` columns; what is left out is marked by `…`."""
    if width(text) <= space:
        return text
    kept = ""
    for sign in text:
        if width(kept + sign) > space - 1:
            break
        kept += sign
    return kept + "…"


def pad(text: str, space: int, *, right: bool = False) -> str:
    """`text` filled with blanks to `space` columns."""
    blanks = " " * max(space - width(text), 0)
    return blanks + text if right else text + blanks


def wrap(text: str, space: int) -> list[str]:
    """`text` in lines of at most `space` columns, broken between Chinese characters or words."""
    lines, line, used = [], "", 0
    for piece in _pieces(text, space):
        size = width(piece)
        # A closing mark may stand one step outside rather than open a line.
        if line and used + size > space and piece not in _CLOSING:
            lines.append(line.rstrip())
            line, used = "", 0
        if line or piece != " ":
            line, used = line + piece, used + size
    return [*lines, line.rstrip()] if line or not lines else lines


def _pieces(text: str, space: int) -> list[str]:
    """Where a line may break: a wide character, a blank, or a run of `space` narrow ones.

    An opening mark stays with what it opens, and the point of 12.50 with its digits.
    """
    pieces: list[str] = []
    joining = opening = False
    for sign, next_ in zip_longest(text, text[1:], fillvalue=" "):
        ends = sign in _CLOSING and not (sign in ".," and joining and next_.isdigit())
        narrow = _width(sign) < 2 and sign != " " and not ends
        if opening or (narrow and joining and len(pieces[-1]) < space):
            pieces[-1] += sign
        else:
            pieces.append(sign)
        joining, opening = narrow, sign in _OPENING
    return pieces


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], space: int) -> list[str]:
    """Lines of a table that fits `space` columns: flexible columns share what the rest leaves."""
    cells = [[plain(text) for text in row] for row in rows]
    widths = _widths(columns, cells, space)
    rule = "─" * (sum(widths) + GAP * (len(widths) - 1))
    lines = _row([column.title for column in columns], columns, widths)
    lines.append(rule)
    for row in cells:
        lines.extend(_row(row, columns, widths))
    return lines


def _widths(columns: Sequence[Column], rows: list[list[str]], space: int) -> list[int]:
    natural = [
        max([width(column.title), *(width(row[i]) for row in rows)])
        for i, column in enumerate(columns)
    ]
    free = space - GAP * (len(columns) - 1)
    free -= sum(size for size, column in zip(natural, columns, strict=True) if not column.flexible)
    wanted = {i: natural[i] for i, column in enumerate(columns) if column.flexible}
    return [
        size if i not in wanted else share
        for (i, size), share in zip(enumerate(natural), _shares(natural, wanted, free), strict=True)
    ]


def _shares(natural: list[int], wanted: dict[int, int], free: int) -> list[int]:
    """The widths of the flexible columns: the narrow ones get all they want, the wide ones share
    the rest equally.
    """
    shares = list(natural)
    waiting = sorted(wanted, key=lambda i: wanted[i])
    while waiting:
        i = waiting.pop(0)
        share = max(free // (len(waiting) + 1), MIN_FLEXIBLE)
        shares[i] = min(wanted[i], share)
        free -= shares[i]
    return shares


def _row(cells: Sequence[str], columns: Sequence[Column], widths: list[int]) -> list[str]:
    wrapped = [wrap(text, size) for text, size in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in wrapped)
    return [
        (" " * GAP)
        .join(
            pad(lines[i] if i < len(lines) else "", size, right=column.right)
            for lines, size, column in zip(wrapped, widths, columns, strict=True)
        )
        .rstrip()
        for i in range(height)
    ]
