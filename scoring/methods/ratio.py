"""按比例计分 (ratio): points in proportion to the achievement, never more than all of them."""

from dataclasses import replace
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from indicators.errors import Words
from indicators.model import plain
from indicators.rulefile import Rule
from scoring.achievement import Comparison, compare, is_said_to_be_met
from scoring.case import COUNTED, ONLY_THE_BOUND, Award, Case, ItemKind, Outcome
from scoring.judgement import FULL
from scoring.rounding import Rounding
from scoring.same_unit import whole_parameters
from scoring.whole import Whole, pick


class Ratio(Rule):
    """Kept: all points. Else `max_points × actual ÷ target`, or `target ÷ actual` where less is
    better (正向 B/A, 反向 A/B); exactly or within a range, by the bound that was missed.

    `pass_threshold` (及格门槛, percent): an achievement below it gives no points. `equal_is:
    at_least` reads “= target” as “at least”, except for a target of zero.
    Source: 财预〔2020〕10号; the notes printed on the forms of 2016 and later.
    """

    method: Literal["ratio"]
    pass_threshold: Decimal | None = Field(default=None, gt=0, le=100)
    equal_is: Literal["exact", "at_least"] = "exact"

    kinds: ClassVar[frozenset[ItemKind]] = COUNTED
    title: ClassVar[Words] = Words("按比例计分", "in proportion")

    def judge(self, case: Case) -> Outcome:
        """The points of one promise. Raises ActualsError where nothing can be compared."""
        if is_said_to_be_met(case.actual):
            return case.said_kept()
        done = self._as_read(compare(case.target, case.actual))
        award = self.law(done, case.max_points, case.rounding)
        if award.met:
            return case.kept(done.shown)
        part, whole = done.share
        if self.pass_threshold is not None and fails(part, whole, self.pass_threshold):
            return case.none(_below(self.pass_threshold, case), achievement=done.shown)
        if part == 0:
            return case.none(_missed(case), achievement=done.shown, notes=_zero_notes(done))
        notes = (ONLY_THE_BOUND,) if done.reached else ()
        factor = _factor(done)
        return case.some(award.points, factor, _missed(case), achievement=done.shown, notes=notes)

    def law(self, done: Comparison, max_points: Whole, rounding: Rounding) -> Award:
        """`max_points × part ÷ whole` where the promise was not kept, in whole numbers."""
        as_written = self._in_proportion(done, max_points, rounding)
        if self.equal_is == "exact" or done.low is None or done.high is None:
            return as_written
        loose = _is_loose(done)
        at_least = self._in_proportion(replace(done, high=None), max_points, rounding)
        return Award(
            pick(loose, at_least.points, as_written.points),
            as_written.met | (loose & at_least.met),
            pick(loose, at_least.part, as_written.part),
            pick(loose, at_least.whole, as_written.whole),
        )

    def _in_proportion(self, done: Comparison, max_points: Whole, rounding: Rounding) -> Award:
        part, whole = done.share
        if self.pass_threshold is not None:
            part = part * (1 - fails(part, whole, self.pass_threshold))
        met = done.met
        return Award(rounding.earned(met, max_points, part, whole), met, *done.pair)

    def _as_read(self, done: Comparison) -> Comparison:
        """The promise as this standard reads it: what is more than “= target” may be fine."""
        exact = self.equal_is == "exact" or done.low is None or done.high is None
        return done if exact or not _is_loose(done) else replace(done, high=None)


def _is_loose(done: Comparison) -> Whole:
    """Whether “= target” may be read as “at least”: it is one number, and not zero."""
    return (done.low == done.high) & (done.low != 0)


def fails(part: Whole, whole: Whole, threshold: Decimal) -> Whole:
    """Whether `part ÷ whole` lies below `threshold` percent, in whole numbers."""
    share, hundred = whole_parameters(threshold, FULL)
    return part * hundred < share * whole


def _factor(done: Comparison) -> str:
    numerator, denominator = done.pair
    return f"{done.read(numerator)} ÷ {done.read(denominator)}"


def _missed(case: Case) -> Words:
    return Words(
        f"实际“{case.actual.text}”未达到目标“{case.target.phrase}”，按完成比例得分",
        f"'{case.actual.text}' misses '{case.target.phrase}': points in proportion",
    )


def _below(threshold: Decimal, case: Case) -> Words:
    return Words(
        f"实际“{case.actual.text}”不到目标“{case.target.phrase}”的 {plain(threshold)}%"
        "（及格门槛），不得分",
        f"'{case.actual.text}' is below the pass threshold of {plain(threshold)}% of "
        f"'{case.target.phrase}': no points",
    )


def _zero_notes(done: Comparison) -> tuple[Words, ...]:
    """Why no ratio could be formed, where the target or the actual is not above zero."""
    numerator, denominator = done.pair
    if numerator > 0 and denominator > 0:
        return ()
    note = Words(
        "目标或实际值不大于零，无法按比例计分，未达到即不得分。",
        "target or actual is not above zero, so no ratio can be formed: missed means no points.",
    )
    return (note,)
