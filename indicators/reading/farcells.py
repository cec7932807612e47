"""Leaves out the blank cells of a workbook where they reach so far that it could not be laid out.

A blank typed by mistake into the last row of a sheet, or a format given to whole columns, makes a
sheet of a million rows of a form of thirty. Only such workbooks are rewritten, in memory.
"""

import io
import re
import zipfile
from collections.abc import Collection
from dataclasses import replace

from indicators.reading.archives import Archive
from indicators.reading.document import Document

_TEXTS = "xl/sharedStrings.xml"
_CELL = re.compile(rb"<c(?=[\s/>])[^>]*?(?:/>|>.*?</c>)", re.DOTALL)
_BEGIN = re.compile(rb"<c[\s/>]")
_PLACED = re.compile(rb"<c\s[^>]*?\br=\"")
_TEXT = re.compile(rb"<t(?=[\s>])[^>]*>(.*?)</t>", re.DOTALL)
_VALUE = re.compile(rb"<v(?=[\s>])[^>]*>(.*?)</v>", re.DOTALL)
_SHARED = re.compile(rb"<si(?=[\s/>])[^>]*?(?:/>|>.*?</si>)", re.DOTALL)
_LARGEST = 20_000_000
"""Bytes of a sheet that is rewritten."""

_SPACES = (b"\xc2\xa0", b"\xe3\x80\x80", b"&#160;", b"&#10;", b"&#13;", b"_x000D_")
"""What is blank too, beside white space: other spaces, and line ends as they may be written."""


def without_blank_cells(archive: Archive, sheets: Collection[str]) -> Document:
    """The workbook without the cells of these sheets (their parts) that hold nothing but blanks.

    Raises:
        DocumentError: if a part is broken.
    """
    shared = _SHARED.findall(archive.read(_TEXTS)) if _TEXTS in archive.names else []
    blank = {str(at).encode() for at, text in enumerate(shared) if _is_blank(_TEXT.findall(text))}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in sorted(archive.names):
            data = archive.read(name)
            made.writestr(name, _slim(data, blank) if name in sheets else data)
    return replace(archive.document, data=file.getvalue())


def _slim(sheet: bytes, blank: Collection[bytes]) -> bytes:
    """The sheet without blank cells; all of it, if it is huge, or cells do not tell their place."""
    if len(sheet) > _LARGEST or len(_PLACED.findall(sheet)) != len(_BEGIN.findall(sheet)):
        return sheet
    return _CELL.sub(lambda cell: b"" if _holds_nothing(cell[0], blank) else cell[0], sheet)


def _holds_nothing(cell: bytes, blank: Collection[bytes]) -> bool:
    """Whether a cell has no formula, and no value or only blanks; `blank` are shared texts."""
    if b"<f" in cell:
        return False
    values = _VALUE.findall(cell)
    if b't="s"' in cell:
        return all(value.strip() in blank for value in values)
    return _is_blank([*values, *_TEXT.findall(cell)])


def _is_blank(texts: Collection[bytes]) -> bool:
    text = b"".join(texts)
    for space in _SPACES:
        text = text.replace(space, b"")
    return not text.strip()
