"""In proportion: B/A and A/B, capped, exact to the cent against fractions."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.errors import ActualsError
from indicators.model import Actual, Comparator, Direction, Kind, Target
from scoring.items import case_of
from scoring.methods.ratio import Ratio
from tests.scoring.samples import SELF_2016, case

RATIO = Ratio(method="ratio")


@pytest.mark.parametrize(
    ("promise", "fact", "points", "met"),
    [
        ("≥100人", "94人", 940, False),
        ("≥100人", "100人", 1000, True),
        ("≥100人", "130人", 1000, True),
        ("≤10天", "12天", 833, False),
        ("≤10天", "15天", 667, False),
        ("≤10天", "20天", 500, False),
        ("故障时间＜48小时", "60小时", 800, False),
        ("故障时间＜48小时", "48小时", 1000, False),
        ("满意度>90%", "90%", 1000, False),
        ("发放率=100%", "98%", 980, False),
        ("补助标准=100元", "125元", 800, False),
        ("培训3-5次", "4次", 1000, True),
        ("培训3-5次", "2次", 667, False),
        ("培训3-5次", "10次", 500, False),
        ("投诉≤0次", "0次", 1000, True),
        ("投诉≤0次", "3次", 0, False),
        ("聘用100人", "0人", 0, False),
        ("按季度支付", "3次", 750, False),
        ("合同签订后4个月内上线", "5个月", 800, False),
        ("故障时间≤2天", "60小时", 800, False),
    ],
)
def test_ten_points(promise: str, fact: str, points: int, met: bool) -> None:
    outcome = RATIO.judge(case(promise, fact))
    assert (outcome.points, outcome.met) == (points, met)


def test_the_pass_threshold() -> None:
    rule = Ratio(method="ratio", pass_threshold=Decimal(60))
    assert rule.judge(case("≥100人", "60人")).points == 600
    assert rule.judge(case("≥100人", "59人")).points == 0


def test_said_to_be_done_is_kept_with_a_note() -> None:
    outcome = RATIO.judge(case("≥100人", "已完成"))
    assert outcome.points == 1000
    assert outcome.notes


def test_a_negative_fact_is_refused() -> None:
    with pytest.raises(ActualsError):
        RATIO.judge(case("≥100人", "-3人"))


def _made(comparator: Comparator, due: Decimal, done: Decimal, cents: int) -> int:
    direction = {Comparator.GE: Direction.HIGHER, Comparator.LE: Direction.LOWER}[comparator]
    promise = Target(
        Kind.QUANTITATIVE,
        comparator=comparator,
        explicit=True,
        value=due,
        canonical=due,
        direction=direction,
    )
    fact = Actual("quantitative", str(done), value=done, canonical=done)
    return RATIO.judge(case_of(promise, fact, cents, SELF_2016)).points


numbers = st.decimals(min_value=0, max_value=10**12, places=4, allow_nan=False)


@given(due=numbers, done=numbers, cents=st.integers(0, 10_000), lower=st.booleans())
def test_exact_against_fractions(due: Decimal, done: Decimal, cents: int, lower: bool) -> None:
    assume(due > 0 and done > 0)
    part, whole = (due, done) if lower else (done, due)
    share = min(Fraction(part) / Fraction(whole), Fraction(1))
    exact = share * cents
    rounded = int(exact + Fraction(1, 2))  # a half goes up
    comparator = Comparator.LE if lower else Comparator.GE
    assert _made(comparator, due, done, cents) == rounded


@given(due=numbers, a=numbers, b=numbers, cents=st.integers(0, 10_000))
def test_more_is_never_fewer_points(due: Decimal, a: Decimal, b: Decimal, cents: int) -> None:
    less, more = sorted((a, b))
    low, high = (_made(Comparator.GE, due, x, cents) for x in (less, more))
    assert 0 <= low <= high <= cents


@pytest.mark.parametrize(
    ("due", "done", "cents", "points"),
    [("33", "26.4", 1300, 1040), ("79.5", "71.55", 1300, 1170), ("91", "72.8", 500, 400)],
)
def test_edges_that_floats_miss(due: str, done: str, cents: int, points: int) -> None:
    assert _made(Comparator.GE, Decimal(due), Decimal(done), cents) == points
