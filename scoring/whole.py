"""Whole numbers (整数): choices as arithmetic, alike for one number and for a column of them.

The law of a method is plain arithmetic of whole numbers. With these it reads the same whether it is
given Python's integers, a column of 64-bit integers, or a column of Python's integers.
"""

from typing import Any, TypeAlias

Whole: TypeAlias = Any
"""An `int`, or a column of whole numbers; of conditions, a `bool` or a column of them."""


def pick(condition: Whole, yes: Whole, no: Whole) -> Whole:
    """`yes` where the condition holds, else `no`."""
    return no + (yes - no) * condition


def least(one: Whole, other: Whole) -> Whole:
    """The smaller of two."""
    return pick(one < other, one, other)


def above_zero(number: Whole) -> Whole:
    """The number, or zero where it is below zero."""
    return number * (number > 0)
