"""Columns of words of every type give the same codes."""

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from scoring.columns.texts import Classes, Texts

WORDS = ["a", None, " b ", "a", ""]


@pytest.mark.parametrize("dtype", [object, "str", "category", "string[pyarrow]"], ids=str)
def test_codes_of_every_type(dtype: Any) -> None:
    classes = Classes(lambda word: word)
    texts = Texts(pd.Series(WORDS, dtype=dtype), classes.code)
    codes = np.asarray(texts.block(slice(0, 5)))
    assert [classes.words[code] for code in codes] == ["a", None, "b", "a", None]
    some = texts.some(slice(1, 5), np.array([2, 0, 1]))
    assert [classes.words[code] for code in some] == ["a", None, "b"]
    assert (texts.word(2), texts.word(4), texts.word(1)) == ("b", None, None)
    assert classes.words[texts.code(0)] == "a"


@pytest.mark.parametrize("index", [pa.int8(), pa.uint16()], ids=str)
def test_codes_of_an_arrow_dictionary_in_parts(index: pa.DataType) -> None:
    """Each part has a dictionary of its own: code 0 is `b` in the first, `a` in the second."""
    kind = pa.dictionary(index, pa.string())
    parts = [pa.array(words).cast(kind) for words in ([" b ", None, "a"], ["a", "", "b"])]
    classes = Classes(lambda word: word)
    column = pd.Series(pd.arrays.ArrowExtensionArray(pa.chunked_array(parts)))
    texts = Texts(column, classes.code)
    codes = np.asarray(texts.block(slice(0, 6)))
    assert [classes.words[code] for code in codes] == ["b", None, "a", "a", None, "b"]
    assert texts.few == 4  # " b ", "a", "" and "b"
    assert [texts.of_own(own) for own in texts.own(slice(0, 6))] == codes.tolist()
    assert texts.word(0) == "b"


def test_a_column_that_is_not_there_has_one_code() -> None:
    texts = Texts(None, lambda word: 7 if word is None else 0)
    assert texts.block(slice(0, 3)) == 7
    assert texts.word(0) is None


def test_words_of_one_class_share_a_code() -> None:
    classes = Classes(lambda word: bool(word and word.startswith("output")))
    assert [classes.code(w) for w in ("output.cost", "x", "output.quality")] == [1, 0, 1]
    assert classes.words == [None, "output.cost"]
