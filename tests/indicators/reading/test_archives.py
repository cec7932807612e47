"""Archives are measured before they are unpacked; odd ones are refused with what to do."""

import io
import struct
import zipfile

import pytest

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.archives import open_archive
from indicators.reading.document import document_of


def _zip(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def _refused(data: bytes, *, part: str | None = None) -> str:
    with pytest.raises(DocumentError) as caught:
        open_archive(document_of(data, path="a.docx")).read(part or "a")
    (problem,) = caught.value.problems
    assert problem.where == "a.docx"
    return problem.words.zh


def test_parts_are_read() -> None:
    archive = open_archive(document_of(_zip({"a": b"1", "b/c": b"2"})))
    assert archive.names == {"a", "b/c"}
    assert archive.read("b/c") == b"2"


def test_a_part_that_is_not_there() -> None:
    assert "没有 word/document.xml" in _refused(_zip({"a": b""}), part="word/document.xml")


def test_a_damaged_archive() -> None:
    whole = _zip({"a": b"1" * 1000})
    assert "已损坏" in _refused(whole[:50])
    at = whole.index(b"a") + 5
    assert "已损坏" in _refused(whole[:at] + b"\xff\xff" + whole[at + 2 :])


@pytest.mark.parametrize("name", ["../a", "b/../../a", "/a/b", "\\a", "C:\\a", "b\\..\\a"])
def test_names_that_lead_out(name: str) -> None:
    assert "不正常的文件名" in _refused(_zip({"a": b"", name: b""}))


def test_a_name_that_stands_twice() -> None:
    data = _zip({"a": b"1", "b": b"2"})
    assert "重名" in _refused(data.replace(b"b", b"a"))


def test_a_bomb_by_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RATIO_FROM", 10_000)
    assert "像压缩炸弹" in _refused(_zip({"a": bytes(1_000_000)}))


def test_a_bomb_by_its_total(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_UNPACKED", 1000)
    assert "1,200 字节" in _refused(_zip(dict.fromkeys("abc", b"1" * 400)))


def test_a_bomb_that_lies_about_its_size() -> None:
    """The part says that it unpacks to 10 bytes; unpacking stops there, and finds it broken."""
    data = _zip({"a": bytes(1_000_000)})
    assert "已损坏" in _refused(data.replace(struct.pack("<I", 1_000_000), struct.pack("<I", 10)))


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PARTS", 2)
    assert "3 个部件" in _refused(_zip(dict.fromkeys("abc", b"")))


def test_a_part_behind_a_password() -> None:
    data = bytearray(_zip({"a": b"1"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "密码" in _refused(bytes(data))
