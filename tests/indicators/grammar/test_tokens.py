"""What a scan finds: quantities that the scan completes, marks that stay."""

from dataclasses import FrozenInstanceError, replace
from decimal import Decimal

import pytest

from indicators.grammar.tokens import Mark, Quantity, back, end_of_digits, skip


def test_a_quantity_is_completed_in_place_and_copied_by_others() -> None:
    found = Quantity(Decimal(3), 0, 1, 0, 1)
    found.end = 2
    copy = replace(found, explicit=True)
    assert (copy.end, copy.explicit, found.explicit) == (2, True, False)


def test_a_mark_stays() -> None:
    with pytest.raises(FrozenInstanceError):
        Mark(0, 1).start = 1  # type: ignore[misc]


def test_spaces_are_passed_over_both_ways() -> None:
    assert skip("5  人", 1) == 3
    assert back("至少  5", 4) == 2
    assert (skip("", 0), back("", 0)) == (0, 0)


def test_digits_end_where_another_sign_stands() -> None:
    assert [end_of_digits("120人", at) for at in (0, 1, 3)] == [3, 3, 3]
    assert end_of_digits("12", 0) == 2
