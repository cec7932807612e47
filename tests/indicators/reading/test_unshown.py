"""Every doubt about what does not show speaks both languages, and quotes what it is about."""

import pytest

from indicators.reading import unshown
from tests.indicators.reading.said import check_words, doubts_of

ALL = doubts_of(unshown)


@pytest.mark.parametrize("name", sorted(ALL))
def test_words(name: str) -> None:
    check_words(ALL, name)


def test_the_names_are_lasting() -> None:
    assert sorted(name.replace("_", "-") for name in ALL) == [
        "format-unread",
        "hidden-cells",
        "hidden-row",
        "hidden-sheet",
        "outside-cells",
        "struck-out",
        "symbol-unknown",
    ]
