"""The engine counts with a precision of its own."""

from decimal import Decimal, getcontext, localcontext

from indicators.exact import PRECISION, exactly
from indicators.grammar import parse_targets, quantities, read_actual, read_number


@exactly
def _third() -> Decimal:
    return Decimal(1) / 3


def test_the_precision_of_the_caller_does_not_count() -> None:
    with localcontext(prec=3):
        assert _third() == Decimal("0." + "3" * PRECISION)
        assert getcontext().prec == 3


def test_texts_mean_the_same_under_any_precision() -> None:
    """1 234 567.89万元 is 12 345 678 900 yuan: eleven digits, of which a caller may keep three."""
    with localcontext(prec=3):
        (target,) = parse_targets("不少于1234567.89万元")
        assert target.canonical == Decimal(12345678900)
        assert read_actual("12345678901元", target).canonical == Decimal(12345678901)
        assert quantities("1234567.89万元")[0].value == Decimal("1234567.89")
        assert read_number("123.4567万") == Decimal(1234567)
