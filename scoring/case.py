"""What a method judges (`Case`) and what it says (`Outcome`)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from indicators.errors import Words
from indicators.model import Actual, Kind, Target, plain
from indicators.quick import quick_to_make
from scoring.judgement import FULL, Bands, JudgedShare
from scoring.rounding import Rounding, from_cents, to_cents
from scoring.same_unit import whole_parameters
from scoring.whole import Whole, above_zero, least


class ItemKind(StrEnum):
    """How a promise can be judged. Dated deadlines and spans of time (`3日内`) are told apart."""

    QUANTITATIVE = "quantitative"
    DEADLINE = "deadline"
    DURATION = "duration"
    SCHEDULE = "schedule"
    REFERENCE = "reference"
    QUALITATIVE = "qualitative"


KIND_TITLES = {
    ItemKind.QUANTITATIVE: Words("定量", "quantitative"),
    ItemKind.DEADLINE: Words("期限（日期）", "deadline"),
    ItemKind.DURATION: Words("时限（时长）", "span of time"),
    ItemKind.SCHEDULE: Words("周期", "schedule"),
    ItemKind.REFERENCE: Words("参照", "reference"),
    ItemKind.QUALITATIVE: Words("定性", "qualitative"),
}

COUNTED = frozenset({ItemKind.QUANTITATIVE, ItemKind.DURATION, ItemKind.SCHEDULE})
"""Kinds whose promise and fact are two numbers."""

JUDGED = frozenset({ItemKind.QUALITATIVE, ItemKind.REFERENCE})
"""Kinds whose fact is a judgement."""

ONLY_THE_BOUND = Words(
    "实际值恰好等于界限，按字面（“超过”“小于”）未达到，但比例为 1，仍得满分。",
    "the actual equals the bound, which by the letter is not kept; yet the ratio is 1: all points.",
)
"""The note of methods in proportion, where `<48` was answered by 48."""


def kind_of(target: Target) -> ItemKind:
    """How `target` can be judged. A promise whose number is not known is left to judgement."""
    match target.kind:
        case Kind.QUANTITATIVE if target.value is not None:
            return ItemKind.QUANTITATIVE
        case Kind.DEADLINE if target.date is not None:
            return ItemKind.DEADLINE
        case Kind.DEADLINE if target.value is not None:
            return ItemKind.DURATION
        case Kind.SCHEDULE if target.canonical is not None:
            return ItemKind.SCHEDULE
        case Kind.REFERENCE:
            return ItemKind.REFERENCE
    return ItemKind.QUALITATIVE


class Award(NamedTuple):
    """What the law of a method gives, in whole numbers or columns of them.

    Points in cents, whether the promise was kept, and the achievement as `part` of `whole`, not
    capped. Whether a case or a column of cases is judged, the same law is applied.
    """

    points: Whole
    met: Whole
    part: Whole
    whole: Whole


def less(max_points: Whole, steps: Whole, deduct: Decimal, unit: str, rounding: Rounding) -> Whole:
    """The law of deductions: the points less `steps` of them, at least 0.

    `deduct` is in points, or (`unit="percent"`) in percent of the points.
    """
    off, one = whole_parameters(deduct, Decimal(1))
    if unit == "percent":
        whole = 100 * one
        return rounding.portion(max_points, above_zero(whole - steps * off), whole)
    left = above_zero(max_points * one - steps * to_cents(Decimal(off)))
    return least(rounding.cut(left, one), max_points)


@quick_to_make
@dataclass(frozen=True, slots=True)
class Outcome:
    """What a method says: points and the range left open (in cents), and how they came about."""

    points: int
    low: int
    high: int
    formula: str
    words: Words
    achievement: str | None = None
    met: bool | None = None
    notes: tuple[Words, ...] = ()


@quick_to_make
@dataclass(frozen=True, slots=True)
class Case:
    """One promise, its fact, and what both can bring: `max_points`, in cents."""

    kind: ItemKind
    target: Target
    actual: Actual
    max_points: int
    levels: Bands
    rounding: Rounding

    def portion(self, part: int, whole: int) -> int:
        """`part ÷ whole` of the points, rounded as the standard says, never above all of them."""
        cents: int = self.rounding.portion(self.max_points, part, whole)
        return cents

    def kept(self, achievement: str | None = None) -> Outcome:
        """All points, because the fact reaches the target."""
        words = Words(
            f"实际“{self.actual.text}”达到目标“{self.target.phrase}”，记满分",
            f"'{self.actual.text}' keeps '{self.target.phrase}': all points",
        )
        return self.full(words, achievement=achievement)

    def said_kept(self) -> Outcome:
        """All points, because the text says that the target was reached, and nothing more."""
        words = Words(
            f"填报为“{self.actual.text or '已完成'}”，按达到目标记满分",
            f"reported as '{self.actual.text or 'done'}', taken as kept: all points",
        )
        note = Words(
            "没有填写实际完成的数字或日期，请补充佐证。",
            "no figure or date was given; add evidence.",
        )
        return self.full(words, notes=(note,))

    def full(
        self, words: Words, *, achievement: str | None = None, notes: tuple[Words, ...] = ()
    ) -> Outcome:
        """All points: the promise was kept."""
        shown = str(from_cents(self.max_points))
        cents = self.max_points
        return Outcome(cents, cents, cents, shown, words, achievement, met=True, notes=notes)

    def none(
        self, words: Words, *, achievement: str | None = None, notes: tuple[Words, ...] = ()
    ) -> Outcome:
        """No points."""
        return Outcome(0, 0, 0, "0.00", words, achievement, met=False, notes=notes)

    def some(
        self,
        cents: int,
        factor: str,
        words: Words,
        *,
        achievement: str | None = None,
        met: bool = False,
        notes: tuple[Words, ...] = (),
    ) -> Outcome:
        """A part of the points; `factor` is what all points were multiplied by."""
        formula = self.formula(factor, cents)
        return Outcome(cents, cents, cents, formula, words, achievement, met=met, notes=notes)

    def fixed(self, cents: int, words: Words, *, achievement: str | None, met: bool) -> Outcome:
        """So many points, whatever the item can bring."""
        shown = str(from_cents(cents))
        return Outcome(cents, cents, cents, shown, words, achievement, met=met)

    def less(
        self,
        steps: int,
        deduct: Decimal,
        unit: str,
        words: Words,
        achievement: str | None,
        *,
        notes: tuple[Words, ...] = (),
    ) -> Outcome:
        """The points less `steps` deductions, each in points or in percent of them; at least 0."""
        cents: int = less(self.max_points, steps, deduct, unit, self.rounding)
        off = f"{plain(deduct)}{'%' if unit == 'percent' else ''}"
        formula = f"{from_cents(self.max_points)} − {steps} × {off} = {from_cents(cents)}"
        return Outcome(cents, cents, cents, formula, words, achievement, met=False, notes=notes)

    def formula(self, factor: str, cents: int) -> str:
        """The working of a product: `6.25 × 48 ÷ 60 = 5.00`."""
        return f"{from_cents(self.max_points)} × {factor} = {from_cents(cents)}"

    def share(self, percent: Decimal) -> int:
        """`percent` hundredths of the points, rounded as the standard says."""
        return self.portion(*whole_parameters(percent, FULL))

    def judged(self, judged: JudgedShare, *, notes: tuple[Words, ...] = ()) -> Outcome:
        """The points of a share within a band, with the range that the band leaves open."""
        band, share = judged.band, plain(judged.share)
        points, low, high = map(self.share, (judged.share, band.from_, band.to))
        words = Words(
            f"评价为“{band.title}”，得该项分值的 {share}%（本档为 {band.interval}）",
            f"judged '{band.title_en}': {share}% of the points (its band is {band.interval})",
        )
        if not judged.named and band.from_ != band.to:
            left_open = Words(
                f"未填得分比例，按本档默认的 {share}% 计；标准留有 {band.interval} 的余地。",
                f"no share was given; the default of {share}% was taken. The standard leaves "
                f"{band.interval} open.",
            )
            notes = (*notes, left_open)
        met = self.levels.worth(judged).met
        formula = self.formula(f"{share}%", points)
        return Outcome(points, low, high, formula, words, met=met, notes=notes)
