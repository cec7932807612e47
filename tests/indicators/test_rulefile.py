"""Rule files: scalars stay text, doubled keys are refused, mistakes are named where they stand."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from indicators import rulefile
from indicators.errors import RuleFileError
from indicators.rulefile import Rule


class Inner(Rule):
    """A part of the schema of these tests."""

    share: Decimal
    until: dt.date | None = None


class Sample(Rule):
    """The schema of these tests."""

    name: str
    on: bool = False
    parts: dict[str, Inner] = {}
    words: list[str] = []


def _problems(text: str) -> list[str]:
    with pytest.raises(RuleFileError) as caught:
        rulefile.loads(text, Sample, name="a.yaml")
    return [problem.said("zh") for problem in caught.value.problems]


def test_nothing_is_guessed() -> None:
    """Plain YAML makes False, 80, 8 and a float of these."""
    data, _ = rulefile.parse("[no, 1:20, 010, 0.1, 2020-02-25, ~]", name="a.yaml")
    assert data == ["no", "1:20", "010", "0.1", "2020-02-25", None]


def test_numbers_are_exact() -> None:
    read = rulefile.loads(
        "{name: no, on: yes, parts: {甲: {share: 0.1, until: 2020-02-25}}}", Sample, name="a.yaml"
    )
    assert read.name == "no"
    assert read.on
    assert read.parts["甲"] == Inner(share=Decimal("0.1"), until=dt.date(2020, 2, 25))


def test_every_mistake_has_its_line() -> None:
    text = "name: 甲\nparts:\n  乙: {share: 三成}\n  丙: {until: 2020-13-01}\nwort: x\n"
    assert [problem.split("：")[0] for problem in _problems(text)] == [
        "a.yaml:3: parts.乙.share",
        "a.yaml:4: parts.丙.share",
        "a.yaml:4: parts.丙.until",
        "a.yaml:5: wort",
    ]


def test_an_unknown_key_names_the_allowed_ones() -> None:
    assert _problems("name: 甲\nworts: []\n") == [
        "a.yaml:2: worts：没有这个键。可用的键：name、on、parts、words（是不是“words”？）。"
    ]
    assert _problems("name: 甲\nparts:\n  乙: {share: 1, til: 2}\n") == [
        "a.yaml:3: parts.乙.til：没有这个键。可用的键：share、until（是不是“until”？）。"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: 甲\nname: 乙\n", "a.yaml:2: 键“name”重复出现"),
        ("name: 甲: 乙\n", "a.yaml:1: 不是合法的 YAML"),
        ("name: &a 甲\nwords: [*a]\n", "a.yaml:1: 嵌套过深，或使用了 YAML 锚点"),
        ("name: " + "[" * 40 + "]" * 40, "a.yaml:1: 嵌套过深"),
        ("name: " + "[" * 90_000, "a.yaml"),
        ("", "a.yaml:1: name：缺少这个键"),
        ("- 甲\n", "a.yaml:1: "),
    ],
)
def test_refused(text: str, said: str) -> None:
    assert _problems(text)[0].startswith(said)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: 甲\nparts: {乙：}\n", 2),
        ("name: 甲\nparts: {乙: {share：3}}\n", 2),
        ("name: 甲\nparts:\n  乙：3\n", 2),
        ("name: 甲\nparts:\n  乙: {share: 1}\nwords：\n  - x\n", 4),
        ("name：甲\non: yes\n", 1),
    ],
)
def test_a_colon_of_chinese_keyboards(text: str, line: int) -> None:
    told = _problems(text)
    assert any("冒号“：”是全角的" in words for words in told), told
    assert any(words.startswith(f"a.yaml:{line}") for words in told), told


def test_no_message_is_half_english() -> None:
    text = "name: 甲\nparts:\n  乙: {share: NaN}\n  丙: {share: [1]}\n  丁: {share: , until: x}\n"
    told = _problems(text)
    assert [words.split("：", 1)[1] for words in told] == [
        "应为有限的数字（写的是“NaN”）。",
        "应为数字。",
        "应为数字。",
        "应为日期，如 2020-02-25（写的是“x”）。",
    ]
    assert _problems("name: 甲\n\ton: yes\n") == [
        "a.yaml:2: 不是合法的 YAML：缩进请用空格，不用制表符（Tab）。"
    ]


def test_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + "name: 甲\n".encode())
    assert rulefile.load(path, Sample).name == "甲"
    path.write_bytes("name: 甲\n".encode("gbk"))
    with pytest.raises(RuleFileError, match="不是 UTF-8"):
        rulefile.load(path, Sample)
    with pytest.raises(RuleFileError, match="无法读取"):
        rulefile.load(tmp_path / "无.yaml", Sample)
    monkeypatch.setattr(rulefile, "MAX_BYTES", 5)
    with pytest.raises(RuleFileError, match="超过 5 字节"):
        rulefile.load(path, Sample)
