"""Laws of the methods for counted promises: bounds, more is never less, units do not matter."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.case import COUNTED, Outcome
from scoring.methods import METHODS, Counting
from scoring.methods.bands import Bands
from scoring.methods.equality import Equality
from scoring.methods.linear_reverse import LinearReverse
from scoring.methods.ratio import Ratio
from scoring.methods.steps import Steps
from scoring.methods.tolerance import Tolerance
from scoring.methods.yes_no import YesNo
from tests.scoring.factories import case, done, promised

D = Decimal
STEPS = {"method": "steps", "per": D(3), "deduct": D(1)}
SHARES = [{"from": D(80), "share": D(100)}, {"from": D(60), "share": D(40)}]
WITHIN = [{"within": D(10), "share": D(100)}, {"within": D(20), "share": D(30)}]

RATIO = Ratio(method="ratio")
STRICT_RATIO = Ratio(method="ratio", pass_threshold=D(60))
LINEAR = LinearReverse(method="linear_reverse", zero_at=D(200))
OF_TARGET = Steps.model_validate({**STEPS, "of": "percent_of_target"})
BEGUN = Steps.model_validate({**STEPS, "of": "percent_of_target", "count": "started"})
IN_UNITS = Steps.model_validate({**STEPS, "of": "unit"})
EITHER_WAY = Steps.model_validate({**STEPS, "of": "percent_of_target", "two_sided": True})
ACHIEVED = Bands.model_validate({"method": "bands", "of": "achievement", "bands": SHARES})
SO_FAR = Bands.model_validate(
    {"method": "bands", "of": "achievement", "months": 7, "bands": SHARES}
)
VALUED = Bands.model_validate({"method": "bands", "of": "value", "unit": "个", "bands": SHARES})
TOLERANT = Tolerance.model_validate({"method": "tolerance", "bands": WITHIN})
EQUAL = Equality(method="equality")
YES_NO = YesNo(method="yes_no")

ALL: list[Counting] = [
    *(RATIO, STRICT_RATIO, LINEAR, OF_TARGET, BEGUN, IN_UNITS, EITHER_WAY),
    *(ACHIEVED, SO_FAR, VALUED, TOLERANT, EQUAL, YES_NO),
]
ONE_SIDED: list[Counting] = [
    RATIO,
    STRICT_RATIO,
    LINEAR,
    OF_TARGET,
    BEGUN,
    IN_UNITS,
    ACHIEVED,
    SO_FAR,
    YES_NO,
]
UNITLESS = [method for method in ALL if method not in (IN_UNITS, VALUED)]

amounts = st.decimals(0, 10**6, places=2, allow_nan=False)
points = st.decimals(0, 100, places=2, allow_nan=False)
sides = st.sampled_from([(">=", "higher"), ("<=", "lower")])


def _judged(
    method: Counting, side: tuple[str, str], target: Decimal, actual: Decimal, most: Decimal
) -> Outcome:
    promise = promised(side[0], str(target), direction=side[1])
    return method.judge(case(promise, done(str(actual)), max_points=str(most)))


def test_every_method_for_counts_is_here() -> None:
    here = {type(method) for method in ALL}
    words = {"deadline", "days_late", "levels", "deduction", "manual", "rank"}
    assert {cls for name, cls in METHODS.items() if name not in words} == here
    assert all(method.kinds & COUNTED for method in ALL)


@pytest.mark.parametrize("method", ALL, ids=lambda method: method.method)
@given(side=sides, target=amounts, actual=amounts, most=points)
def test_points_have_bounds(
    method: Counting, side: tuple[str, str], target: Decimal, actual: Decimal, most: Decimal
) -> None:
    outcome = _judged(method, side, target, actual, most)
    assert 0 <= outcome.low <= outcome.points <= outcome.high <= most * 100
    assert outcome.words.zh
    assert outcome.words.en


@pytest.mark.parametrize("method", ONE_SIDED, ids=lambda method: method.method)
@given(side=sides, target=amounts, one=amounts, other=amounts, most=points)
def test_better_never_has_fewer_points(
    method: Counting,
    side: tuple[str, str],
    target: Decimal,
    one: Decimal,
    other: Decimal,
    most: Decimal,
) -> None:
    worse, better = sorted((one, other), reverse=side[1] == "lower")
    low = _judged(method, side, target, worse, most).points
    assert low <= _judged(method, side, target, better, most).points


@pytest.mark.parametrize("method", UNITLESS, ids=lambda method: method.method)
@given(side=sides, target=amounts, actual=amounts, most=points, shift=st.integers(-4, 8))
def test_the_unit_does_not_matter(
    method: Counting,
    side: tuple[str, str],
    target: Decimal,
    actual: Decimal,
    most: Decimal,
    shift: int,
) -> None:
    here = _judged(method, side, target, actual, most).points
    there = _judged(method, side, target.scaleb(shift), actual.scaleb(shift), most).points
    assert here == there
