"""Arithmetic that no caller can make inexact.

Python's decimal arithmetic rounds to the precision of the thread, 28 digits unless told. A library
that lowers it for the whole process (some do, when imported) would change what a text means and
what it is worth. So the doors of this package count with a precision of their own.
"""

from collections.abc import Callable
from decimal import Context, getcontext, setcontext
from functools import wraps
from typing import ParamSpec, TypeVar

PRECISION = 28
"""Digits, as Python counts unless told otherwise; powers of ten between units keep them all."""

Given = ParamSpec("Given")
Result = TypeVar("Result")


def exactly(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """`function`, counting with `PRECISION` digits whatever the precision of its caller."""
    # Set and set back by hand, which is three times as quick as `localcontext`, and felt: these
    # doors are passed for every cell. Nobody asks for the flags that calls have in common.
    context = Context(prec=PRECISION)

    @wraps(function)
    def counting(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        callers = getcontext()
        setcontext(context)
        try:
            return function(*args, **kwargs)
        finally:
            setcontext(callers)

    return counting
