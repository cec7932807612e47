"""允许偏差 (tolerance): bands of deviation, to either side of the target."""

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from indicators.errors import Words
from indicators.model import plain
from indicators.rulefile import Rule, fault
from scoring.achievement import Comparison, compare, is_said_to_be_met
from scoring.case import COUNTED, Award, Case, ItemKind, Outcome
from scoring.judgement import FULL
from scoring.rounding import Rounding
from scoring.same_unit import whole_parameters
from scoring.whole import Whole, pick


class Within(Rule):
    """One band: a deviation of up to `within` percent of the target (included), and its share."""

    within: Decimal = Field(ge=0)
    share: Decimal = Field(ge=0, le=FULL)

    def holds(self, done: Comparison) -> Whole:
        """Whether the deviation lies in the band, in whole numbers."""
        within, hundred = whole_parameters(self.within, FULL)
        return done.distance * hundred <= within * abs(done.nearest)


class Tolerance(Rule):
    """The share of the narrowest band that holds `|actual − target| ÷ target`; beyond all: none.

    Source: 江西 2017 (cost within ±10%: 5, ±15%: 3, ±20%: 1 of 5 points).
    """

    method: Literal["tolerance"]
    bands: tuple[Within, ...] = Field(min_length=1)

    kinds: ClassVar[frozenset[ItemKind]] = COUNTED
    title: ClassVar[Words] = Words("允许偏差", "by deviation")

    @model_validator(mode="after")
    def _bands_widen(self) -> "Tolerance":
        for narrow, wide in zip(self.bands, self.bands[1:], strict=False):
            if wide.within <= narrow.within or wide.share > narrow.share:
                raise fault(
                    "各档的 within 递增，share 不增", "`within` ascends, and `share` never does"
                )
        return self

    def judge(self, case: Case) -> Outcome:
        """The points of one promise. Raises ActualsError where nothing can be compared."""
        if is_said_to_be_met(case.actual):
            return case.said_kept()
        done = compare(case.target, case.actual)
        band = next((band for band in self.bands if band.holds(done)), None)
        if band is None:
            words = Words("偏差超出各档，不得分", "deviates beyond all bands: no points")
            return case.none(words, achievement=done.shown)
        points = self.law(done, case.max_points, case.rounding).points
        return _outcome(case, band, points, done)

    def law(self, done: Comparison, max_points: Whole, rounding: Rounding) -> Award:
        """`max_points × share` of the narrowest band that holds the deviation."""
        whole, *parts = whole_parameters(FULL, *(band.share for band in self.bands))
        part = 0 * max_points
        for band, share in reversed(list(zip(self.bands, parts, strict=True))):
            part = pick(band.holds(done), share, part)
        points = rounding.portion(max_points, part, whole)
        return Award(points, part == whole, *done.pair)


def _outcome(case: Case, band: Within, points: int, done: Comparison) -> Outcome:
    words = Words(
        f"与目标的偏差在 ±{plain(band.within)}% 以内，得 {plain(band.share)}%",
        f"within ±{plain(band.within)}% of the target: {plain(band.share)}% of the points",
    )
    met = band.share == FULL
    return case.some(points, f"{plain(band.share)}%", words, achievement=done.shown, met=met)
