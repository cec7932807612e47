"""Figures that are judged as they stand, and asked about."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets, read_actual


def notes(text: str, promise: str, name: str) -> list[str]:
    (target,) = parse_targets(promise, name=name)
    return [note.zh for note in read_actual(text, target).notes]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("约90%", "约数"),
        ("95%左右", "约数"),
        ("95%以上", "≥95%"),
        ("≥95%", "≥95%"),
        ("超过95%", ">95%"),
        ("9200%", "9200%"),
        ("101%", "101%"),
    ],
)
def test_doubtful_figures(text: str, about: str) -> None:
    (note,) = notes(text, "≥90%", "满意度")
    assert about in note


@pytest.mark.parametrize(
    ("text", "promise", "name"),
    [
        ("95%", "≥90%", "满意度"),
        ("达到95%", "≥90%", "培训合格率"),
        ("控制在4.1%", "≤4.5%", "失业率"),
        ("120%", "≥100%", "任务完成率"),
        ("1500%", "增长1200%", "产值"),
        ("120人", "≥100人", "培训人数"),
    ],
)
def test_plain_figures(text: str, promise: str, name: str) -> None:
    assert notes(text, promise, name) == []


@pytest.mark.parametrize(
    ("text", "promise", "unit"),
    [("5所", "5个", "个"), ("8场", "≥5次", "次"), ("203家", "200户", "户")],
)
def test_other_words_for_what_is_counted(text: str, promise: str, unit: str) -> None:
    (target,) = parse_targets(promise)
    found = read_actual(text, target)
    assert (found.value, found.unit) == (Decimal(text[:-1]), unit)
    assert "按同一样东西计" in found.notes[0].zh


def test_the_figure_is_judged_as_it_stands() -> None:
    (target,) = parse_targets("≥90%", name="满意度")
    assert read_actual("9200%", target).value == Decimal(9200)


def test_a_bound_that_says_just_what_was_promised_keeps_it() -> None:
    (target,) = parse_targets("响应时间<48小时")
    assert read_actual("不到48小时", target).judgement == "achieved"
    assert read_actual("48小时", target).value == Decimal(48)


@pytest.mark.parametrize(
    ("answer", "value", "asks"),
    [
        ("2次", 24, True),
        ("12次", 12, True),
        ("24次", 24, False),
        ("每月2次", 24, False),
        ("月均2次", 24, False),
    ],
)
def test_times_of_the_year_or_of_each_period(answer: str, value: int, asks: bool) -> None:
    (target,) = parse_targets("每月2次")
    found = read_actual(answer, target)
    assert found.value == Decimal(value)
    assert ["全年" in note.zh for note in found.notes] == [True] * asks


def test_a_share_of_the_target_is_told_so() -> None:
    (target,) = parse_targets("新建200处")
    found = read_actual("完成目标的98%", target)
    assert found.value == Decimal(196)
    assert ["折算成" in note.zh for note in found.notes] == [True]


@pytest.mark.parametrize(
    ("name", "answer", "asks"),
    [
        ("危房改造", "已开工86户", True),
        ("危房改造", "86户已全部开工", True),
        ("危房改造", "86户已开工并竣工", False),
        ("新开工住房", "新开工86户", False),
    ],
)
def test_a_beginning_is_told(name: str, answer: str, asks: bool) -> None:
    (target,) = parse_targets("86户", name=name)
    found = read_actual(answer, target, promised="86户")
    assert found.value == Decimal(86)
    assert any("不一定做完" in note.zh for note in found.notes) is asks
