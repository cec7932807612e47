"""按期限计分 (deadline): in time, all points; late or undone, a share like that of a judgement."""

from typing import ClassVar, Literal

from indicators.errors import Words
from indicators.model import Actual, Judgement
from indicators.rulefile import Rule
from scoring.achievement import is_in_time, is_said_to_be_met
from scoring.case import Case, ItemKind, Outcome
from scoring.judgement import FULL, Bands, JudgedShare, Share, judged_share, share_in


class Deadline(Rule):
    """In time: all points. Late: the band named `late`; not done: the band named `undone`.

    The evaluator may name a share within the band. Of the standards known none says how much a
    late completion costs, so both are parameters.
    """

    method: Literal["deadline"]
    late: str
    undone: str

    kinds: ClassVar[frozenset[ItemKind]] = frozenset({ItemKind.DEADLINE})
    title: ClassVar[Words] = Words("按期限计分", "by deadline")

    @property
    def bands(self) -> tuple[str, ...]:
        """The bands of the standard that the parameters name."""
        return self.late, self.undone

    def judge(self, case: Case) -> Outcome:
        """The points of one deadline. Raises ActualsError if the answer fits none of the cases."""
        actual, target = case.actual, case.target
        in_time = is_in_time(target, actual)
        if in_time:
            return case.kept()
        if in_time is False:
            late = self._late(case.levels, actual)
            return case.judged(late, notes=(_told(str(actual.date), str(target.date)),))
        if is_said_to_be_met(actual):
            return case.said_kept()
        return case.judged(self._undated(case.levels, actual))

    def share(self, levels: Bands, actual: Actual) -> Share:
        """What an answer without a date is worth. Raises ActualsError if it is no judgement."""
        if is_said_to_be_met(actual):
            return Share(FULL, met=True)
        return levels.worth(self._undated(levels, actual))

    def timely(self, levels: Bands, *, late: bool) -> Share:
        """What a day is worth for which nobody claims a share."""
        if not late:
            return Share(FULL, met=True)
        return levels.worth(self._late(levels, Actual(ItemKind.DEADLINE, "")))

    def _late(self, levels: Bands, actual: Actual) -> JudgedShare:
        return share_in(levels.named(self.late), actual)

    def _undated(self, levels: Bands, actual: Actual) -> JudgedShare:
        if actual.judgement is Judgement.NOT:
            return share_in(levels.named(self.undone), actual)
        return judged_share(levels, actual)


def _told(done: str, due: str) -> Words:
    return Words(
        f"{done} 完成，晚于期限 {due}。", f"done on {done}, later than the deadline of {due}."
    )
