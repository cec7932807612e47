"""How often something was done, as the answer to a schedule."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.grammar import parse_targets, read_actual


@pytest.mark.parametrize(
    ("promise", "answer", "value", "notes"),
    [
        ("每月2次", "24次", 24, 0),
        ("每月2次", "每月3次", 36, 0),
        ("每月2次", "3次/月", 36, 0),
        ("每月2次", "2次", 24, 1),
        ("每月2次", "每月2-3次", 24, 1),
        ("每季度1次", "2次", 2, 1),
        ("每半年1次", "上半年1次", 1, 1),
        ("每月1次", "1-6月每月1次", 6, 1),
        ("每月1次", "2022年每月1次", 12, 0),
        ("按月发放", "已发放12个月", 12, 0),
    ],
)
def test_times_a_year(promise: str, answer: str, value: int, notes: int) -> None:
    (target,) = parse_targets(promise)
    found = read_actual(answer, target, promised=promise, year=2022)
    assert found.value == Decimal(value)
    assert len(found.notes) == notes


@pytest.mark.parametrize(
    ("promise", "answer", "why"),
    [
        ("每月1次", "3次", "看不出是全年一共的数"),
        ("每月2次", "每月1-2次", "范围"),
        ("每月2次", "20万元", "全年实际次数"),
        ("每月2次", "5次和6次", "几个数字"),
    ],
)
def test_what_tells_no_times(promise: str, answer: str, why: str) -> None:
    (target,) = parse_targets(promise)
    with pytest.raises(ActualsError, match=why):
        read_actual(answer, target, promised=promise)
