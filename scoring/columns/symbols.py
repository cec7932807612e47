"""Symbols: the law of a method is run once on these, and what it does is written down.

A symbol stands for a column of whole numbers, or of truths, of which only bounds are known. Its
arithmetic yields new symbols; equal ones are the same, and what bounds or plain algebra settle
(a target that is above zero is above zero) is settled here, once, and not for every row.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np

Operand: TypeAlias = "Symbol | int"
Interval: TypeAlias = tuple[int, int]

TRUTH: Final = (0, 1)
"""The bounds of a truth that counts as a number."""

GIVEN: Final = "given"
AS_NUMBER: Final = "as_number"
QUOTIENT: Final = "quotient"
"""The steps that are no single step of numpy's: an input, a truth as 0 or 1, a whole quotient."""

Step: TypeAlias = Callable[..., Any] | str


class NotProvedError(Exception):
    """That a divisor is above zero does not follow from the bounds."""


class Symbol:
    """One step of the law: what is done (`step`) to which `operands`; between `low` and `high`.

    Those with `truth` stand for conditions.
    """

    __slots__ = ("high", "low", "number", "operands", "step", "tape", "truth")

    def __init__(
        self,
        tape: "Tape",
        step: Step,
        operands: tuple[Operand, ...],
        ends: Interval,
        *,
        truth: bool,
    ) -> None:
        self.tape, self.step, self.operands, self.truth = tape, step, operands, truth
        self.low, self.high = ends
        self.number = len(tape.symbols)

    __hash__ = object.__hash__

    def __bool__(self) -> bool:
        raise TypeError("a law chooses by `pick`, so that it reads the same for a column")

    def __add__(self, other: Any) -> Any:
        return _add(self, other)

    def __radd__(self, other: Any) -> Any:
        return _add(other, self)

    def __sub__(self, other: Any) -> Any:
        return _subtract(self, other)

    def __rsub__(self, other: Any) -> Any:
        return _subtract(other, self)

    def __mul__(self, other: Any) -> Any:
        return _multiply(self, other)

    __rmul__ = __mul__

    def __floordiv__(self, other: Any) -> Any:
        return _quotient(self, other)

    def __rfloordiv__(self, other: Any) -> Any:
        return _quotient(other, self)

    def __mod__(self, other: Any) -> Any:
        return self - self // other * other

    def __neg__(self) -> Any:
        of = _number(self)
        return self.tape.put(np.negative, (of,), (-of.high, -of.low))

    def __abs__(self) -> Any:
        of = _number(self)
        if of.low >= 0:
            return of
        return self.tape.put(np.absolute, (of,), (0, max(-of.low, of.high)))

    def __lt__(self, other: Any) -> Any:
        return _less(self, other)

    def __gt__(self, other: Any) -> Any:
        return _less(other, self)

    def __le__(self, other: Any) -> Any:
        return _at_most(self, other)

    def __ge__(self, other: Any) -> Any:
        return _at_most(other, self)

    def __eq__(self, other: object) -> Any:
        return _equal(self, other)

    def __ne__(self, other: object) -> Any:
        same = _equal(self, other)
        if isinstance(same, bool):
            return not same
        return self.tape.put_truth(np.not_equal, same.operands)

    def __and__(self, other: Any) -> Any:
        return _both(np.logical_and, self, other)

    __rand__ = __and__

    def __or__(self, other: Any) -> Any:
        return _both(np.logical_or, self, other)

    __ror__ = __or__


class Tape:
    """What a law did to its inputs, in order; every step that is the same once."""

    def __init__(self) -> None:
        self.symbols: list[Symbol] = []
        self._known: dict[tuple[Any, ...], Symbol] = {}

    def given(self, ends: Interval, *, truth: bool = False) -> Symbol:
        """A column that the law is given, whose numbers lie between the `ends`."""
        return self._new(GIVEN, (), ends, truth=truth)

    def put(self, step: Step, operands: tuple[Operand, ...], ends: Interval) -> Symbol:
        """A step that makes numbers between the `ends`."""
        return self._once(step, operands, ends, truth=False)

    def put_truth(self, step: Step, operands: tuple[Operand, ...]) -> Symbol:
        """A step that makes truths."""
        return self._once(step, operands, TRUTH, truth=True)

    def _once(
        self, step: Step, operands: tuple[Operand, ...], ends: Interval, *, truth: bool
    ) -> Symbol:
        key = (step, *((of.number, "") if isinstance(of, Symbol) else (of,) for of in operands))
        if key not in self._known:
            self._known[key] = self._new(step, operands, ends, truth=truth)
        return self._known[key]

    def _new(
        self, step: Step, operands: tuple[Operand, ...], ends: Interval, *, truth: bool
    ) -> Symbol:
        symbol = Symbol(self, step, operands, ends, truth=truth)
        self.symbols.append(symbol)
        return symbol


