"""A form judged as a whole: shares of points, items, execution, total, grade."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError, StandardError
from scoring import score
from scoring.model import ProjectScore
from tests.scoring.samples import (
    BEIJING,
    GUARDS,
    GUARDS_FACTS,
    MOF_2020,
    SELF_2016,
    facts_of,
    form_of,
)


def points(result: ProjectScore) -> dict[str, str]:
    return {item.id: str(item.points) for item in result.items}


def test_the_worked_example_comes_to_90_20() -> None:
    """By hand: 9.95 + 11.75 + 10.00 + 12.50 + 12.50 + 6.00 + 6.75 + 6.75 + 6.00 + 8.00."""
    form = form_of(GUARDS)
    result = score(form, facts_of(form, GUARDS_FACTS), BEIJING)
    assert points(result) == {
        "1.1": "11.75",
        "2.1": "10.00",
        "3.1": "12.50",
        "4.1": "12.50",
        "5.1": "6.00",
        "6.1": "6.75",
        "7.1": "6.75",
        "8.1": "6.00",
        "9.1": "8.00",
    }
    assert result.execution is not None
    assert (result.execution.rate, str(result.execution.working.points)) == ("99.50%", "9.95")
    assert (str(result.total), result.grade.title, result.status) == ("90.20", "优秀", "final")
    assert (result.margin.to_lower_grade, result.margin.to_higher_grade) == (Decimal("0.20"), None)


def test_satisfaction_is_its_own_category_wherever_the_form_files_it() -> None:
    form = form_of(GUARDS)
    result = score(form, facts_of(form, GUARDS_FACTS), BEIJING)
    by_category = {part.category: str(part.max_points) for part in result.subtotals}
    assert by_category == {"output": "50.00", "benefit": "30.00", "satisfaction": "10.00"}


def test_points_are_shared_over_rows_then_promises_to_the_cent() -> None:
    """50 points on 3 rows: 16.67, 16.67, 16.66; the first has two promises: 8.34 and 8.33."""
    rows = (
        ("产出指标", "数量指标", "维修道路3公里，新建桥梁2座"),
        ("产出指标", "质量指标", "验收合格率100%"),
        ("产出指标", "时效指标", "2019年12月底前完成"),
        ("效益指标", "社会效益指标", "改善出行条件"),
        ("满意度指标", "服务对象满意度指标", "满意度≥90%"),
    )
    form = form_of(rows)
    texts = {"1.1": "3公里", "1.2": "2座", "2.1": "100%", "3.1": "2019-12-01"}
    texts |= {"4.1": "达成预期指标", "5.1": "95%"}
    result = score(form, facts_of(form, texts), SELF_2016)
    shares = {item.id: str(item.max_points) for item in result.items}
    assert shares == {
        "1.1": "8.34",
        "1.2": "8.33",
        "2.1": "16.67",
        "3.1": "16.66",
        "4.1": "30.00",
        "5.1": "10.00",
    }
    assert sum(item.max_points for item in result.items) + 10 == 100


PDA = (
    ("产出指标", "产出数量指标", "街面执法使用不少于10000次"),
    ("效益指标", "经济效益指标", "不可估算。"),
    ("效益指标", "社会效益指标", "提高城市文明水平"),
    ("效益指标", "服务对象满意度指标", "提高认知度和满意度"),
)


def test_what_does_not_apply_is_left_out_and_the_total_rescaled_in_2016() -> None:
    """Benefit 30 on two rows: 15 do not apply. 10 + 40 + 15 + 10 = 75 of 85; × 100 ÷ 85 = 88.24."""
    form = form_of(PDA, budget="172.5")
    facts = {"1.1": "8000次", "3.1": "达成预期指标（100%）", "4.1": "达成预期指标（100%）"}
    result = score(form, facts_of(form, facts, executed="172.5"), SELF_2016)
    assert points(result) == {"1.1": "40.00", "2.1": "0.00", "3.1": "15.00", "4.1": "10.00"}
    assert str(result.total) == "88.24"
    assert any("折算" in note.zh for note in result.notes)


def test_what_does_not_apply_hands_its_points_to_its_category_in_2020() -> None:
    """The other benefit row has all 30. 10 + 40 + 30 + 10 = 90."""
    form = form_of(PDA, budget="172.5")
    facts = {"1.1": "8000次", "3.1": "达成预期指标（100%）", "4.1": "达成预期指标（100%）"}
    result = score(form, facts_of(form, facts, executed="172.5"), MOF_2020)
    assert points(result) == {"1.1": "40.00", "2.1": "0.00", "3.1": "30.00", "4.1": "10.00"}
    assert (str(result.total), result.grade.title) == ("90.00", "优")


def test_the_denominator_of_execution_is_the_standards_choice() -> None:
    """80 of 100 planned, 90 after changes: 80% of 10, or 80 ÷ 90 × 10 = 8.89."""
    form = form_of(GUARDS, budget="100")
    facts = facts_of(form, GUARDS_FACTS, executed="80", annual="90")
    by_2016, by_2020 = score(form, facts, SELF_2016), score(form, facts, MOF_2020)
    assert by_2016.execution is not None
    assert by_2020.execution is not None
    assert str(by_2016.execution.working.points) == "8.00"
    assert str(by_2020.execution.working.points) == "8.89"


def test_execution_beyond_the_budget_is_capped_and_found() -> None:
    form = form_of(GUARDS, budget="100")
    result = score(form, facts_of(form, GUARDS_FACTS, executed="110"), SELF_2016)
    assert result.execution is not None
    assert str(result.execution.working.points) == "10.00"
    assert "execution-over-budget" in {finding.check for finding in result.findings}


def test_bands_differ_between_the_standards() -> None:
    """70% of a half-achieved promise is allowed from 50% in 2016, from 60% in 2020."""
    facts = {**GUARDS_FACTS, "2.1": "部分达成预期指标并具有一定效果（55%）"}
    form = form_of(GUARDS)
    assert points(score(form, facts_of(form, facts), SELF_2016))["2.1"] == "6.88"
    with pytest.raises(ActualsError) as caught:
        score(form, facts_of(form, facts), MOF_2020)
    assert "[60%, 80%)" in caught.value.problems[0].words.zh


def test_missing_facts_are_all_named_and_nothing_is_judged() -> None:
    form = form_of(GUARDS)
    facts = {key: text for key, text in GUARDS_FACTS.items() if key not in ("1.1", "9.1")}
    with pytest.raises(ActualsError) as caught:
        score(form, facts_of(form, facts, executed=None), BEIJING)
    said = [problem.words.zh for problem in caught.value.problems]
    assert len(said) == 3
    assert "聘用保安人员" in said[0]
    assert "9.1" in said[1]
    assert "执行" in said[2]


def test_missing_facts_may_be_zero_or_excluded_and_make_it_provisional() -> None:
    """Zero: 90.20 − 11.75 = 78.45. Excluded in 2016: 78.45 of 87.50, × 100 ÷ 87.50 = 89.66."""
    form = form_of(GUARDS)
    facts = facts_of(form, {k: t for k, t in GUARDS_FACTS.items() if k != "1.1"})
    zero = score(form, facts, BEIJING, missing="zero")
    assert (str(zero.total), zero.status) == ("78.45", "provisional")
    excluded = score(form, facts, BEIJING, missing="exclude")
    assert (str(excluded.total), excluded.status) == ("89.66", "provisional")


def test_weights_take_the_place_of_the_standards_and_must_make_the_total() -> None:
    form, weights = form_of(GUARDS), {"output": Decimal(60), "benefit": Decimal(20)}
    result = score(form, facts_of(form, GUARDS_FACTS), BEIJING, weights=weights)
    assert {str(item.max_points) for item in result.items} == {"15.00", "5.00", "10.00"}
    with pytest.raises(StandardError) as caught:
        score(form, facts_of(form, GUARDS_FACTS), BEIJING, weights={"output": Decimal(60)})
    assert "110" in caught.value.problems[0].words.zh
    with pytest.raises(StandardError) as caught:
        score(form, facts_of(form, GUARDS_FACTS), BEIJING, weights={"outputs": Decimal(60)})
    assert "output" in caught.value.problems[0].words.zh


def test_a_row_of_unknown_category_stops_with_its_place() -> None:
    form = form_of((*GUARDS, ("其他", "杂项", "维修2次")))
    with pytest.raises(StandardError) as caught:
        score(form, facts_of(form, {**GUARDS_FACTS, "10.1": "2"}), BEIJING)
    (problem,) = caught.value.problems
    assert problem.where == "form.txt:10"
    assert "其他 / 杂项" in problem.words.zh


def test_a_budget_of_zero_has_no_execution_item() -> None:
    """Nothing planned, nothing spent: the ten points do not apply. 80.25 × 100 ÷ 90 = 89.17."""
    form = form_of(GUARDS, budget="0")
    result = score(form, facts_of(form, GUARDS_FACTS, executed="0"), BEIJING)
    assert result.execution is None or result.execution.max_points == 0
    assert str(result.total) == "89.17"


def test_money_spent_without_a_budget_is_an_error() -> None:
    form = form_of(GUARDS, budget="0")
    with pytest.raises(ActualsError):
        score(form, facts_of(form, GUARDS_FACTS, executed="5"), BEIJING)


def test_lost_points_without_a_reason_are_found() -> None:
    form = form_of(GUARDS)
    result = score(form, facts_of(form, GUARDS_FACTS), BEIJING)
    missing = [f for f in result.findings if f.check == "reason-missing"]
    assert any("1.1" in f.place or "聘用保安人员" in f.words.zh for f in missing)


def test_every_point_carries_its_rule_and_clause() -> None:
    form = form_of(GUARDS)
    result = score(form, facts_of(form, GUARDS_FACTS), BEIJING)
    first = result.items[0].working
    assert first.formula == "12.50 × 94 ÷ 100 = 11.75"
    assert (first.rule, first.method, first.met, first.verified) == (
        *("quantitative", "ratio", False, True),
    )
    late = next(item for item in result.items if item.id == "3.1").working
    assert not late.verified
    assert all(item.working.cite for item in result.items)
