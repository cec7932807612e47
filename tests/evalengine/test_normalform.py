"""The normal forms of the contract: every field there, numbers as text, both languages."""

import datetime as dt
import json
from dataclasses import fields
from decimal import Decimal

from evalengine import normalform
from evalengine.normalform import TARGET_FIELDS, plain, target_data
from indicators.errors import Words
from indicators.model import Finding, Kind, Severity, Target
from tests.evalengine.factories import BY_YEAR_END, guards_form


def test_every_field_of_a_target_is_told() -> None:
    assert set(TARGET_FIELDS) == {field.name for field in fields(Target)}


def test_numbers_keep_the_digits_as_written() -> None:
    target = Target(
        kind=Kind.QUANTITATIVE, value=Decimal("756.00"), canonical=Decimal("7560000.00")
    )
    data = target_data(target)
    assert (data["value"], data["canonical"]) == ("756.00", "7560000")
    assert (data["upper"], data["canonical_upper"]) == (None, None)


def test_no_number_is_written_with_an_exponent() -> None:
    assert plain(Decimal("1E+4")) == "10000"


def test_dates_codes_and_words() -> None:
    assert plain([dt.date(2019, 12, 31), Kind.DEADLINE, Words("一", "one"), None]) == [
        "2019-12-31",
        "deadline",
        "一",
        None,
    ]
    assert target_data(BY_YEAR_END)["date"] == "2019-12-31"


def test_a_form() -> None:
    data = normalform.forms_data([guards_form()])
    assert data["schema"] == "evalengine/forms/1"
    (form,) = data["forms"]
    assert form["budget"] == {
        "amount": "756.00",
        "unit": "万元",
        "annual": None,
        "executed": None,
        "parts": [],
    }
    assert form["source"] == {"file": "申报表.txt", "sha256": "ab" * 32, "part": None, "line": 188}
    assert form["indicators"][0]["category"] == "output.quantity"
    assert form["indicators"][0]["targets"][0]["value"] == "100"
    assert json.loads(json.dumps(data)) == data


def test_a_finding_in_both_languages() -> None:
    finding = Finding("weights-not-100", Severity.WARNING, "表.txt:3", Words("合计 99", "sum 99"))
    assert normalform.finding_data(finding) == {
        "check": "weights-not-100",
        "severity": "warning",
        "place": "表.txt:3",
        "message": "合计 99",
        "message_en": "sum 99",
    }
