"""What answers in words are worth: one look-up for a whole column of them."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from indicators.errors import ActualsError
from indicators.model import Actual, Judgement, Kind
from scoring.achievement import is_said_to_be_met
from scoring.columns.result import NONE, REASONS
from scoring.columns.routes import Route
from scoring.judgement import FULL, Bands, Share
from scoring.methods import Answering
from scoring.methods.deadline import Deadline
from scoring.same_unit import whole_numbers
from scoring.table import Reason

Array: TypeAlias = np.ndarray[Any, Any]


class Worth(NamedTuple):
    """By the code of an answer: `part ÷ whole` of the points, kept or not, or why it is nothing.

    `reason` is a code of `REASONS`, `NONE` where there is none.
    """

    part: Array
    whole: int
    met: Array
    reason: Array


def answer(word: str | None, levels: Bands) -> Actual:
    """The fact that an answer in words stands for; the name of a band is its title."""
    if word is None:
        return Actual.missing()
    if word == Kind.NOT_APPLICABLE:
        return Actual(Kind.NOT_APPLICABLE, word)
    named = next((band.title for band in levels.bands if band.name == word), word)
    judgement = Judgement(word) if word in list(Judgement) else None
    return Actual(Kind.QUALITATIVE, named, judgement=judgement)


def worth(words: Sequence[str | None], route: Route, levels: Bands) -> Worth:
    """What each of `words` is worth on a route; of a counted promise, only that it was reached."""
    return _worth([_share(answer(word, levels), route, levels) for word in words])


def worth_of_days(route: Route, levels: Bands) -> Worth:
    """What it is worth to be in time (code 0), and to be late (code 1), by a route for days."""
    assert isinstance(route.use, Deadline), f"{route.rule} does not judge days"
    shares = [route.use.timely(levels, late=late) for late in (False, True)]
    return _worth(shares)


def _worth(found: Sequence[Share | Reason]) -> Worth:
    shares = [each.percent if isinstance(each, Share) else FULL for each in found]
    whole, *parts = whole_numbers(FULL, *shares)
    met = [isinstance(each, Share) and each.met for each in found]
    reasons = [NONE if isinstance(each, Share) else REASONS.index(each) for each in found]
    return Worth(np.array(parts, np.int64), whole, np.array(met, bool), np.array(reasons, np.int8))


def _share(actual: Actual, route: Route, levels: Bands) -> Share | Reason:
    if actual.kind == Kind.NOT_APPLICABLE:
        return Reason.NOT_APPLICABLE
    if route.how == "counted":
        if actual.kind == "missing":
            return Reason.ACTUAL_MISSING
        return Share(FULL, met=True) if is_said_to_be_met(actual) else Reason.NOT_COMPARABLE
    if actual.kind == "missing":
        return route.unanswered
    assert isinstance(route.use, Answering), f"{route.rule} does not judge answers"
    try:
        return route.use.share(levels, actual)
    except ActualsError:
        return Reason.JUDGEMENT_UNKNOWN
