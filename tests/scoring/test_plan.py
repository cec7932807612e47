"""Points are shared over categories, rows and promises, and handed on where some do not apply."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.errors import StandardError, Words
from indicators.model import Declared, Finding, Form, Severity
from scoring.plan import Plan, make_plan
from scoring.register import find
from scoring.standard import Standard
from tests.scoring.factories import form, promised, row, small_form

D = Decimal
RESCALING = find("cn-selfeval-2016")
HANDING_ON = find("cn-mof-2020-10")
TARGET = promised(">=", "1")


def plan(
    of: Form,
    *excluded: str,
    standard=HANDING_ON,
    weights: dict[str, Decimal] | None = None,
) -> Plan:
    return make_plan(of, standard, excluded=excluded, weights=weights)


def test_shared_over_rows_and_then_over_promises() -> None:
    """Output 50 over two rows: 25 each; the first row's over two promises: 12.50 each."""
    rows = [
        row(1, "output.quantity", TARGET, TARGET),
        row(2, "output.quality"),
        row(3, "benefit.social"),
        row(4, "satisfaction.beneficiary"),
    ]
    made = plan(form(*rows))
    assert made.items == {"1.1": 1250, "1.2": 1250, "2.1": 2500, "3.1": 3000, "4.1": 1000}
    assert (made.execution, made.available, made.total) == (1000, 10000, 10000)


def test_cents_left_over_go_to_the_first_rows() -> None:
    rows = [row(i, "benefit.social") for i in range(1, 8)]
    made = plan(form(row(8, "output.quantity"), row(9, "satisfaction.beneficiary"), *rows))
    assert [made.items[f"{i}.1"] for i in range(1, 8)] == [429, 429, 429, 429, 428, 428, 428]


def test_siblings_share_what_does_not_apply() -> None:
    """The row's other promise, then the other rows of the category."""
    rows = [row(1, "output.quantity", TARGET, TARGET), row(2, "output.quality")]
    more = [row(3, "benefit.social"), row(4, "satisfaction.beneficiary")]
    of = form(*rows, *more)
    assert plan(of, "1.1").items["1.2"] == 2500
    assert plan(of, "1.1", "1.2").items["2.1"] == 5000
    assert plan(of, "1.1", "1.2").items["1.1"] == 0


def test_a_whole_category_hands_on_in_proportion() -> None:
    """Satisfaction's 10 over 50 and 30: 56.25 and 33.75."""
    made = plan(small_form(), "3.1")
    assert (made.items["1.1"], made.items["2.1"]) == (5625, 3375)
    assert (made.execution, made.available) == (1000, 10000)
    assert "满意度指标，其 10.00 分" in made.notes[0].zh


def test_execution_that_does_not_count_hands_on_too() -> None:
    """100 over 50, 30 and 10: 55.56, 33.33, 11.11."""
    made = plan(small_form(), "execution")
    assert list(made.items.values()) == [5556, 3333, 1111]
    assert made.execution == 0


def test_rescaling_drops_the_points_that_do_not_apply() -> None:
    made = plan(small_form(), "3.1", standard=RESCALING)
    assert made.items == {"1.1": 5000, "2.1": 3000, "3.1": 0}
    assert (made.available, made.total) == (9000, 10000)


def test_category_without_a_row_is_not_there_either() -> None:
    of = form(row(1, "output.quantity"), row(2, "benefit.social"))
    assert plan(of, standard=RESCALING).available == 9000
    assert plan(of).available == 10000


def test_cost_of_its_own_counts_as_output() -> None:
    of = form(row(1, "cost.economic"), row(2, "benefit.social"), row(3, "satisfaction.beneficiary"))
    made = plan(of)
    assert (made.categories["1.1"], made.items["1.1"]) == ("output.cost", 5000)


def test_points_of_the_user() -> None:
    made = plan(small_form(), weights={"output": D(60), "benefit": D(20)})
    assert list(made.items.values()) == [6000, 2000, 1000]


def test_points_that_the_form_prints() -> None:
    rows = [
        row(1, "output.quantity", TARGET, TARGET, max_points=D("45.5")),
        row(2, "benefit.social", max_points=D("44.5")),
    ]
    made = plan(form(*rows), standard=RESCALING)
    assert made.items == {"1.1": 2275, "1.2": 2275, "2.1": 4450}
    assert made.available == 10000


def test_points_of_the_execution_that_the_form_prints() -> None:
    """20 for the execution and 80 for the rows, where the standard would give 10 and 90."""
    rows = [
        row(1, "output.quantity", max_points=D(50)),
        row(2, "benefit.social", max_points=D(30)),
    ]
    made = plan(replace(form(*rows), declared=Declared(execution_max=D(20))))
    assert (made.execution, made.items, made.total) == (2000, {"1.1": 5000, "2.1": 3000}, 10000)


def test_a_row_that_does_not_apply_may_be_left_blank() -> None:
    """92.50 of 100 are printed; scaled up, the blank row's 7.50 are what lacks."""
    rows = [
        row(1, "output.quantity", max_points=D("82.5")),
        row(2, "benefit.social"),
        row(3, "benefit.economic", max_points=D("0")),
    ]
    made = plan(form(*rows), "2.1", standard=RESCALING)
    assert made.items == {"1.1": 8250, "2.1": 0, "3.1": 0}
    assert (made.available, made.total) == (9250, 10000)
    with pytest.raises(StandardError, match=r"合计 92\.50"):
        plan(form(*rows), "2.1", standard=HANDING_ON)


