"""What holds for every score: bounds, sums, and no matter of order."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring import score
from tests.scoring.samples import BEIJING, GUARDS, GUARDS_FACTS, MOF_2020, facts_of, form_of

heads = st.integers(0, 300)
shares = st.integers(80, 100)
money = st.integers(0, 90_000)


@given(heads=heads, share=shares, cents=money, year=st.sampled_from(["2016", "2020"]))
def test_points_stay_within_their_bounds_and_make_the_total(
    heads: int, share: int, cents: int, year: str
) -> None:
    standard = BEIJING if year == "2016" else MOF_2020
    form = form_of(GUARDS)
    texts = {**GUARDS_FACTS, "1.1": f"{heads}人", "2.1": f"达成预期指标（{share}%）"}
    facts = facts_of(form, texts, executed=str(Decimal(cents) / 100))
    result = score(form, facts, standard)
    assert result.execution is not None
    parts = [(item.points, item.max_points) for item in result.items]
    parts.append((result.execution.working.points, result.execution.max_points))
    assert all(0 <= had <= most for had, most in parts)
    assert sum(most for _, most in parts) == 100
    assert sum(had for had, _ in parts) == result.total
    for item in result.items:
        assert item.working.low <= item.points <= item.working.high


@given(st.permutations(range(9)))
def test_the_order_in_which_rows_come_does_not_matter(order: list[int]) -> None:
    form = form_of(GUARDS)
    shuffled = replace(form, indicators=tuple(form.indicators[i] for i in order))
    first = score(form, facts_of(form, GUARDS_FACTS), BEIJING)
    second = score(shuffled, facts_of(form, GUARDS_FACTS), BEIJING)
    assert first.total == second.total
    assert {i.id: i.points for i in first.items} == {i.id: i.points for i in second.items}


@given(heads=st.integers(1, 99))
def test_the_unit_does_not_matter(heads: int) -> None:
    rows = (("产出指标", "数量指标", "修路10公里"), *GUARDS[4:])
    form = form_of(rows)
    texts = {f"{n}.1": "达成预期指标" for n in range(2, 7)}
    in_km = facts_of(form, {**texts, "1.1": f"{heads / 10:.1f}公里"})
    in_m = facts_of(form, {**texts, "1.1": f"{heads * 100}米"})
    assert score(form, in_km, BEIJING).total == score(form, in_m, BEIJING).total
