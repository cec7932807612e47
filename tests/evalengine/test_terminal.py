"""Tables line up with Chinese text, fit the terminal, and let no document steer it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalengine.terminal import Column, clip, pad, plain, room, table, width, wrap

TEXT = st.text(st.sampled_from("保安服务费（，。）abc 12.5%<≥"), max_size=60)


def test_wide_characters_take_two_columns() -> None:
    assert width("abc") == 3
    assert width("保安") == 4
    assert width("＜48小时") == 8
    assert width("e\N{COMBINING ACUTE ACCENT}") == 1
    assert width("a\N{ZERO WIDTH SPACE}b") == 2


def test_padding_counts_columns() -> None:
    assert pad("保安", 6) == "保安  "
    assert pad("9.95", 6, right=True) == "  9.95"
    assert pad("保安服务", 6) == "保安服务"


def test_clipping_marks_what_is_left_out() -> None:
    assert clip("保安服务费", 10) == "保安服务费"
    assert clip("保安服务费", 9) == "保安服务…"
    assert clip("保安服务费", 8) == "保安服…"


def test_control_characters_become_blanks() -> None:
    assert plain("保\x1b[31m安\r\n\t服\x07务") == "保 [31m安 服 务"
    assert plain("a\N{RIGHT-TO-LEFT OVERRIDE}b") == "a b"


def test_chinese_breaks_anywhere_but_before_a_closing_mark() -> None:
    assert wrap("保安服务费，很好", 6) == ["保安服", "务费，", "很好"]
    assert wrap("保安服务，费", 8) == ["保安服务，", "费"]


def test_an_opening_mark_stays_with_what_it_opens() -> None:
    assert wrap("保安（服务）", 6) == ["保安", "（服务）"]
    assert wrap("保安（服务）", 8) == ["保安（服", "务）"]


def test_words_and_numbers_stay_whole() -> None:
    assert wrap("得分为 77.26% 左右", 10) == ["得分为", "77.26% 左", "右"]
    assert wrap("预算 1,756.50 万元", 10) == ["预算", "1,756.50", "万元"]
    assert wrap("full points for 12.50 in all", 10) == ["full", "points for", "12.50 in", "all"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrap("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_nothing_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]
    assert wrap("   ", 10) == [""]


@given(TEXT, st.integers(2, 40))
def test_wrapping_loses_nothing_but_blanks(text: str, space: int) -> None:
    lines = wrap(text, space)
    assert "".join("".join(lines).split()) == "".join(text.split())
    # A closing mark, and an opening one before a wide character, may stand one step outside.
    assert all(width(line.strip("（，。）%.")) <= space + 2 for line in lines)


def test_a_table_lines_up() -> None:
    columns = [Column("编号"), Column("内容", flexible=True), Column("得分", right=True)]
    assert table(columns, [["1.1", "保安", "11.75"], ["2.1", "x", "8.00"]], 80) == [
        "编号  内容   得分",
        "─────────────────",
        "1.1   保安  11.75",
        "2.1   x      8.00",
    ]


def test_a_wide_column_wraps_so_that_the_table_fits() -> None:
    columns = [Column("编号"), Column("内容", flexible=True), Column("得分", right=True)]
    lines = table(columns, [["1.1", "聘用保安人员一百人", "11.75"]], 25)
    assert lines[2:] == ["1.1   聘用保安人员  11.75", "      一百人"]
    assert max(width(line) for line in lines) <= 25


def test_narrow_flexible_columns_leave_their_room_to_wide_ones() -> None:
    columns = [Column("a", flexible=True), Column("b", flexible=True)]
    assert table(columns, [["xy", "保" * 10]], 24)[2:] == ["xy  " + "保" * 10]


def test_a_cell_with_line_ends_is_one_line() -> None:
    assert table([Column("a")], [["x\ny"]], 40)[2] == "x y"


@pytest.mark.parametrize(("columns", "expected"), [("120", 120), ("10", 40), ("wide", 100)])
def test_the_room_of_the_terminal(
    columns: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert room() == expected
