"""The line that says how far long work is: late, in one place, and gone at the end."""

from collections.abc import Iterator

import pytest

from evalengine.progress import ProgressLine
from indicators.errors import Words

READING = Words("读取", "reading")
WIPE = "\r\x1b[K"
Captured = pytest.CaptureFixture[str]


def ticking(*seconds: float) -> ProgressLine:
    """A line whose clock shows these seconds, one a look."""
    clock: Iterator[float] = iter(seconds)
    return ProgressLine(clock=lambda: next(clock))


def test_short_work_says_nothing(capsys: Captured) -> None:
    assert list(ticking(0, 0.2, 0.9).follow("ab", READING)) == ["a", "b"]
    assert capsys.readouterr().err == ""


def test_long_work_says_how_far_it_is_and_how_long_it_takes(capsys: Captured) -> None:
    # Looked at 0, 2 and 4 seconds: one of three is done at 2, two at 4; each takes 2 seconds.
    assert list(ticking(0, 0, 2, 4).follow("abc", READING)) == ["a", "b", "c"]
    assert capsys.readouterr().err == (
        f"{WIPE}读取 1/3，每秒 0.5，约需 0:04{WIPE}读取 2/3，每秒 0.5，约需 0:02{WIPE}"
    )


def test_lines_do_not_follow_one_another_too_fast(capsys: Captured) -> None:
    list(ticking(0, 0, 2, 2.01, 2.02).follow("abcd", READING))
    assert capsys.readouterr().err.count("读取") == 1


def test_in_english_and_by_the_minute(capsys: Captured) -> None:
    line = ticking(0, 0, *[10.0] * 99)
    line.language = "en"
    list(line.follow(range(100), READING))
    assert f"{WIPE}reading 1/100, 0.1/s, 16:30 left" in capsys.readouterr().err


def test_many_short_loops_are_long_work_together(capsys: Captured) -> None:
    line = ticking(0, 0, 0.8, 0.9, 0.9, 1.2)
    list(line.follow("ab", READING))
    assert capsys.readouterr().err == ""
    list(line.follow("ab", READING))
    assert capsys.readouterr().err == f"{WIPE}读取 1/2，每秒 3.3，约需 0:00{WIPE}"


def test_nothing_done_has_no_pace(capsys: Captured) -> None:
    list(ticking(0, 5).follow("a", READING))
    assert capsys.readouterr().err == f"{WIPE}读取 0/1{WIPE}"


def test_the_line_goes_when_the_loop_is_left(capsys: Captured) -> None:
    line = ticking(0, 0, 2)
    loop = line.follow("abc", READING)
    assert [next(loop), next(loop)] == ["a", "b"]
    capsys.readouterr()
    loop.close()
    assert capsys.readouterr().err == WIPE
    line.wipe()
    assert capsys.readouterr().err == ""
