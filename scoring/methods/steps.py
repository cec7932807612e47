"""按步扣分 (steps): for every so much of deviation, so many points are taken off, down to none."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from indicators.errors import Words
from indicators.model import plain
from indicators.rulefile import Rule
from scoring.achievement import Comparison, compare, is_said_to_be_met, steps_of
from scoring.case import COUNTED, ONLY_THE_BOUND, Award, Case, ItemKind, Outcome, less
from scoring.rounding import Rounding
from scoring.same_unit import whole_parameters
from scoring.whole import Whole, pick


class Steps(Rule):
    """`max_points − steps × deduct`, never below zero; steps = deviation ÷ `per`.

    `per` is a percentage of the target, or (`of: unit`) an amount in the target's own unit, such
    as a percentage point. `deduct` is in points or (`deduct_as: percent`) in percent of the
    item's points. `count: full` counts whole steps, `started` any step begun. `two_sided`: too
    much costs as well as too little.
    Source: 中央级行政经费项目考评 (每相差 3% 扣 1 分); 江西 2017 (每降 5% 扣 1 分).
    """

    method: Literal["steps"]
    per: Decimal = Field(gt=0)
    of: Literal["percent_of_target", "unit"]
    deduct: Decimal = Field(gt=0)
    deduct_as: Literal["points", "percent"] = "points"
    count: Literal["full", "started"] = "full"
    two_sided: bool = False

    kinds: ClassVar[frozenset[ItemKind]] = COUNTED
    title: ClassVar[Words] = Words("按步扣分", "deductions by step")

    def judge(self, case: Case) -> Outcome:
        """The points of one promise. Raises ActualsError where nothing can be compared."""
        if is_said_to_be_met(case.actual):
            return case.said_kept()
        done = compare(case.target, case.actual)
        if self.law(done, case.max_points, case.rounding).met:
            return case.kept(done.shown)
        distance, size = self._measured(done)
        if size == 0:
            words = Words("目标为零，偏差无从折算，不得分", "target zero, not kept: no points")
            return case.none(words, achievement=done.shown)
        steps = steps_of(distance, size, count=self.count)
        words, notes = self._words(done, steps), (ONLY_THE_BOUND,) if distance == 0 else ()
        return case.less(steps, self.deduct, self.deduct_as, words, done.shown, notes=notes)

    def law(self, done: Comparison, max_points: Whole, rounding: Rounding) -> Award:
        """`max_points − steps × deduct`, in whole numbers; kept where nothing deviates."""
        distance, size = self._measured(done)
        met, can_be_stepped = done.met & (distance == 0), size > 0
        steps = steps_of(distance, pick(can_be_stepped, size, 1), count=self.count)
        left = less(max_points, steps, self.deduct, self.deduct_as, rounding) * can_be_stepped
        return Award(pick(met, max_points, left), met, *done.pair)

    def _measured(self, done: Comparison) -> tuple[Whole, Whole]:
        """The deviation, and the size of a step, as whole numbers."""
        per, one = whole_parameters(self.per, Decimal(1))
        distance = one * (done.distance if self.two_sided else done.shortfall)
        if self.of == "unit":
            return distance, per * done.one
        return distance * 100, per * abs(done.nearest)

    def _words(self, done: Comparison, steps: int) -> Words:
        unit = "%" if self.of == "percent_of_target" else done.unit
        off = f"{plain(self.deduct)}{'%' if self.deduct_as == 'percent' else ''}"
        return Words(
            f"每偏离 {plain(self.per)}{unit} 扣 {off} 分，共 {steps} 步",
            f"{off} off for every {plain(self.per)}{unit} of deviation, {steps} times",
        )
