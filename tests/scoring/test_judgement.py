"""Judgements fall in bands; a share must lie in its band, and has a default."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from indicators.errors import ActualsError
from indicators.model import Actual
from scoring.judgement import Bands, judged_share
from scoring.register import find
from tests.scoring.factories import judged

OLD = find("cn-selfeval-2016").levels
NEW = find("cn-mof-2020-10").levels


@pytest.mark.parametrize(
    ("answer", "share"), [("achieved", "100"), ("partly_achieved", "65"), ("not_achieved", "0")]
)
def test_defaults_of_the_form_of_2016(answer: str, share: str) -> None:
    """Best: 100. Middle of 50 to 80: 65. Worst: 0."""
    assert judged_share(OLD, judged(answer)).share == Decimal(share)


@pytest.mark.parametrize(
    ("answer", "share"), [("achieved", "0.8"), ("partly_achieved", "0.5"), ("not_achieved", "0")]
)
def test_lower_bound_belongs_to_the_band(answer: str, share: str) -> None:
    given = judged_share(OLD, judged(answer, share))
    assert (given.share, given.named) == (Decimal(share) * 100, True)


@pytest.mark.parametrize(
    ("bands", "answer", "share", "interval"),
    [
        (OLD, "achieved", "0.79", "[80%, 100%]"),
        (OLD, "partly_achieved", "0.8", "[50%, 80%)"),
        (NEW, "partly_achieved", "0.55", "[60%, 80%)"),
        (NEW, "not_achieved", "0.6", "[0%, 60%)"),
        (NEW, "achieved", "1.01", "[80%, 100%]"),
    ],
)
def test_share_outside_its_band(bands: Bands, answer: str, share: str, interval: str) -> None:
    with pytest.raises(ActualsError) as caught:
        judged_share(bands, judged(answer, share))
    assert interval in str(caught.value)
    assert caught.value.problems[0].where == "actuals.xlsx!I9"


def test_wording_of_a_title() -> None:
    answer = Actual("qualitative", "部分达成预期指标并具有一定效果")
    assert judged_share(NEW, answer).band.name == "partly_achieved"


def test_share_alone_finds_its_band() -> None:
    answer = Actual("qualitative", "见说明", share=Decimal("0.7"))
    assert judged_share(OLD, answer).band.name == "partly_achieved"


def test_reached_is_achieved() -> None:
    assert judged_share(OLD, Actual("reached", "已完成")).band.name == "achieved"


def test_other_words_are_no_judgement() -> None:
    with pytest.raises(ActualsError, match="达成预期指标、部分达成预期指标并具有一定效果"):
        judged_share(OLD, Actual("qualitative", "很好很好"))


def _bands(*bounds: tuple[int, int, Any]) -> dict[str, Any]:
    return {
        "bands": [
            {"name": f"b{i}", "title": f"档{i}", "title_en": f"b{i}"}
            | {"from": low, "to": high, "default": default}
            for i, (low, high, default) in enumerate(bounds)
        ]
    }


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ([(80, 100, "upper"), (0, 70, "lower")], "gap"),
        ([(80, 100, "upper"), (0, 85, "lower")], "overlap"),
        ([(80, 100, "upper"), (0, 80, "upper")], "default"),
        ([(80, 100, 70), (0, 80, "lower")], "default"),
        ([(80, 70, "lower"), (0, 80, "lower")], "above"),
    ],
)
def test_bands_that_do_not_fit(bounds: list[tuple[int, int, Any]], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Bands.model_validate(_bands(*bounds))


def test_single_shares_leave_gaps() -> None:
    """Yes, large extent, small extent, no: four shares and nothing between them."""
    bands = Bands.model_validate(
        _bands((100, 100, "upper"), (67, 67, "upper"), (33, 33, "upper"), (0, 0, "upper"))
    )
    assert [band.default_share for band in bands.bands] == [100, 67, 33, 0]


@pytest.mark.parametrize(
    ("answer", "share", "fits"),
    [
        ("achieved", "0.8", True),
        ("achieved", "0.79", False),
        ("partly_achieved", "0.79", True),
        ("achieved", None, False),
    ],
)
def test_whether_a_share_fits_its_level(answer: str, share: str | None, fits: bool) -> None:
    assert OLD.fits(judged(answer, share)) is fits
    assert not OLD.fits(Actual("qualitative", "看情况"))
