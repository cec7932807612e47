"""The points of a declared row, by the standard and by its rule with another rounding."""

import pytest

from indicators.errors import ActualsError
from scoring.recheck.judging import Judges, cents_of
from scoring.recheck.rules import load_rules
from scoring.register import find
from tests.scoring.recheck.samples import D, money, row

JUDGES = Judges(find("cn-mof-2020-10"))
CUTS = {cut.id: cut for cut in load_rules().cuts}


def test_the_rule_of_the_standard_gives_the_points() -> None:
    judged = JUDGES.judged(row("≥120人", "69人", None), 2_00)
    assert (judged.points, judged.is_open, judged.met) == (1_15, False, False)  # 2 × 69 ÷ 120
    assert judged.workings[0].formula == "2.00 × 69 ÷ 120 = 1.15"


def test_several_promises_share_the_points_of_the_row() -> None:
    judged = JUDGES.judged(row("培训≥2期，人数≥100人", "2期，50人", None), 10_00)
    assert [str(working.points) for working in judged.workings] == ["5.00", "2.50"]
    assert (judged.points, judged.met) == (7_50, False)


def test_a_judgement_leaves_its_range_open() -> None:
    words = row("显著提高", "部分达成年度指标并具有一定效果", None, category="benefit.social")
    judged = JUDGES.judged(words, 10_00)
    assert (judged.low, judged.high) == (6_00, 8_00)
    assert [judged.admits(cents) for cents in (5_99, 6_00, 7_99, 8_00)] == [0, 1, 1, 0]
    assert [judged.is_edge(cents) for cents in (6_00, 7_99, 8_00)] == [False, False, True]
    assert [judged.nearest(cents) for cents in (3_00, 7_00, 9_00)] == [6_00, 7_00, 7_99]


def test_the_best_range_holds_all_points() -> None:
    judged = JUDGES.judged(row("有效", "有效", None, category="benefit.social"), 10_00)
    assert judged.admits(8_00)
    assert judged.admits(10_00)
    assert not judged.admits(7_99)


def test_cuts_round_the_exact_points_once() -> None:
    missed = row("100%", "97.3%", None, name="接种率")  # 2 × 0.973 = 1.946
    assert JUDGES.cut(missed, 2_00, CUTS["one_decimal"]) == 1_90
    assert JUDGES.cut(missed, 2_00, CUTS["integer_cut"]) == 1_00
    assert JUDGES.fine(missed, 2_00) == D("1.946")


def test_a_rate_is_rounded_before_the_points() -> None:
    spent = money("50", "43.81", "17.6", most="20")  # 87.62%
    assert JUDGES.cut(spent, 20_00, CUTS["rate_whole"]) == 17_60
    assert JUDGES.cut(spent, 20_00, CUTS["rate_whole_cut"]) == 17_40
    assert JUDGES.judged(spent, 20_00).points == 17_52


def test_points_of_several_promises_are_rounded_together() -> None:
    both = row("培训≥3期，人数≥100人", "2期，100人", None)  # 3.33 + 5.00
    assert JUDGES.cut(both, 10_00, CUTS["integer"]) == 8_00


def test_what_cannot_be_read_is_told() -> None:
    with pytest.raises(ActualsError, match="550万元"):
        JUDGES.judged(row("≥20套", "550万元", None), 10_00)


def test_evidence_counts_only_where_the_form_asks_for_it() -> None:
    """Criterion 1 of that re-check; where nothing is known of evidence, it is taken as there."""
    review = Judges(find("cn-sc-review-2026"))
    done = row("≥5场", "5场", "10")
    assert review.judged(done, 10_00).points == 10_00
    bare = review.judged(row("≥5场", "5场", "10", evidence=""), 10_00)
    assert (bare.points, bare.is_open) == (0, False)
    assert review.judged(row("≥5场", "5场", "10", evidence="照片"), 10_00).points == 10_00


@pytest.mark.parametrize(
    ("points", "cents"), [("12.5", 12_50), ("3.3333", 3_33), ("6.665", 6_67), ("-1", -1_00)]
)
def test_points_become_cents(points: str, cents: int) -> None:
    assert cents_of(D(points)) == cents
