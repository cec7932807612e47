"""Judges the cases of records again, and tells where that differs from what the records say.

A record is a file like any other, and may have been altered: what counts is its case.
"""

from collections.abc import Sequence

import scoring
from evalengine.choosing import standard_again
from evalengine.record import Case, Evaluation, record_data
from evalengine.recorded import Recorded
from indicators.errors import Words
from scoring.standard import Standard


def all_judged_again(records: Sequence[Recorded]) -> tuple[list[Evaluation], tuple[Words, ...]]:
    """Every case, judged by the standard that its record names; and what the records say otherwise.

    Raises:
        StandardError: if a standard is not there, or not the same to the byte.
        ActualsError: if a case cannot be judged.
    """
    known: dict[str, Standard] = {}
    found, told = [], []
    for record in records:
        if record.standard_sha256 not in known:
            known[record.standard_sha256] = standard_again([record], None)
        again = judged(record.case, known[record.standard_sha256])
        told += changes(record, again)
        found.append(again)
    return found, tuple(told)


def judged(case: Case, standard: Standard) -> Evaluation:
    """`case`, judged by `standard`.

    Raises:
        ActualsError, StandardError: with everything that cannot be judged.
    """
    score = scoring.score(
        case.form, case.actuals, standard, weights=case.weights, missing=case.missing
    )
    return Evaluation(case, score)


def changes(record: Recorded, again: Evaluation) -> list[Words]:
    """A warning where judging again gives something else than the record says."""
    data = record_data(again)
    names = [
        key for key, value in data.items() if key != "engine" and record.data.get(key) != value
    ]
    if not names:
        return []
    listed = ", ".join(names)
    return [
        Words(
            f"“{again.case.form.title}”重新计算的结果与记录不同（{listed}）：记录被改动过，或由别的版本写成。",
            f"'{again.case.form.title}': computing again differs from the record ({listed}): it "
            "was changed, or written by another version.",
        )
    ]
