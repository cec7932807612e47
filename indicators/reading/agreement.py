"""Compares names between the forms of one file: what one form spells unlike most is a doubt."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from indicators.model import Finding, Place
from indicators.reading import doubts
from indicators.spelling import folded


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
    for names in forms:
        for meaning, spelling in names.items():
            counts.setdefault(meaning, Counter())[folded(spelling.text)] += 1
    alike_only = frozenset(only_alike)
    return [
        [
            finding
            for meaning, spelling in names.items()
            if (finding := _doubt(spelling, counts[meaning], alike_only=meaning in alike_only))
        ]
        for names in forms
    ]


def _doubt(spelling: Spelling, counts: Counter[str], *, alike_only: bool) -> Finding | None:
    own = folded(spelling.text)
    others = [
        (text, forms)
        for text, forms in counts.most_common()
        if forms > counts[own] or (forms == counts[own] and text < own)
    ]
    for usual, forms in others:
        if not alike_only or _left_out(own, usual) or _left_out(usual, own):
            return doubts.spelling_differs(spelling.place, spelling.text, usual, forms)
    return None


def _left_out(short: str, long: str) -> bool:
    """Whether `short` is `long` with some characters left out."""
    rest = iter(long)
    return all(character in rest for character in short)
