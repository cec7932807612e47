"""The nouns: how promises are said in a few words, and how forms and rows are named."""

import datetime as dt
from dataclasses import FrozenInstanceError, replace
from decimal import Decimal

import pytest

from indicators.model import (
    Actual,
    Comparator,
    Form,
    Indicator,
    Kind,
    Source,
    Target,
    plain,
)

COUNTED = Target(Kind.QUANTITATIVE, value=Decimal(48), unit="小时")
FORM = Form(
    kind="project_declaration",
    department="示例局",
    project="示例项目",
    year=2019,
    budget=None,
    manager=None,
    goal="",
    indicators=(),
    source=Source("a.txt", "0" * 64),
)


@pytest.mark.parametrize(
    ("value", "text"),
    [("1E+2", "100"), ("12.50", "12.5"), ("100", "100"), ("0.00", "0"), ("0.10", "0.1")],
)
def test_plain_numbers(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text
    assert plain(None) == ""


@pytest.mark.parametrize(
    ("target", "phrase"),
    [
        (replace(COUNTED, comparator=Comparator.LT, explicit=True), "<48小时"),
        (replace(COUNTED, comparator=Comparator.GE, explicit=False), "48小时"),
        (replace(COUNTED, approximate=True), "约48小时"),
        (replace(COUNTED, comparator=Comparator.BETWEEN, upper=Decimal(60)), "48～60小时"),
        (Target(Kind.DEADLINE, date=dt.date(2019, 12, 31)), "2019-12-31前"),
        (
            Target(Kind.DEADLINE, date=dt.date(2019, 12, 31), start=dt.date(2019, 3, 1)),
            "2019-03-01至2019-12-31前",
        ),
        (
            Target(Kind.DEADLINE, after="合同签订", value=Decimal(4), unit="个月"),
            "合同签订后4个月内",
        ),
        (Target(Kind.SCHEDULE, per="季度", value=Decimal(1)), "每季度1次"),
        (Target(Kind.SCHEDULE, per="季度"), "按季度"),
        (Target(Kind.REFERENCE, to="contract"), "按合同"),
        (Target(Kind.NOT_APPLICABLE), "不适用"),
        (Target(Kind.QUALITATIVE), ""),
    ],
)
def test_promises_in_a_few_words(target: Target, phrase: str) -> None:
    assert target.phrase == phrase


def test_items_are_named_by_row_and_promise() -> None:
    row = Indicator(3, "产出", "质量", "output.quality", None, "…", (COUNTED, COUNTED), "a.txt:1")
    assert [key for key, _ in row.items()] == ["3.1", "3.2"]
    form = replace(FORM, indicators=(row, replace(row, number=4)))
    assert [key for key, _, _ in form.items()] == ["3.1", "3.2", "4.1", "4.2"]


def test_the_id_of_a_form_stays_whatever_else_changes() -> None:
    again = replace(FORM, goal="另写", source=Source("b.txt", "1" * 64))
    assert again.id == FORM.id
    assert len(FORM.id) == 8
    assert FORM.with_occurrence(2).id == f"{FORM.id}-2"
    others = [replace(FORM, year=2020), replace(FORM, project="乙"), replace(FORM, department="丙")]
    assert len({form.id for form in (FORM, *others)}) == 4


def test_titles() -> None:
    assert FORM.title == "示例项目"
    assert replace(FORM, project=None).title == "示例局"


def test_values_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        FORM.goal = "另写"  # type: ignore[misc]


def test_absence_has_a_name() -> None:
    missing = Actual.missing("未填", place="a.xlsx!F9")
    assert (missing.kind, missing.text, missing.place) == ("missing", "未填", "a.xlsx!F9")
