"""Facts that a filled form holds itself: one cell a row, perhaps for several promises."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets
from indicators.model import Budget, Form, Indicator, Judgement, Source
from indicators.pairing.answers import Vocabulary
from indicators.pairing.own import fact_of, is_filled, pair_own, texts_of
from indicators.pairing.workbook import Paired

D = Decimal


def _row(
    target: str,
    actual: str | None,
    *,
    number: int = 1,
    points: tuple[str, str] | None = None,
    reason: str | None = None,
) -> Indicator:
    most, had = (Decimal(each) for each in points) if points else (None, None)
    return Indicator(
        number,
        "产出指标",
        "数量指标",
        "output.quantity",
        None,
        target,
        tuple(parse_targets(target, category="output.quantity", year=2022)),
        f"a.xlsx!B{number}",
        max_points=most,
        declared_points=had,
        actual_text=actual,
        deviation_reason=reason,
    )


def _form(*rows: Indicator, budget: Budget | None = None) -> Form:
    source = Source("a.xlsx", "00")
    return Form(
        "project_selfevaluation",
        "某局",
        "甲",
        2022,
        budget,
        None,
        "",
        rows,
        source,
        goal_actual="好",
    )


def _paired(*rows: Indicator) -> Paired:
    return pair_own([_form(*rows)])


def test_facts_with_their_reasons() -> None:
    form = _form(
        _row("培训100人", "94人", reason="生源不足"), budget=Budget(Decimal(5), "元", place="B3")
    )
    paired = pair_own([form])
    actuals = paired.actuals[form.id]
    fact = actuals.by_item["1.1"]
    assert (fact.value, fact.unit, fact.reason) == (Decimal(94), "人", "生源不足")
    assert fact.place == "a.xlsx!B1"
    assert (actuals.unit, actuals.place, actuals.goal) == ("元", "B3", "好")
    assert (paired.problems, paired.doubts) == ((), {})


def test_an_empty_cell_is_missing() -> None:
    paired = _paired(_row("培训100人", ""), _row("2个", "2个", number=2))
    [actuals] = paired.actuals.values()
    assert [fact.kind for fact in actuals.by_item.values()] == ["missing", "quantitative"]


def test_what_does_not_compare_is_named_with_its_place() -> None:
    paired = _paired(_row("培训100人", "94平方米"))
    [problem] = paired.problems
    assert problem.where == "a.xlsx!B1"
    assert "培训" in problem.words.zh
    assert "平方米" in problem.words.zh


@pytest.mark.parametrize(
    ("target", "actual", "texts"),
    [
        ("培训100人；建成2个站点", "培训94人；建成2个站点", ["培训94人", "建成2个站点"]),
        ("培训100人，建成2个站点", "培训94人，建成1个站点。", ["培训94人", "建成1个站点"]),
        ("培训100人；建成2个站点", "已完成", ["已完成"] * 2),
        ("培训100人", "94人；效果好", ["94人；效果好"]),
    ],
)
def test_one_cell_for_several_promises(target: str, actual: str, texts: list[str]) -> None:
    assert texts_of(_row(target, actual)) == texts


def test_the_words_of_the_promise_repeated() -> None:
    row = _row("进一步优化营商环境", "进一步 优化营商环境")
    fact = fact_of(row, row.targets[0], row.actual_text or "", year=2022)
    assert fact.kind == "reached"


def test_words_that_name_a_level() -> None:
    row = _row("优化营商环境", "部分达成预期指标并具有一定效果", points=("10", "7"))
    paired = _paired(row)
    [actuals] = paired.actuals.values()
    assert actuals.by_item["1.1"].judgement is Judgement.PARTLY
    assert paired.doubts == {}


def test_words_that_name_none_take_the_share_of_the_points_with_a_doubt() -> None:
    paired = _paired(_row("优化营商环境", "群众反映见附件", points=("15", "12")))
    [actuals] = paired.actuals.values()
    assert actuals.by_item["1.1"].share == Decimal("0.8")
    [[finding]] = paired.doubts.values()
    assert finding.check == "judged-by-declared-points"
    assert "12/15" in finding.words.zh


@pytest.mark.parametrize("points", [None, ("15", "16"), ("0", "0")])
def test_without_points_they_are_a_problem(points: tuple[str, str] | None) -> None:
    paired = _paired(_row("优化营商环境", "群众反映见附件", points=points))
    assert len(paired.problems) == 1


def test_points_never_answer_a_promise_with_a_number() -> None:
    row = _row("培训100人", "见附件", points=("10", "10"))
    assert len(_paired(row).problems) == 1
    with pytest.raises(ActualsError):
        fact_of(row, row.targets[0], "见附件", year=2022)


def test_which_forms_are_filled() -> None:
    declared, filled = _form(_row("1个", None)), _form(_row("1个", ""))
    assert (is_filled(declared), is_filled(filled)) == (False, True)
    assert pair_own([declared]).actuals == {}


@pytest.mark.parametrize(
    ("had", "share", "checks"),
    [("12", "0.8", []), ("15", "1", []), ("9", None, ["points-outside-level"])],
)
def test_points_are_the_judgement_within_the_level(
    had: str, share: str | None, checks: list[str]
) -> None:
    """达成: 80% to 100% of 15 points; 9 are too few for it, so the words count."""
    vocabulary = Vocabulary(
        fits=lambda actual: actual.share is not None and actual.share >= D("0.8")
    )
    form = _form(_row("优化营商环境", "达成预期指标", points=("15", had)))
    paired = pair_own([form], vocabulary=vocabulary)
    fact = paired.actuals[form.id].by_item["1.1"]
    assert fact.share == (None if share is None else D(share))
    assert [found.check for found in paired.doubts.get(form.id, ())] == checks


def test_points_say_nothing_beside_a_number_or_a_missing_answer() -> None:
    vocabulary = Vocabulary(fits=lambda _: True)
    form = _form(
        _row("培训100人", "94人", points=("10", "5")),
        _row("优化", "", number=2, points=("10", "5")),
    )
    facts = pair_own([form], vocabulary=vocabulary).actuals[form.id].by_item
    assert [fact.share for fact in facts.values()] == [None, None]


@pytest.mark.parametrize(
    ("points", "share"),
    [
        (("7.5", "7.13"), "0.95"),  # 7.125, which was cut to hundredths
        (("10", "8"), "0.8"),
        (("3", "2"), "0.666667"),  # no whole percentage gives 2.00
        (("15", "14"), "0.933333"),
    ],
)
def test_the_share_that_points_claim_is_the_whole_percentage_that_gives_them(
    points: tuple[str, str], share: str
) -> None:
    row = _row("明显改善", "达成预期指标", points=points)
    form = _form(row)
    paired = pair_own([form], vocabulary=Vocabulary(fits=lambda _: True))
    assert paired.actuals[form.id].by_item["1.1"].share == D(share)
