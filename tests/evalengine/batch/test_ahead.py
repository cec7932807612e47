"""Distinct items, read before the scoring."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from evalengine.batch import ahead
from evalengine.batch.ahead import read_ahead
from evalengine.batch.automatic import by_standard
from evalengine.batch.engines import Item, Result
from evalengine.batch.lookup import Readings
from evalengine.batch.rules import Rules
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
    engine, items = _Here(), folder / "items"
    read_ahead(source, plan(source, rows=3), RULES, engine, items)
    return Readings(RULES.reader, RULES.file_of_items(items)), engine


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


def test_each_standard_has_a_file_of_its_items(tmp_path: Path) -> None:
    """2018 has another standard than 2023, and no year has none."""
    years = {"2023": "94人次", "2018": "80人次", "": "70人次"}
    rows = [
        row.replace(",2023,", f",{year},")
        for name, (year, actual) in zip("ABC", years.items(), strict=True)
        for row in lines(name, actual=actual)
    ]
    source, table = opened(tmp_path, *rows)
    read_ahead(source, plan(source), Rules("auto"), _Here(), tmp_path / "items")
    chosen = [choice.named for choice, _, _ in by_standard(table, source.columns)]
    found = {
        named: _ahead(Readings(RULES.reader, Rules(named).file_of_items(tmp_path / "items")))[0]
        for named in chosen
        if named
    }
    assert found["cn-mof-2020-10"] == "94人次"
    assert list(found.values())[1] == "80人次"
    assert len(list((tmp_path / "items").iterdir())) == len(found)
