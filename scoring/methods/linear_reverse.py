"""线性反向 (linear_reverse): points fall in a line, to none at a multiple of the target."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from indicators.errors import Words
from indicators.model import plain
from indicators.rulefile import Rule
from scoring.achievement import Comparison, compare, is_said_to_be_met
from scoring.case import COUNTED, Case, ItemKind, Outcome
from scoring.judgement import FULL
from scoring.same_unit import whole_numbers


class LinearReverse(Rule):
    """Kept: all points. Too much: `max_points × (zero × target − actual) ÷ ((zero − 1) × target)`,
    none from `zero_at` percent of the target on. With zero at 200%: `(1 − (A − T) ÷ T)`.

    Too little is in proportion, as under `ratio`. Source: software of finance bureaus (practice).
    """

    method: Literal["linear_reverse"]
    zero_at: Decimal = Field(gt=FULL)

    kinds: ClassVar[frozenset[ItemKind]] = COUNTED
    title: ClassVar[Words] = Words("线性反向计分", "linear, falling")

    def judge(self, case: Case) -> Outcome:
        """The points of one promise. Raises ActualsError where nothing can be compared."""
        if is_said_to_be_met(case.actual):
            return case.said_kept()
        done = compare(case.target, case.actual)
        if done.met:
            return case.kept(done.shown)
        if done.high is None or done.actual <= done.high:
            numerator, denominator = done.pair
            points, factor = case.portion(*done.share), f"{plain(numerator)} ÷ {plain(denominator)}"
        else:
            numbers = whole_numbers(done.actual, done.high, self.zero_at, FULL)
            points, factor = case.portion(*share_left(*numbers)), self._factor(done)
        return case.some(points, factor, self._words(), achievement=done.shown)

    def _factor(self, done: Comparison) -> str:
        """`(20 − 12) ÷ 10`: what is left of the way from the target to zero, of all of it."""
        zero = done.nearest * self.zero_at / FULL
        way = zero - done.nearest
        return f"({plain(zero)} − {plain(done.actual)}) ÷ {plain(way)}"

    def _words(self) -> Words:
        return Words(
            f"未达到目标，按直线递减得分，实际为目标的 {plain(self.zero_at)}% 时为零",
            f"missed: points fall in a line, to none at {plain(self.zero_at)}% of the target",
        )


def share_left(actual: int, target: int, zero_at: int, hundred: int) -> tuple[int, int]:
    """What is left at `actual` above `target`, as part and whole: all at the target, none at
    `zero_at` hundredths of it, in a straight line between.
    """
    whole = (zero_at - hundred) * target
    return max(0, zero_at * target - actual * hundred), max(1, whole)
