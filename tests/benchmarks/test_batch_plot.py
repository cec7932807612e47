"""What is drawn is what was saved: the medians of each line by number of rows."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from benchmarks.batch_plot import LINES, draw, points
from benchmarks.batch_ways import DUCKDB


def figures() -> list[dict[str, Any]]:
    """Two sizes of every line."""
    return [
        {
            "subject": subject,
            "measure": f"{size} rows, {words} distinct: {what}",
            "size": size,
            "median": size / 10,
        }
        for subject, words in LINES
        for size in (1000, 10_000)
        for what in ("processor time", "peak memory", "clock")
    ]


def test_every_line_has_its_points() -> None:
    found = points(figures())
    for subject, words in LINES:
        assert found["cpu", subject, words] == {1000: 100.0, 10_000: 1000.0}


def test_the_picture_names_its_lines(tmp_path: Path) -> None:
    if importlib.util.find_spec("matplotlib") is None:
        pytest.skip("matplotlib is not installed")
    measured = [figure for figure in figures() if figure["subject"] != DUCKDB]
    draw(measured, tmp_path / "plot.svg")
    text = (tmp_path / "plot.svg").read_text("utf-8")
    shown = [subject for (subject, _), (label, *_) in LINES.items() if f">{label}</text>" in text]
    assert shown == [subject for subject, _ in LINES if subject != DUCKDB]
