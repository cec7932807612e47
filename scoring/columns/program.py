"""Programs: the steps of a law, taken over whole columns in the memory nearest to the processor.

The steps are those that the law itself took on symbols, and no number exceeds the bounds proved
there. Where all lie below 2^53, columns of floats hold them exactly, every step is exact, and a
whole quotient is the floor of the rounded one; else columns of 64-bit integers do.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal, NamedTuple, TypeAlias

import numpy as np

from scoring.case import Award
from scoring.columns.numbers import EXACT
from scoring.columns.symbols import AS_NUMBER, GIVEN, QUOTIENT, Symbol, ends_of

Array: TypeAlias = np.ndarray[Any, Any]

PIECE: Final = 8192
"""Rows that one step is taken for at once, so that the next finds them in the processor's cache."""

Shelf: TypeAlias = Literal["given", "constants", "out", "numbers", "truths", "nowhere"]
SHELVES: Final[tuple[Shelf, ...]] = ("given", "constants", "out", "numbers", "truths", "nowhere")
"""Where columns stand while the steps are taken, in this order."""

Place: TypeAlias = tuple[Shelf, int]
"""One column on a shelf."""

POINTS: Final[Place] = "out", 0
MET: Final[Place] = "out", 1
ACHIEVEMENT: Final[Place] = "out", 2
NOWHERE: Final[Place] = "nowhere", 0


class Out(NamedTuple):
    """Where a program puts what it finds: points in cents (as whole floats), whether promises were
    kept, and how far.
    """

    points: Array
    met: Array
    achievement: Array

    @classmethod
    def of(cls, size: int) -> "Out":
        """Room for so many rows."""
        return cls(np.empty(size), np.empty(size, bool), np.empty(size))


class Memory:
    """Columns for what comes between, used again and again."""

    def __init__(self) -> None:
        self._columns: dict[Any, list[Array]] = {}

    def columns(self, count: int, dtype: Any, size: int) -> list[Array]:
        """So many columns of a type, each of so many rows."""
        columns = self._columns.setdefault(dtype, [])
        while len(columns) < count:
            columns.append(np.empty(PIECE, dtype))
        return [column[:size] for column in columns[:count]]


class Program:
    """The steps that lead from columns of the `given` symbols to an award."""

    def __init__(self, given: Sequence[Symbol], award: Award) -> None:
        written = _Written(given, award)
        self._dtype, self._counts = written.dtype, written.counts
        self._constants = written.constants
        taken = {place for _, places, _ in written.steps for place in places}
        self._numeric = [("given", at) in taken and not of.truth for at, of in enumerate(given)]
        sizes = [len(given), len(self._constants), len(Out._fields), *self._counts.values()]
        first = dict(zip(SHELVES, np.cumsum([0, *sizes]).tolist(), strict=True))
        self._steps = []
        for step, (one, *others), to in written.steps:
            other = others[0] if others else NOWHERE
            slots = (first[shelf] + at for shelf, at in (one, other, to))
            self._steps.append((step, *slots))
        self._nowhere = first["nowhere"]

    def run(self, columns: Sequence[Any], out: Out, memory: Memory) -> None:
        """Take all steps over the columns, and put down what comes of them.

        A column that no step asks for may be anything.
        """
        size = len(out.points)
        columns = [
            column.astype(self._dtype, copy=False) if numeric else column
            for column, numeric in zip(columns, self._numeric, strict=True)
        ]
        if size <= PIECE:
            self._piece(columns, out, size, memory)
            return
        for start in range(0, size, PIECE):
            rows = slice(start, min(start + PIECE, size))
            given = [column if isinstance(column, bool) else column[rows] for column in columns]
            self._piece(given, [column[rows] for column in out], rows.stop - start, memory)

    def _piece(self, given: Sequence[Any], out: Sequence[Array], size: int, memory: Memory) -> None:
        numbers = memory.columns(self._counts["numbers"], self._dtype, size)
        truths = memory.columns(self._counts["truths"], bool, size)
        slots = [*given, *self._constants, *out, *numbers, *truths]
        for step, one, other, to in self._steps:
            if other == self._nowhere:
                step(slots[one], out=slots[to])
            else:
                step(slots[one], slots[other], out=slots[to])


def peak(award: Award) -> int:
    """The largest number that the steps to the award may come upon; at a quotient, dividend and
    divisor together: as long as these stay below 2^53, the floor of the float is the quotient.
    """
    most = 0
    for symbol in _needed(award):
        operands = [max(map(abs, ends_of(of))) for of in symbol.operands]
        own = sum(operands) if symbol.step == QUOTIENT else max(operands, default=0)
        most = max(most, -symbol.low, symbol.high, own)
    return most


