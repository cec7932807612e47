"""Promises that the tests of all three wings share."""

from decimal import Decimal

from indicators.model import Comparator, Direction, Kind, Target

HUNDRED_GUARDS = Target(
    kind=Kind.QUANTITATIVE,
    measure="聘用保安人员",
    comparator=Comparator.EQ,
    value=Decimal(100),
    unit="人",
    dimension="count",
    canonical=Decimal(100),
    direction=Direction.HIGHER,
)
