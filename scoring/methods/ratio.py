"""按比例计分 (ratio): points in proportion to the achievement, never more than all of them."""

from dataclasses import replace
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from indicators.errors import Words
from indicators.model import plain
from indicators.rulefile import Rule
from scoring.achievement import Comparison, compare, is_said_to_be_met
from scoring.case import COUNTED, Case, ItemKind, Outcome
from scoring.same_unit import whole_numbers


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
        done = compare(case.target, case.actual)
        if self.equal_is == "at_least" and done.low is not None and done.low == done.high != 0:
            done = replace(done, high=None)
        if done.met:
            return case.kept(done.shown)
        part, whole = done.share
        if self.pass_threshold is not None and fails(part, whole, self.pass_threshold):
            return case.none(_below(self.pass_threshold, case), achievement=done.shown)
        if part == 0:
            return case.none(_missed(case), achievement=done.shown, notes=_zero_notes(done))
        points = case.portion(part, whole)
        notes = (_ONLY_THE_BOUND,) if done.reached else ()
        return case.some(points, _factor(done), _missed(case), achievement=done.shown, notes=notes)


def fails(part: int, whole: int, threshold: Decimal) -> bool:
    """Whether `part ÷ whole` lies below `threshold` percent, in whole numbers."""
    share, hundred = whole_numbers(threshold, Decimal(100))
    return part * hundred < share * whole


def _factor(done: Comparison) -> str:
    numerator, denominator = done.pair
    return f"{plain(numerator)} ÷ {plain(denominator)}"


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


_ONLY_THE_BOUND = Words(
    "实际值恰好等于界限，按字面（“超过”“小于”）未达到，但比例为 1，仍得满分。",
    "the actual equals the bound, which by the letter is not kept; yet the ratio is 1: all points.",
)
