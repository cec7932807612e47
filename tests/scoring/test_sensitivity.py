"""How firm a grade is: against hand-worked ranges, and against trying every cent."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.model import Actuals, Form
from scoring import score
from scoring.grades import Grades
from scoring.register import find
from scoring.rounding import Rounding
from scoring.sensitivity import Sensitivity, sensitivity
from scoring.standard import NotApplicable, Standard
from scoring.weights import Weights, apportion
from tests.scoring.factories import NOT_APPLICABLE, facts, form, judged, row, small_form
from tests.scoring.samples import SELF_2016

D = Decimal
FORM = small_form()
AT_85 = {"1.1": judged("achieved", "0.85")}


@pytest.fixture(scope="module")
def firm() -> Sensitivity:
    """Output 42.50 of 50, all else in full: 92.50, 优."""
    return sensitivity(FORM, facts(FORM, AT_85), SELF_2016)


def test_more_weight_on_the_weak_category(firm: Sensitivity) -> None:
    """100 − 0.15x ≥ 90 holds to x = 66.67; cents rounded, 66.70 still makes 56.70 + 33.30 = 90,
    and 66.71 makes 56.70 + 33.29.
    """
    (output,) = (each for each in firm.weights if each.category == "output")
    assert (output.now, output.low, output.high) == (D(50), D(0), D("66.70"))
    assert output.below is None
    assert output.above is not None
    assert output.above.title == "良"


def test_less_weight_on_the_strong_ones(firm: Sensitivity) -> None:
    """(100 − x) × 7.5 ÷ 70 ≤ 10 holds down to x = 6.67 or a few cents less."""
    (benefit,) = (each for each in firm.weights if each.category == "benefit")
    assert D("6.60") <= benefit.low <= D("6.67")
    assert (benefit.high, benefit.above) == (D(100), None)


def test_the_judgement_that_loses_the_grade(firm: Sensitivity) -> None:
    """2.51 points less: 50 × 79.98% = 39.99 makes 89.99; 79.99% rounds to 40.00."""
    (output, *_) = firm.judgements
    assert output.falls is not None
    assert output.falls.words.zh == "部分达成预期指标并具有一定效果 79.98%"
    assert (output.falls.points, output.falls.total) == (D("39.99"), D("89.99"))
    assert output.falls.grade.title == "良"
    assert output.rises is None


def test_the_judgement_that_earns_a_higher_grade() -> None:
    """40 + 30 + 8 + 10 = 88: output has to make 42, 84% of 50; satisfaction all 10."""
    answers = {"1.1": judged("achieved", "0.8"), "3.1": judged("achieved", "0.8")}
    found = sensitivity(FORM, facts(FORM, answers), SELF_2016).judgements
    rises = [each.rises and each.rises.words.zh for each in found]
    assert rises == ["达成预期指标 83.99%", None, "达成预期指标 99.95%"]
    assert [each.rises and each.rises.total for each in found] == [D(90), None, D(90)]


def test_where_the_worst_item_counts_weights_do_not() -> None:
    standard = find("cn-practice-monitoring")
    assert sensitivity(FORM, facts(FORM), standard).weights == ()


def test_one_category_alone_has_no_range() -> None:
    weights = {"execution": D(0), "output": D(100), "benefit": D(0), "satisfaction": D(0)}
    only = form(row(1, "output.quantity"))
    found = sensitivity(only, facts(only), SELF_2016, weights=weights)
    assert found.weights == ()


def test_a_gate_that_shuts_lets_no_weight_matter() -> None:
    part = find("us-omb-part")
    of = form(row(1, "part.planning.measures"), row(2, "part.results"))
    found = sensitivity(of, facts(of, {"1.1": judged("not_achieved")}), part)
    assert found.grade.name == "results_not_demonstrated"
    assert [(each.low, each.high) for each in found.weights] == [(D(0), D(100)), (D(0), D(100))]


SMALL = {
    "execution": D("0.30"),
    "output": D("1.50"),
    "benefit": D("0.90"),
    "satisfaction": D("0.30"),
}
"""The weights of 2016 for a total of 3 points, so that every cent can be tried."""


def _small(digits: int, policy: str) -> Standard:
    bands = [
        {"name": name, "title": name, "title_en": name, "from": lower}
        for name, lower in (("a", D("2.7")), ("b", D("2.4")), ("c", D("1.8")), ("d", D(0)))
    ]
    return SELF_2016.model_copy(
        update={
            "weights": Weights(total=D(3), points=SMALL),
            "grades": Grades.model_validate({"bands": bands}),
            "rounding": Rounding.model_validate({"digits": digits, "mode": "half_up"}),
            "not_applicable": NotApplicable.model_validate({"policy": policy}),
        }
    )


def _tried(of: Form, actuals: Actuals, standard: Standard, key: str) -> tuple[Decimal, Decimal]:
    """The range of a category, found by scoring at every cent."""
    grade = score(of, actuals, standard).grade

    def holds(cents: int) -> bool:
        others = {code: int(points * 100) for code, points in SMALL.items() if code != key}
        shares = apportion(300 - cents, list(others.values()))
        moved: Mapping[str, int] = {key: cents, **dict(zip(others, shares, strict=True))}
        weights = {code: D(share) / 100 for code, share in moved.items()}
        return score(of, actuals, standard, weights=weights).grade == grade

    low = high = int(SMALL[key] * 100)
    while low > 0 and holds(low - 1):
        low -= 1
    while high < 300 and holds(high + 1):
        high += 1
    return D(low) / 100, D(high) / 100


shares = st.sampled_from(["0.8", "0.86", "0.93", "1"])


@settings(max_examples=5)
@given(
    shares=st.tuples(shares, shares, shares),
    executed=st.sampled_from(["40", "87.5", "100"]),
    digits=st.integers(1, 2),
    policy=st.sampled_from(["rescale", "siblings"]),
    idle=st.sampled_from([None, "benefit.social"]),
)
def test_no_cent_is_left_out(
    shares: tuple[str, str, str], executed: str, digits: int, policy: str, idle: str | None
) -> None:
    standard = _small(digits, policy)
    of = small_form()
    if idle:
        of = replace(of, indicators=(*of.indicators, row(4, idle, NOT_APPLICABLE)))
    answers = {f"{n}.1": judged("achieved", share) for n, share in enumerate(shares, 1)}
    actuals = facts(of, answers, executed=executed)
    for each in sensitivity(of, actuals, standard).weights:
        assert (each.low, each.high) == _tried(of, actuals, standard, each.category)
