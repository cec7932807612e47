"""The points of the band in which the achievement, or the value itself, lies."""

import pytest
from pydantic import ValidationError

from indicators.errors import ActualsError
from scoring.methods.bands import Bands
from tests.scoring.samples import case

STEPS = [
    {"from": "100", "share": "100"},
    {"from": "80", "share": "70"},
    {"from": "60", "share": "50"},
]
OF_TARGET = Bands.model_validate({"method": "bands", "of": "achievement", "bands": STEPS})
OF_VALUE = Bands.model_validate(
    {
        "method": "bands",
        "of": "value",
        "unit": "%",
        "bands": [
            {"from": "90", "points": "10"},
            {"from": "80", "points": "8"},
            {"from": "60", "points": "5"},
        ],
    }
)


@pytest.mark.parametrize(
    ("promise", "fact", "points"),
    [
        ("≥100人", "120人", 1000),
        ("≥100人", "100人", 1000),
        ("≥100人", "80人", 700),
        ("≥100人", "79人", 500),
        ("≥100人", "60人", 500),
        ("≥100人", "59人", 0),
        ("≥33件", "26.4件", 700),
        ("≤10天", "12.5天", 700),
    ],
)
def test_of_the_achievement(promise: str, fact: str, points: int) -> None:
    assert OF_TARGET.judge(case(promise, fact)).points == points


@pytest.mark.parametrize(
    ("fact", "points"), [("90%", 1000), ("89.99%", 800), ("60%", 500), ("59.9%", 0)]
)
def test_of_the_value(fact: str, points: int) -> None:
    assert OF_VALUE.judge(case("满意度≥95%", fact)).points == points


def test_the_unit_of_the_bands_is_the_units_of_the_promise() -> None:
    with pytest.raises(ActualsError):
        OF_VALUE.judge(case("≥100人", "90人"))


def test_so_far_in_the_year() -> None:
    """120 a year are 70 by July; 56 are 80% of them."""
    rule = OF_TARGET.model_copy(update={"months": 7})
    assert rule.judge(case("≥120次", "56次")).points == 700
    assert rule.judge(case("≥120次", "55次")).points == 500


@pytest.mark.parametrize(
    ("promise", "fact", "points"),
    [
        ("≤120万元", "70万元", 1000),  # by July 70 may be spent
        ("≤120万元", "87.5万元", 700),  # 70 ÷ 87.5 = 80%
        ("≤120万元", "120万元", 0),  # 70 ÷ 120 = 58.3%: the year's money is gone
        ("≤120万元", "0万元", 1000),
        ("60-120人", "35人", 1000),  # 35 to 70 by July
        ("60-120人", "28人", 700),  # 28 ÷ 35 = 80%
        ("60-120人", "87.5人", 700),  # 70 ÷ 87.5 = 80%
    ],
)
def test_bounds_from_above_shrink_with_the_months_too(promise: str, fact: str, points: int) -> None:
    rule = OF_TARGET.model_copy(update={"months": 7})
    assert rule.judge(case(promise, fact)).points == points


@pytest.mark.parametrize(
    "change",
    [
        {"bands": [*reversed(STEPS)]},
        {"bands": [{"from": "80"}]},
        {"bands": [{"from": "80", "share": "50", "points": "5"}]},
        {"unit": "%"},
        {"of": "value"},
    ],
    ids=["order", "neither", "both", "unit", "no unit"],
)
def test_parameters_that_do_not_fit_are_refused(change: dict[str, object]) -> None:
    good = {"method": "bands", "of": "achievement", "bands": STEPS}
    with pytest.raises(ValidationError):
        Bands.model_validate({**good, **change})
