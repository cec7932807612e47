"""Compares names between the forms of one file: what one form spells unlike most is a doubt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from indicators.model import Finding
from indicators.places import Place
from indicators.reading import doubts
from indicators.spelling import folded

_COMPARED = 20
"""A name is compared with so many of the most frequent spellings."""


class Spelling(NamedTuple):
    """How a form writes a name, and where."""

    text: str
    place: Place


def differing(
    forms: Sequence[Mapping[str, Spelling]], *, only_alike: Iterable[str] = ()
) -> list[list[Finding]]:
    """For each form, its doubts about names that most other forms spell in another way.

    Args:
        forms: for each form, the names by what they mean (`benefit` → `效果指标`).
        only_alike: meanings for which two texts are compared only if one is the other with
            characters left out: two departments may differ, one should be spelled one way.
    """
    counts: dict[str, Counter[str]] = {}
    written: dict[str, str] = {}
    for names in forms:
        for meaning, spelling in names.items():
            key = folded(spelling.text)
            counts.setdefault(meaning, Counter())[key] += 1
            written.setdefault(key, spelling.text)
    alike_only = frozenset(only_alike)
    return [
        [
            doubts.spelling_differs(spelling.place, spelling.text, written[usual], times)
            for meaning, spelling in names.items()
            for usual, times in _usual(spelling, counts[meaning], alike=meaning in alike_only)
        ]
        for names in forms
    ]


def _usual(spelling: Spelling, counts: Counter[str], *, alike: bool) -> list[tuple[str, int]]:
    """The spelling that more forms use, and how many do; of equals, the first one is the usual."""
    own = folded(spelling.text)
    for usual, times in counts.most_common(_COMPARED):
        if usual == own:
            break
        if not alike or _left_out(own, usual) or _left_out(usual, own):
            return [(usual, times)]
    return []


def _left_out(short: str, long: str) -> bool:
    """Whether `short` is `long` with some characters left out."""
    rest = iter(long)
    return all(character in rest for character in short)
