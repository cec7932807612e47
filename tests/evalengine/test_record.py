"""A record holds the result by the contract, names no person, and is one fixed text."""

import json
import re

from evalengine.record import record_data, records_data
from tests.evalengine.factories import evaluation


def test_the_worked_example() -> None:
    data = record_data(evaluation())
    assert data["schema"] == "evalengine/record/1"
    assert (data["total"], data["grade"], data["status"]) == ("90.20", "优秀", "final")
    assert data["margin"] == {"to_lower_grade": "0.20", "to_higher_grade": None}
    assert data["execution"]["working"] == "10.00 × 752.22 ÷ 756 = 9.95"
    assert data["subtotals"] == {"output": "46.75", "benefit": "25.50", "satisfaction": "8.00"}
    assert data["inputs"] == [
        {"file": "申报表.txt", "sha256": "ab" * 32},
        {"file": "实际.xlsx", "sha256": "cd" * 32},
    ]


def test_an_item() -> None:
    item = record_data(evaluation())["items"][0]
    assert item["id"] == "1.1"
    assert (item["target"], item["actual"]) == ("100人", "94人")
    assert (item["max_points"], item["points"]) == ("12.50", "11.75")
    assert item["working"] == "12.50 × 94 ÷ 100 = 11.75"
    assert (item["method"], item["met"], item["verified"]) == ("ratio", False, True)
    assert item["deviation_reason"] == "年中有人员流动"


def test_it_is_json_without_a_binary_number() -> None:
    text = json.dumps(records_data([evaluation()]), ensure_ascii=False)
    assert json.loads(text)["schema"] == "evalengine/records/1"
    assert re.findall(r"[:\[,] ?-?\d+\.\d", text) == []


def test_it_names_no_person() -> None:
    text = json.dumps(record_data(evaluation()), ensure_ascii=False)
    assert "某人" not in text
    assert "010-00000000" not in text


def test_defaults_are_left_out_of_the_case() -> None:
    case = record_data(evaluation())["case"]
    assert "occurrence" not in case["form"]
    assert case["form"]["indicators"][0]["targets"][0] == {
        "kind": "quantitative",
        "measure": "聘用保安人员",
        "comparator": "=",
        "value": "100",
        "unit": "人",
        "dimension": "count",
        "canonical": "100",
        "direction": "higher",
    }


def test_the_same_case_gives_the_same_text() -> None:
    assert json.dumps(record_data(evaluation())) == json.dumps(record_data(evaluation()))
