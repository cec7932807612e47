"""Laws of the methods for judgements, dates and ranks: bounds; a better answer never has less."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Actual
from scoring.case import Outcome
from scoring.judgement import Bands
from scoring.methods import METHODS
from scoring.methods.days_late import DaysLate
from scoring.methods.deadline import Deadline
from scoring.methods.deduction import Deduction
from scoring.methods.levels import Levels
from scoring.methods.manual import Manual
from scoring.methods.rank import Rank
from scoring.register import find, ids
from tests.scoring.factories import BY_YEAR_END, IN_WORDS, case, done, promised

D = Decimal
LEVELS = Levels(method="levels")
DEADLINE = Deadline(method="deadline", late="partly_achieved", undone="not_achieved")
MANUAL = Manual(method="manual")
HUNDREDTHS = 10_000

points = st.decimals(0, 100, places=2, allow_nan=False)
hundredths = st.integers(0, HUNDREDTHS)
days = st.integers(-400, 400)


def _bounded(outcome: Outcome, most: Decimal) -> None:
    assert 0 <= outcome.low <= outcome.points <= outcome.high <= most * 100
    assert outcome.words.zh
    assert outcome.words.en


def _said(levels: Bands, share: int) -> Actual:
    """The answer with so many hundredths of a percent, in the band that holds them."""
    band = levels.holding(D(share) / 100)
    assert band is not None
    return Actual("qualitative", band.title, judgement=band.judgement, share=D(share) / HUNDREDTHS)


def test_every_method_for_answers_is_here() -> None:
    counted = {"ratio", "linear_reverse", "steps", "bands", "tolerance", "equality", "yes_no"}
    here = {"levels", "deadline", "days_late", "deduction", "manual", "rank"}
    assert set(METHODS) - counted == here


@given(one=hundredths, other=hundredths, most=points)
def test_a_higher_share_never_has_fewer_points(one: int, other: int, most: Decimal) -> None:
    worse, better = sorted((one, other))
    for standard in ("cn-selfeval-2016", "cn-mof-2020-10"):
        levels = find(standard).levels
        low, high = (
            LEVELS.judge(case(IN_WORDS, _said(levels, n), max_points=str(most), standard=standard))
            for n in (worse, better)
        )
        _bounded(low, most)
        assert low.points <= high.points


@given(most=points)
def test_a_better_band_never_has_fewer_points_than_a_worse_one(most: Decimal) -> None:
    """Without a share the default of the band holds: of every standard, best first."""
    for id_ in ids():
        earned = [
            LEVELS.judge(
                case(IN_WORDS, Actual("qualitative", b.title), max_points=str(most), standard=id_)
            )
            for b in find(id_).levels.bands
        ]
        for better, worse in pairwise(earned):
            _bounded(worse, most)
            assert better.points >= worse.points


@given(one=hundredths, other=hundredths, most=points)
def test_by_hand(one: int, other: int, most: Decimal) -> None:
    low, high = (
        MANUAL.judge(
            case(IN_WORDS, Actual("qualitative", share=D(n) / HUNDREDTHS), max_points=str(most))
        )
        for n in sorted((one, other))
    )
    _bounded(low, most)
    assert low.points <= high.points


@given(late=days, more=st.integers(0, 90), per=st.integers(1, 30), off=points, most=points)
def test_a_later_day_never_has_more_points(
    late: int, more: int, per: int, off: Decimal, most: Decimal
) -> None:
    in_points = DaysLate(method="days_late", per_days=per, deduct=off + D("0.01"))
    in_percent = in_points.model_copy(update={"deduct_as": "percent"})
    assert BY_YEAR_END.date is not None
    first = BY_YEAR_END.date + dt.timedelta(days=late)
    for method in (in_points, in_percent, DEADLINE):
        sooner, later = (
            method.judge(
                case(BY_YEAR_END, Actual("deadline", str(day), date=day), max_points=str(most))
            )
            for day in (first, first + dt.timedelta(days=more))
        )
        _bounded(later, most)
        assert later.points <= sooner.points
        if late <= 0:
            assert sooner.points == most * 100


@given(one=st.decimals(0, 100, places=2), other=st.decimals(0, 100, places=2), most=points)
def test_a_worse_fault_never_leaves_more_points(
    one: Decimal, other: Decimal, most: Decimal
) -> None:
    light, severe = sorted((one, other))
    table = Deduction.model_validate(
        {
            "method": "deduction",
            "faults": [
                {"name": "light", "title": "轻", "title_en": "light", "deduct": light},
                {"name": "severe", "title": "重", "title_en": "severe", "deduct": severe},
            ],
        }
    )
    left, less = (
        table.judge(case(IN_WORDS, Actual("qualitative", text), max_points=str(most)))
        for text in ("轻", "重")
    )
    _bounded(less, most)
    assert less.points <= left.points


@given(one=st.integers(1, 60), other=st.integers(1, 60), places=st.integers(2, 40), most=points)
def test_a_better_rank_never_has_fewer_points(
    one: int, other: int, places: int, most: Decimal
) -> None:
    method = Rank(method="rank", places=places)
    first = promised("<=", "1", "名", direction="lower")
    better, worse = (
        method.judge(case(first, done(str(rank), "名"), max_points=str(most)))
        for rank in sorted((one, other))
    )
    _bounded(worse, most)
    assert worse.points <= better.points
    if min(one, other) == 1:
        assert better.points == most * 100


@given(numerator=st.integers(0, 2000), more=st.integers(0, 500), whole=st.integers(1, 2000))
def test_a_value_from_raw_items_is_that_value(numerator: int, more: int, whole: int) -> None:
    """N of N against 90% is judged as n ÷ N, never rounded before; a larger n never has less."""
    target = promised(">=", "90", "%", dimension="ratio", canonical=D("0.9"))
    ratio = METHODS["ratio"].model_validate({"method": "ratio"})

    def earned(part: int) -> int:
        raw = Actual("quantitative", raw=(D(part), D(whole)))
        return ratio.judge(case(target, raw)).points

    exact = min(1000, (1000 * numerator * 100 * 2 + 90 * whole) // (2 * 90 * whole))
    assert earned(numerator) == exact
    assert earned(numerator) <= earned(numerator + more)
    scaled = replace(Actual("quantitative"), raw=(D(numerator) * 3, D(whole) * 3))
    assert ratio.judge(case(target, scaled)).points == exact
