"""Records as tables."""

import copy
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from indicators.errors import DocumentError
from scoring.comparison.tables import money_text, points_text, tables_of

RECORD: dict[str, Any] = {
    "form_id": "0a1b2c3d",
    "project": "示例项目",
    "department": "示例局",
    "year": 2023,
    "standard": {"id": "cn-mof-2020-10"},
    "items": [
        {
            "id": "1.1",
            "category": "output.quality",
            "indicator": "年故障累计时间",
            "target": "<48小时",
            "actual": "3天",
            "max_points": "50.00",
            "points": "33.33",
            "low": "33.33",
            "high": "33.33",
            "declared_points": "50",
            "met": False,
            "deviation_reason": "",
            "place": "示例.txt:5",
        },
        {
            "id": "2.1",
            "category": "benefit.social",
            "indicator": "城市形象",
            "target": "提升城市形象",
            "actual": "达成预期指标",
            "max_points": "40.00",
            "points": "40.00",
            "low": "32.00",
            "high": "40.00",
            "declared_points": "40",
            "met": True,
            "deviation_reason": "",
            "place": "示例.txt:6",
        },
    ],
    "execution": {
        "budget": "45.12",
        "executed": "45.12",
        "unit": "万元",
        "max_points": "10.00",
        "points": "10.00",
    },
    "total": "83.33",
    "grade": "良",
    "status": "final",
    "case": {
        "form": {
            "indicators": [
                {
                    "number": 1,
                    "targets": [
                        {
                            "kind": "quantitative",
                            "dimension": "time",
                            "canonical": "48",
                            "direction": "lower",
                        }
                    ],
                },
                {"number": 2, "targets": [{"kind": "qualitative"}]},
            ]
        },
        "actuals": {
            "by_item": {"1.1": {"dimension": "time", "canonical": "72"}, "2.1": {"text": "达成"}}
        },
    },
}


def test_a_record_in_cents_and_fen() -> None:
    found = tables_of([RECORD])
    (project,) = found.projects.to_dict("records")
    assert (project["total"], project["low"], project["high"]) == (8333, 7533, 8333)
    assert (project["budget"], project["executed"]) == (45_120_000, 45_120_000)
    assert project["declared_total"] == 10_000  # 50 + 40, and 10 of the execution rate
    first, second = found.items.to_dict("records")
    assert (first["points"], first["max_points"], first["met"]) == (3333, 5000, False)
    assert (first["target_value"], first["actual_value"]) == (Decimal(48), Decimal(72))
    assert (second["low"], second["high"], second["target_value"]) == (3200, 4000, None)


def test_what_was_not_declared_is_missing_and_not_zero() -> None:
    record = copy.deepcopy(RECORD)
    record["items"][0]["declared_points"] = None
    record["execution"] = None
    found = tables_of([record])
    assert pd.isna(found.projects["declared_total"][0])
    assert pd.isna(found.projects["budget"][0])
    assert pd.isna(found.items["declared_points"][0])


def test_two_records_of_one_project_are_refused() -> None:
    with pytest.raises(DocumentError, match="给了两份记录"):
        tables_of([RECORD, RECORD])


def test_how_points_and_money_are_written() -> None:
    assert (points_text(9020), points_text(-5), points_text(0)) == ("90.20", "-0.05", "0.00")
    assert (money_text(45_120_000), money_text(1_000_000)) == ("45.12万元", "1万元")
