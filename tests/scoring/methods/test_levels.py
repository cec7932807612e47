"""A judgement falls in a band; the points are a share within it."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.model import Actual, Judgement
from scoring.methods.levels import Levels
from scoring.standard import Standard
from tests.scoring.samples import MOF_2020, SELF_2016, case

RULE = Levels(method="levels")
WORDS = "提升城市形象"
PARTLY = "部分达成预期指标并具有一定效果"


@pytest.mark.parametrize(
    ("fact", "points", "low", "high"),
    [
        ("达成预期指标", 1000, 800, 1000),
        ("达成预期指标（80%）", 800, 800, 1000),
        (PARTLY, 650, 500, 800),
        ("未达成预期指标且效果较差", 0, 0, 500),
    ],
)
def test_the_bands_of_2016(fact: str, points: int, low: int, high: int) -> None:
    outcome = RULE.judge(case(WORDS, fact))
    assert (outcome.points, outcome.low, outcome.high) == (points, low, high)


@pytest.mark.parametrize(
    ("judgement", "share", "standard", "fits"),
    [
        (Judgement.ACHIEVED, "0.8", SELF_2016, True),
        (Judgement.ACHIEVED, "0.7999", SELF_2016, False),
        (Judgement.PARTLY, "0.8", SELF_2016, False),
        (Judgement.PARTLY, "0.5", SELF_2016, True),
        (Judgement.PARTLY, "0.5", MOF_2020, False),
        (Judgement.PARTLY, "0.6", MOF_2020, True),
        (Judgement.NOT, "0.59", MOF_2020, True),
        (Judgement.NOT, "0.59", SELF_2016, False),
    ],
)
def test_the_edges_of_the_bands(
    judgement: Judgement, share: str, standard: Standard, fits: bool
) -> None:
    fact = Actual("qualitative", "", judgement=judgement, share=Decimal(share))
    if fits:
        assert RULE.judge(case(WORDS, fact, standard=standard)).points <= 1000
    else:
        with pytest.raises(ActualsError):
            RULE.judge(case(WORDS, fact, standard=standard))


def test_words_that_are_no_judgement_are_refused_with_the_choices() -> None:
    with pytest.raises(ActualsError) as caught:
        RULE.judge(case(WORDS, Actual("qualitative", "还行")))
    assert PARTLY in caught.value.problems[0].words.zh
