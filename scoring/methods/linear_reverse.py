"""线性反向 (linear_reverse): points fall in a line, to none at a multiple of the target."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from indicators.errors import Words
from indicators.model import plain
from indicators.rulefile import Rule
from scoring.achievement import Comparison, compare, is_said_to_be_met
from scoring.case import COUNTED, ONLY_THE_BOUND, Award, Case, ItemKind, Outcome
from scoring.judgement import FULL
from scoring.rounding import Rounding, readable
from scoring.same_unit import EXACT, whole_parameters
from scoring.whole import Whole, above_zero, pick


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
        award = self.law(done, case.max_points, case.rounding)
        if award.met:
            return case.kept(done.shown)
        factor, words = self._factor(done), self._words(done)
        notes = (ONLY_THE_BOUND,) if done.reached else ()
        return case.some(award.points, factor, words, achievement=done.shown, notes=notes)

    def law(self, done: Comparison, max_points: Whole, rounding: Rounding) -> Award:
        """`max_points × part ÷ whole`: what is left of the way to zero, or the achievement."""
        part, whole = done.share
        if done.high is not None:
            zero_at, hundred = whole_parameters(self.zero_at, FULL)
            left, way = share_left(done.actual, done.high, zero_at, hundred)
            too_much = done.actual > done.high
            part, whole = pick(too_much, left, part), pick(too_much, way, whole)
        points = rounding.earned(done.met, max_points, part, whole)
        return Award(points, done.met, *done.pair)

    def _factor(self, done: Comparison) -> str:
        """`(20 − 12) ÷ 10`: what is left of the way from the target to zero, of all of it."""
        if done.high is None or done.actual <= done.high:
            numerator, denominator = done.pair
            return f"{done.read(numerator)} ÷ {done.read(denominator)}"
        target = done.figure(done.high)
        zero = EXACT.divide(EXACT.multiply(target, self.zero_at), FULL)
        way = EXACT.subtract(zero, target)
        return f"({readable(zero)} − {done.read(done.actual)}) ÷ {readable(way)}"

    def _words(self, done: Comparison) -> Words:
        if done.high is None or done.actual <= done.high:
            return Words("未达到目标，按完成比例得分", "missed: points in proportion")
        return Words(
            f"未达到目标，按直线递减得分，实际为目标的 {plain(self.zero_at)}% 时为零",
            f"missed: points fall in a line, to none at {plain(self.zero_at)}% of the target",
        )


def share_left(actual: Whole, target: Whole, zero_at: int, hundred: int) -> tuple[Whole, Whole]:
    """What is left at `actual` above `target`, as part and whole: all at the target, none at
    `zero_at` hundredths of it, in a straight line between.
    """
    whole = (zero_at - hundred) * target
    left = above_zero(zero_at * target - actual * hundred)
    return left * (whole > 0), pick(whole > 0, whole, 1)
