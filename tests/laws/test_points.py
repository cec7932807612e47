"""Laws of points: bounds, monotony, units, sums, order, and an oracle in fractions."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from indicators.model import Actual, Form, Indicator, Judgement, Target
from scoring.methods.ratio import Ratio
from scoring.plan import make_plan
from scoring.register import shipped
from scoring.scorer import score
from scoring.standard import Standard
from scoring.weights import apportion, owner
from tests.scoring.factories import IN_WORDS, case, done, facts, form, promised, row

RATIO = Ratio(method="ratio")
SIGNS = [(">=", "higher"), (">", "higher"), ("<=", "lower"), ("<", "lower"), ("=", "exact")]
CATEGORIES = ["output.quantity", "output.quality", "benefit.social", "satisfaction.beneficiary"]

amounts = st.decimals(0, 10**9, places=3, allow_nan=False)
above_zero = st.decimals(Decimal("0.001"), 10**9, places=3, allow_nan=False)
points = st.decimals(0, 100, places=2, allow_nan=False)
signs = st.sampled_from(SIGNS)


def _is_for_forms(standard: Standard) -> bool:
    """Whether it gives points to the categories of forms; some judge two questions."""
    codes = list(standard.weights.points)
    return all(owner(standard.weights.counted(code), codes) for code in CATEGORIES)


standards = st.sampled_from(
    [
        s
        for s in shipped()
        if s.applies_to.purpose in ("self_evaluation", "monitoring") and _is_for_forms(s)
    ]
)


def _points(sign: tuple[str, str], target: Decimal, actual: Decimal, most: Decimal) -> int:
    promise = promised(sign[0], str(target), direction=sign[1])
    return RATIO.judge(case(promise, done(str(actual)), max_points=str(most))).points


def _oracle(sign: tuple[str, str], target: Decimal, actual: Decimal, most: Decimal) -> int:
    """Cents by exact fractions, a half up."""
    t, a, cents = Fraction(target), Fraction(actual), Fraction(most) * 100
    higher = a / t
    lower = t / a if a else Fraction(1)
    nearest = min(higher, lower) if a else higher
    share = {"higher": higher, "lower": lower, "exact": nearest}[sign[1]]
    return floor(cents * min(share, Fraction(1)) + Fraction(1, 2))


@given(signs, above_zero, amounts, points)
def test_ratio_is_exact(
    sign: tuple[str, str], target: Decimal, actual: Decimal, most: Decimal
) -> None:
    assert _points(sign, target, actual, most) == _oracle(sign, target, actual, most)


@given(signs, amounts, amounts, points)
def test_points_have_bounds(
    sign: tuple[str, str], target: Decimal, actual: Decimal, most: Decimal
) -> None:
    assert 0 <= _points(sign, target, actual, most) <= most * 100


@given(st.sampled_from(SIGNS[:4]), amounts, amounts, amounts, points)
def test_more_achievement_never_has_fewer_points(
    sign: tuple[str, str], target: Decimal, one: Decimal, other: Decimal, most: Decimal
) -> None:
    worse, better = sorted((one, other), reverse=sign[1] == "lower")
    assert _points(sign, target, worse, most) <= _points(sign, target, better, most)


@given(signs, amounts, amounts, points, st.integers(-4, 8))
def test_the_unit_does_not_matter(
    sign: tuple[str, str], target: Decimal, actual: Decimal, most: Decimal, shift: int
) -> None:
    """万元 or 元, hours or thousandths of them."""
    same = _points(sign, target.scaleb(shift), actual.scaleb(shift), most)
    assert same == _points(sign, target, actual, most)


@given(st.integers(0, 10**7), st.lists(st.integers(0, 10**6), min_size=1, max_size=40))
def test_apportioned_shares_make_the_total(total: int, weights: list[int]) -> None:
    shares = apportion(total, weights)
    whole = sum(weights)
    assert sum(shares) == (total if whole else 0)
    for share, weight in zip(shares, weights, strict=True):
        exact = Fraction(total * weight, whole or 1)
        assert abs(share - exact) < 1


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Forms with rows of all categories, each with one to four promises."""
    chosen = draw(st.lists(st.sampled_from(CATEGORIES), min_size=1, max_size=12))
    target = st.sampled_from(
        [IN_WORDS, promised(">=", "7"), promised("<=", "3", direction="lower")]
    )
    rows = [
        row(number, category, *draw(st.lists(target, min_size=1, max_size=4)))
        for number, category in enumerate(chosen, 1)
    ]
    return form(*rows)


def _fact(target: Target, data: st.DataObject) -> Actual:
    if target.value is None:
        judgement = data.draw(st.sampled_from(Judgement))
        return Actual("qualitative", judgement.value, judgement=judgement)
    return done(str(data.draw(st.integers(0, 10))))


@given(forms(), standards, st.data())
def test_all_points_make_a_hundred(of: Form, standard, data: st.DataObject) -> None:
    ids = [id_ for id_, _, _ in of.items()]
    excluded = data.draw(st.sets(st.sampled_from(ids), max_size=len(ids) - 1))
    plan = make_plan(of, standard, excluded=excluded, weights=None)
    assert plan.total == 10000
    if standard.not_applicable.policy == "siblings":
        assert plan.available == 10000
    assert all(plan.items[id_] == 0 for id_ in excluded)


@given(forms(), standards, st.data(), st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(of: Form, standard, data: st.DataObject, random) -> None:
    answers = {id_: _fact(target, data) for id_, _, target in of.items()}
    rows: list[Indicator] = list(of.indicators)
    random.shuffle(rows)
    shuffled = replace(of, indicators=tuple(rows))
    one = score(of, facts(of, answers), standard)
    other = score(shuffled, facts(of, answers), standard)
    assert one.total == other.total
    assert {i.id: i.points for i in one.items} == {i.id: i.points for i in other.items}


@given(forms(), standards, st.data())
def test_total_is_the_sum_and_has_its_grade(of: Form, standard, data: st.DataObject) -> None:
    answers = {id_: _fact(target, data) for id_, _, target in of.items()}
    result = score(of, facts(of, answers, executed="83.21"), standard)
    assert 0 <= result.total <= 100
    assert result.grade.lower <= result.total
    if not result.notes:
        assert result.execution is not None
        earned = sum(item.points for item in result.items) + result.execution.working.points
        assert result.total == earned
