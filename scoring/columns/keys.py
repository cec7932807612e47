"""The route of every row, found by one key made of the codes of all that rules ask for."""

import datetime as dt
from collections.abc import Callable, Hashable, Mapping, Sequence
from decimal import Decimal
from math import prod
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from indicators.model import SIGNS, Comparator, Direction, Kind
from scoring.achievement import STRICT
from scoring.columns.cells import Cell
from scoring.columns.routes import STATES, Route, Router, Situation, State
from scoring.columns.texts import Classes, Texts

Array: TypeAlias = np.ndarray[Any, Any]

KINDS: Final[dict[str | None, Kind]] = {
    **{kind.value: kind for kind in Kind},
    "duration": Kind.DEADLINE,
}
COMPARATORS: Final[dict[str | None, Comparator]] = {
    **{each.value: each for each in Comparator},
    **{sign: each for each, sign in SIGNS.items() if sign},
}
DIRECTIONS: Final[dict[str | None, Direction]] = {
    direction.value: direction for direction in Direction
}
NO_EVIDENCE: Final = frozenset({None, "False", "无"})

FLAGS: Final = 2
"""Bits of flags that follow the number of a route: …"""

OWN_UPPER, STRICT_BOUND = 1, 2
"""… the row has an upper bound of its own (`between`); its bound does not count as kept."""

MOST_OWN: Final = 2**14
"""Keys up to this one are made of the codes that the columns have of their own: no look-ups."""

MOST_SMALL: Final = 2**15
"""Keys below this one are numbers of 16 bits."""


class Digit(NamedTuple):
    """One digit of the key: a column of words, and what each of its codes stands for.

    `size`: how many values it has; None: as many as have come so far. `own`: whether they are the
    codes of the column itself (plus one), not those of the meanings.
    """

    texts: Texts
    meanings: Sequence[Any]
    size: int | None = None
    own: bool = False

    @property
    def values(self) -> int:
        """How many values it has."""
        return len(self.meanings) if self.size is None else self.size

    def add(self, key: Array, rows: slice, factor: int) -> None:
        """Add the digits of some rows to their keys."""
        if self.own:
            digits = self.texts.own(rows).astype(key.dtype)
            digits += 1
            digits *= factor
            key += digits
        else:
            key += self.texts.block(rows, factor)

    def meaning(self, value: int) -> Any:
        """What a value stands for."""
        return self.meanings[self.texts.of_own(value - 1) if self.own else value]


class Keys:
    """Finds the routes of rows. What no rule asks for is left out of the key."""

    def __init__(self, frame: pd.DataFrame, router: Router) -> None:
        self._router = router
        self._frame = frame
        self._digits = _owned(
            self._named("kind", KINDS),
            self._named("comparator", COMPARATORS),
            self._named("direction", DIRECTIONS),
            self._dimensions(),
            self._evidence(),
            self._classes("measure", router.measure_class, _size(router.words)),
            self._classes("category", router.category_class, None),
        )
        sizes = [digit.size for digit in self._digits]
        known = len(STATES) * prod(size or 0 for size in sizes)
        self._small = 0 < known <= MOST_SMALL
        self._known = np.full(0, -1, np.int16)
        self.routes: list[Route] = []
        self._numbers: dict[Route, int] = {}

    def of(self, rows: slice, states: Array | int) -> Array:
        """The numbers of the routes of some rows, with their flags; `states`: of their targets.

        The lowest bits of each are the flags.
        """
        key = np.empty(rows.stop - rows.start, np.int16 if self._small else np.int32)
        key[:] = states
        factor = len(STATES)
        for digit in self._digits:
            digit.add(key, rows, factor)
            factor *= digit.values
        if factor > self._known.size:
            new = np.full(factor - self._known.size, -1, np.int16)
            self._known = np.concatenate([self._known, new])
        found: Array = self._known.take(key)
        if found.size and found.min() < 0:
            for unknown in np.unique(key[found < 0]):
                self._known[unknown] = self._find(int(unknown))
            found = self._known.take(key)
        return found

    def _find(self, key: int) -> int:
        """The number and the flags of a route that were not needed before."""
        rest, state = divmod(key, len(STATES))
        meanings: list[Any] = []
        for digit in self._digits:
            rest, value = divmod(rest, digit.size) if digit.size else (0, rest)
            meanings.append(digit.meaning(value))
        stands = STATES[state]
        if stands == "fraction" and not self._router.dimensions:
            stands = "number"  # no rule asks whether it is a share
        route = self._router.route(Situation._make([*meanings, stands]))
        number = self._numbers.setdefault(route, len(self.routes))
        if number == len(self.routes):
            self.routes.append(route)
        strict = STRICT_BOUND * (meanings[1] in STRICT)
        own_upper = OWN_UPPER * (meanings[1] is Comparator.BETWEEN)
        return number << FLAGS | strict | own_upper

    def situation(self, row: int, target: Cell) -> Situation:
        """The situation of one row, with its own words."""
        codes = (digit.meanings[digit.texts.code(row)] for digit in self._digits[:-2])
        words = (digit.texts.word(row) for digit in self._digits[-2:])
        return Situation._make([*codes, *words, _state(target)])

    def _column(self, name: str) -> pd.Series | None:
        return self._frame[name] if name in self._frame.columns else None

    def _named(self, name: str, meanings: Mapping[str | None, Any]) -> Digit:
        """A column of known words; all others mean nothing that is known."""
        known = [*dict.fromkeys(meanings.values()), None]
        codes = {word: known.index(meaning) for word, meaning in meanings.items()}
        unknown = len(known) - 1
        texts = Texts(self._column(name), lambda word: codes.get(word, unknown))
        return Digit(texts, known, len(known))

    def _dimensions(self) -> Digit:
        """The dimensions that rules ask for, any other, and none given."""
        asked = self._router.dimensions
        if not asked:
            return Digit(Texts(None, lambda _: 0), [None], 1)
        codes = {None: len(asked) + 1} | {each: code for code, each in enumerate(asked)}
        texts = Texts(self._column("dimension"), lambda word: codes.get(word, len(asked)))
        return Digit(texts, [*asked, "other", None], len(asked) + 2)

    def _evidence(self) -> Digit:
        """Whether there is evidence, where a rule asks for it."""
        column = self._column("evidence")
        if not self._router.asks_evidence or column is None:
            return Digit(Texts(None, lambda _: 0), [None], 1)
        return Digit(Texts(column, lambda word: int(word not in NO_EVIDENCE)), [False, True], 2)

    def _classes(
        self, name: str, classify: Callable[[str | None], Hashable], size: int | None
    ) -> Digit:
        classes = Classes(classify)
        return Digit(Texts(self._column(name), classes.code), classes.words, size)


def _size(words: Sequence[Any]) -> int:
    """How many classes of names there may be: every set of words found, and not known."""
    return 2 ** len(words) + 1 if words else 1


def _owned(*digits: Digit) -> tuple[Digit, ...]:
    """The digits; those of columns whose own codes are few enough take these."""
    found, size = [], len(STATES)
    for digit in digits:
        few = digit.texts.few
        own = few is not None and size * (few + 1) <= MOST_OWN
        found.append(digit._replace(size=few + 1, own=True) if own and few is not None else digit)
        size *= found[-1].values
    return tuple(found)


def _state(target: Cell) -> State:
    if isinstance(target, dt.date):
        return "date"
    if isinstance(target, Decimal):
        return "fraction" if 0 < target < 1 else "number"
    return "absent" if target is None else "number"
