"""Promises are sorted by how they can be judged; outcomes show their working."""

import datetime as dt
from decimal import Decimal

import pytest

from indicators.errors import Words
from indicators.model import Comparator, Kind, Target
from scoring.case import ItemKind, kind_of
from scoring.judgement import judged_share
from tests.scoring.factories import BY_YEAR_END, IN_WORDS, case, done, judged, promised

WITHIN_3_DAYS = Target(
    kind=Kind.DEADLINE, comparator=Comparator.LE, value=Decimal(3), unit="日", after="受理"
)


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        (promised(">=", "1"), ItemKind.QUANTITATIVE),
        (Target(Kind.QUANTITATIVE), ItemKind.QUALITATIVE),
        (BY_YEAR_END, ItemKind.DEADLINE),
        (WITHIN_3_DAYS, ItemKind.DURATION),
        (Target(Kind.DEADLINE, date=dt.date(2019, 6, 30), value=Decimal(3)), ItemKind.DEADLINE),
        (Target(Kind.SCHEDULE, per="月", canonical=Decimal(12)), ItemKind.SCHEDULE),
        (Target(Kind.SCHEDULE, per="月"), ItemKind.QUALITATIVE),
        (Target(Kind.REFERENCE, to="contract"), ItemKind.REFERENCE),
        (IN_WORDS, ItemKind.QUALITATIVE),
    ],
)
def test_kind(target: Target, kind: ItemKind) -> None:
    assert kind_of(target) is kind


def test_all_points() -> None:
    outcome = case(promised(">=", "1"), done("1"), max_points="12.50").full(Words("满", "all"))
    assert (outcome.points, outcome.formula, outcome.met) == (1250, "12.50", True)


def test_points_never_exceed_the_most() -> None:
    """0.99 of 12.50 is 12.38, to whole points rounded up 13: more than there is."""
    whole = case(promised(">=", "1"), done("1"), max_points="12.50", digits=0)
    assert whole.portion(100, 100) == 1250


def test_judged_without_a_share_says_what_is_left_open() -> None:
    judging = case(IN_WORDS, judged("partly_achieved"), max_points="7.50")
    outcome = judging.judged(judged_share(judging.levels, judging.actual))
    assert outcome.formula == "7.50 × 65% = 4.88"
    assert (outcome.low, outcome.high, outcome.met) == (375, 600, False)
    assert "[50%, 80%)" in outcome.notes[0].zh
