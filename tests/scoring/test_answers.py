"""The answers that could have been given to a judged item, from worst to best."""

from collections.abc import Sequence
from decimal import Decimal

from indicators.model import Actual, Judgement
from scoring.answers import Answer, answers
from scoring.register import find
from scoring.scorer import score
from scoring.standard import Standard
from tests.scoring.factories import (
    ACHIEVED,
    BY_YEAR_END,
    done,
    done_on,
    facts,
    form,
    promised,
    row,
    small_form,
)
from tests.scoring.samples import SELF_2016

D = Decimal


def _answers(actual: Actual, standard: Standard = SELF_2016) -> Sequence[Answer]:
    of = form(row(1, "output.quantity"))
    item = score(of, facts(of, {"1.1": actual}), standard).items[0]
    return answers(item, actual, standard)


def test_a_judgement_may_have_any_share_of_any_band() -> None:
    """0.00% to 100.00% in hundredths: 10001 answers, 5000 of them in the worst band."""
    found = _answers(ACHIEVED)
    assert [len(found), found[0].share, found[-1].share] == [10001, 0, 100]
    assert [each.words.zh for each in found[4999:5001]] == [
        "未达成预期指标且效果较差 49.99%",
        "部分达成预期指标并具有一定效果 50%",
    ]


def test_the_fact_had_it_been_answered() -> None:
    fact = _answers(ACHIEVED)[5000].instead_of(ACHIEVED)
    assert (fact.judgement, fact.share, fact.place) == (Judgement.PARTLY, D("0.5"), ACHIEVED.place)


def test_numbers_are_not_judged() -> None:
    of = form(row(1, "output.quantity", promised(">=", "100")), *small_form().indicators[1:])
    item = score(of, facts(of, {"1.1": done("94")}), SELF_2016).items[0]
    assert list(answers(item, done("94"), SELF_2016)) == []


def test_a_late_date_stays_late() -> None:
    """Late is the band of 50% to 80%; the date is a fact that nobody judges."""
    of = form(row(1, "output.quantity", BY_YEAR_END), *small_form().indicators[1:])
    late = done_on(2020, 1, 10)
    item = score(of, facts(of, {"1.1": late}), SELF_2016).items[0]
    found = answers(item, late, SELF_2016)
    assert [found[0].share, found[-1].share] == [D(50), D("79.99")]
    assert found[0].instead_of(late).date == late.date
    in_time = done_on(2019, 12, 1)
    kept = score(of, facts(of, {"1.1": in_time}), SELF_2016).items[0]
    assert list(answers(kept, in_time, SELF_2016)) == []


def test_a_reviewer_has_the_table_of_faults() -> None:
    review = find("cn-sc-review-2026")
    found = _answers(Actual("qualitative", "轻微不可核实", evidence="材料"), review)
    titles = [each.words.zh for each in found]
    assert titles == ["严重不可核实", "中度不可核实", "轻微不可核实", "可核实"]
    assert found[0].instead_of(ACHIEVED).text == "严重不可核实"


def test_levels_of_one_share_have_nothing_between_them() -> None:
    part = find("us-omb-part")
    of = form(row(1, "part.purpose"))
    yes = Actual("qualitative", "Yes")
    item = score(of, facts(of, {"1.1": yes}), part).items[0]
    assert [each.share for each in answers(item, yes, part)] == [0, 33, 67, 100]


def test_by_hand_any_share_will_do() -> None:
    manual = SELF_2016.rules[-1].model_validate(
        {"id": "hand", "title": "人工", "title_en": "by hand", "use": {"method": "manual"}}
    )
    standard = SELF_2016.model_copy(update={"rules": (manual,)})
    given = Actual("qualitative", "好", share=D("0.7"))
    found = _answers(given, standard)
    assert found[7000].words.zh == "70%"
    assert found[100].instead_of(given).share == D("0.01")
