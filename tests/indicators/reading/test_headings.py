"""Headings that leave something open: several years, no column of targets."""

import pytest

from indicators.reading.headings import likely_target, of_one_year
from tests.indicators.reading.papers import grid


@pytest.mark.parametrize(
    ("headings", "kept"),
    [
        ("指标值=target 实际完成值=actual", "target actual"),
        ("2022年目标值=target 2022年完成值=actual", "target actual"),
        ("2021年完成值=actual 2022年目标值=target", "- target"),
        ("2023年目标值=target 2024年目标值=target", "target -"),
        ("2021年完成值=actual 2022年完成值=actual", "- actual"),
        ("2021年指标=name 2022年目标值=target", "name target"),
    ],
)
def test_columns_of_another_year(headings: str, kept: str) -> None:
    pairs = [one.split("=") for one in headings.split()]
    texts, meanings = [text for text, _ in pairs], [means for _, means in pairs]
    assert of_one_year(texts, meanings) == [None if one == "-" else one for one in kept.split()]


def test_an_unknown_column_behind_the_names_holds_the_targets() -> None:
    rows = grid(["产出", "甲", "≥100人", "94人"]).rows
    meanings = ["level1", "name", None, "actual"]
    assert likely_target(meanings, [0, 1, 2, 3], rows) == 2
    assert likely_target(meanings, [0, 1, 2, 3], grid(["产出", "甲", "重要", "94人"]).rows) is None
    assert likely_target(["level1", "name", "actual", None], [0, 1, 2, 3], rows) is None
    assert likely_target(["level1", None], [0, 1], rows) is None