def ends_of(one: Any) -> Interval:
    """The bounds of a symbol, or of a number."""
    return (one.low, one.high) if isinstance(one, Symbol) else (int(one), int(one))


def _number(one: Any) -> Any:
    """A truth as 0 or 1; a number as it is."""
    if not isinstance(one, Symbol):
        return int(one)
    return one.tape.put(AS_NUMBER, (one,), TRUTH) if one.truth else one


def _same(one: Operand, other: Operand) -> bool:
    """Whether two operands are one symbol, or one number."""
    return one is other or (isinstance(one, int) and isinstance(other, int) and one == other)


def _tape(*operands: Any) -> Tape:
    return next(of.tape for of in operands if isinstance(of, Symbol))


def _add(one: Any, other: Any) -> Any:
    one, other = _number(one), _number(other)
    for sum_, more in ((one, other), (other, one)):
        if isinstance(more, int) and more == 0:
            return sum_
        picked = _picked(sum_, more)
        if picked is not None:
            return picked
    (low, high), (least, most) = ends_of(one), ends_of(other)
    return _tape(one, other).put(np.add, (one, other), (low + least, high + most))


def _picked(no: Any, more: Any) -> Any:
    """What `no + (yes - no) * condition` comes to, if it is that: see `scoring.whole.pick`."""
    if not isinstance(more, Symbol):
        return None
    condition: Any = True
    if more.step is np.multiply:
        more, condition = _chosen(*more.operands)
    if not isinstance(more, Symbol) or more.step is not np.subtract or condition is None:
        return None
    yes, minus = more.operands
    if not _same(minus, no):
        return None
    if condition is True:
        return yes
    return _choice(condition, yes, no, more * condition)


def _chosen(one: Operand, other: Operand) -> tuple[Any, Any]:
    """Of a product its number and its condition; None if it has none."""
    if isinstance(other, Symbol) and other.step == AS_NUMBER:
        return one, other.operands[0]
    if isinstance(one, Symbol) and one.step == AS_NUMBER:
        return other, one.operands[0]
    return one, None


def _choice(condition: Symbol, yes: Any, no: Any, more: Any) -> Any:
    """`yes` where the condition holds, else `no`: one of two, so within the bounds of both."""
    (low, high), (least, most) = ends_of(yes), ends_of(no)
    if condition.step in (np.less, np.less_equal):
        one, other = condition.operands
        if _same(one, yes) and _same(other, no):
            ends = (min(low, least), min(high, most))
            return condition.tape.put(np.minimum, (yes, no), ends)
        if _same(one, no) and _same(other, yes):
            ends = (max(low, least), max(high, most))
            return condition.tape.put(np.maximum, (yes, no), ends)
    if _says_above_zero(condition, yes):
        low = max(low, 1)
    return condition.tape.put(np.add, (no, more), (min(low, least), max(high, most)))


def _says_above_zero(condition: Operand, symbol: Any) -> bool:
    """Whether the condition holds only where the symbol is above zero."""
    if not isinstance(condition, Symbol):
        return False
    if condition.step is np.logical_and:
        return any(_says_above_zero(each, symbol) for each in condition.operands)
    if condition.step is not np.less:
        return False
    bound, above = condition.operands
    return above is symbol and isinstance(bound, int) and bound == 0


def _subtract(one: Any, other: Any) -> Any:
    one, other = _number(one), _number(other)
    if one is other:
        return 0
    if isinstance(other, int) and other == 0:
        return one
    (low, high), (least, most) = ends_of(one), ends_of(other)
    ends = low - most, high - least
    if isinstance(other, Symbol) and other.step is np.multiply:
        divided, divisor = _divided(*other.operands)
        if divided is one:  # what is left of a number beyond the multiples of its divisor
            ends = 0, ends_of(divisor)[1] - 1
    return _tape(one, other).put(np.subtract, (one, other), ends)


