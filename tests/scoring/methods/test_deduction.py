"""A reviewer names a fault, and a table says which share it costs."""

import pytest

from indicators.errors import ActualsError
from indicators.model import Actual
from scoring.methods.deduction import Deduction
from tests.scoring.samples import case

RULE = Deduction.model_validate(
    {
        "method": "deduction",
        "faults": [
            {"name": "severe", "title": "严重", "title_en": "severe", "deduct": "100"},
            {"name": "medium", "title": "中等", "title_en": "medium", "deduct": "60"},
            {
                "name": "light",
                "title": "轻微",
                "title_en": "light",
                "aliases": ["较轻"],
                "deduct": "30",
            },
        ],
    }
)


@pytest.mark.parametrize(
    ("fault", "points"), [("严重", 0), ("中等", 400), ("轻微", 700), ("较轻", 700), ("light", 700)]
)
def test_the_share_that_a_fault_leaves(fault: str, points: int) -> None:
    assert RULE.judge(case("提升城市形象", Actual("qualitative", fault))).points == points


def test_a_fault_that_is_not_in_the_table_is_refused_with_the_table() -> None:
    with pytest.raises(ActualsError) as caught:
        RULE.judge(case("提升城市形象", Actual("qualitative", "不好")))
    assert "严重、中等、轻微" in caught.value.problems[0].words.zh
