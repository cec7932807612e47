"""允许偏差 (tolerance): bands of deviation, to either side of the target."""

from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from indicators.errors import Words
from indicators.model import plain
from indicators.rulefile import Rule, fault
from scoring.achievement import Comparison, compare, is_said_to_be_met
from scoring.case import COUNTED, Case, ItemKind, Outcome
from scoring.judgement import FULL


class Within(Rule):
    """One band: a deviation of up to `within` percent of the target (included), and its share."""

    within: Decimal = Field(ge=0)
    share: Decimal = Field(ge=0, le=FULL)


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
        hundredth = abs(Fraction(done.nearest)) / 100
        band = next(
            (b for b in self.bands if done.distance <= Fraction(b.within) * hundredth), None
        )
        if band is None:
            words = Words("偏差超出各档，不得分", "deviates beyond all bands: no points")
            return case.none(words, achievement=done.shown)
        return _points(case, band, done)


def _points(case: Case, band: Within, done: Comparison) -> Outcome:
    words = Words(
        f"与目标的偏差在 ±{plain(band.within)}% 以内，得 {plain(band.share)}%",
        f"within ±{plain(band.within)}% of the target: {plain(band.share)}% of the points",
    )
    points = case.share(band.share)
    met = band.share == FULL
    return case.some(points, f"{plain(band.share)}%", words, achievement=done.shown, met=met)
