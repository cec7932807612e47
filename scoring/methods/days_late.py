"""逾期扣分 (days_late): for every so many days of delay, so many points are taken off."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from indicators.errors import ActualsError, Words
from indicators.model import plain
from indicators.rulefile import Rule
from scoring.achievement import days_late, is_said_to_be_met, steps_of
from scoring.case import Case, ItemKind, Outcome


class DaysLate(Rule):
    """In time: all points. Late: `max_points − steps × deduct`, a step for every `per_days` days
    begun; not done: none. `deduct` is in points or (`deduct_as: percent`) in percent of them.
    """

    method: Literal["days_late"]
    per_days: int = Field(ge=1)
    deduct: Decimal = Field(gt=0)
    deduct_as: Literal["points", "percent"] = "points"

    kinds: ClassVar[frozenset[ItemKind]] = frozenset({ItemKind.DEADLINE})
    title: ClassVar[Words] = Words("逾期扣分", "deductions by day")

    def judge(self, case: Case) -> Outcome:
        """The points of one deadline. Raises ActualsError if the answer is no date, nor done."""
        late = days_late(case.target, case.actual)
        if late is None:
            return self._undated(case)
        if late <= 0:
            return case.kept()
        steps = steps_of(late, self.per_days, count="started")
        off = f"{plain(self.deduct)}{'%' if self.deduct_as == 'percent' else ''}"
        words = Words(
            f"逾期 {late} 天，每 {self.per_days} 天扣 {off} 分，共 {steps} 次",
            f"{late} days late; {off} off for every {self.per_days} days, {steps} times",
        )
        return case.less(steps, self.deduct, self.deduct_as, words, None)

    def _undated(self, case: Case) -> Outcome:
        if is_said_to_be_met(case.actual):
            return case.said_kept()
        if case.actual.judgement is not None:
            return case.none(Words("到期未完成，不得分", "not done by the deadline: no points"))
        raise ActualsError.at(
            case.actual.place,
            f"“{case.actual.text}”不是日期；请填完成日期，如 2019-12-20。",
            f"'{case.actual.text}' is no date; give the date of completion, as 2019-12-20.",
        )
