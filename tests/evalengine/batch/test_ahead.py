"""Distinct items, read before the scoring."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from evalengine.batch import ahead
from evalengine.batch.ahead import read_ahead
from evalengine.batch.engines import Item, Result
from evalengine.batch.lookup import Readings
from indicators.bulk.plan import plan
from tests.evalengine.batch.tables import RULES, lines, opened


class _Here:
    """Works here, and remembers how many items it was given at a time."""

    workers = 1

    def __init__(self) -> None:
        self.given: list[int] = []

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        self.given.append(len(items))
        return map(function, items)


def _read(folder: Path, *rows: str) -> tuple[Readings, _Here]:
    source, _ = opened(folder, *rows)
    engine, path = _Here(), folder / "items.arrow"
    read_ahead(source, plan(source, rows=3), RULES, engine, path)
    return Readings(RULES.reader, path), engine


def _ahead(readings: Readings) -> list[str]:
    return [key.split("\x1f")[6] for key in readings._known["key"].to_pylist()]


def test_every_item_is_read_once(tmp_path: Path) -> None:
    readings, _ = _read(tmp_path, *lines("A"), *lines("B", actual="80人次"))
    assert _ahead(readings) == ["94人次", "10人", "95%", "80人次"]


def test_the_search_ends_where_little_is_new(tmp_path: Path) -> None:
    readings, engine = _read(tmp_path, *lines("A", "B"), *lines("C", actual="80人次"))
    assert _ahead(readings) == ["94人次", "10人", "95%"]
    assert engine.given == [1, 1, 1]  # two parts searched, one piece read


def test_the_file_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "MOST_KEPT", 2)
    readings, _ = _read(tmp_path, *lines("A"))
    assert _ahead(readings) == ["94人次", "10人"]
