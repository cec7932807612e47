"""The evaluator names the share of the points."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.model import Actual
from scoring.methods.manual import Manual
from tests.scoring.samples import case

RULE = Manual(method="manual")


@pytest.mark.parametrize(("share", "points"), [("0", 0), ("0.73", 730), ("1", 1000)])
def test_ten_points(share: str, points: int) -> None:
    fact = Actual("qualitative", "", share=Decimal(share))
    assert RULE.judge(case("提升城市形象", fact)).points == points


@pytest.mark.parametrize("share", [None, "-0.1", "1.01"])
def test_without_a_share_nothing_is_given(share: str | None) -> None:
    fact = Actual("qualitative", "", share=Decimal(share) if share else None)
    with pytest.raises(ActualsError):
        RULE.judge(case("提升城市形象", fact))
