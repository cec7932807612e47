"""How well the category of an indicator is proposed, on documents that were left out.

    python -m benchmarks.categories

Ten-fold cross-validation over documents: no document is in training and test at once.
"""

from collections import Counter

from sklearn.model_selection import GroupKFold, cross_val_predict

from indicators.taxonomy.proposals import CERTAIN, classifier, examples

FOLDS = 10


def main() -> None:
    """Print how many are right, and how many of those that are certain enough to propose."""
    documents, categories, texts = zip(*examples(), strict=True)
    found = cross_val_predict(
        classifier(),
        texts,
        categories,
        groups=documents,
        cv=GroupKFold(FOLDS),
        method="predict_proba",
    )
    names = sorted(set(categories))
    best = [max(zip(row, names, strict=True)) for row in found]
    right = [name == due for (_, name), due in zip(best, categories, strict=True)]
    certain = [share >= CERTAIN for share, _ in best]
    proposed = sum(certain)
    correct = sum(r for r, c in zip(right, certain, strict=True) if c)
    commonest = Counter(categories).most_common(1)[0][1]
    print(f"{len(texts)} indicators of {len(set(documents))} documents, {len(names)} categories")
    print(f"right                   {sum(right) / len(right):6.1%}")
    print(f"always the commonest    {commonest / len(texts):6.1%}")
    print(f"certain enough          {proposed / len(texts):6.1%}")
    print(f"    of which right      {correct / proposed:6.1%}")


if __name__ == "__main__":
    main()
