"""人工评分 (manual): the evaluator names the share of the points; the standard sets no bounds."""

from typing import ClassVar, Literal

from indicators.errors import ActualsError, Words
from indicators.model import plain
from indicators.rulefile import Rule
from scoring.case import Case, ItemKind, Outcome
from scoring.judgement import FULL


class Manual(Rule):
    """`max_points × share`, the share (0% to 100%) being the evaluator's own."""

    method: Literal["manual"]

    kinds: ClassVar[frozenset[ItemKind]] = frozenset(ItemKind)
    title: ClassVar[Words] = Words("人工评分", "by hand")

    def judge(self, case: Case) -> Outcome:
        """The points that the evaluator gave. Raises ActualsError if no share was given."""
        share = case.actual.share
        if share is None or not 0 <= share <= 1:
            raise ActualsError.at(
                case.actual.place,
                "本项由评价人评分；请填得分比例，0% 到 100%。",
                "this item is scored by hand; give a share from 0% to 100%.",
            )
        percent = share * FULL
        words = Words(f"评价人评定 {plain(percent)}%", f"{plain(percent)}% by the evaluator")
        return case.some(case.share(percent), f"{plain(percent)}%", words, met=percent == FULL)
