"""Which unit of an answer compares with that of its promise."""

from decimal import Decimal

import pytest

from indicators.grammar import parse_targets, parser
from indicators.grammar.answer import Case
from indicators.grammar.fitting import Fitting
from indicators.grammar.tokens import Quantity

FITTING = Fitting(parser())
UNITS = parser().scanner.units


@pytest.mark.parametrize(
    ("given", "due", "measure", "fits"),
    [
        ("小时", "天", "", True),
        ("套", "台(套)", "", True),
        ("次", "次/年", "", True),
        ("元/人·月", "元/月·人", "补贴标准", True),
        ("元/人·月", "元/人·年", "补贴标准", False),
        ("元/人", "元", "人均成本", True),
        ("元/人", "元", "总成本", False),
        ("吨/日", "吨/天", "", True),
        ("份/百万人", "份", "每百万人口≥500份", True),
        ("人次", "人", "", False),
        ("册", "本", "", True),
        ("座", "套", "", False),
        ("%", "所", "", False),
    ],
)
def test_units_that_compare(given: str, due: str, measure: str, *, fits: bool) -> None:
    units = UNITS.named(given), UNITS.named(due)
    assert units[0] is not None
    assert units[1] is not None
    assert FITTING.fit(units[0], units[1], measure) is fits


def test_a_rate_without_its_denominator() -> None:
    money, rate = UNITS.named("元"), UNITS.named("元/人")
    assert money is not None
    assert FITTING.is_part(money, rate)
    assert not FITTING.is_part(money, money)
    assert not FITTING.is_part(money, None)


@pytest.mark.parametrize(
    ("text", "promise", "spelled"),
    [
        ("4分32秒", "≤5分钟", "4分钟32秒"),
        ("4.5分", "≤5分钟", "4.5分钟"),
        ("4.5分", "≥4分", "4.5分"),
        ("三分之二", "≤5分钟", "三分之二"),
    ],
)
def test_a_short_word_for_minutes(text: str, promise: str, spelled: str) -> None:
    (target,) = parse_targets(promise)
    assert FITTING.spelled(text, target) == spelled


@pytest.mark.parametrize(
    ("count", "promise", "periods"),
    [
        ("12", "1次/月", 12),
        ("7", "1次/月", 12),
        ("6", "1次/月", 12),
        ("2", "2次/月", 1),
        ("3", "1次/季度", 4),
        ("3", "1次/月", None),
    ],
)
def test_a_count_is_of_the_period_that_it_is_nearer_to(
    count: str, promise: str, periods: int | None
) -> None:
    (target,) = parse_targets(promise, name="巡查频次")
    (quantity,) = parser().scanner.tokens(f"{count}次")
    assert isinstance(quantity, Quantity)
    assert FITTING.periods(quantity, target, UNITS.named(target.unit or "")) == periods


def test_the_unit_as_it_is_written() -> None:
    (target,) = parse_targets("≥46.83万亩", name="面积")
    unit, written = UNITS.named("亩"), UNITS.named("万亩")
    assert unit is not None
    case = Case("46.9", target, "", "≥46.83万亩")
    assert FITTING.as_written(case, Decimal("46.9"), unit) == written
    assert FITTING.as_written(case, Decimal(469000), unit) is None
    assert FITTING.as_written(case, Decimal(5000), unit) is None


def test_another_unit_that_was_meant() -> None:
    (target,) = parse_targets("≤30万元", name="成本")
    unit = UNITS.named("万元")
    assert unit is not None
    assert FITTING.better(Decimal(285000), unit, target) == "元"
    assert FITTING.better(Decimal(28), unit, target) is None
