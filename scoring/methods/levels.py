"""分档评价 (levels): a judgement falls in a band; the points are a share within that band."""

from typing import ClassVar, Literal

from indicators.errors import Words
from indicators.model import Actual
from indicators.rulefile import Rule
from scoring.case import Case, ItemKind, Outcome
from scoring.judgement import Bands, Share, judged_share


class Levels(Rule):
    """`max_points × share`, the share named by the evaluator within the band of the judgement.

    Without a share: the default of the band. The bands are the `levels` of the standard.
    Source: 财预〔2020〕10号 (three bands); the notes printed on the forms of 2016 and later.
    """

    method: Literal["levels"]

    kinds: ClassVar[frozenset[ItemKind]] = frozenset(ItemKind)
    title: ClassVar[Words] = Words("分档评价", "by judgement")

    def judge(self, case: Case) -> Outcome:
        """The points of one judgement. Raises ActualsError if the share is not of its band."""
        return case.judged(judged_share(case.levels, case.actual))

    def share(self, levels: Bands, actual: Actual) -> Share:
        """What the answer is worth. Raises ActualsError if it is no judgement."""
        return levels.worth(judged_share(levels, actual))
