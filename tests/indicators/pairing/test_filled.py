"""Facts of filled rows, as units write them."""

import datetime as dt
from decimal import Decimal

import pytest

from indicators.errors import Words
from indicators.grammar import parse_targets
from indicators.model import Actual, Indicator, Judgement
from indicators.pairing.filled import facts_of


def _facts(target: str, actual: str, name: str = "某项") -> tuple[Actual | Words, ...]:
    targets = parse_targets(target, name=name, category="output.quantity", year=2022)
    row = Indicator(
        1, "产出指标", "数量指标", "output.quantity", name, target, tuple(targets), "r1",
        actual_text=actual,
    )  # fmt: skip
    return facts_of(row, year=2022)


def _fact(target: str, actual: str) -> Actual:
    [fact] = _facts(target, actual)
    assert isinstance(fact, Actual), fact
    return fact


def test_a_number_is_read_by_the_grammar() -> None:
    assert _fact("≥266米", "≥266米").value == Decimal(266)
    assert _fact("1200平方米", "0.12万平方米").canonical == Decimal(1200)


def test_remarks_behind_the_figure_are_set_aside() -> None:
    fact = _fact("3项", "3项（其中新建2项）")
    assert (fact.value, fact.text) == (Decimal(3), "3项（其中新建2项）")


def test_another_word_for_what_is_counted() -> None:
    fact = _fact("8台", "8套")
    assert (fact.value, fact.unit, fact.text) == (Decimal(8), "台", "8套")


def test_nothing_done_is_zero() -> None:
    fact = _fact("≥3000人", "未开展")
    assert (fact.kind, fact.value, fact.unit) == ("quantitative", Decimal(0), "人")


def test_a_deadline_is_answered_in_words() -> None:
    assert _fact("12月31日前", "已按时发放").kind == "reached"
    assert _fact("12月31日前", "2022年12月25日").date == dt.date(2022, 12, 25)


@pytest.mark.parametrize(
    ("target", "actual", "judgement"),
    [
        ("健全", "已建立健全长效管理机制", Judgement.ACHIEVED),
        ("规范", "台账齐全规范", Judgement.ACHIEVED),
        ("显著提高", "有所提高", Judgement.PARTLY),
        ("及时拨付", "未拨付", Judgement.NOT),
    ],
)
def test_a_promise_in_words_is_judged(target: str, actual: str, judgement: Judgement) -> None:
    assert _fact(target, actual).judgement is judgement


def test_the_words_of_the_target_say_that_it_was_kept() -> None:
    assert _fact("按合同", "按合同").kind == "reached"
    assert _fact("≥266米", "≥266米").value == Decimal(266)  # a number is read first


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≥20套", "550万元"), ("显著提高", "效率提升，但仍有不足"), ("≥5场", "约3至6场")],
)
def test_doubt_stays_words(target: str, actual: str) -> None:
    [words] = _facts(target, actual)
    assert isinstance(words, Words)
    assert actual in words.zh


@pytest.mark.parametrize(
    ("target", "actual", "value"),
    [("20所", "完成率95%", "19"), ("2.5万人", "80%", "20000"), ("≤3起", "未发生", "0")],
)
def test_a_part_of_what_was_promised(target: str, actual: str, value: str) -> None:
    fact = _fact(target, actual)
    assert (fact.value, fact.canonical) == (Decimal(value), Decimal(value))


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≥95%", "学生96%、教师97%"), ("≥40人", "男50人，女48人"), ("≤5%", "一季度3%；二季度4.5%")],
)
def test_several_numbers_that_each_keep_the_promise(target: str, actual: str) -> None:
    assert _fact(target, actual).kind == "reached"


@pytest.mark.parametrize(
    ("target", "actual"),
    [("≥95%", "学生96%、教师93%"), ("≤40人", "男30人，女28人"), ("≥95%", "满意98%，一般2%")],
)
def test_several_numbers_that_do_not(target: str, actual: str) -> None:
    [words] = _facts(target, actual)
    assert isinstance(words, Words)


@pytest.mark.parametrize("target", ["据实救助", "应助尽助"])
def test_whatever_was_done_keeps_a_promise_of_as_much_as_is_needed(target: str) -> None:
    assert _fact(target, "共救助236人").kind == "reached"
    [words] = _facts(target, "尚有36人未救助")
    assert isinstance(words, Words)


def test_a_schedule_is_answered_in_words() -> None:
    assert _fact("每月10日前发放", "每月均按时发放").kind == "reached"


@pytest.mark.parametrize("target", ["1所", "≤3万元", "6月30日前"])
def test_all_of_it_keeps_any_promise(target: str) -> None:
    assert _fact(target, "100%").kind == "reached"


@pytest.mark.parametrize("target", ["≤3万元", "6月30日前", "3-5个"])
def test_a_part_tells_nothing_of_money_days_and_ranges(target: str) -> None:
    [words] = _facts(target, "完成95%")
    assert isinstance(words, Words)


def test_every_promise_has_its_fact() -> None:
    first, second = _facts("培训≥2期，人数≥100人", "2期，120人")
    assert isinstance(first, Actual)
    assert isinstance(second, Actual)
    assert (first.value, second.value) == (Decimal(2), Decimal(120))
