"""是否计分 (yes_no): the promise kept, all points; else none."""

from typing import ClassVar, Literal

from indicators.errors import Words
from indicators.model import Actual
from indicators.rulefile import Rule
from scoring.achievement import Comparison, compare, is_in_time, is_said_to_be_met
from scoring.case import COUNTED, Award, Case, ItemKind, Outcome
from scoring.judgement import FULL, Bands, Share
from scoring.rounding import Rounding
from scoring.whole import Whole


class YesNo(Rule):
    """All points if the promise was kept to the letter, else none.

    A judgement keeps it only in the best band. Source: 财预〔2021〕101号 (直接赋分).
    """

    method: Literal["yes_no"]

    kinds: ClassVar[frozenset[ItemKind]] = frozenset(ItemKind)
    title: ClassVar[Words] = Words("是否计分", "all or nothing")

    def judge(self, case: Case) -> Outcome:
        """The points of one promise. Raises ActualsError where nothing can be compared."""
        if is_said_to_be_met(case.actual):
            return case.said_kept() if case.kind in COUNTED else case.full(_said(case))
        if case.kind in COUNTED:
            done = compare(case.target, case.actual)
            if self.law(done, case.max_points, case.rounding).met:
                return case.kept(done.shown)
            return case.none(_no(case), achievement=done.shown)
        return case.kept() if is_in_time(case.target, case.actual) else case.none(_no(case))

    def share(self, levels: Bands, actual: Actual) -> Share:
        """What an answer in words is worth: all or nothing."""
        met = is_said_to_be_met(actual)
        return Share(FULL * met, met)

    def law(self, done: Comparison, max_points: Whole, rounding: Rounding) -> Award:
        """All points where the promise was kept to the letter."""
        return Award(max_points * done.met, done.met, *done.pair)


def _said(case: Case) -> Words:
    return Words(f"评价为“{case.actual.text}”，记满分", f"judged '{case.actual.text}': all points")


def _no(case: Case) -> Words:
    return Words(
        f"“{case.actual.text}”未达到目标，不得分",
        f"'{case.actual.text}' misses the target: no points",
    )
