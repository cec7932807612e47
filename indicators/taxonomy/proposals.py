"""Proposes a category where the level names are unknown: a proposal, never a reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from indicators import rulefile
from indicators.taxonomy.schema import Examples

EXAMPLES = Path(__file__).parent / "examples.yaml"

CERTAIN = 0.6
"""Below this probability nothing is proposed. Of what is proposed, about nine in ten were right on
documents that were left out of the training: `python -m benchmarks.categories`.
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A category code and how probable it is, between 0 and 1."""

    category: str
    probability: float


def propose(texts: Sequence[str]) -> list[Proposal | None]:
    """The likely category of every text (name and target of an indicator), or None where in doubt.

    Learnt from the character n-grams of examples.yaml, which takes a second on first use.
    """
    if not texts:
        return []
    model = _trained()
    found = model.predict_proba([plain(text) for text in texts])
    return [_best(model.classes_, row) for row in found]


def classifier() -> Any:
    """The untrained model, for the cross-validation in `benchmarks/categories.py`."""
    # Importing scikit-learn takes longer than all other work of a command.
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415

    grams = TfidfVectorizer(analyzer="char", ngram_range=(1, 2), sublinear_tf=True)
    return make_pipeline(grams, LogisticRegression(C=30, max_iter=3000, class_weight="balanced"))


def examples() -> list[tuple[str, str, str]]:
    """Document, category and text of every example.

    Raises:
        RuleFileError: with file and line, if examples.yaml was changed and is no longer valid.
    """
    documents = rulefile.load(EXAMPLES, Examples).documents
    return [
        (document, category, plain(text))
        for document, categories in documents.items()
        for category, texts in categories.items()
        for text in texts
    ]


def plain(text: str) -> str:
    """`text` without blanks, and every digit as 0: how many is no sign of the category."""
    return "".join("0" if sign.isdigit() else sign for sign in text if not sign.isspace())


@cache
def _trained() -> Any:
    known = examples()
    return classifier().fit([text for *_, text in known], [category for _, category, _ in known])


def _best(classes: Sequence[str], probabilities: Sequence[float]) -> Proposal | None:
    at = max(range(len(classes)), key=lambda index: probabilities[index])
    if probabilities[at] < CERTAIN:
        return None
    return Proposal(str(classes[at]), float(probabilities[at]))
