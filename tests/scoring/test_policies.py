"""What standards may say beyond points: one of several rows, evidence, gates, the worst item."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.model import Actual, Form
from scoring.register import find
from scoring.scorer import score
from tests.scoring.factories import (
    NOT_APPLICABLE,
    done,
    facts,
    form,
    judged,
    promised,
    row,
    small_form,
)
from tests.scoring.samples import MOF_2020, SELF_2016

D = Decimal
PART = find("us-omb-part")
MONITORING = find("cn-practice-monitoring")


def _yes(text: str = "Yes") -> Actual:
    return Actual("qualitative", text)


def test_of_several_rows_the_unit_answers_one() -> None:
    """The answered output row has all 50 points; the other does not count, nor is it missing."""
    weights = SELF_2016.weights.model_copy(update={"choose_one": ("output",)})
    handing_on = MOF_2020.model_copy(update={"weights": weights})
    of = form(row(1, "output.quantity"), row(2, "output.quality"), row(3, "benefit.social"))
    result = score(of, facts(of, {"1.1": Actual.missing()}), handing_on)
    assert [item.working.rule for item in result.items] == [
        "not_chosen",
        "qualitative",
        "qualitative",
    ]
    assert (result.items[0].max_points, result.status) == (D(0), "final")
    assert result.total == 100


def test_no_row_answered_is_missing() -> None:
    weights = SELF_2016.weights.model_copy(update={"choose_one": ("output",)})
    choosing = SELF_2016.model_copy(update={"weights": weights})
    of = form(row(1, "output.quantity"), row(2, "output.quality"), row(3, "benefit.social"))
    missing = {"1.1": Actual.missing(), "2.1": Actual.missing()}
    result = score(of, facts(of, missing), choosing, missing="zero")
    assert [item.working.rule for item in result.items[:2]] == ["missing_zero", "missing_zero"]


def test_without_evidence_no_points_and_what_there_would_be() -> None:
    """The one row has all 90 points of indicators; 80 of 100 would be 72."""
    of = form(row(1, "output.quantity", promised(">=", "100")))
    review = find("cn-sc-review-2026")
    bare = done("80")
    result = score(of, facts(of, {"1.1": bare}), review)
    working = result.items[0].working
    assert (str(working.points), working.met) == ("0.00", False)
    assert "80 ÷ 100" in working.notes[-1].zh
    proved = score(of, facts(of, {"1.1": replace(bare, evidence="验收单")}), review)
    assert proved.items[0].points == D("72.00")


def _part(*categories: str) -> Form:
    return form(*(row(n, code) for n, code in enumerate(categories, 1)))


SECTIONS = ("part.purpose", "part.planning.measures", "part.management", "part.results")


def test_gate_overrides_a_passing_total() -> None:
    """20 + 0 + 20 + 50 = 90 points, but no measures: Results Not Demonstrated."""
    of = _part(*SECTIONS)
    answers = {f"{n}.1": _yes() for n in (1, 3, 4)} | {"2.1": _yes("No")}
    result = score(of, facts(of, answers), PART)
    assert result.total == 90
    assert result.grade.name == "results_not_demonstrated"
    assert (result.margin.to_lower_grade, result.margin.to_higher_grade) == (None, None)
    assert "有效" in result.notes[-1].zh


def test_gate_stays_open() -> None:
    of = _part(*SECTIONS)
    answers = {f"{n}.1": _yes() for n in (1, 2, 3)} | {"4.1": _yes("Small extent")}
    result = score(of, facts(of, answers), PART)
    assert (result.total, result.grade.title_en) == (D("66.50"), "Adequate")


def test_gate_on_a_share_of_a_category() -> None:
    grades = SELF_2016.grades.model_validate(
        {
            "bands": [band.model_dump(by_alias=True) for band in SELF_2016.grades.bands],
            "gates": [
                {
                    "if": {"below": {"output": D(60)}},
                    "name": "failed",
                    "title": "否决",
                    "title_en": "failed",
                }
            ],
        }
    )
    gated = SELF_2016.model_copy(update={"grades": grades})
    of = small_form()
    at_60 = score(of, facts(of, {"1.1": judged("partly_achieved", "0.6")}), gated)
    below = score(of, facts(of, {"1.1": judged("partly_achieved", "0.59")}), gated)
    assert (at_60.grade.name, below.grade.name) == ("good", "failed")


@pytest.mark.parametrize(
    ("executed", "answer", "lamp"),
    [
        ("60", "达成年度指标", "绿灯"),
        ("40", "达成年度指标", "黄灯"),
        ("60", "未达成年度指标且效果较差", "红灯"),
    ],
)
def test_worst_lamp(executed: str, answer: str, lamp: str) -> None:
    """By the end of July 58.33% of the money is due: 60 is green, 40 (68.6%) yellow."""
    of = small_form()
    answers = {f"{n}.1": _yes("达成年度指标") for n in (1, 2)} | {"3.1": _yes(answer)}
    result = score(of, facts(of, answers, executed=executed), MONITORING)
    assert result.grade.title == lamp


def test_split_rating_of_the_world_bank() -> None:
    """MS (60) before with 40% of the money, S (80) after with 60%: 24 + 48 = 72: Satisfactory."""
    of = form(row(1, "outcome.original"), row(2, "outcome.revised"))
    weights = {"outcome.original": D(40), "outcome.revised": D(60)}
    answers = {"1.1": _yes("MS"), "2.1": _yes("S")}
    result = score(of, facts(of, answers), find("int-worldbank-outcome"), weights=weights)
    assert (result.total, result.grade.title_en) == (D(72), "Satisfactory")


def test_row_that_does_not_apply_needs_no_points() -> None:
    """No satisfaction applies: 101号 raises benefit to 40 and has no points for satisfaction."""
    of = form(
        row(1, "output.quantity"),
        row(2, "benefit.social"),
        row(3, "satisfaction.beneficiary", NOT_APPLICABLE),
    )
    result = score(of, facts(of, {"3.1": Actual.missing()}), find("cn-mof-2021-101"))
    assert [item.max_points for item in result.items] == [50, 40, 0]
    assert result.total == 100


def test_the_worst_item_is_not_blurred_by_the_rounding_of_its_points() -> None:
    """A quarter of 33.75 points is 8.44, of 16.87 it is 4.22: the lamp is 25 all the same."""
    of = form(row(1, "output.quantity"), row(2, "output.quality"), row(3, "benefit.social"))
    for red in ("1.1", "2.1", "3.1"):
        result = score(of, facts(of, {red: judged("not_achieved")}), MONITORING)
        assert (result.total, result.grade.title) == (D("25.00"), "红灯")
