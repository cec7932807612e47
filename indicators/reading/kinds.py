"""Tells from the first bytes, never from the name, what a file is that is no text."""

import re

from indicators.errors import Words

_TO_TEXT = Words(
    "本版读取 Apache Tika 导出的文字稿：java -jar tika-app.jar --text 原文件 > 文字稿.txt",
    "this version reads text dumps of Apache Tika: "
    "java -jar tika-app.jar --text ORIGINAL > dump.txt",
)
_NO_TEXT_INSIDE = Words(
    "里面没有可以读出的文字；请取申报表的原文件，导出成文字稿后再读",
    "there is no text inside; take the original form and export it as a text dump",
)

_OLD_OFFICE = Words("旧版 Office 文件（.doc、.xls、.wps）", "an old Office file (.doc, .xls, .wps)")
_RECORDING = Words("图片或音像文件", "a picture or recording")
_WEB = Words("网页或 XML 文件", "a web page or an XML file")

_SIGNATURES: tuple[tuple[bytes, Words, Words], ...] = (
    (b"%PDF", Words("PDF 文件", "a PDF file"), _TO_TEXT),
    (b"{\\rtf", Words("RTF 文档", "an RTF document"), _TO_TEXT),
    (b"\xd0\xcf\x11\xe0", _OLD_OFFICE, _TO_TEXT),
    (b"\x1f\x8b", Words("压缩文件（gzip）", "a gzip archive"), _TO_TEXT),
    (b"7z\xbc\xaf", Words("压缩文件（7z）", "a 7z archive"), _TO_TEXT),
    (b"Rar!", Words("压缩文件（rar）", "a rar archive"), _TO_TEXT),
    (b"\xff\xd8\xff", Words("图片（JPEG）", "a picture (JPEG)"), _NO_TEXT_INSIDE),
    (b"\x89PNG", Words("图片（PNG）", "a picture (PNG)"), _NO_TEXT_INSIDE),
    (b"GIF8", Words("图片（GIF）", "a picture (GIF)"), _NO_TEXT_INSIDE),
    (b"II*\x00", Words("图片（TIFF）", "a picture (TIFF)"), _NO_TEXT_INSIDE),
    (b"MM\x00*", Words("图片（TIFF）", "a picture (TIFF)"), _NO_TEXT_INSIDE),
    (b"RIFF", _RECORDING, _NO_TEXT_INSIDE),
)
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_ZIP = b"PK\x03\x04"


def other_kind(data: bytes) -> tuple[Words, Words] | None:
    """What the file is, and what to do about it; None if it may be text."""
    if data.startswith(_ZIP):
        return _kind_of_zip(data), _TO_TEXT
    if _WEB_PAGE.match(data[:1024]):
        return _WEB, _TO_TEXT
    if data[4:8] == b"ftyp":
        return _RECORDING, _NO_TEXT_INSIDE
    for signature, kind, advice in _SIGNATURES:
        if data.startswith(signature):
            return kind, advice
    return None


def _kind_of_zip(data: bytes) -> Words:
    """The kind of a zip archive; the names of its parts stand uncompressed in the bytes."""
    if b"word/document" in data:
        return Words("Word 文档（.docx）", "a Word document (.docx)")
    if b"xl/workbook" in data:
        return Words("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)")
    return Words("压缩文件（zip）", "a zip archive")
