"""The promised and the achieved number in one unit, exactly."""

from decimal import Decimal

import pytest

from indicators.errors import ActualsError
from indicators.grammar import read_actual
from indicators.model import Actual
from scoring.same_unit import in_one_unit, whole_numbers
from tests.scoring.samples import target


@pytest.mark.parametrize(
    ("promise", "fact", "numbers"),
    [
        ("≥100人", "94人", ("100", "100", "94", "人")),
        ("故障时间＜2天", "60小时", ("48", "48", "60", "")),
        ("3-5次", "4次", ("3", "5", "4", "次")),
        ("按季度支付", "3次", ("4", "4", "3", "次")),
        ("合格率≥90%", "840‰", ("90", "90", "84", "%")),
    ],
)
def test_numbers(promise: str, fact: str, numbers: tuple[str, str, str, str]) -> None:
    due = target(promise)
    found = in_one_unit(due, read_actual(fact, due))
    least, most, done, unit = numbers
    assert found == (Decimal(least), Decimal(most), Decimal(done), unit, Decimal(1))


def test_a_ratio_from_raw_items_is_never_divided() -> None:
    """1523 of 1600 against 90%: 152300 against 144000."""
    fact = Actual("quantitative", "1523/1600", raw=(Decimal(1523), Decimal(1600)))
    found = in_one_unit(target("合格率≥90%"), fact)
    assert (found.least, found.done, found.one) == (Decimal(144000), Decimal(152300), Decimal(1600))


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+999999", "-1E+40"])
def test_what_is_no_usable_number_is_refused(value: str) -> None:
    number = Decimal(value)
    fact = Actual("quantitative", value, value=number, unit="人", canonical=number)
    with pytest.raises(ActualsError):
        in_one_unit(target("≥100人"), fact)


def test_a_denominator_of_zero_is_refused() -> None:
    fact = Actual("quantitative", "1/0", raw=(Decimal(1), Decimal(0)))
    with pytest.raises(ActualsError):
        in_one_unit(target("合格率≥90%"), fact)


def test_whole_numbers_share_one_power_of_ten() -> None:
    assert whole_numbers(Decimal("26.4"), Decimal(33)) == (264, 330)
    assert whole_numbers(Decimal("1E+2"), Decimal("0.05")) == (10000, 5)
