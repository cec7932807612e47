"""Money that comes in or is saved, told from money that goes out."""

import pytest

from tests.scoring.checks.declaration.fragments import RULES, fragment


@pytest.mark.parametrize(
    ("text", "gained"),
    [
        ("争取社会资金≥500万元", True),  # 争取 stands before what is measured
        ("带动投资1000万元", True),
        ("节约成本≥5万元", True),  # saved, though its name ends like a cost
        ("有效控制成本≥80万元", False),
        ("设备购置≥80万元", False),
    ],
)
def test_what_is_gained(text: str, gained: bool) -> None:
    [row] = fragment([("产出成本指标", text)]).indicators
    assert RULES.cost_at_least.is_gained(row, row.targets[0]) is gained
    assert RULES.cost_over_budget.is_gained(row, row.targets[0]) is gained
