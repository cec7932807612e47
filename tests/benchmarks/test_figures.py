"""Ratios say how many times as fast or as small we are, whatever the unit."""

import pytest

from benchmarks.figures import Figure, compared, document, number, show


def figure(subject: str, unit: str, values: list[float], goal: float | None = None) -> Figure:
    return Figure("part", "measure", subject, unit, values, goal)


def test_more_rows_a_second_is_better() -> None:
    """Medians: ours 30 (not the mean 37), theirs 20: half as fast again."""
    ours, theirs = figure("ours", "rows/s", [30, 10, 71]), figure("theirs", "rows/s", [20])
    assert [row.ratio for row in compared([ours, theirs])] == [None, 1.5]


def test_fewer_seconds_are_better_and_a_goal_may_be_missed() -> None:
    """Ours 2 s, theirs 4 s: 2 times as fast, where 3 times was the goal."""
    rows = [figure("ours", "s", [2]), figure("a", "s", [4], 3.0), figure("b", "s", [4], 2.0)]
    assert [row.missed for row in compared(rows)] == [False, True, False]
    assert [row.ratio for row in compared(rows)] == [None, 2.0, 2.0]


def test_counts_are_not_divided() -> None:
    rows = [figure("ours", "wrong", [0]), figure("theirs", "wrong", [7])]
    assert [row.ratio for row in compared(rows)] == [None, None]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (1234567.8, "1,234,568"),
        (0.05912, "0.0591"),
        (250_000, "250,000"),
        (2.345, "2.35"),
    ],
)
def test_numbers_have_three_digits(value: float, shown: str) -> None:
    assert number(value) == shown


def test_the_table_and_the_document_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(compared([figure("ours", "s", [2, 2]), figure("theirs", "s", [3, 3], 2.0)]))
    show([*rows, *compared([Figure("part", "alone", "ours", "wrong", [0])])])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("── part ──")
    assert lines[2] == "measure"
    assert lines[4].split() == [
        "theirs",
        "3",
        "s",
        "n",
        "=",
        "2",
        "1.50×",
        "(goal",
        "2×)",
        "missed",
    ]
    assert lines[5].split() == ["alone", "0", "wrong", "n", "=", "1"]
    ours, theirs = document(rows)["figures"]
    assert (ours["n"], ours["ratio"], theirs["ratio"], theirs["missed"]) == (2, None, 1.5, True)
