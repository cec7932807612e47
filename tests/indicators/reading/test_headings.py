"""Headings that leave something open: several years, no column of targets."""

import pytest

from indicators.reading.headings import likely_target, of_one_year, says_unchanged
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


def _likely(headings: str, *texts: str) -> int | None:
    """Which column is taken for that of the targets; `heading=meaning`, `-` is unknown."""
    pairs = [one.split("=") for one in headings.split()]
    found = [(heading, at) for at, (heading, _) in enumerate(pairs)]
    meanings = [None if means == "-" else means for _, means in pairs]
    return likely_target(found, meanings, grid(list(texts)).rows)


def test_an_unknown_column_behind_the_names_holds_the_targets() -> None:
    known = "一级指标=level1 三级指标=name"
    assert _likely(f"{known} 标杆=- 完成值=actual", "产出", "甲", "≥100人", "94人") == 2
    assert _likely(f"{known} 标杆=- 完成值=actual", "产出", "甲", "重要", "94人") is None
    assert _likely(f"{known} 完成值=actual 标杆=-", "产出", "甲", "94人", "≥100人") is None
    assert _likely("一级指标=level1 标杆=-", "产出", "≥100人") is None


def test_a_heading_that_speaks_of_targets_goes_before_the_next_column() -> None:
    known = "一级指标=level1 三级指标=name"
    assert _likely(f"{known} 编号=- 绩效标准值=-", "产出", "甲", "A01", "≥100人") == 3
    assert _likely(f"{known} 标杆=- 工作目标=-", "产出", "甲", "A01", "≥100人") == 3
    assert _likely(f"{known} 预算安排（万元）=- 文件依据=-", "产出", "甲", "20", "3号") is None


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "—",
        "无",
        "不变",
        "未调整",
        "未作调整",
        "无变化",
        "同年初",
        "与年初一致",
        "同左",
        "没有调整。",
    ],
)
def test_a_target_that_was_not_changed(text: str) -> None:
    assert says_unchanged(text)


@pytest.mark.parametrize("text", ["≥90人", "取消", "调整为90人", "无投诉", "100%", "与上年持平"])
def test_a_target_that_was_changed(text: str) -> None:
    assert not says_unchanged(text)
