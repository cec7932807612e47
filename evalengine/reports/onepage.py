"""How much of its texts a graded sheet has room for, so that it stays one page of A4.

Most sheets have room for every word. Where there are many losses, or long ones, texts are cut, and
as little as may be.
"""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final

from evalengine.terminal import width

MOST_LOSSES, MOST_FINDINGS = 10, 4
"""So many are shown, the gravest first, where there is no room for all; the rest is counted."""

LONGEST: Final = {
    "name": 40,
    "target": 24,
    "actual": 24,
    "why": 96,
    "reason": 38,
    "clause": 120,
    "doubt": 120,
}
"""Characters of a text that a full page has room for; the form has the whole of it."""

_SHARES = (10_000, 400, 250, 160, 125, 100, 80, 64)
"""Percentages of `LONGEST` that are tried one after the other, from the whole text on."""

_COLUMNS = {"name": 30, "target": 15, "actual": 15, "why": 31, "reason": 18}
"""Latin letters on a line of a column of the losses, as printed."""

_LINE = 148
"""Likewise of what stands below them: clauses, doubts, notes."""

_PAGE = 51
"""Lines of the losses that a page has room for below its figures and bars."""

_BELOW, _BETWEEN = 1.6, 0.5
"""How high a line below the losses is, and the room between two of them, in such lines."""

Texts = Mapping[str, str]
"""The texts of one loss, by their column."""


def limits_for(losses: Sequence[Texts], below: Sequence[str]) -> tuple[int, dict[str, int]]:
    """How many of the losses are shown, and how many characters of each kind of text.

    Args:
        losses: all of them with their whole texts, the gravest first.
        below: what stands below them on the page.
    """
    room = _PAGE - _BELOW * sum(ceil(width(text) / _LINE) for text in below)
    whole = _limits(_SHARES[0])
    if _height(losses, whole) <= room:
        return len(losses), whole
    shown = losses[:MOST_LOSSES]
    tried = map(_limits, _SHARES)
    fitting = (limits for limits in tried if _height(shown, limits) <= room)
    return len(shown), next(fitting, _limits(_SHARES[-1]))


def shortened(text: str, most: int) -> str:
    """`text`, as much of it as goes in so many characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def _limits(share: int) -> dict[str, int]:
    return {what: most * share // 100 for what, most in LONGEST.items()}


def _height(losses: Sequence[Texts], limits: Mapping[str, int]) -> float:
    return sum(_lines(loss, limits) + _BETWEEN for loss in losses)


def _lines(loss: Texts, limits: Mapping[str, int]) -> int:
    """The lines of the highest cell."""
    cells = ((shortened(loss[what], limits[what]), room) for what, room in _COLUMNS.items())
    return max(max(1, ceil(width(text) / room)) for text, room in cells)
