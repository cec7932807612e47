"""Bytes and encodings: what is text is read, what is not is named."""

import io
from hashlib import sha256
from pathlib import Path

import pytest

from indicators.errors import DocumentError
from indicators.places import Place
from indicators.reading import document
from indicators.reading.document import document_of, open_document

TEXT = "表十二：\n\t项目名称\n\t保安服务费 100%\n\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_encodings(encoding: str) -> None:
    assert document_of(TEXT.encode(encoding)).text == TEXT


def test_a_workbook_that_is_none_is_broken_and_not_to_be_saved_as_text() -> None:
    with pytest.raises(DocumentError) as caught:
        _ = document_of(bytes(range(256)) * 9, path="申报表.xlsx").text
    (problem,) = caught.value.problems
    assert "文件已损坏，无法读取（内容不是 .xlsx）" in problem.words.zh


@pytest.mark.parametrize(
    ("encoding", "cut"), [("utf-8", 1), ("utf-8", 2), ("gb18030", 1), ("utf-16", 1)]
)
def test_a_character_cut_at_the_end_is_dropped(encoding: str, cut: int) -> None:
    text = "表" * 50 + "\n"
    opened = document_of((text + "尾").encode(encoding)[:-cut])
    assert opened.text == text
    assert opened.is_cut
    assert not document_of(text.encode(encoding)).is_cut


def test_line_ends_become_newlines() -> None:
    assert document_of("甲\r\n乙\r丙\x0b丁\x0c戊\n".encode()).text == "甲\n乙\n丙\n丁\n戊\n"


def test_control_characters_and_turned_writing_are_left_out() -> None:
    text = "甲" * 300 + "\x1b[31m\u202e乙\x7f\n"
    assert document_of(text.encode()).text == "甲" * 300 + "[31m乙\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\x01\x02\x03" * 20,
        b"abc\x00def\x00\n",
        b"\xff\xff\xff\xff\n",
        "甲".encode() * 9 + b"\xff\n",
    ],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(DocumentError, match="UTF-8") as caught:
        _ = document_of(data, path="照片.txt").text
    assert caught.value.problems[0].where == "照片.txt"


def test_the_line_of_the_first_odd_byte_is_named() -> None:
    data = "第一行\n第二行\n".encode() + b"\xff\n"
    with pytest.raises(DocumentError, match="第 3 行起无法识别"):
        _ = document_of(data).text


def test_what_is_broken_or_locked_is_said_in_one_line() -> None:
    document = document_of(b"x", path="目录/a.docx")
    reason = "三行\n理由 " * 100
    (problem,) = document.broken(reason, reason).problems
    assert problem.words.zh.startswith("文件已损坏，无法读取（三行 理由")
    assert len(problem.words.zh) < 200
    (problem,) = document.locked().problems
    assert problem.where == "目录/a.docx"
    assert "密码" in problem.words.zh


def test_a_place_with_the_path_as_given() -> None:
    place = Place.counted("a.docx", table=2, row=5)
    assert document_of(b"x", path="目录/a.docx").place_of(place) == "目录/a.docx 第2个表第5行"


def test_hash_and_name(tmp_path: Path) -> None:
    path = tmp_path / "申报表.txt"
    path.write_bytes(TEXT.encode())
    opened = open_document(path)
    assert (opened.name, opened.sha256) == ("申报表.txt", sha256(TEXT.encode()).hexdigest())
    assert document_of(b"x").name == "-"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gbk"))))
    opened = open_document(Path("-"))
    assert (opened.name, opened.text) == ("-", TEXT)


def test_missing_folder_empty(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "无.txt", "没有这个文件"), (tmp_path, "这是文件夹")):
        with pytest.raises(DocumentError, match=words) as caught:
            open_document(path)
        assert caught.value.problems[0].where == str(path)
    empty = tmp_path / "空.txt"
    empty.touch()
    with pytest.raises(DocumentError, match="文件是空的"):
        open_document(empty)


def test_a_path_that_no_system_takes() -> None:
    with pytest.raises(DocumentError, match="无法读取"):
        open_document(Path("甲\x00乙"))
    with pytest.raises(DocumentError, match="无法读取"):
        open_document(Path("长" * 5000))


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_BYTES", 10)
    path = tmp_path / "大.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(DocumentError, match="超过上限 10 字节"):
        open_document(path)
    path.write_bytes(b"x" * 10)
    assert open_document(path).text == "x" * 10


def test_errors_of_a_line() -> None:
    error = document_of(b"x", path="a.txt").error("中", "en", line=7)
    assert [problem.said("en") for problem in error.problems] == ["a.txt:7: en"]
