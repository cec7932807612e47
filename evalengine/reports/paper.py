"""What every printed sheet shares: widths of Chinese text, row heights, sheet names, A4 pages."""

import datetime as dt
import io
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import accumulate
from math import ceil
from pathlib import Path
from typing import Any, ClassVar

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from evalengine.reports.cells import printable

LINE_HEIGHT = 13.5
"""Height of one line of 10 to 11 point text, in points."""

_BETWEEN = 1.0
"""Points that are added for every line that a text ends itself."""

MAX_HEIGHT = 405.0
"""The tallest row that spreadsheet programs accept is 409 points."""

MAX_TEXT = 32_000
"""Characters that go into one cell; the file format stops at 32,767."""

MAX_NAME = 31
"""Characters (UTF-16 units) that the name of a sheet may have."""

SONG, HEI, BIAOSONG = "宋体", "黑体", "方正小标宋简体"
"""The type faces of official forms: text, headings, titles."""

POINTS, MONEY = "0.00", "#,##0.00##"
"""How points and amounts are shown."""

BLUE = "#DCE6F1"
"""Behind headings."""

ONE_PAGE = {"upright": 1130.0, "landscape": 780.0}
"""Row heights (points) that still go on one A4 page, made smaller by a third at most."""

_ROOM = {"upright": (523.0, 762.0), "landscape": (769.0, 516.0)}
"""Width and height (points) of A4 within its margins."""

_SPARE = 0.96
"""So much of it is counted on: programs measure columns and rows a little differently."""

_FOOTER = 90
"""Columns for the footer on the left, of the 120 that upright paper has; page numbers take some."""

_A4 = 9
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Written into every workbook, so that the same content gives the same bytes."""

_LIKE_FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet program may take for the beginning of a formula when it is typed."""

_UNSAFE = str.maketrans(dict.fromkeys("[]:*?/\\'", "－"))

