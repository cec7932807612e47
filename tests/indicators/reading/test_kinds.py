"""What kind of file a document is tells its bytes, whatever its name says."""

import io
import zipfile

import pytest

from indicators.errors import DocumentError
from indicators.reading.document import document_of
from indicators.reading.kinds import FileKind, kind_of

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def _zip(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", *names):
            archive.writestr(name, "x")
    return file.getvalue()


def _ole(stream: str) -> bytes:
    return OLE + bytes(500) + stream.encode("utf-16-le") + bytes(2)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_zip("word/document.xml"), FileKind.DOCX),
        (_zip("xl/workbook.xml"), FileKind.XLSX),
        (_ole("WordDocument"), FileKind.DOC),
        (_ole("Workbook"), FileKind.XLS),
        (_ole("Book"), FileKind.XLS),
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"\r\n%PDF-1.4\n", FileKind.PDF),
        (b"<!DOCTYPE html><html>", FileKind.HTML),
        (b"\xef\xbb\xbf\n <HTML>", FileKind.HTML),
        (b"<?xml version='1.0'?>\n<html>", FileKind.HTML),
        (b"<!-- made by hand --><table >", FileKind.HTML),
        ("<html>".encode("utf-16"), FileKind.HTML),
        ("申报表\n".encode(), FileKind.TEXT),
        (b"\t<b>", FileKind.TEXT),
        (b"a,b,c\n", FileKind.TEXT),
        (b"PK", FileKind.TEXT),
        (b"RAR", FileKind.TEXT),
    ],
)
def test_kinds_that_are_read(data: bytes, kind: FileKind) -> None:
    assert kind_of(document_of(data)) is kind


@pytest.mark.parametrize(
    ("data", "name", "advice"),
    [
        (_zip("甲.txt"), "压缩文件（zip）", "解开"),
        (_zip("xl/workbook.bin"), "二进制工作簿（.xlsb）", "另存为"),
        (_zip("OFD.xml"), "版式文件（OFD）", "另存为"),
        (_zip("ppt/presentation.xml"), "演示文稿（.pptx）", "另存为"),
        (_ole("PowerPoint Document"), "旧版 Office 文件", "另存为"),
        (b"{\\rtf1\\ansi", "RTF 文档", "另存为"),
        (b"MIME-Version: 1.0\n", "网页归档（.mht）", "另存为"),
        (b"<?xml version='1.0'?><Workbook>", "XML 文件", "另存为"),
        (b"\x1f\x8b\x08", "压缩文件（gzip）", "解开"),
        (b"\x89PNG\r\n", "图片（PNG）", "原文件"),
        (b"\xff\xd8\xff\xe1", "图片（JPEG）", "原文件"),
        (b"GIF89a", "图片（GIF）", "原文件"),
        (b"II*\x00", "图片（TIFF）", "原文件"),
        (b"\x00\x00\x00\x18ftypheic", "图片或音像文件", "原文件"),
    ],
)
def test_kinds_that_are_refused(data: bytes, name: str, advice: str) -> None:
    with pytest.raises(DocumentError) as caught:
        kind_of(document_of(data, path="表.docx"))
    (problem,) = caught.value.problems
    assert f"这是{name}" in problem.words.zh
    assert advice in problem.words.zh
    assert "whatever its name says" in problem.words.en


def test_an_office_file_behind_a_password() -> None:
    with pytest.raises(DocumentError, match="设有打开密码"):
        kind_of(document_of(_ole("EncryptedPackage")))
