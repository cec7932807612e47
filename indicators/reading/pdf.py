"""Reads PDF files that hold text: tables by their ruled lines, text by where it stands.

The library runs apart (see `apart`): `extract` is its end and gives every page as plain data, with
the lines of text of every cell; `read_pdf` is ours and puts the pages together.
"""

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from indicators.reading import limits
from indicators.reading.apart import read_apart
from indicators.reading.clean import clean
from indicators.reading.document import Document
from indicators.reading.pages import Page, joined_pages
from indicators.reading.ruled import ruled_tables
from indicators.reading.sheets import IsTitle
from indicators.reading.tables import Block
from indicators.reading.wrapping import Line

if TYPE_CHECKING:
    from pdfplumber.page import Page as PdfPage

LIBRARY = "pdfplumber"
INSTALL = "python3 -m pip install 'pdfplumber>=0.11'"
"""The one command that PDF files need."""

_SCANNED = 20
"""With fewer characters a page, and pictures on it, a document is a scan."""

_LEAST_CELLS = 4
"""What is ruled into fewer cells is a frame and no table."""

_UNREADABLE = "(cid:"
_MOST_UNREADABLE = 0.2
_RADICALS = ("\u2e80", "\u2fdf")
_LOOK_ALIKES = str.maketrans(
    "⺎⺒⺓⺙⺠⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲",
    "兀巳幺攵民虎西见角贝车長镸长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀",
)
"""Radicals that some printers of PDF write for the whole character; Unicode keeps them apart."""
_GAP = 0.25
"""From this share of the size on, a gap between Latin letters is a space."""

_NEXT_LINE = 2.0
"""The next line of a text begins no further below than this many sizes."""

_OF_PAGE_NUMBER = re.compile(r"[-–—·\s0-9第共页/]")

_SAME_LINE = 0.6
"""Characters whose middles are no further apart than this share of the size stand on one line."""


def has_library() -> bool:
    """Whether the library for PDF files is installed."""
    return find_spec(LIBRARY) is not None


def read_pdf(document: Document, is_title: IsTitle) -> list[Block]:
    """The paragraphs and tables of a PDF, in its order; tables cut by the end of a page are joined.

    Raises:
        DocumentError: if the library is missing, or the document is a scan, broken, needs a
            password, has no ruled table, or goes beyond the limits.
    """
    if not has_library():
        raise document.error(
            f"读 PDF 需要先装一个程序库：{INSTALL}；或用办公软件另存为 .docx。",
            f"PDF files need a library: {INSTALL}; or save it as .docx.",
        )
    pages = [Page.of(number, data) for number, data in enumerate(read_apart(document, "pdf"), 1)]
    if sum(len(part.boxes) for page in pages for part in page.parts) < _LEAST_CELLS:
        raise document.error(
            "这个 PDF 里没有四面画线的表格（没有框线，或只有横线），无法知道哪些字在同一格；"
            "请取 Word 或 Excel 原件，或给表格加上全部框线后重新导出 PDF。",
            "no table in this PDF is ruled on all sides (no lines, or level ones only), so that "
            "nobody can tell which words share a cell; take the original in Word or Excel, or "
            "give the table all its borders and export it again.",
        )
    return joined_pages(pages, document, is_title)


# ── apart ────────────────────────────────────────────────────────────────────────────────────────


def extract(document: Document) -> list[Any]:
    """The pages as plain data: `{"tables": [[cell, …], …], "lines": [line, …]}`.

    A cell is `[left, top, right, bottom, [line, …], cut_above, cut_below]` (see `ruled`), a
    line as in `wrapping.Line`.

    Raises:
        DocumentError: if it is a scan, needs a password, or goes beyond the limits.
    """
    import pdfplumber  # noqa: PLC0415 -- an extra
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415

    try:
        with pdfplumber.open(io.BytesIO(document.data)) as pdf:
            if len(pdf.pages) > limits.MAX_PAGES:
                raise limits.too_large(
                    document, f"超过 {limits.MAX_PAGES} 页", f"over {limits.MAX_PAGES} pages"
                )
            found = [_page(document, page) for page in pdf.pages]
    except PdfminerException as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, PDFPasswordIncorrect):
            raise document.locked() from error
        raise document.broken(repr(cause), repr(cause)) from error
    _refuse_scan(document, found)
    return [page["found"] for page in found]


