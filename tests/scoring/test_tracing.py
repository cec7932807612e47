"""The trace: whose points an item has, what was put in, and the steps to the grade."""

from dataclasses import replace
from decimal import Decimal

from indicators.model import Actual, Budget
from scoring.model import ProjectScore
from scoring.register import find
from scoring.scorer import score
from tests.scoring.factories import (
    BY_YEAR_END,
    NOT_APPLICABLE,
    done,
    done_on,
    facts,
    form,
    judged,
    promised,
    row,
    small_form,
)
from tests.scoring.samples import MOF_2020, SELF_2016, facts_of, form_of

D = Decimal


def _steps(result: ProjectScore, name: str) -> list[str]:
    return [step.words.zh for step in result.steps if step.name == name]


def test_whose_points_an_item_has() -> None:
    """Output 50 over two rows, the first with two promises."""
    promise = promised(">=", "10")
    of = form(row(1, "output.quantity", promise, promise), row(2, "output.quality"))
    answers = {"1.1": done("10"), "1.2": done("8")}
    result = score(of, facts(of, answers), SELF_2016, missing="zero")
    assert [item.share and item.share.zh for item in result.items] == [
        "产出指标 50.00 分，分给 2 行，本行 25.00；本行 2 项承诺，本项 12.50",
        "产出指标 50.00 分，分给 2 行，本行 25.00；本行 2 项承诺，本项 12.50",
        "产出指标 50.00 分，分给 2 行，本行 25.00",
    ]
    assert result.items[0].share is not None
    assert result.items[0].share.en == (
        "Output has 50.00, over 2 rows, 25.00 for this one; over its 2 promises, 12.50 for this one"
    )


def test_what_was_put_in_also_in_the_base_unit() -> None:
    """3.5 kilometres of 4000 metres: compared in metres."""
    rows = (("产出指标", "数量指标", "修路≥4000米"),)
    of = form_of(rows)
    result = score(of, facts_of(of, {"1.1": "3.5公里"}), SELF_2016)
    assert dict(result.items[0].inputs) == {
        "comparator": ">=",
        "direction": "higher",
        "due": "4000",
        "done": "3500",
        "dimension": "length",
        "due_canonical": "4000",
        "done_canonical": "3500",
    }


def test_dates_judgements_and_raw_items() -> None:
    share = promised(">=", "90", "%")
    of = form(
        row(1, "output.timeliness", BY_YEAR_END),
        row(2, "output.quality"),
        row(3, "satisfaction.beneficiary", share),
    )
    raw = Actual("quantitative", raw=(D(1523), D(1600)))
    answers = {"1.1": done_on(2019, 12, 20), "2.1": judged("achieved", "0.85"), "3.1": raw}
    dated, said, counted = score(of, facts(of, answers), SELF_2016).items
    assert dict(dated.inputs) == {"due_date": "2019-12-31", "done_date": "2019-12-20"}
    assert dict(said.inputs) == {"judgement": "achieved", "share": "85%"}
    assert (counted.inputs[-2:], counted.actual) == (
        (("numerator", "1523"), ("denominator", "1600")),
        "1523 ÷ 1600",
    )


def test_the_steps_to_the_grade() -> None:
    of = small_form()
    result = score(of, facts(of, {"1.1": judged("achieved", "0.85")}), SELF_2016)
    assert [step.name for step in result.steps] == [
        *("weights", "rounding", "sum", "grade", "distance", "distance", "distance"),
    ]
    assert _steps(result, "sum") == [
        "预算执行率 10.00 + 产出指标 42.50 + 效益指标 30.00 + 满意度指标 10.00 = 92.50"
    ]
    assert _steps(result, "grade") == ["总分 92.50，等级“优”（优 ≥ 90，良 ≥ 80，中 ≥ 60，差 ≥ 0）"]
    assert _steps(result, "distance") == [
        "失分超过 2.50 为“良”",
        "失分超过 12.50 为“中”",
        "失分超过 32.50 为“差”",
    ]
    weights = result.steps[0]
    assert (weights.cite, weights.verified) == (SELF_2016.cite(SELF_2016.weights).clause, True)


def test_who_set_the_points() -> None:
    of = small_form()
    moved = {"output": D(40), "benefit": D(40)}
    by_user = score(of, facts(of), SELF_2016, weights=moved).steps[0]
    assert (by_user.cite, by_user.verified) == ("--weights", False)
    printed = replace(
        of,
        indicators=tuple(
            replace(each, max_points=D(points))
            for each, points in zip(of.indicators, (60, 20, 10), strict=True)
        ),
    )
    by_form = score(printed, facts(printed), SELF_2016).steps[0]
    assert by_form.words.zh.endswith("产出指标 60.00，效益指标 20.00，满意度指标 10.00")
    assert by_form.cite == "表中所印的分值"


def test_a_total_that_was_scaled_up_is_rounded_once_more() -> None:
    of = form(*small_form().indicators[:2], row(3, "satisfaction.beneficiary", NOT_APPLICABLE))
    result = score(of, facts(of), SELF_2016)
    assert _steps(result, "rounding")[0].endswith("换算后的总分再取整一次")
    (unscaled,) = _steps(score(small_form(), facts(small_form()), SELF_2016), "rounding")
    assert unscaled.endswith("合计不再取整")
    assert result.items[2].share is not None
    assert result.items[2].share.zh == "不占分值"


def test_whole_points_and_a_better_grade() -> None:
    """79.60 is rounded to 80 by the central table; 9.90 more make 89.50, which is 90."""
    table = find("cn-mof-central-grades")
    of = small_form()
    result = score(of, facts(of, {"1.1": judged("partly_achieved", "0.6")}, executed="96"), table)
    assert result.total == D("79.60")
    assert _steps(result, "grade")[0].startswith("总分 79.60，等级“良”（先四舍五入到整数；")
    assert _steps(result, "distance")[:2] == ["再得 9.90 分为“优”", "失分超过 0.10 为“中”"]


def test_a_grade_by_a_gate_has_no_distance() -> None:
    part = find("us-omb-part")
    of = form(row(1, "part.planning.measures"), row(2, "part.results"))
    result = score(of, facts(of, {"1.1": judged("not_achieved")}), part)
    assert _steps(result, "distance") == []
    assert "否决条件" in _steps(result, "note")[-1]


def test_no_step_for_money_where_there_is_none() -> None:
    of = form(*small_form().indicators, budget=Budget(D(0)))
    result = score(of, facts(of, executed="0"), MOF_2020)
    assert _steps(result, "sum")[0].startswith("产出指标 ")
