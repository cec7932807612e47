"""Every doubt about money speaks both languages, and quotes what it is about."""

import pytest

from indicators.reading import money_doubts
from tests.indicators.reading.said import check_words, doubts_of

ALL = doubts_of(money_doubts)


@pytest.mark.parametrize("name", sorted(ALL))
def test_words(name: str) -> None:
    check_words(ALL, name)


def test_the_names_are_lasting() -> None:
    assert sorted(name.replace("_", "-") for name in ALL) == [
        "annual-budget-unreadable",
        "budget-missing",
        "budget-spelling",
        "budget-unit-guessed",
        "budget-unreadable",
        "executed-unreadable",
        "part-unreadable",
        "whole-missing",
        "whole-summed",
    ]
