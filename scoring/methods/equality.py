"""等于计分 (equality): exactly the promised value, all points; anything else, none."""

from typing import ClassVar, Literal

from indicators.errors import Words
from indicators.rulefile import Rule
from scoring.achievement import Comparison, compare, is_said_to_be_met
from scoring.case import COUNTED, Award, Case, ItemKind, Outcome
from scoring.rounding import Rounding
from scoring.whole import Whole


class Equality(Rule):
    """All points if actual = target (or lies within the promised range), neither more nor less.

    Source: indicators of nature “=” in provincial forms.
    """

    method: Literal["equality"]

    kinds: ClassVar[frozenset[ItemKind]] = COUNTED
    title: ClassVar[Words] = Words("等于计分", "exactly or nothing")

    def judge(self, case: Case) -> Outcome:
        """The points of one promise. Raises ActualsError where nothing can be compared."""
        if is_said_to_be_met(case.actual):
            return case.said_kept()
        done = compare(case.target, case.actual)
        if self.law(done, case.max_points, case.rounding).met:
            return case.kept(done.shown)
        words = Words(
            f"实际“{case.actual.text}”不等于目标“{case.target.phrase}”，不得分",
            f"'{case.actual.text}' is not '{case.target.phrase}': no points",
        )
        return case.none(words, achievement=done.shown)

    def law(self, done: Comparison, max_points: Whole, rounding: Rounding) -> Award:
        """All points where nothing deviates."""
        met = done.distance == 0
        return Award(max_points * met, met, *done.pair)