def _needed(award: Award) -> list[Symbol]:
    """The symbols that lead to an award, in the order in which they came up."""
    found: dict[int, Symbol] = {}
    rest = list(_symbols(award))
    while rest:
        symbol = rest.pop()
        if symbol.number not in found:
            found[symbol.number] = symbol
            rest += _symbols(symbol.operands)
    return [found[number] for number in sorted(found)]


def _symbols(operands: Sequence[Any]) -> Iterator[Symbol]:
    return (of for of in operands if isinstance(of, Symbol))


class _Written:
    """The steps to an award, written down with the places of what each takes and makes.

    A place is used again as soon as no later step takes what stands there.
    """

    def __init__(self, given: Sequence[Symbol], award: Award) -> None:
        self.dtype: Any = np.float64 if peak(award) < EXACT else np.int64
        self.steps: list[tuple[Any, tuple[Place, ...], Place]] = []
        self.constants: list[Array] = []
        self.counts: dict[Shelf, int] = {"numbers": 0, "truths": 0}
        self._free: dict[Shelf, list[Place]] = {"numbers": [], "truths": []}
        self._at: dict[int, Place] = {one.number: ("given", at) for at, one in enumerate(given)}
        self._own = self._own_places(award)
        self._write(award)
        self._put_down(award)

    def _own_places(self, award: Award) -> dict[int, Place]:
        """The symbols that are made where they are to be put down."""
        own: dict[int, Place] = {}
        if isinstance(award.met, Symbol) and award.met.step != GIVEN:
            own[award.met.number] = MET
        if isinstance(award.points, Symbol) and award.points.step != GIVEN:
            own |= {award.points.number: POINTS} if self.dtype is np.float64 else {}
        return own

    def _write(self, award: Award) -> None:
        needed = [symbol for symbol in _needed(award) if symbol.step != GIVEN]
        last = {of.number: symbol.number for symbol in needed for of in _symbols(symbol.operands)}
        kept = {one.number for one in _symbols(award)}
        for symbol in needed:
            places = tuple(map(self._place, symbol.operands))
            for of in {of.number for of in _symbols(symbol.operands)} - kept:
                if last[of] == symbol.number:
                    self._release(self._at[of])
            to = self._own.get(symbol.number) or self._room("truths" if symbol.truth else "numbers")
            self._at[symbol.number] = to
            self._take(symbol, places, to)

    def _take(self, symbol: Symbol, places: tuple[Place, ...], to: Place) -> None:
        """One step, or two: a whole quotient of floats is the floor of the rounded one."""
        if symbol.step == QUOTIENT and self.dtype is np.float64:
            self.steps += [(np.divide, places, to), (np.floor, (to,), to)]
        else:
            own = {QUOTIENT: np.floor_divide, AS_NUMBER: _copy}
            step = own[symbol.step] if isinstance(symbol.step, str) else symbol.step
            self.steps.append((step, places, to))

    def _put_down(self, award: Award) -> None:
        """Put down what was not made where it belongs."""
        for one, to in ((award.points, POINTS), (award.met, MET)):
            if not isinstance(one, Symbol) or self._own.get(one.number) != to:
                self.steps.append((_copy, (self._place(one),), to))
        if award.whole is not None:
            step = np.divide if ends_of(award.whole)[0] > 0 else _ratio
            places = self._place(award.part), self._place(award.whole)
            self.steps.append((step, places, ACHIEVEMENT))

    def _place(self, of: Any) -> Place:
        if isinstance(of, Symbol):
            return self._at[of.number]
        self.constants.append(np.array(of, bool if isinstance(of, bool) else self.dtype))
        return "constants", len(self.constants) - 1

    def _room(self, shelf: Shelf) -> Place:
        if self._free[shelf]:
            return self._free[shelf].pop()
        self.counts[shelf] += 1
        return shelf, self.counts[shelf] - 1

    def _release(self, place: Place) -> None:
        if place[0] in self._free:
            self._free[place[0]].append(place)


def _copy(column: Array, out: Array) -> None:
    out[...] = column


def _ratio(part: Array, whole: Array, out: Array) -> None:
    """The quotient; nothing where the whole is zero."""
    with np.errstate(divide="ignore", invalid="ignore"):
        np.divide(part, whole, out=out)
    out[whole == 0] = np.nan
