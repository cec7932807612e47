"""Units: which one stands at a place, what it converts to, what it compares with."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets, read_actual
from indicators.grammar.lexicon import default
from indicators.grammar.units import Units

UNITS = Units(default())


@pytest.mark.parametrize(
    ("text", "name", "dimension"),
    [
        ("人", "人", "count"),
        ("人次以上", "人次", "count"),
        ("万元", "万元", "money"),
        ("%", "%", "ratio"),
        ("百分比", "%", "ratio"),
        ("平米", "平方米", "area"),
        ("㎡", "平方米", "area"),
        ("km", "千米", "length"),
        ("个月内", "个月", "time"),
        ("个工作日", "个工作日", "workday"),
        ("个百分点", "个百分点", "point"),
        ("元/人·月", "元/人·月", "money"),
        ("元/人/天", "元/人·天", "money"),
        ("次/年", "次/年", "count"),
        ("件(册)", "件(册)", "count"),
        ("台(套)", "台(套)", "count"),
    ],
)
def test_the_unit_at_a_place(text: str, name: str, dimension: str) -> None:
    found = UNITS.at(text, 0)
    assert found is not None
    assert (found[0].name, found[0].dimension) == (name, dimension)


@pytest.mark.parametrize(
    ("unit", "value", "base"),
    [
        ("万元", "33.5", "335000"),
        ("天", "2", "48"),
        ("分钟", "90", "1.5"),
        ("%", "90", "0.9"),
        ("‰", "3", "0.003"),
        ("亩", "15", "10000"),
        ("公顷", "1", "10000"),
        ("公里", "1.5", "1500"),
        ("吨", "2", "2000"),
    ],
)
def test_canonical_values_are_exact(unit: str, value: str, base: str) -> None:
    found = UNITS.named(unit)
    assert found is not None
    assert found.canonical(Decimal(value)) == Decimal(base)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("天", "小时", True),
        ("万元", "元", True),
        ("人", "名", True),
        ("人", "人次", False),
        ("套", "个", False),
        ("天", "个月", False),
        ("个月", "年", True),
        ("元", "元/人", False),
        ("美元", "元", False),
        ("工作日", "天", False),
    ],
)
def test_what_compares(one: str, other: str, same: bool) -> None:
    first, second = UNITS.named(one), UNITS.named(other)
    assert first is not None
    assert second is not None
    assert (first.key == second.key) is same


def test_a_latin_unit_is_no_part_of_a_word() -> None:
    assert UNITS.at("minutes", 0) is None
    assert UNITS.at("things", 0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("元/人月", "元/人·月"),
        ("元/人年", "元/人·年"),
        ("元/亩年", "元/亩·年"),
        ("元/生学期", "元/生·学期"),
        ("元/生·学年", "元/生·学年"),
    ],
)
def test_two_denominators_written_as_one(text: str, name: str) -> None:
    unit = UNITS.named(text)
    assert unit is not None
    assert unit.name == name


def test_the_end_of_a_year_is_no_denominator() -> None:
    found = UNITS.at("元/人年底前发放", 0)
    assert found is not None
    assert found[0].name == "元/人"


@pytest.mark.parametrize(
    ("text", "name", "value", "unit"),
    [
        ("室温不低于18度", None, "18", "℃"),
        ("≥18", "供暖温度(度)", "18", "℃"),
        ("水温达到40度", None, "40", "℃"),
        ("冷库温度零下18度", None, "-18", "℃"),
        ("坡度不超过25度", None, "25", "度"),
        ("用电量不超过300度", None, "300", "千瓦时"),
        ("200度", "节约用电", "200", "千瓦时"),
        ("供热用电量5万度", None, "50000", "千瓦时"),
        ("节约10万度", None, "100000", "千瓦时"),
    ],
)
def test_the_words_around_a_degree_tell_what_it_is_of(
    text: str, name: str | None, value: str, unit: str
) -> None:
    (target,) = parse_targets(text, name=name, year=2023)
    assert (target.value, target.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("promise", "answer", "value", "unit"),
    [
        ("室温不低于18度", "19度", "19", "℃"),
        ("用电量不超过5万度", "4.5万千瓦时", "45000", "千瓦时"),
        ("用电量不超过5万度", "4.5万度", "45000", "千瓦时"),
        ("冷库温度≤-18℃", "零下20度", "-20", "℃"),
    ],
)
def test_an_answer_in_degrees_is_in_those_of_the_promise(
    promise: str, answer: str, value: str, unit: str
) -> None:
    (target,) = parse_targets(promise, year=2023)
    found = read_actual(answer, target)
    assert (found.value, found.unit, found.notes) == (Decimal(value), unit, ())