_OPTIONS = {
    # A declaration is a stranger's text: `=1+1` in it must stay text, a web address too.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}


class SafeSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter ships no types
    """A sheet on which every text is, and stays, a text."""

    quoted: Callable[[Format | None], Format]

    def write_string(self, row: int, col: int, string: str, cell_format: Format = None) -> int:
        """Write a text without control characters, as much of it as one cell can hold.

        One that begins like a formula is marked, so that it stays a text when somebody edits it.
        """
        text = clip(printable(string))
        is_risky = len(text) > 1 and text.lstrip().startswith(_LIKE_FORMULAS)
        style = self.quoted(cell_format) if is_risky else cell_format
        written: int = super().write_string(row, col, text, style)
        return written


class SafeWorkbook(Workbook):  # type: ignore[misc]  # likewise
    """A workbook of safe sheets; the same content gives the same bytes."""

    worksheet_class = SafeSheet

    def __init__(self, path: Path, *, title: str, comments: str = "") -> None:
        self._properties: dict[Format, dict[str, Any]] = {}
        self._quoted: dict[Format, Format] = {}
        self._packed, self._path = io.BytesIO(), path
        super().__init__(self._packed, _OPTIONS)
        self.set_properties(
            {"title": printable(title), "comments": printable(comments), "created": _CREATED}
        )

    def close(self) -> None:
        """Write the file, at once: on a full disk, a zip archive that is half written is not told
        as such when it is given up.
        """
        super().close()
        self._path.write_bytes(self._packed.getvalue())

    def add_worksheet(self, name: str) -> SafeSheet:
        """A new sheet."""
        sheet: SafeSheet = super().add_worksheet(printable(name))
        sheet.quoted = self._quoted_like
        return sheet

    def add_style(self, properties: dict[str, Any]) -> Format:
        """A new format."""
        style = self.add_format(properties)
        self._properties[style] = properties
        return style

    def _quoted_like(self, style: Format | None) -> Format:
        """The format for texts that begin like a formula, otherwise like `style`."""
        if style not in self._quoted:
            properties = self._properties.get(style, {})
            self._quoted[style] = self.add_format({**properties, "quote_prefix": True})
        return self._quoted[style]


class Styles:
    """The cell formats of one workbook, each made once: 宋体, thin borders, wrapped."""

    BASE: ClassVar[dict[str, Any]] = {
        "font_name": SONG,
        "font_size": 10,
        "border": 1,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "center",
    }

    def __init__(self, workbook: SafeWorkbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def make(self, **changes: Any) -> Format:
        """The base format with `changes` (XlsxWriter's property names)."""
        key = tuple(sorted(changes.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_style(self.BASE | changes)
        return self._made[key]


def display_width(text: str) -> int:
    """The columns that `text` takes: two for a Chinese character, one for a Latin letter."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    # "A" (ambiguous: quotation marks, …, ×) is drawn wide by Chinese fonts.
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def count_lines(text: str, width: float) -> int:
    """The lines that `text` fills in a wrapped cell of `width` columns."""
    # A character that does not fit goes to the next line, and the cell has margins.
    room = max(int(width) - 1, 2)
    return sum(max(1, ceil(display_width(line) / room)) for line in text.split("\n"))


def text_height(cells: Iterable[tuple[str, float]], *, line: float = LINE_HEIGHT) -> float:
    """The height in points that cells with (text, width) need, so that no line is cut off.

    Merged cells and many programs do not fit their height to wrapped text, so it is estimated.
    """
    return max((_height(text, width, line) for text, width in cells), default=line) + 6


def _height(text: str, width: float, line: float) -> float:
    """The height of one text. Lines that it parts itself are counted exactly, with nothing to
    spare, and some type faces are higher than `line`.
    """
    return count_lines(text, width) * line + text.count("\n") * _BETWEEN


def row_height(cells: Iterable[tuple[str, float]], *, line: float = LINE_HEIGHT) -> float:
    """The same, as much of it as one row can have."""
    return min(text_height(cells, line=line), MAX_HEIGHT)


def set_height(sheet: SafeSheet, top: int, height: float) -> int:
    """Give the rows from `top` on `height` points together, as many rows as that needs.

    Returns:
        The last of the rows: cells over them must be merged from `top` to it.
    """
    count = ceil(height / MAX_HEIGHT)
    for row in range(top, top + count):
        sheet.set_row(row, height / count)
    return top + count - 1


def clip(text: str) -> str:
    """`text`, as much of it as one cell can hold; what was left out is said."""
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "……（过长，余下见原文）"


def clip_line(text: str, most: int) -> str:
    """`text`, as much of it as goes into one line of so many columns."""
    if display_width(text) <= most:
        return text
    edges = accumulate(map(_width, text))
    return text[: sum(edge <= most - 2 for edge in edges)] + "…"


def sheet_name(title: str) -> str:
    """`title` as the name of a sheet: forbidden signs replaced, at most 31 UTF-16 units."""
    name = "".join(printable(title).translate(_UNSAFE).split("\n"))
    while len(name.encode("utf-16-le")) // 2 > MAX_NAME:
        name = name[:-1]
    return name.strip() or "－"


def fits_one_page(height: float | None, *, landscape: bool) -> bool:
    """Whether rows of this height go on one page, made smaller if need be."""
    return height is not None and height <= ONE_PAGE["landscape" if landscape else "upright"]


def page_height(widths: Iterable[float], *, landscape: bool) -> float:
    """The height (points, before they are made smaller) of rows that go on a page of A4 whose
    columns have these widths.
    """
    wide, high = _ROOM["landscape" if landscape else "upright"]
    pixels = sum(int(width * 7 + 0.5) + 5 for width in widths)
    return high * max(0.75 * pixels / wide, 1) * _SPARE


def set_page(
    sheet: SafeSheet, *, landscape: bool = False, footer: str = "", height: float | None = None
) -> None:
    """A4, one page wide, as many pages as needed, numbered.

    A sheet of a known `height` (points) that is little more than a page is made one page, so that
    the signatures do not stand alone on a second one.
    """
    sheet.set_paper(_A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 1 if fits_one_page(height, landscape=landscape) else 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
    sheet.center_horizontally()
    # An & begins a command of the footer, a doubled one too for some programs.
    label = clip_line(footer.replace("&", "＆"), _FOOTER)
    sheet.set_footer(f"&L&8{label}&R&8第 &P 页，共 &N 页")


def put(sheet: SafeSheet, box: tuple[int, int, int, int], text: str, style: Format) -> None:
    """Write `text` over the cells of `box`: first row, first column, last row, last column."""
    top, left, bottom, right = box
    is_merged = (top, left) != (bottom, right)
    if is_merged:
        sheet.merge_range(top, left, bottom, right, "", style)
    if text or not is_merged:
        sheet.write_string(top, left, text, style)


def put_number(
    sheet: SafeSheet, box: tuple[int, int, int, int], number: Decimal, style: Format
) -> None:
    """Write `number` over the cells of `box`.

    A spreadsheet knows only binary numbers; this edge is where an exact one becomes such.
    """
    top, left, bottom, right = box
    if (top, left) != (bottom, right):
        sheet.merge_range(top, left, bottom, right, "", style)
    sheet.write_number(top, left, float(number), style)
