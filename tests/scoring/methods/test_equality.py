"""Exactly the promised value, all points; anything else, none."""

import pytest

from scoring.methods.equality import Equality
from tests.scoring.samples import case

RULE = Equality(method="equality")


@pytest.mark.parametrize(
    ("promise", "fact", "points"),
    [
        ("=100人", "100人", 1000),
        ("=100人", "101人", 0),
        ("=100人", "99人", 0),
        ("=2天", "48小时", 1000),
        ("3-5次", "5次", 1000),
        ("3-5次", "6次", 0),
        ("=100人", "已完成", 1000),
    ],
)
def test_ten_points(promise: str, fact: str, points: int) -> None:
    assert RULE.judge(case(promise, fact)).points == points
