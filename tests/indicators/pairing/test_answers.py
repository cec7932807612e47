"""One answer: the fact, the share claimed, the reason; and the money of a project."""

from decimal import Decimal
from pathlib import Path

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets
from indicators.model import Budget, Judgement
from indicators.pairing.answers import Vocabulary, read_answer, read_money
from indicators.pairing.sheet import Answer
from tests.indicators.pairing.samples import BY_YEAR_END, FAULTS, GUARDS, IN_WORDS, SATISFIED

BUDGET = Budget(Decimal("756.00"))


def read(answer: Answer, target: object = GUARDS) -> object:
    return read_answer(answer, target, place="填.xlsx!I8", year=2019)  # type: ignore[arg-type]


def test_an_answer_carries_reason_and_evidence() -> None:
    actual = read_answer(
        Answer("94", reason="人员流动", evidence="考勤表"), GUARDS, place="填.xlsx!I8", year=2019
    )
    assert (actual.value, actual.unit, actual.place) == (Decimal(94), "人", "填.xlsx!I8")
    assert (actual.reason, actual.evidence) == ("人员流动", "考勤表")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("94", "94人"), ("94人", "94人"), ("全部到岗，94人", None)],
)
def test_a_bare_number_takes_its_unit_along(typed: str, shown: str | None) -> None:
    actual = read_answer(Answer(typed), GUARDS, place="", year=2019)
    assert actual.text == (shown or typed)


def test_a_date_not_kept_may_be_told_in_words_with_a_share() -> None:
    actual = read_answer(Answer("未完成", share="30%"), BY_YEAR_END, place="", year=2019)
    assert (actual.judgement, actual.share) == (Judgement.NOT, Decimal("0.3"))


def test_a_level_that_only_the_standard_knows() -> None:
    answer, levels = Answer("甲 等"), Vocabulary(levels=frozenset({"甲等"}))
    actual = read_answer(answer, IN_WORDS, place="填.xlsx!I8", year=2019, vocabulary=levels)
    assert (actual.kind, actual.judgement) == ("qualitative", None)
    with pytest.raises(ActualsError):
        read_answer(answer, GUARDS, place="填.xlsx!I8", year=2019, vocabulary=levels)
    with pytest.raises(ActualsError):
        read(answer, IN_WORDS)


def test_nothing_filled_in_is_missing() -> None:
    assert read_answer(Answer(), GUARDS, place="", year=None).kind == "missing"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("85%", "0.85"),
        ("85", "0.85"),
        ("８５％", "0.85"),
        ("100%", "1"),
        ("0", "0"),
        ("0.5%", "0.005"),
    ],
)
def test_a_share_is_a_percentage(text: str, share: str) -> None:
    actual = read_answer(Answer("达成预期指标", share=text), IN_WORDS, place="", year=None)
    assert actual.judgement is Judgement.ACHIEVED
    assert actual.share == Decimal(share)


@pytest.mark.parametrize("text", ["0.85", "八成多", "-5%", "120%", "=1+1"])
def test_an_unclear_share_is_refused(text: str) -> None:
    with pytest.raises(ActualsError, match=r"得分比例“.*”看不懂；请写成 0% 到 100%"):
        read(Answer("达成预期指标", share=text), IN_WORDS)


def test_a_share_beside_a_number_has_no_use() -> None:
    with pytest.raises(ActualsError, match="得分比例“85%”多余"):
        read(Answer("94", share="85%"))


def test_a_bare_fraction_against_a_percentage_is_in_doubt() -> None:
    with pytest.raises(ActualsError, match="92%"):
        read(Answer("0.92"), SATISFIED)


def test_words_where_a_number_is_due() -> None:
    with pytest.raises(ActualsError, match="情况良好的很"):
        read(Answer("情况良好的很"), FAULTS)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("720.50", "720.50", "万元"), ("7200000元", "7200000", "元"), ("0", "0", "万元")],
)
def test_money_is_in_the_unit_of_the_budget_or_its_own(text: str, value: str, unit: str) -> None:
    money = read_money(text, BUDGET, place="填.xlsx!I7")
    assert (money.value, money.unit) == (Decimal(value), unit)


def test_money_without_a_budget_is_in_the_usual_unit() -> None:
    assert read_money("12.5", None, place="").unit == "万元"
    assert read_money("", None, place="").kind == "missing"


@pytest.mark.parametrize("text", ["已全部支付", "100人", "百分之九十"])
def test_what_is_no_money(text: str) -> None:
    with pytest.raises(ActualsError) as caught:
        read_money(text, BUDGET, place="填.xlsx!I7")
    assert [problem.where for problem in caught.value.problems] == ["填.xlsx!I7"]


def test_an_answer_is_read_by_the_words_that_its_target_was_read_by(tmp_path: Path) -> None:
    lexicon = tmp_path / "words.yaml"
    lexicon.write_text("units: {counts: [驿]}", encoding="utf-8")
    (target,) = parse_targets("新建驿站≥3驿", lexicon=lexicon)
    actual = read_answer(Answer("2驿"), target, place="", year=2019, vocabulary=Vocabulary(lexicon))
    assert (actual.value, actual.unit) == (Decimal(2), "驿")


@pytest.mark.parametrize("typed", ["1523/1600", "1523 ÷ 1600", "１５２３／１６００"])
def test_a_rate_may_be_told_by_its_two_data_items(typed: str) -> None:
    actual = read_answer(Answer(typed), SATISFIED, place="填.xlsx!I8", year=2019)
    assert (actual.raw, actual.value) == ((Decimal(1523), Decimal(1600)), None)
    assert (actual.text, actual.dimension, actual.place) == (typed, "ratio", "填.xlsx!I8")


@pytest.mark.parametrize("typed", ["1523/1600/2", "1523/约1600人"])
def test_what_is_no_pair_of_items(typed: str) -> None:
    with pytest.raises(ActualsError):
        read_answer(Answer(typed), SATISFIED, place="填.xlsx!I8", year=2019)


def test_a_count_is_no_rate() -> None:
    with pytest.raises(ActualsError):
        read_answer(Answer("94/100"), GUARDS, place="填.xlsx!I8", year=2019)
