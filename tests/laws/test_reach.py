"""No number in a method's law is larger than the method says, so columns know when 64 bits do."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.achievement import Comparison
from scoring.methods import Counting
from scoring.rounding import Mode, Rounding
from tests.laws.test_methods import ALL

SHAPES = ["low", "high", "both"]


class Watched(int):
    """A whole number whose offspring is watched: the largest of them is kept."""

    largest = 0

    def _grown(self, number: Any) -> Any:
        if isinstance(number, int) and not isinstance(number, bool):
            Watched.largest = max(Watched.largest, abs(number))
            return Watched(number)
        return number


def _watch(name: str) -> None:
    plain = getattr(int, name)
    setattr(Watched, name, lambda self, *other: self._grown(plain(self, *other)))


for _name in ("add", "radd", "sub", "rsub", "mul", "rmul", "floordiv", "rfloordiv", "neg", "abs"):
    _watch(f"__{_name}__")


@pytest.mark.parametrize("method", ALL, ids=lambda method: method.method)
@given(
    target=st.integers(-(10**9), 10**9),
    span=st.integers(0, 10**9),
    actual=st.integers(-(10**9), 10**9),
    cents=st.integers(0, 10_000),
    shape=st.sampled_from(SHAPES),
    places=st.integers(0, 6),
    digits=st.integers(0, 2),
    mode=st.sampled_from(Mode),
)
def test_reach_holds(
    method: Counting,
    target: int,
    span: int,
    actual: int,
    cents: int,
    shape: str,
    places: int,
    digits: int,
    mode: Mode,
) -> None:
    rounding = Rounding(digits=digits, mode=mode)
    number = max(abs(target), abs(target + span), abs(actual), 10**places)
    Watched.largest = 0
    low = Watched(target) if shape != "high" else None
    high = Watched(target + span) if shape != "low" else None
    done = Comparison(Watched(actual), low, high, one=Watched(10**places))
    method.law(done, Watched(cents), rounding)
    step = 10 ** (2 - digits)
    assert Watched.largest <= 4 * step * method.reach(cents + 1, number)


def test_what_is_watched_is_seen() -> None:
    Watched.largest = 0
    assert -(Watched(3) * 4) == -12
    assert Watched.largest == 12
