"""Every doubt speaks both languages, quotes what it is about, and has a lasting name of its own."""

import pytest

from indicators.reading import doubts
from tests.indicators.reading.said import check_words, doubts_of

ALL = doubts_of(doubts)


@pytest.mark.parametrize("name", sorted(ALL))
def test_words(name: str) -> None:
    check_words(ALL, name)


def test_the_names_are_lasting() -> None:
    assert sorted(name.replace("_", "-") for name in ALL) == [
        "category-misplaced",
        "category-unknown",
        "cell-stray",
        "execution-row",
        "file-cut",
        "form-cut",
        "form-end-missing",
        "header-twice",
        "indicator-cut",
        "indicator-empty",
        "indicators-behind",
        "label-twice",
        "label-unknown",
        "long-term-apart",
        "max-points-unreadable",
        "name-missing",
        "points-shared",
        "points-unreadable",
        "row-joined",
        "row-shifted",
        "row-too-long",
        "row-unread",
        "rows-apart",
        "spelling-differs",
        "table-unread",
        "target-in-name",
        "title-alone",
        "title-missing",
        "values-differ",
        "year-differs",
        "year-missing",
        "year-range",
    ]
