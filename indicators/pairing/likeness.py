"""How much of a text stands in other texts: by single characters and pairs of them.

What few of the texts have weighs more than what all have (inverse document frequency), and only the
query counts: a clerk writes 保安人数 for 聘用保安人员100人. A likeness suggests; it never decides.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import log

from indicators.spelling import plain_words

THRESHOLD = 0.5
"""Below this likeness nothing is suggested …"""

MARGIN = 0.1
"""… nor where the second best is nearer than this."""


class Likeness:
    """The texts that a query may be like, by their keys."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._grams = {key: _grams(text) for key, text in texts.items()}
        counts = Counter(gram for grams in self._grams.values() for gram in grams)
        whole = len(self._grams) + 1
        self._usual = log(whole) + 1
        self._weights = {gram: log(whole / (n + 1)) + 1 for gram, n in counts.items()}

    def ranked(self, query: str, among: Iterable[str] | None = None) -> list[tuple[float, str]]:
        """The keys `among` all with their likeness, from 0 to 1, the most alike first."""
        asked = _grams(query)
        whole = sum(map(self._weight, asked))
        found = [
            (sum(map(self._weight, asked & self._grams[key])) / whole if whole else 0.0, key)
            for key in (self._grams if among is None else among)
        ]
        return sorted(found, key=lambda one: -one[0])

    def _weight(self, gram: str) -> float:
        return self._weights.get(gram, self._usual)


def is_clear(ranked: list[tuple[float, str]]) -> bool:
    """Whether the first is like enough, and clearly more so than the second."""
    if not ranked or ranked[0][0] < THRESHOLD:
        return False
    return len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= MARGIN


def _grams(text: str) -> frozenset[str]:
    words = plain_words(text)
    return frozenset((*words, *map("".join, pairwise(words))))
