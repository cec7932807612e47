"""Every doubt about columns speaks both languages, and quotes what it is about."""

import pytest

from indicators.reading import column_doubts
from tests.indicators.reading.said import check_words, doubts_of

ALL = doubts_of(column_doubts)


@pytest.mark.parametrize("name", sorted(ALL))
def test_words(name: str) -> None:
    check_words(ALL, name)


def test_the_names_are_lasting() -> None:
    assert sorted(name.replace("_", "-") for name in ALL) == [
        "actual-column-missing",
        "column-twice",
        "column-unknown",
        "target-adjusted",
        "target-column-guessed",
        "target-column-missing",
    ]
