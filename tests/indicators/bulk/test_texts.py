"""Columns as codes and texts."""

import numpy as np
import pyarrow as pa

from indicators.bulk.texts import Texts, distinct, repeats, starts


def _texts(*words: str | None) -> Texts:
    return Texts.of(pa.chunked_array([pa.array(words, pa.string())]))


def test_blanks_and_control_characters_do_not_count() -> None:
    texts = _texts(" 甲", "甲\x07", None, "")
    assert texts.take(np.arange(4)) == ["甲", "甲", "", ""]
    assert len(set(texts.codes.tolist())) == 2


def test_combinations_are_told_apart_where_64_bits_are_too_few() -> None:
    column = Texts([str(n) for n in range(2**16)], np.arange(2**16))
    first, places = distinct([column] * 5)  # 2 to the 80th combinations
    assert len(first) == 2**16
    assert (first[places] == np.arange(2**16)).all()


def test_a_row_that_names_no_project_belongs_to_the_one_above() -> None:
    said = {"project_id": _texts("1", "", "2", "2"), "year": _texts("2023", "", "2023", "2024")}
    rows, keys = starts(said)
    assert rows.tolist() == [0, 2, 3]
    assert keys[2] == ("2", "", "", "2024")


def test_rows_that_repeat_another_of_their_group() -> None:
    columns = [_texts("a", "b", "a", "a"), _texts("1", "1", "1", "1")]
    assert repeats(columns, np.array([0, 0, 0, 1])).tolist() == [0, 1, 0, 3]
    assert repeats([_texts()], np.empty(0, np.int64)).tolist() == []


def test_days_come_without_midnight() -> None:
    moments = pa.array(["2023-12-31", "2023-12-31 08:30:00", None]).cast(pa.timestamp("us"))
    texts = Texts.of(pa.chunked_array([moments]))
    assert texts.take(np.arange(3)) == ["2023-12-31", "2023-12-31 08:30:00.000000", ""]
