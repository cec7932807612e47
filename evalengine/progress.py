"""One line at the foot of a terminal that says how far long work is."""

import sys
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from typing import Any

from indicators.errors import Words

PATIENCE = 1.0
"""Seconds from the first loop on before anything is said."""

PAUSE = 0.1
"""Seconds between two lines."""

_MINUTE = 60
_WIPE = "\r\x1b[K"


@dataclass(slots=True)
class ProgressLine:
    """Follows loops, and writes how far they are on standard error, over and over in one place.

    `clock` gives seconds; what the line is replaced by belongs to whoever writes next, after
    `wipe`.
    """

    language: str = "zh"
    clock: Callable[[], float] = time.monotonic
    _began: float | None = field(default=None, init=False)
    _is_shown: bool = field(default=False, init=False)

    def follow(self, items: Sequence[Any], doing: Words) -> Generator[Any, None, None]:
        """The items, one by one; the line is gone when they are, or when the loop is left."""
        began = told = self.clock()
        self._began = began if self._began is None else self._began
        try:
            for done, item in enumerate(items):
                now = self.clock()
                if now - self._began >= PATIENCE and now - told >= PAUSE:
                    told = now
                    self._show(_line(doing, done, len(items), now - began).said(self.language))
                yield item
        finally:
            self.wipe()

    def wipe(self) -> None:
        """Take the line away, if it is there."""
        if self._is_shown:
            self._is_shown = False
            print(_WIPE, end="", file=sys.stderr, flush=True)

    def _show(self, line: str) -> None:
        self._is_shown = True
        print(f"{_WIPE}{line}", end="", file=sys.stderr, flush=True)


def _line(doing: Words, done: int, total: int, seconds: float) -> Words:
    """`读取 312/1000，每秒 156，约需 0:04`; speed and time left once something is done."""
    zh, en = f"{doing.zh} {done}/{total}", f"{doing.en} {done}/{total}"
    if not done:
        return Words(zh, en)
    pace = done / seconds
    minutes, left = divmod(round((total - done) / pace), _MINUTE)
    rate = f"{pace:.0f}" if pace >= 10 else f"{pace:.1f}"
    return Words(
        f"{zh}，每秒 {rate}，约需 {minutes}:{left:02}", f"{en}, {rate}/s, {minutes}:{left:02} left"
    )
