"""Bands of deviation, to either side of the target: a form of 2017 on cost control."""

import pytest
from pydantic import ValidationError

from scoring.methods.tolerance import Tolerance
from tests.scoring.samples import case

BANDS = [
    {"within": "10", "share": "100"},
    {"within": "15", "share": "60"},
    {"within": "20", "share": "20"},
]
RULE = Tolerance.model_validate({"method": "tolerance", "bands": BANDS})


@pytest.mark.parametrize(
    ("fact", "points"),
    [
        ("100万元", 500),
        ("110万元", 500),
        ("90万元", 500),
        ("110.01万元", 300),
        ("85万元", 300),
        ("120万元", 100),
        ("80万元", 100),
        ("120.01万元", 0),
    ],
)
def test_five_points_for_keeping_to_the_budget(fact: str, points: int) -> None:
    assert RULE.judge(case("成本=100万元", fact, cents=500)).points == points


@pytest.mark.parametrize(
    "bands", [[*reversed(BANDS)], [BANDS[0], {"within": "15", "share": "110"}]]
)
def test_bands_that_do_not_widen_are_refused(bands: list[dict[str, str]]) -> None:
    with pytest.raises(ValidationError):
        Tolerance.model_validate({"method": "tolerance", "bands": bands})
