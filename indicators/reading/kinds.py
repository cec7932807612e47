"""Tells from the bytes, never from the name, what kind of file a document is."""

import re
from enum import StrEnum

from indicators.errors import Words
from indicators.reading.document import Document


class FileKind(StrEnum):
    """The kinds that can be read."""

    DOCX = "docx"
    DOC = "doc"
    XLSX = "xlsx"
    XLS = "xls"
    HTML = "html"
    PDF = "pdf"
    CSV = "csv"
    PARQUET = "parquet"
    TEXT = "text"


_SAVE_AS = Words(
    "请用办公软件打开，另存为 .docx、.xlsx 或 .pdf 再读",
    "open it in an office program and save it as .docx, .xlsx or .pdf",
)
_UNPACK = Words("请解开后再读里面的文件", "unpack it and read the files inside")
_NO_TEXT_INSIDE = Words(
    "里面没有可以读出的文字；请取原文件",
    "there is no text inside; take the original file",
)
_OFD = Words("版式文件（OFD）", "an OFD document")
_XLSB = Words("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)")
_RECORDING = Words("图片或音像文件", "a picture or recording")

_REFUSED: tuple[tuple[bytes, Words, Words], ...] = (
    (b"{\\rtf", Words("RTF 文档", "an RTF document"), _SAVE_AS),
    (b"MIME-Version:", Words("网页归档（.mht）", "a web archive (.mht)"), _SAVE_AS),
    (b"\x1f\x8b", Words("压缩文件（gzip）", "a gzip archive"), _UNPACK),
    (b"7z\xbc\xaf", Words("压缩文件（7z）", "a 7z archive"), _UNPACK),
    (b"Rar!", Words("压缩文件（rar）", "a rar archive"), _UNPACK),
    (b"\xff\xd8\xff", Words("图片（JPEG）", "a picture (JPEG)"), _NO_TEXT_INSIDE),
    (b"\x89PNG", Words("图片（PNG）", "a picture (PNG)"), _NO_TEXT_INSIDE),
    (b"GIF8", Words("图片（GIF）", "a picture (GIF)"), _NO_TEXT_INSIDE),
    (b"II*\x00", Words("图片（TIFF）", "a picture (TIFF)"), _NO_TEXT_INSIDE),
    (b"MM\x00*", Words("图片（TIFF）", "a picture (TIFF)"), _NO_TEXT_INSIDE),
    (b"RIFF", _RECORDING, _NO_TEXT_INSIDE),
)
_LOOKED_AT = 2048
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|style|table|div|center|font|p|h[1-6])[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<(?:\?xml|!doctype)", re.IGNORECASE)
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARQUET = b"PAR1"
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(document: Document) -> FileKind:
    """What kind of file the document is.

    Raises:
        DocumentError: if it is of a kind that cannot be read; says what to do.
    """
    data = document.data
    if data.startswith(_ZIP):
        return _kind_of_zip(document)
    if data.startswith(_OLE):
        return _kind_of_ole(document)
    if data.startswith(_PARQUET):
        return FileKind.PARQUET
    if _PDF in data[:_PDF_WITHIN]:
        return FileKind.PDF
    head = _without_zeros(data[:_LOOKED_AT])
    if _PAGE.match(head):
        return FileKind.HTML
    if _XML.match(head):
        raise _refused(document, Words("XML 文件", "an XML file"), _SAVE_AS)
    if data[4:8] == b"ftyp":
        raise _refused(document, _RECORDING, _NO_TEXT_INSIDE)
    for signature, kind, advice in _REFUSED:
        if data.startswith(signature):
            raise _refused(document, kind, advice)
    return FileKind.TEXT


def _without_zeros(head: bytes) -> bytes:
    """The beginning of a text, without its byte order mark; of UTF-16, the Latin letters."""
    for bom in _BOMS:
        if head.startswith(bom):
            return head[len(bom) :].replace(b"\x00", b"")
    return head.replace(b"\x00", b"")


def _kind_of_zip(document: Document) -> FileKind:
    """The kind of a zip archive; the names of its parts stand uncompressed in the bytes."""
    data = document.data
    if b"word/document" in data:
        return FileKind.DOCX
    if b"xl/workbook.bin" in data:
        raise _refused(document, _XLSB, _SAVE_AS)
    if b"xl/workbook" in data:
        return FileKind.XLSX
    if b"OFD.xml" in data:
        raise _refused(document, _OFD, _SAVE_AS)
    if b"opendocument" in data[:_LOOKED_AT]:
        raise _refused(document, Words("OpenDocument 文件", "an OpenDocument file"), _SAVE_AS)
    if b"ppt/presentation" in data:
        raise _refused(document, Words("演示文稿（.pptx）", "a presentation (.pptx)"), _SAVE_AS)
    raise _refused(document, Words("压缩文件（zip）", "a zip archive"), _UNPACK)


def _kind_of_ole(document: Document) -> FileKind:
    """The kind of an old Office file, by the names of its streams.

    Raises:
        DocumentError: also if it is a newer file behind a password.
    """
    data = document.data
    if _stream("EncryptedPackage") in data:
        raise document.locked()
    if _stream("WordDocument") in data:
        return FileKind.DOC
    if _stream("Workbook") in data or _stream("Book") in data:
        return FileKind.XLS
    old = Words("旧版 Office 文件（.ppt、.wps 等）", "an old Office file (.ppt, .wps or alike)")
    raise _refused(document, old, _SAVE_AS)


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\x00\x00"


def _refused(document: Document, kind: Words, advice: Words) -> Exception:
    return document.error(
        f"这是{kind.zh}，不能直接读取（改后缀名没有用）；{advice.zh}。",
        f"this is {kind.en}, which cannot be read (whatever its name says); {advice.en}.",
    )
