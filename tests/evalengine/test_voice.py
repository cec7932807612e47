"""Results go to one stream, words to the other; programs get their words as JSON."""

import io
import json
import os
import sys

import pytest

from evalengine import voice as voices
from evalengine.progress import ProgressLine
from evalengine.voice import Voice, as_json, print_json, print_json_line, print_lines
from indicators.errors import DocumentError, Problem, Words

Captured = pytest.CaptureFixture[str]
DOUBT = Words("有疑点", "a doubt")


def test_errors_are_one_line_a_cause(capsys: Captured) -> None:
    causes = [Problem("表.txt:3", Words("缺字", "cut")), Problem("", Words("没有表", "no form"))]
    Voice().fail(DocumentError(causes))
    assert capsys.readouterr() == ("", "错误：表.txt:3: 缺字\n错误：没有表\n")


def test_english(capsys: Captured) -> None:
    Voice(language="en").warn(DOUBT, where="a.txt")
    assert capsys.readouterr().err == "warning: a.txt: a doubt\n"


def test_quiet_silences_notes_and_nothing_else(capsys: Captured) -> None:
    quiet = Voice(quiet=True)
    quiet.note("已写出", "wrote")
    quiet.warn(DOUBT)
    assert capsys.readouterr().err == "注意：有疑点\n"


def test_a_program_gets_one_document(capsys: Captured) -> None:
    machine = Voice(machine=True)
    machine.note("已写出", "wrote")
    machine.fail(DocumentError.at("表.txt", "缺字", "cut"))
    assert capsys.readouterr().err == ""
    machine.close()
    assert json.loads(capsys.readouterr().err) == {
        "schema": "evalengine/messages/1",
        "messages": [
            {"severity": "info", "where": "", "message": "已写出"},
            {"severity": "error", "where": "表.txt", "message": "缺字"},
        ],
    }
    machine.close()
    assert capsys.readouterr().err == ""


def test_a_document_cannot_steer_the_terminal(capsys: Captured) -> None:
    Voice().warn(Words("写的是“\x1b[2J\n清屏”", ""), where="表\x07.txt")
    assert capsys.readouterr().err == "注意：表 .txt: 写的是“ [2J 清屏”\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour_only_on_a_terminal_that_wants_it(
    no_color: str, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    Voice().warn(DOUBT)
    assert ("\x1b[" in terminal.getvalue()) is coloured


def test_json_escapes_what_an_encoding_lacks() -> None:
    assert as_json({"名": 1}, "utf-8", indent=None) == '{"名": 1}'
    assert as_json({"名": 1}, "ANSI_X3.4-1968", indent=None) == '{"\\u540d": 1}'
    assert as_json({"名": 1}, "gbk", indent=None) == '{"\\u540d": 1}'


def test_results(capsys: Captured) -> None:
    print_json({"a": 1})
    print_json_line({"a": 1})
    print_lines(["一", "二"])
    assert capsys.readouterr() == ('{\n "a": 1\n}\n{"a": 1}\n一\n二\n', "")


def test_streams_write_what_the_terminal_lacks_as_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    narrow = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr("sys.stdout", narrow)
    voices.open_streams()
    print_lines(["≥ 保"])
    narrow.flush()
    assert raw.getvalue() == b"\\u2265 \\u4fdd\n"


def followed(voice: Voice, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a terminal shows of work of two seconds an item, and of a word after the second."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    clock = iter(range(0, 100, 2))
    voice._line = ProgressLine(clock=lambda: next(clock))
    for item in voice.progress("ab", Words("读取", "reading")):
        if item == "b":
            voice.warn(DOUBT)
    return terminal.getvalue()


def test_progress_is_shown_to_a_person_and_makes_room_for_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wipe = "\r\x1b[K"
    shown = followed(Voice(), monkeypatch)
    assert shown.startswith(f"{wipe}读取 0/2")
    assert f"读取 1/2，每秒 0.2，约需 0:04{wipe}\x1b[33m注意\x1b[0m：有疑点\n" in shown


@pytest.mark.parametrize("voice", [Voice(quiet=True), Voice(machine=True)])
def test_progress_is_silent_where_nobody_wants_it(
    voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "读取" not in followed(voice, monkeypatch)


def test_progress_is_silent_in_a_pipe(capsys: Captured) -> None:
    assert list(Voice().progress("ab", Words("读取", "reading"))) == ["a", "b"]
    assert capsys.readouterr().err == ""


def test_a_stream_that_was_closed_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    voices.open_streams()
    print_lines(["一"])
    assert sys.stdout.name == os.devnull
    sys.stdout.close()
