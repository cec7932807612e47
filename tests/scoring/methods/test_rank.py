"""The first has all points, the last of all places the least."""

import pytest

from indicators.errors import ActualsError
from scoring.methods.rank import Rank
from tests.scoring.samples import case

RULE = Rank(method="rank", places=10)


@pytest.mark.parametrize(
    ("fact", "points"), [("1名", 1000), ("3名", 800), ("10名", 100), ("11名", 0)]
)
def test_ten_places(fact: str, points: int) -> None:
    assert RULE.judge(case("排名≤3名", fact)).points == points


@pytest.mark.parametrize("fact", ["0名", "2.5名"])
def test_what_is_no_rank_is_refused(fact: str) -> None:
    with pytest.raises(ActualsError):
        RULE.judge(case("排名≤3名", fact))
