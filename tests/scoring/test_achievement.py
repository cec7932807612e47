"""How far a promise was met, by comparator and direction, at bounds and at zero."""

from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.errors import ActualsError
from indicators.model import Actual, Comparator, Direction, Kind, Target
from scoring.achievement import compare, is_in_time
from scoring.same_unit import whole_numbers
from tests.scoring.factories import BY_YEAR_END, done, done_on, promised
from tests.scoring.samples import target


@pytest.mark.parametrize(
    ("sign", "direction", "actual", "met", "share"),
    [
        (">=", "higher", "94", False, (94, 100)),
        (">=", "higher", "100", True, (1, 1)),
        (">", "higher", "100", False, (1, 1)),
        (">", "higher", "101", True, (1, 1)),
        ("<=", "lower", "100", True, (1, 1)),
        ("<=", "lower", "125", False, (100, 125)),
        ("<", "lower", "100", False, (1, 1)),
        ("=", "higher", "130", True, (1, 1)),
        ("=", "lower", "80", True, (1, 1)),
        ("=", "lower", "125", False, (100, 125)),
        ("=", "exact", "80", False, (80, 100)),
        ("=", "exact", "125", False, (100, 125)),
        ("=", "exact", "100", True, (1, 1)),
    ],
)
def test_target_of_a_hundred(
    sign: str, direction: str, actual: str, met: bool, share: tuple[int, int]
) -> None:
    comparison = compare(promised(sign, "100", direction=direction), done(actual))
    assert (comparison.met, Fraction(*comparison.share)) == (met, Fraction(*share))


def test_comparator_outweighs_direction() -> None:
    """`≤4` as an output that should be high: the comparator says what was promised."""
    assert compare(promised("<=", "4", direction="higher"), done("3")).met


@pytest.mark.parametrize(
    ("actual", "met", "share"),
    [("4", False, (4, 5)), ("5", True, (1, 1)), ("10", True, (1, 1)), ("20", False, (10, 20))],
)
def test_range(actual: str, met: bool, share: tuple[int, int]) -> None:
    target = promised("between", "5", direction="exact", upper=Decimal(10))
    comparison = compare(target, done(actual))
    assert (comparison.met, Fraction(*comparison.share)) == (met, Fraction(*share))


@pytest.mark.parametrize(
    ("sign", "direction", "actual", "met", "part"),
    [
        ("<=", "lower", "0", True, 1),
        ("<=", "lower", "3", False, 0),
        ("=", "exact", "1", False, 0),
        (">=", "higher", "0", True, 1),
    ],
)
def test_target_zero(sign: str, direction: str, actual: str, met: bool, part: int) -> None:
    comparison = compare(promised(sign, "0", direction=direction), done(actual))
    assert (comparison.met, comparison.share[0]) == (met, part)


def test_shown_as_it_was_put_into_the_formula() -> None:
    assert compare(promised("<", "48", direction="lower"), done("60")).shown == "48/60"


def test_decimals_are_scaled_together() -> None:
    assert whole_numbers(Decimal("37.24"), Decimal("43.2")) == (3724, 4320)


def test_other_unit_of_the_same_dimension() -> None:
    """2.5 days against 48 hours: 60 hours."""
    target = promised("<", "48", "小时", direction="lower", dimension="time", canonical=Decimal(48))
    actual = done("2.5", "天", dimension="time", canonical=Decimal(60))
    assert compare(target, actual).share == (48, 60)


def test_schedule_counts_times_a_year() -> None:
    target = Target(kind=Kind.SCHEDULE, value=Decimal(1), per="季度", canonical=Decimal(4))
    assert compare(target, done("3", "次")).share == (3, 4)


def test_other_dimension_is_refused() -> None:
    with pytest.raises(ActualsError, match="单位不同"):
        compare(promised(">=", "48", "小时", dimension="time"), done("3", "人", dimension="count"))


def test_negative_is_refused_where_it_cannot_be() -> None:
    with pytest.raises(ActualsError, match="负数"):
        compare(promised(">=", "5"), done("-3"))


def test_negative_change_is_a_fact() -> None:
    target = promised(">=", "5", "%", change="increase")
    assert compare(target, done("-3", "%")).share == (0, 1)


def test_negative_target_short_of_it() -> None:
    assert compare(promised(">=", "-5", "%"), done("-8", "%")).share == (0, 1)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1E+999999", "1E-999999", "1E+30"])
def test_unreal_numbers_are_refused(number: str) -> None:
    with pytest.raises(ActualsError, match="不是可用的数字"):
        compare(promised(">=", "5"), done(number))


def test_in_time() -> None:
    assert is_in_time(BY_YEAR_END, done_on(2019, 12, 31)) is True
    assert is_in_time(BY_YEAR_END, done_on(2020, 1, 1)) is False
    assert is_in_time(BY_YEAR_END, Actual("reached", "已完成")) is None


def test_bare_number_has_the_direction_of_its_category() -> None:
    bare = Target(
        Kind.QUANTITATIVE,
        comparator=Comparator.EQ,
        value=Decimal(5),
        unit="个",
        direction=Direction.HIGHER,
    )
    assert compare(bare, done("7")).met


def test_a_rate_from_raw_items_stands_on_the_scale_of_its_unit() -> None:
    """800 of 1600 is 50%: 80000 on a scale where 1% is 1600, and 90% is 144000."""
    fact = Actual("quantitative", "800/1600", raw=(Decimal(800), Decimal(1600)))
    found = compare(target("满意度≥90%"), fact)
    assert (found.actual, found.low, found.one) == (80_000, 144_000, 1600)
    assert found.actual * 2 == 100 * found.one
    assert found.said(found.actual) == "80000"
