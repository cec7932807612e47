"""Help pages: both languages, every option and argument, examples, at most 100 columns."""

import pytest

from evalengine.cli import COMMANDS, run
from evalengine.terminal import width
from evalengine.usage import both, choose

Captured = pytest.CaptureFixture[str]


def test_a_text_in_both_languages() -> None:
    assert [choose(both("一", "one"), language) for language in ("zh", "en")] == ["一", "one"]
    assert choose(both("一", ""), "en") == "一"
    assert choose(None, "zh") == ""


def shown(capsys: Captured, *arguments: str) -> list[str]:
    assert run([*arguments, "--help"]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_first_page_lists_the_commands_in_the_order_of_the_work(capsys: Captured) -> None:
    lines = shown(capsys)
    start = lines.index("命令：") + 1
    names = [
        line.split()[0] for line in lines[start : lines.index("到处可用：")] if line[:3].strip()
    ]
    assert names == [*COMMANDS, "standards"]


def test_a_page_in_english(capsys: Captured) -> None:
    lines = shown(capsys, "--lang", "en", "score")
    assert lines[0] == "Usage: evalengine score [OPTIONS] [FILE]"
    assert "Arguments:" in lines
    assert "Everywhere:" in lines
    assert any(line.startswith("  --actuals FILE  ") for line in lines)


def test_arguments_that_are_needed_stand_without_brackets(capsys: Captured) -> None:
    assert shown(capsys, "explain")[0] == "用法：evalengine explain [选项] RECORD|FILE [ITEM]"


@pytest.mark.parametrize("columns", ["60", "200"])
@pytest.mark.parametrize("name", COMMANDS)
def test_pages_fit_the_terminal(
    name: str, columns: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = shown(capsys, name)
    examples = lines.index("例：")
    # Closing marks may stand outside, two at most.
    assert max(width(line) for line in lines[:examples]) <= min(int(columns), 100) + 4


def test_no_arguments_is_a_question_for_help(capsys: Captured) -> None:
    assert run([]) == 0
    assert capsys.readouterr().out.startswith("用法：evalengine [选项] 命令 …")
