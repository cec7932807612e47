"""分档计分 (bands): the points of the band in which the achievement, or the value itself, lies."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from indicators.errors import ActualsError, Words
from indicators.model import plain
from indicators.rulefile import Rule, fault
from scoring.achievement import Comparison, compare, is_said_to_be_met
from scoring.case import COUNTED, Award, Case, ItemKind, Outcome
from scoring.judgement import FULL
from scoring.rounding import Rounding, to_cents
from scoring.same_unit import whole_parameters
from scoring.whole import Whole, least, pick

MONTHS_OF_A_YEAR = 12


class Step(Rule):
    """One band: from `from` on (included), the share of the points in percent, or the points."""

    from_: Decimal = Field(alias="from")
    share: Decimal | None = Field(default=None, ge=0, le=FULL)
    points: Decimal | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _one_of_the_two(self) -> "Step":
        if (self.share is None) == (self.points is None):
            raise fault("每一档写 share 或 points 之一", "a band gives either share or points")
        return self

    def reached(self, part: Whole, whole: Whole) -> Whole:
        """Whether `part ÷ whole` is at or above the bound."""
        bound, one = whole_parameters(self.from_, Decimal(1))
        return part * one >= bound * whole


class Bands(Rule):
    """The first band, from the best down, whose lower bound is reached; below all of them: none.

    `of: achievement` takes the achievement in percent (actual ÷ target, target ÷ actual where
    less is better), not capped; with `months` the target is that part of the year's (T ÷ 12 ×
    months). `of: value` takes the actual itself, in `unit`.
    Source: 财预〔2021〕101号 (execution rate, satisfaction); monitoring lamps (practice).
    """

    method: Literal["bands"]
    of: Literal["achievement", "value"]
    unit: str | None = None
    months: int | None = Field(default=None, ge=1, le=MONTHS_OF_A_YEAR)
    bands: tuple[Step, ...] = Field(min_length=1)

    kinds: ClassVar[frozenset[ItemKind]] = COUNTED
    title: ClassVar[Words] = Words("分档计分", "by bands")

    @model_validator(mode="after")
    def _parameters_fit(self) -> "Bands":
        bounds = [band.from_ for band in self.bands]
        if bounds != sorted(set(bounds), reverse=True):
            raise fault("各档从高到低排列，from 递减", "bands stand best first, `from` descends")
        if (self.of == "value") != (self.unit is not None):
            raise fault("of: value 时写 unit，否则不写", "`unit` goes with `of: value` only")
        if self.of == "value" and self.months is not None:
            raise fault("months 只用于 of: achievement", "`months` goes with `of: achievement`")
        return self

    def judge(self, case: Case) -> Outcome:
        """The points of one promise. Raises ActualsError where nothing can be compared."""
        if is_said_to_be_met(case.actual):
            return case.said_kept()
        done = compare(case.target, case.actual)
        if self.of == "value":
            self._check_unit(case)
        band = next((band for band in self.bands if band.reached(*self._measured(done))), None)
        points = self.law(done, case.max_points, case.rounding).points
        return _outcome(case, band, points, done, self.unit or "%")

    def law(self, done: Comparison, max_points: Whole, rounding: Rounding) -> Award:
        """`max_points × share`, or the points, of the best band whose bound is reached."""
        whole, *parts = whole_parameters(FULL, *(band.share or Decimal(0) for band in self.bands))
        measured = self._measured(done)
        part = fixed = 0
        for band, share in reversed(list(zip(self.bands, parts, strict=True))):
            reached = band.reached(*measured)
            part = pick(reached, share, part)
            if self._gives_points:
                fixed = pick(reached, to_cents(band.points or Decimal(0)), fixed)
        points = rounding.portion(max_points, part, whole)
        if self._gives_points:
            points = points + least(fixed, max_points)
        return Award(points, done.met & self.bands[-1].reached(*measured), *done.pair)

    @property
    def _gives_points(self) -> bool:
        """Whether any band gives points, and not a share of them."""
        return any(band.points is not None for band in self.bands)

    def _measured(self, done: Comparison) -> tuple[Whole, Whole]:
        """What is held against the bounds, as part of a whole: the achievement in percent (of the
        months so far), or the actual in the unit of the bands.
        """
        if self.of == "value":
            return done.actual, done.one
        so_far = done.within(self.months, MONTHS_OF_A_YEAR) if self.months else done
        part, whole = so_far.pair
        real = whole > 0
        return 100 * pick(real, part, 1 * so_far.reached), pick(real, whole, 1)

    def _check_unit(self, case: Case) -> None:
        if case.actual.unit not in (None, self.unit) or case.target.unit not in (None, self.unit):
            raise ActualsError.at(
                case.actual.place,
                f"“{case.actual.text}”不是以“{self.unit}”为单位；本标准的分档以此为单位。",
                f"'{case.actual.text}' is not in {self.unit}, the unit of the standard's bands.",
            )


def _outcome(case: Case, band: Step | None, points: int, done: Comparison, unit: str) -> Outcome:
    """The points of the band, with its bound in words."""
    if band is None:
        words = Words("低于各档，不得分", "below all bands: no points")
        return case.none(words, achievement=done.shown)
    bound = f"{plain(band.from_)}{unit}"
    words = Words(f"在“{bound}（含）以上”一档", f"in the band from {bound} on")
    if band.share is None:
        return case.fixed(points, words, achievement=done.shown, met=done.met)
    factor = f"{plain(band.share)}%"
    return case.some(points, factor, words, achievement=done.shown, met=done.met)
