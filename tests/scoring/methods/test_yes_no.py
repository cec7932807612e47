"""All or nothing."""

import pytest

from scoring.methods.yes_no import YesNo
from tests.scoring.samples import case

RULE = YesNo(method="yes_no")


@pytest.mark.parametrize(
    ("promise", "fact", "points"),
    [
        ("≥100人", "100人", 1000),
        ("≥100人", "99人", 0),
        ("故障时间＜48小时", "48小时", 0),
        ("2019年12月31日前完成", "2019-12-31", 1000),
        ("2019年12月31日前完成", "2020-01-01", 0),
        ("提升城市形象", "达成预期指标", 1000),
        ("提升城市形象", "部分达成预期指标并具有一定效果", 0),
    ],
)
def test_ten_points(promise: str, fact: str, points: int) -> None:
    assert RULE.judge(case(promise, fact)).points == points
