"""Items that were read, kept as a table."""

from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from evalengine.batch import lookup
from evalengine.batch.lookup import Readings, distinct_keys, frame_of, read_items, write_items
from evalengine.batch.readings import Item
from indicators.bulk.texts import Texts
from tests.evalengine.batch.tables import RULES, item


def _key(target: str, actual: str) -> str:
    return "\x1f".join(item(target, actual))


ONE, TWO, THREE = (_key("≥100人次", f"{n}人次") for n in (94, 95, 96))


class _Counting:
    """A reader that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, item: Item) -> object:
        self.asked.append(item.actual)
        return RULES.reader.read(item)


def _actuals(readings: Readings, *keys: str) -> list[float]:
    return frame_of(readings.of(pa.array(keys)))["float_actual"].tolist()


def test_items_are_read_once_and_come_in_the_order_asked_for() -> None:
    reader = _Counting()
    readings = Readings(reader)  # type: ignore[arg-type]
    assert _actuals(readings, ONE, TWO) == [94.0, 95.0]
    assert _actuals(readings, THREE, TWO, ONE) == [96.0, 95.0, 94.0]
    assert reader.asked == ["94人次", "95人次", "96人次"]


def test_a_file_read_ahead_is_looked_up(tmp_path: Path) -> None:
    path = tmp_path / "items.arrow"
    write_items(read_items(pa.array([ONE, TWO]), RULES.reader), path)
    reader = _Counting()
    assert _actuals(Readings(reader, path), TWO, THREE, ONE) == [95.0, 96.0, 94.0]  # type: ignore[arg-type]
    assert reader.asked == ["96人次"]


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "MOST_KEPT", 2)
    reader = _Counting()
    readings = Readings(reader)  # type: ignore[arg-type]
    assert _actuals(readings, ONE, TWO, THREE) == [94.0, 95.0, 96.0]
    assert _actuals(readings, ONE) == [94.0]
    assert reader.asked == ["94人次", "95人次", "96人次", "94人次"]


def test_many_small_additions_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "_PIECES", 2)
    readings = Readings(RULES.reader)
    for key in (ONE, TWO, THREE):
        readings.of(pa.array([key]))
    assert _actuals(readings, ONE, TWO, THREE) == [94.0, 95.0, 96.0]


def test_long_numbers_and_dates_stay_exact() -> None:
    long = "1234567890123456789"
    keys = [_key(f"≥{long}人次", f"{long}人次"), _key("2023年6月底前完成", "2023年5月9日完成")]
    frame = frame_of(read_items(pa.array(keys), RULES.reader))
    assert frame["exact_target"].tolist() == [Decimal(long), None]
    assert frame["exact_actual"].tolist() == [Decimal(long), None]
    assert frame["day_target"].tolist() == [pd.NaT, pd.Timestamp(2023, 6, 30)]
    assert frame["day_actual"].tolist() == [pd.NaT, pd.Timestamp(2023, 5, 9)]
    assert frame["float_target"].isna().all()


def test_keys_tell_texts_apart_wherever_they_end() -> None:
    said = {
        "target": Texts(["", "a", "ab"], np.array([1, 2, 1])),
        "actual": Texts(["", "bc", "c"], np.array([1, 2, 1])),
    }
    keys, which = distinct_keys(said, 3)
    assert keys.to_pylist() == ["\x1f" * 5 + "a\x1fbc\x1f", "\x1f" * 5 + "ab\x1fc\x1f"]
    assert which.tolist() == [0, 1, 0]
