"""The normal form of a re-check."""

import json
from pathlib import Path

from evalengine.rechecked import recheck_data
from evalengine.rechecking import recheck_files
from tests.evalengine.filled import ILLUSTRATIVE, write_form

DATA = recheck_data(recheck_files([ILLUSTRATIVE]))


def test_every_row_of_the_input_in_its_order() -> None:
    assert DATA["schema"] == "evalengine/recheck/1"
    assert [row["number"] for row in DATA["rows"]] == list(range(1, 11))
    [form] = DATA["forms"]
    assert form["execution"]["verdict"] == "rounding"


def test_a_row_as_read_and_as_judged() -> None:
    row = DATA["rows"][7]
    expected = {
        "indicator": "政策知晓率",
        "target": "≥80%",
        "actual": "72%",
        "max_points": "10",
        "declared_points": "10",
        "computed_points": "9.00",
        "difference": "1.00",
        "verdict": "differs",
        "decision": None,
    }
    assert {key: row[key] for key in expected} == expected
    assert row["explanation"].endswith("多给 1 分")
    assert row["explanation_en"].endswith("1 too much")
    assert [found["check"] for found in row["finding"]] == [
        "points-differ",
        "deviation-unexplained",
    ]
    assert row["workings"][0]["working"] == "10.00 × 72 ÷ 80 = 9.00"


def test_the_bottom_line_of_a_form() -> None:
    [form] = DATA["forms"]
    assert (form["declared_total"], form["computed_total"]) == ("95", "94.31")
    assert (form["declared_grade"], form["computed_grade"]) == ("优", "优")
    assert (form["reviewed_total"], form["waiting"]) == (None, 5)
    assert sum(form["verdicts"].values()) == 11


def test_the_criteria_say_who_must_look() -> None:
    [form] = DATA["forms"]
    states = {each["number"]: each["state"] for each in form["criteria"]}
    assert (states[2], states[5], states[10]) == ("to_judge", "found", "nothing_found")
    assert not any(each["verified"] for each in form["criteria"])


def test_it_is_json_without_binary_numbers(tmp_path: Path) -> None:
    text = json.dumps(recheck_data(recheck_files([write_form(tmp_path / "a.html")])))
    assert not any(isinstance(each, float) for each in _leaves(json.loads(text)))


def _leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in _leaves(each)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in _leaves(each)]
    return [value]
