"""Texts copied from one another: groups whose character n-grams are nearly the same."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indicators.spelling import folded

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_BLOCK = 500
"""So many texts are held against all others at a time; bounds the memory."""

_FEATURES = 2**18


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Texts that are copies: their places in the input, in its order, and how alike each is to the
    nearest other of the group at least (cosine, 1: the same but for the numbers).
    """

    members: tuple[int, ...]
    similarity: float


def copied(
    texts: Sequence[str], *, least_similarity: float, least_length: int, most: int
) -> list[CopyGroup]:
    """The groups of texts that are nearly the same, whatever numbers stand in them.

    Args:
        texts: one a form.
        least_length: shorter texts are in no group.
        least_similarity: cosine of character 2- to 4-grams from which two texts are copies.
        most: so many different texts are held against one another; of more, only those that are
            the same are grouped.
    """
    return copied_keys(
        [key if len(key) >= least_length else None for key in map(copy_key, texts)],
        least_similarity=least_similarity,
        most=most,
    )


def copy_key(text: str) -> str:
    """A text as it is compared: spelling folded, numbers left out."""
    return _DIGITS.sub("0", folded(text))


def copied_keys(
    keys: Sequence[str | None],
    *,
    least_similarity: float,
    most: int,
    texts_of: Callable[[list[str]], list[str]] = list,
) -> list[CopyGroup]:
    """Likewise, of texts already made ready (`copy_key`), or of short names of those: `texts_of`
    gives the texts that the names stand for. None is in no group.
    """
    places: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        if key is not None:
            places.setdefault(key, []).append(at)
    known = list(places)
    links = _alike(texts_of(known), least_similarity) if 1 < len(known) <= most else []
    groups = (
        CopyGroup(tuple(sorted(at for key in group for at in places[known[key]])), similarity)
        for group, similarity in _joined(len(known), links)
    )
    return sorted((each for each in groups if len(each.members) > 1), key=lambda g: g.members)


def _alike(keys: Sequence[str], least: float) -> list[tuple[int, int, float]]:
    """Pairs of different texts, the first before the second, with how alike they are."""
    from sklearn.feature_extraction.text import HashingVectorizer  # noqa: PLC0415 -- slow to import

    grams = HashingVectorizer(
        analyzer="char",
        ngram_range=(2, 4),
        n_features=_FEATURES,
        alternate_sign=False,
        lowercase=False,
    )
    vectors = grams.transform(keys).tocsr()
    return [link for start in range(0, len(keys), _BLOCK) for link in _block(vectors, start, least)]


def _block(vectors: "csr_matrix", start: int, least: float) -> Iterator[tuple[int, int, float]]:
    table = (vectors[start : start + _BLOCK] @ vectors.T).tocoo()
    near = table.data >= least
    found = zip(table.row[near], table.col[near], table.data[near], strict=True)
    for row, column, similarity in found:
        if start + row < column:
            yield int(start + row), int(column), float(similarity)


def _joined(
    count: int, links: Sequence[tuple[int, int, float]]
) -> Iterator[tuple[list[int], float]]:
    """The texts in groups, joined by links; each with the weakest link that holds it together.

    The strongest links join first, so a link that joins two groups is the weakest so far.
    """
    group = {at: [at] for at in range(count)}
    similarity = dict.fromkeys(range(count), 1.0)
    for first, second, alike in sorted(links, key=lambda link: -link[2]):
        one, other = group[first], group[second]
        if one is not other:
            weakest = min(alike, similarity[one[0]], similarity[other[0]])
            one += other
            group |= dict.fromkeys(other, one)
            similarity[one[0]] = weakest
    seen = {id(each): each for each in group.values()}
    for each in seen.values():
        yield sorted(each), similarity[each[0]]
