"""A list of texts, one a line, plain or as JSON; a bad line is named by its number."""

import io
import os
from decimal import Decimal
from pathlib import Path

import pytest

from evalengine.lines import Line, raw_lines, read_line
from indicators.errors import DocumentError, EvalengineError
from indicators.model import Budget
from tests.evalengine.factories import write


def test_a_plain_line_is_its_text() -> None:
    assert read_line("聘用保安人员100人", "表:1") == Line("聘用保安人员100人")


def test_a_json_line_knows_its_neighbours() -> None:
    raw = (
        '{"text": "≥90", "name": "满意度", "nature": null, "unit": "%", '
        '"category": "output.quality", "year": 2019, "budget": 756.00}'
    )
    line = read_line(raw, "表:1")
    assert line.text == "≥90"
    assert line.known == {
        "name": "满意度",
        "nature": None,
        "unit": "%",
        "category": "output.quality",
        "year": 2019,
        "budget": Budget(Decimal("756.00"), "万元"),
    }


def test_a_budget_may_name_its_unit() -> None:
    line = read_line('{"text": "a", "budget": "7560000元", "year": "2020"}', "表:1")
    assert line.known["budget"] == Budget(Decimal(7560000), "元")
    assert line.known["year"] == 2020


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ('{"text": "a"', "不是合法的 JSON"),
        ("{" * 100_000, "不是合法的 JSON"),
        ('{"text": "a", "txt": 1}', "没有键“txt”。可用的键：text、name、nature、unit、"),
        ('{"name": "a"}', "text 不能是“None”，应为一段文字"),
        ('{"text": 5}', "text 不能是“5”"),
        ('{"text": "a", "unit": ["%"]}', "unit 不能是"),
        ('{"text": "a", "year": 19}', "year 不能是“19”，应为四位年份"),
        ('{"text": "a", "year": true}', "year 不能是“True”"),
        ('{"text": "a", "year": "二〇一九"}', "year 不能是"),
        ('{"text": "a", "budget": {"amount": 1}}', "budget 不能是"),
        ('{"text": "a", "budget": "很多"}', "表:7 budget"),
    ],
)
def test_a_bad_line_is_named(raw: str, told: str) -> None:
    with pytest.raises(EvalengineError, match="表:7") as caught:
        read_line(raw, "表:7")
    assert told in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "保安100人\r\n\n满意度≥90%".encode(encoding))
    assert list(raw_lines(path)) == ["保安100人", "", "满意度≥90%"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("一\n二\n".encode())))
    assert list(raw_lines(Path("-"))) == ["一", "二"]


def test_lines_are_read_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first line is answered before the second is written: a program may wait for it."""
    reading, writing = os.pipe()
    with (
        os.fdopen(reading, encoding="utf-8") as stdin,
        os.fdopen(writing, "wb", buffering=0) as pipe,
    ):
        monkeypatch.setattr("sys.stdin", stdin)
        lines = raw_lines(Path("-"))
        pipe.write("一\n".encode())
        assert next(lines) == "一"
        pipe.write("二\n".encode())
        assert next(lines) == "二"


def test_an_empty_file_has_no_lines(tmp_path: Path) -> None:
    assert list(raw_lines(write(tmp_path, "a.txt", ""))) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "a.txt:3.*含有二进制内容，不是文本"),
        (b"one\n\xff\xff\xff\n", "a.txt:2.*不是 UTF-8 或 GBK 文本"),
        (b"x" * 1_000_001, "a.txt:1.*一行超过"),
        ("\ufeff一".encode("utf-16-le") + b"\x00", "UTF-16 文本不完整"),
    ],
)
def test_what_is_no_list_of_texts(content: bytes, told: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=told):
        list(raw_lines(write(tmp_path, "a.txt", content)))


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="无法读取（没有这个文件或文件夹"):
        list(raw_lines(tmp_path / "没有.txt"))
    with pytest.raises(DocumentError, match="无法读取（这是一个文件夹"):
        list(raw_lines(tmp_path))