def test_a_category_without_a_row_may_lack_in_the_printed_points() -> None:
    """10, 50 and 30 are all that is due without satisfaction: such a form we write ourselves."""
    rows = (row(1, "output.quantity"), row(2, "benefit.social"))
    points = (D(50), D(30))
    of = form(*(replace(one, max_points=each) for one, each in zip(rows, points, strict=True)))
    made = plan(of, standard=RESCALING)
    assert made.items == {"1.1": 5000, "2.1": 3000}
    assert (made.execution, made.available, made.total) == (1000, 9000, 10000)
    assert made.items == plan(form(*rows), standard=RESCALING).items


@pytest.mark.parametrize("standard", [RESCALING, HANDING_ON])
def test_other_points_may_not_lack(standard: Standard) -> None:
    """Satisfaction has no row; but 20 of the 30 of benefit, or a standard that hands points on,
    leave no reason for what lacks.
    """
    benefit = D(20) if standard is RESCALING else D(30)
    of = form(
        replace(row(1, "output.quantity"), max_points=D(50)),
        replace(row(2, "benefit.social"), max_points=benefit),
    )
    with pytest.raises(StandardError, match=str(60 + benefit)):
        plan(of, standard=standard)


def test_printed_points_that_are_handed_on_are_told() -> None:
    """20 + 20 + 10 for output: the 10 of the third go to the other two, 25 each."""
    printed = [
        row(1, "output.quantity", max_points=D(20)),
        row(2, "output.quality", max_points=D(20)),
        row(3, "output.timeliness", max_points=D(10)),
        row(4, "benefit.social", max_points=D(30)),
        row(5, "satisfaction.beneficiary", max_points=D(10)),
    ]
    made = plan(form(*printed), "3.1")
    assert [made.items[f"{n}.1"] for n in range(1, 6)] == [2500, 2500, 0, 3000, 1000]
    assert [note.zh for note in made.notes] == [
        "分值按表中所印，不参与评价的除外。",
        "3.1 不参与评价，其 10.00 分分给其他产出指标。",
    ]
    assert [note.zh for note in plan(form(*printed)).notes] == ["各项分值按表中所印。"]


def test_equal_points_that_are_handed_on_are_told() -> None:
    """50 over two rows: 25 of the first go to the second."""
    rows = [
        row(1, "output.quantity"),
        row(2, "output.quality"),
        row(3, "benefit.social"),
        row(4, "satisfaction.beneficiary"),
    ]
    made = plan(form(*rows), "1.1")
    assert [note.zh for note in made.notes] == ["1.1 不参与评价，其 25.00 分分给其他产出指标。"]


def test_printed_points_weigh_the_rows_under_the_users_points() -> None:
    rows = [
        row(1, "output.quantity", max_points=D(10)),
        row(2, "output.quality", max_points=D(30)),
        row(3, "benefit.social", max_points=D(1)),
        row(4, "satisfaction.beneficiary", max_points=D(1)),
    ]
    made = plan(form(*rows), weights={"output": D(50)})
    assert (made.items["1.1"], made.items["2.1"]) == (1250, 3750)


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (("45", "44"), "合计 99"),
        (("90", None), "没有分值"),
        (("100", "-10"), "-10"),
        (("45.005", "44.995"), "45.005"),
    ],
)
def test_printed_points_that_are_refused(points: tuple[str | None, str | None], words: str) -> None:
    first, second = (None if p is None else D(p) for p in points)
    of = form(
        row(1, "output.quantity", max_points=first), row(2, "benefit.social", max_points=second)
    )
    with pytest.raises(StandardError) as caught:
        plan(of)
    assert words in str(caught.value)


def test_printed_points_that_cannot_be_read_are_no_reason_for_equal_weights() -> None:
    words = Words("“分值”写的是“abc”，不是分数。", "'abc' is no number of points.")
    unread = Finding("max-points-unreadable", Severity.WARNING, "自评表.xlsx!表1!F9", words)
    of = replace(small_form(), findings=(unread,))
    with pytest.raises(StandardError) as error:
        plan(of)
    assert "自评表.xlsx!表1!F9" in str(error.value)
    assert "abc" in str(error.value)
    given = {"output": D(60), "benefit": D(20), "satisfaction": D(10), "execution": D(10)}
    assert plan(of, weights=given).items["1.1"] == 6000


def test_rows_without_a_home_are_all_named() -> None:
    of = form(row(1, ""), row(2, "decision.project"), row(3, "output.quality"))
    with pytest.raises(StandardError) as caught:
        plan(of)
    unknown, without_points = caught.value.problems
    assert unknown.where == "form.txt:1"
    assert "categories.yaml" in unknown.words.zh
    assert "decision.project" in without_points.words.zh
    assert "counts_as" in without_points.words.en


def test_rows_of_one_number() -> None:
    with pytest.raises(StandardError, match="序号 1 出现了两次"):
        plan(form(row(1, "output.quality"), row(1, "output.quantity")))


def test_nothing_left() -> None:
    with pytest.raises(StandardError, match="没有任何可以评价的指标"):
        plan(form(row(1, "output.quality")), "1.1", "execution")


def test_points_of_the_user_lie_over_those_that_hold_for_the_form() -> None:
    """With cost the guide of 2021 has 20, 40, 20, 10 and execution 10; the user moves 10 points."""
    guide = find("cn-mof-2021-101")
    codes = ("cost.economic", "output.quantity", "benefit.social", "satisfaction.beneficiary")
    of = form(*(row(n, code) for n, code in enumerate(codes, 1)))
    moved = {"cost": D(10), "output": D(50)}
    plan = make_plan(of, guide, excluded=(), weights=moved)
    assert list(plan.points) == ["execution", "cost", "output", "benefit", "satisfaction"]
    assert list(plan.points.values()) == [1000, 1000, 5000, 2000, 1000]
    assert plan.keys["1.1"] == "cost"