def _page(document: Document, page: "PdfPage") -> dict[str, Any]:
    """One page: what counts in telling a scan, and its data."""
    objects = sum(map(len, page.objects.values()))
    if objects > limits.MAX_PAGE_OBJECTS:
        raise limits.too_large(
            document,
            f"第 {page.page_number} 页有 {objects:,} 个对象",
            f"page {page.page_number} has {objects:,} objects",
        )
    chars = [char for char in page.chars if char["upright"]]
    cells = [[(cell, _inside(chars, cell.box)) for cell in table] for table in ruled_tables(page)]
    inside = {id(char) for table in cells for _, found in table for char in found}
    outside = [char for char in chars if id(char) not in inside]
    for cell, own in (each for table in cells for each in table if each[0].cut_below):
        own.extend(_overflowing(outside, cell.box, own))
    unreadable = sum(char["text"].startswith(_UNREADABLE) for char in chars)
    found = {
        "tables": [
            [[*cell.box, _lines(found), cell.cut_above, cell.cut_below] for cell, found in table]
            for table in cells
        ],
        "lines": _lines(outside),
    }
    counted = {"chars": len(chars), "unreadable": unreadable, "pictures": len(page.images)}
    page.close()
    return {"found": found, **counted}


def _refuse_scan(document: Document, pages: Sequence[dict[str, Any]]) -> None:
    """Refuse a document of pictures, and one whose fonts do not tell which characters they draw."""
    chars = sum(page["chars"] for page in pages)
    if chars < _SCANNED * len(pages) and any(page["pictures"] for page in pages):
        raise document.error(
            "这是扫描件（整页是图片，没有文字），不能读取；请取电子原件，或先做文字识别（OCR）。",
            "this is a scan (pictures of pages, no text), which cannot be read; take the original, "
            "or recognise its text (OCR) first.",
        )
    if sum(page["unreadable"] for page in pages) > _MOST_UNREADABLE * max(chars, 1):
        raise document.error(
            "PDF 的字体没有说明画的是哪个字，文字取不出来；请取 Word 或 Excel 原件。",
            "the fonts of this PDF do not tell which characters they draw, so no text can be "
            "taken from it; take the original in Word or Excel.",
        )


def _inside(chars: Iterable[Any], box: Sequence[float]) -> list[Any]:
    """The characters whose middle is in the box."""
    left, top, right, bottom = box
    return [
        char
        for char in chars
        if left <= (char["x0"] + char["x1"]) / 2 < right
        and top <= (char["top"] + char["bottom"]) / 2 < bottom
    ]


def _overflowing(chars: list[Any], box: Sequence[float], inside: Sequence[Any]) -> Iterator[Any]:
    """The characters that go on below a cell, for which it had no room; they leave `chars`.

    Browsers print such text into the margin of the page, where its number stands, too.
    """
    left, _, right, bottom = box
    last = max((char["top"] for char in inside), default=bottom)
    for char in sorted(chars, key=lambda char: char["top"]):
        is_next = 0 <= char["top"] - last <= _NEXT_LINE * char["size"]
        is_within = left <= (char["x0"] + char["x1"]) / 2 < right
        if is_next and is_within and not _OF_PAGE_NUMBER.fullmatch(char["text"]):
            last = char["top"]
            chars.remove(char)
            yield char


def _lines(chars: Iterable[Any]) -> list[Line]:
    """The lines of text that the characters make, from top to bottom."""
    rows: list[list[Any]] = []
    for char in sorted(chars, key=lambda char: (char["top"] + char["bottom"], char["x0"])):
        middle = (char["top"] + char["bottom"]) / 2
        last = rows[-1][-1] if rows else None
        if last and middle - (last["top"] + last["bottom"]) / 2 < _SAME_LINE * char["size"]:
            rows[-1].append(char)
        else:
            rows.append([char])
    lines = [_line(sorted(row, key=lambda char: char["x0"])) for row in rows]
    return [line for line in lines if line.text]


def _line(chars: Sequence[Any]) -> Line:
    text = ""
    before = None
    for char in chars:
        sign = char["text"]
        if _RADICALS[0] <= sign <= _RADICALS[1]:
            sign = unicodedata.normalize("NFKC", sign).translate(_LOOK_ALIKES)
        gap = char["x0"] - before["x1"] if before else 0
        if (
            gap > _GAP * char["size"]
            and (text[-1:] + sign[:1]).isascii()
            and not text.endswith(" ")
        ):
            text += " "
        text += sign
        before = char
    shown = [char for char in chars if char["text"].strip()] or chars
    left, right = shown[0]["x0"], shown[-1]["x1"]
    return Line(clean(text).strip(), left, right, shown[0]["top"], shown[0]["size"])
