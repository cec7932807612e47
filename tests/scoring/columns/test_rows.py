"""A row of a table becomes the promise and the fact that a form would hold."""

import datetime as dt
from decimal import Decimal

import pytest

from indicators.model import Judgement, Kind
from scoring.columns.rows import actual_of, target_of
from scoring.columns.source import Source
from scoring.register import find
from tests.scoring.columns.frames import items

MOF = find("cn-mof-2020-10")


def _row(standard: str = "cn-mof-2020-10", **row: object):
    return Source(items(row), find(standard)).open(slice(0, 1)).row(0)


def test_a_count() -> None:
    row = _row()
    assert target_of(row).value == Decimal(100)
    fact = actual_of(row, MOF)
    assert (fact.kind, fact.value, fact.text) == ("quantitative", Decimal(94), "94")


def test_a_share_stands_in_percent_as_on_forms() -> None:
    row = _row("cn-mof-2021-101", dimension="ratio", target=Decimal("0.9"), actual=Decimal("0.85"))
    target, fact = target_of(row), actual_of(row, MOF)
    assert (target.value, target.unit, target.canonical) == (Decimal(90), "%", Decimal("0.9"))
    assert (fact.value, fact.unit, fact.text) == (Decimal(85), "%", "85%")


def test_a_deadline() -> None:
    row = _row(kind="deadline", target="2019-12-31", actual=dt.date(2020, 1, 5))
    assert target_of(row).date == dt.date(2019, 12, 31)
    assert actual_of(row, MOF).date == dt.date(2020, 1, 5)


@pytest.mark.parametrize("share", [None, Decimal("0.65")])
def test_an_answer_in_words(share: Decimal | None) -> None:
    row = _row(
        kind="qualitative", target=None, actual=None, judgement="partly_achieved", share=share
    )
    fact = actual_of(row, MOF)
    assert (fact.kind, fact.judgement, fact.share) == (Kind.QUALITATIVE, Judgement.PARTLY, share)
