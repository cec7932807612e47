"""Comparators: before the number, behind the unit, apart in the clause, in a column."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets
from indicators.grammar.comparators import Comparators
from indicators.grammar.lexicon import default
from indicators.grammar.tokens import Quantity
from indicators.grammar.units import Units

COMPARATORS = Comparators(default())
UNITS = Units(default())


def bound(ahead: str, number: str, unit: str, behind: str = "", *, floor: int = 0) -> Quantity:
    """The quantity that stands between these words, with its comparators."""
    at, until = len(ahead), len(ahead + number + unit)
    found = Quantity(Decimal(number), at, until, at, until, unit=UNITS.named(unit))
    COMPARATORS.bind(ahead + number + unit + behind, found, floor)
    return found


@pytest.mark.parametrize(
    ("ahead", "unit", "behind", "comparator", "rule", "start"),
    [
        ("不少于", "人", "", ">=", "at-least", 0),
        ("不超过", "万元", "", "<=", "at-most", 0),
        ("合格率≥ ", "%", "", ">=", "at-least", 3),
        ("不少于:", "人", "", ">=", "at-least", 0),
        ("至少达成", "人", "", ">=", "at-least", 0),
        ("", "人", "以上", ">=", "or-more", 0),
        ("控制在", "万元", "以内", "<=", "within", 0),
        ("达到", "%", "以上", ">=", "or-more", 0),
        ("不低于", "%", "以下", ">=", "at-least", 0),
        ("至少开展", "次", "", ">=", "at-least", 4),
        ("至少开展,", "次", "", "=", "bare", 5),
        ("完成", "次", "", "=", "bare", 0),
    ],
)
def test_which_comparator_binds(
    ahead: str, unit: str, behind: str, comparator: str, rule: str, start: int
) -> None:
    found = bound(ahead, "20", unit, behind)
    assert (found.comparator, found.rule, found.start) == (comparator, rule, start)
    assert found.explicit is (rule != "bare")
    assert found.end == len(ahead + "20" + unit + behind)


def test_within_is_said_of_time_only() -> None:
    assert bound("", "30", "天", "内").comparator == "<="
    assert bound("", "30", "人", "内").comparator == "="


def test_about_makes_approximate_and_binds_nothing() -> None:
    for found in (bound("约", "100", "人"), bound("", "100", "人", "左右")):
        assert (found.approximate, found.comparator, found.explicit) == (True, "=", False)
    assert bound("不少于约", "100", "人").comparator == ">="


def test_a_tolerance_is_a_range_around_nothing() -> None:
    found = bound("±", "10", "%")
    assert (found.comparator, found.value, found.upper) == ("between", Decimal(-10), Decimal(10))


def test_words_before_the_floor_belong_to_another_number() -> None:
    assert bound("不少于", "20", "人", floor=1).comparator == "="


@pytest.mark.parametrize(
    ("text", "said"),
    [("≥", ">="), ("大于等于", ">="), ("定性", "qualitative"), ("正向", ""), ("", "")],
)
def test_the_nature_column(text: str, said: str) -> None:
    assert COMPARATORS.nature(text) == said


def test_the_sign_that_a_text_begins_with() -> None:
    assert COMPARATORS.sign("≥平方米") == ("≥", ">=")
    assert COMPARATORS.sign("完成平方米") is None


@pytest.mark.parametrize("text", ["汛期前修复90%", "汛期前90%", "开学前100%", "年底前完成80%"])
def test_a_day_before_a_share_is_no_rank(text: str) -> None:
    (target,) = parse_targets(text)
    assert (target.comparator, target.direction) == ("=", "higher")


@pytest.mark.parametrize("text", ["进入前10%", "排名省内前10%", "名列全省前3名"])
def test_a_rank_is_an_upper_limit(text: str) -> None:
    (target,) = parse_targets(text)
    assert (target.comparator, target.direction) == ("<=", "lower")


@pytest.mark.parametrize(
    ("text", "comparator", "measure"),
    [("受益不下200人", ">=", "受益"), ("演出不止10场", ">", "演出")],
)
def test_more_than_is_said_in_spoken_words_too(text: str, comparator: str, measure: str) -> None:
    (target,) = parse_targets(text)
    assert (target.comparator, target.measure) == (comparator, measure)
