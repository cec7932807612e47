"""Files that are no text are known by their first bytes."""

import io
import zipfile

import pytest

from indicators.reading.kinds import other_kind


def _zip(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind", "has_text"),
    [
        (_zip("word/document.xml"), "Word 文档（.docx）", True),
        (_zip("xl/workbook.xml"), "Excel 工作簿（.xlsx）", True),
        (_zip("甲.txt"), "压缩文件（zip）", True),
        (b"%PDF-1.7\n", "PDF 文件", True),
        (b"{\\rtf1\\ansi", "RTF 文档", True),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "旧版 Office 文件（.doc、.xls、.wps）", True),
        (b"<!DOCTYPE html><html>", "网页或 XML 文件", True),
        (b"\xef\xbb\xbf\n <HTML>", "网页或 XML 文件", True),
        (b"<?xml version='1.0'?>", "网页或 XML 文件", True),
        (b"\x1f\x8b\x08", "压缩文件（gzip）", True),
        (b"\x89PNG\r\n", "图片（PNG）", False),
        (b"\xff\xd8\xff\xe1", "图片（JPEG）", False),
        (b"GIF89a", "图片（GIF）", False),
        (b"II*\x00", "图片（TIFF）", False),
        (b"\x00\x00\x00\x18ftypheic", "图片或音像文件", False),
    ],
)
def test_kind_and_advice(data: bytes, kind: str, *, has_text: bool) -> None:
    found = other_kind(data)
    assert found is not None
    assert found[0].zh == kind
    assert ("Tika" in found[1].zh) is has_text


@pytest.mark.parametrize("data", ["申报表\n".encode(), b"\t<b>", b"", b"PK", b"RAR", b"<p>"])
def test_what_may_be_text(data: bytes) -> None:
    assert other_kind(data) is None
