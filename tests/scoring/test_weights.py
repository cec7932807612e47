"""Points always sum to the total, to the cent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.weights import apportion, owner


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [
        (5000, [1, 1, 1, 1], [1250] * 4),
        (5000, [1, 1, 1], [1667, 1667, 1666]),
        (1250, [1, 1], [625, 625]),
        (100, [1, 1, 1, 1, 1, 1, 1], [15, 15, 14, 14, 14, 14, 14]),
        (1000, [2, 1], [667, 333]),
        (1000, [0, 0], [0, 0]),
        (1000, [], []),
    ],
)
def test_largest_remainder(total: int, weights: list[int], shares: list[int]) -> None:
    assert apportion(total, weights) == shares


@given(st.integers(0, 10**6), st.lists(st.integers(0, 1000), min_size=1).filter(any))
def test_shares_make_the_total_and_are_within_a_cent(total: int, weights: list[int]) -> None:
    shares = apportion(total, weights)
    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share * sum(weights) - total * weight) < sum(weights)


def test_the_longest_code_owns_a_category() -> None:
    assert owner("output.quality", ["output", "output.quality"]) == "output.quality"
    assert owner("output.cost", ["output", "output.quality"]) == "output"
    assert owner("outputs", ["output"]) is None