def _divided(quotient: Operand, divisor: Operand) -> tuple[Any, Any]:
    """What was divided and by what, where a quotient stands beside its own divisor; else None."""
    if not isinstance(quotient, Symbol) or quotient.step != QUOTIENT:
        return None, None
    dividend, by = quotient.operands
    return (dividend, by) if _same(by, divisor) else (None, None)


def _multiply(one: Any, other: Any) -> Any:
    one, other = _number(one), _number(other)
    for product, times in ((one, other), (other, one)):
        if isinstance(times, int) and times in (0, 1):
            return product * times if isinstance(product, int) else (product if times else 0)
        if isinstance(times, Symbol) and times.step == AS_NUMBER:
            condition = times.operands[0]
            if isinstance(condition, Symbol) and _is_above_zero(condition, product):
                return times.tape.put(np.maximum, (product, 0), (0, max(0, product.high)))
    (low, high), (least, most) = ends_of(one), ends_of(other)
    corners = (low * least, low * most, high * least, high * most)
    ends = min(corners), max(corners)
    divided, _ = _divided(one, other)
    if divided is not None:  # a multiple of the divisor, at most so far below the number
        low, high = ends_of(divided)
        ends = max(ends[0], low - most + 1), min(ends[1], high)
    return _tape(one, other).put(np.multiply, (one, other), ends)


def _is_above_zero(condition: Symbol, symbol: Any) -> bool:
    return condition.step is np.less and _says_above_zero(condition, symbol)


def _quotient(one: Any, other: Any) -> Any:
    one, other = _number(one), _number(other)
    if isinstance(other, int) and other == 1:
        return one
    (low, high), (least, most) = ends_of(one), ends_of(other)
    if least < 1:
        raise NotProvedError
    undone = _undone(one, other)
    if undone is not None:
        return undone
    corners = (low // least, low // most, high // least, high // most)
    return _tape(one, other).put(QUOTIENT, (one, other), (min(corners), max(corners)))


def _undone(dividend: Any, divisor: Any) -> Any:
    """What `(number × divisor + rest) // divisor` comes to, if it is that."""
    if not isinstance(dividend, Symbol) or dividend.step is not np.add:
        return None
    product, rest = dividend.operands
    if not isinstance(product, Symbol) or product.step is not np.multiply:
        return None
    number, times = product.operands
    whole = isinstance(divisor, int) and _same(times, divisor) and isinstance(rest, int)
    return number + rest // divisor if whole else None


def _less(one: Any, other: Any) -> Any:
    one, other = _number(one), _number(other)
    (low, high), (least, most) = ends_of(one), ends_of(other)
    if one is other or low >= most or high < least:
        return one is not other and high < least
    return _tape(one, other).put_truth(np.less, (one, other))


def _at_most(one: Any, other: Any) -> Any:
    one, other = _number(one), _number(other)
    (low, high), (least, most) = ends_of(one), ends_of(other)
    if one is other or low > most or high <= least:
        return one is other or high <= least
    return _tape(one, other).put_truth(np.less_equal, (one, other))


def _equal(one: Any, other: Any) -> Any:
    one, other = _number(one), _number(other)
    (low, high), (least, most) = ends_of(one), ends_of(other)
    if one is other or high < least or most < low:
        return one is other
    return _tape(one, other).put_truth(np.equal, (one, other))


def _both(step: Step, one: Any, other: Any) -> Any:
    """Two conditions together, by `and` or by `or`; one that is settled may settle both."""
    neutral = step is np.logical_and
    for condition, settled in ((one, other), (other, one)):
        if isinstance(settled, bool):
            return condition if settled is neutral else settled
    if one is other:
        return one
    if neutral and _is_strict(one, other):
        return _less(*one.operands)
    return _tape(one, other).put_truth(step, (one, other))


def _is_strict(one: Symbol, other: Symbol) -> bool:
    """Whether the two say that a number is at most, and is not, another: that it is below it."""
    if one.step is not np.less_equal or other.step is not np.not_equal:
        return False
    return all(any(_same(a, b) for b in other.operands) for a in one.operands)
