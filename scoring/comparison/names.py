"""Names that mean the same: spelled alike, or only similar (then with how similar)."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.spelling import folded
from scoring.comparison.settings import Settings


@dataclass(frozen=True, slots=True)
class Match:
    """Two places in two lists of names, and how similar the names are: 1 when spelled alike."""

    before: int
    after: int
    similarity: float

    @property
    def is_alike(self) -> bool:
        """Whether the names are the same but for their spelling; else it is a suggestion."""
        return self.similarity >= 1


def matched(before: Sequence[str], after: Sequence[str], settings: Settings) -> list[Match]:
    """Pairs of names, each name once: first what is spelled alike, then what is similar.

    Similar: cosine of character 1- to 2-grams weighted by rarity, at least `least` and `margin`
    above the next best, on both sides.
    """
    pairs = _alike(before, after)
    paired = {pair.before for pair in pairs}, {pair.after for pair in pairs}
    left = [at for at in range(len(before)) if at not in paired[0]]
    right = [at for at in range(len(after)) if at not in paired[1]]
    if left and right:
        found = _similar([before[at] for at in left], [after[at] for at in right], settings)
        pairs += [Match(left[m.before], right[m.after], m.similarity) for m in found]
    return pairs


def _alike(before: Sequence[str], after: Sequence[str]) -> list[Match]:
    places: dict[str, list[int]] = {}
    for at, name in enumerate(after):
        places.setdefault(_key(name), []).append(at)
    pairs = []
    for at, name in enumerate(before):
        if found := places.get(_key(name)):
            pairs.append(Match(at, found.pop(0), 1.0))
    return pairs


def _key(name: str) -> str:
    return "".join(folded(name).split())


def _similar(before: list[str], after: list[str], settings: Settings) -> list[Match]:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 -- slow to import

    grams = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), lowercase=False)
    keys = [_key(name) or "?" for name in (*before, *after)]
    vectors = grams.fit_transform(keys)
    table = (vectors[: len(before)] @ vectors[len(before) :].T).toarray()
    least, margin = float(settings.similarity.least), float(settings.similarity.margin)
    pairs = []
    for at, row in enumerate(table):
        best = int(row.argmax())
        column = table[:, best]
        others = [*row[:best], *row[best + 1 :], *column[:at], *column[at + 1 :]]
        if row[best] >= least and row[best] - max(others, default=0.0) >= margin:
            pairs.append(Match(at, best, min(float(row[best]), 0.9999)))
    return pairs
