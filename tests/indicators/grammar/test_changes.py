"""Promised changes, and what they are measured against."""

import pytest

from indicators.grammar import parse_targets, parser


@pytest.mark.parametrize(
    ("text", "measure", "change", "baseline"),
    [
        ("旅游收入同比增长5%", "旅游收入", "increase", "同比"),
        ("信访案件较上年下降10%以上", "信访案件", "decrease", "较上年"),
        ("覆盖率较2022年提高2个百分点", "覆盖率", "increase", "较2022年"),
        ("单位能耗降低3%", "单位能耗", "decrease", None),
        ("信访案件较上年减少20件", "信访案件", "decrease", "较上年"),
    ],
)
def test_a_change(text: str, measure: str, change: str, baseline: str | None) -> None:
    (target,) = parse_targets(text)
    assert (target.measure, target.change, target.baseline) == (measure, change, baseline)


@pytest.mark.parametrize("text", ["满意度提高到95%", "新增床位50张", "达标率95%", "降至5%以下"])
def test_a_level_is_no_change(text: str) -> None:
    (target,) = parse_targets(text)
    assert (target.change, target.baseline) == (None, None)


@pytest.mark.parametrize(
    "text", ["从3天缩短为1天", "排队时间降为5分钟", "由10%降至5%", "差错率降到5%", "时限压缩为5天"]
)
def test_what_something_falls_to(text: str) -> None:
    (target,) = parse_targets(text)
    assert (target.change, str(target.direction)) == (None, "lower")


def test_how_much_something_falls() -> None:
    (target,) = parse_targets("成本降幅为5%")
    assert (target.change, str(target.direction)) == ("decrease", "higher")


def test_a_change_without_a_measure_is_about_the_indicator() -> None:
    (target,) = parse_targets("提高0.5个百分点", name="森林覆盖率")
    assert target.measure == "森林覆盖率"


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("稳步提高", "increase"),
        ("逐年减少", "decrease"),
        ("有效", None),
        ("降低成本、提高质量", None),
    ],
)
def test_the_way_that_words_tell(words: str, way: str | None) -> None:
    assert parser().way_of(words) == way
