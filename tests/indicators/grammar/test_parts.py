"""What of a number stands behind its unit, or opens the unit."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets


def read(text: str) -> tuple[Decimal | None, str | None]:
    (target,) = parse_targets(text, year=2023)
    return target.value, target.unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("投入三万五千元", "35000", "元"),
        ("补助3万5千元", "35000", "元"),
        ("成本贰拾叁万伍仟元", "235000", "元"),
        ("成本十二万五千元", "125000", "元"),
        ("合同价壹万伍仟元整", "15000", "元"),
        ("成本一亿二千万元", "120000000", "元"),
        ("铺设管道一万二千米", "12000", "米"),
        ("发放种子两万五千克", "25000", "克"),
        ("变压器一万五千伏安", "15000", "伏安"),
        # The unit keeps its own 千 behind a numeral that ends with a power, or has none.
        ("道路3万千米", "30000", "千米"),
        ("节电5千瓦时", "5", "千瓦时"),
        ("成本500千元", "500", "千元"),
    ],
)
def test_powers_that_open_a_unit_may_belong_to_the_numeral(
    text: str, value: str, unit: str
) -> None:
    assert read(text) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("两个半小时内响应", "2.5", "个小时"),
        ("2个半小时内响应", "2.5", "个小时"),
        ("工期一个半月", "1.5", "个月"),
        ("建设期一年半", "1.5", "年"),
        ("培训三天半", "3.5", "天"),
        ("路宽两米半", "2.5", "米"),
        ("租用两天半的设备", "2.5", "天"),
    ],
)
def test_half_a_unit_more(text: str, value: str, unit: str) -> None:
    assert read(text) == (Decimal(value), unit)


def test_a_word_that_begins_with_half_adds_none() -> None:
    assert read("培训2天半价优惠") == (Decimal(2), "天")


@pytest.mark.parametrize(
    ("text", "value", "unit"), [("完成7成5", "75", "%"), ("完成七成五", "75", "%")]
)
def test_a_digit_behind_tenths(text: str, value: str, unit: str) -> None:
    assert read(text) == (Decimal(value), unit)
