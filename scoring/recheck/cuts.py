"""取整的习惯 (cuts): how units round the points of a rule beyond what the standard says."""

from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from indicators.rulefile import Rule
from scoring.rounding import CUTS, Mode, Rounding, to_cents


class Cut(Rule):
    """One habit: to multiples of `to`, by `mode`.

    `of: points` rounds the points, in points; `of: rate` rounds the execution rate, in percent,
    before it is multiplied with the points. `agrees`: not counted as a difference at all.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")
    title: str
    title_en: str
    of: Literal["points", "rate"]
    to: Decimal = Field(gt=0)
    mode: Mode
    agrees: bool = False

    @property
    def rounding(self) -> Rounding:
        """The habit in place of a standard's rounding, for points or for hundredths of a share."""
        return ToStep(digits=0, mode=self.mode, step=to_cents(self.to))


class ToStep(Rounding):
    """Rounding to multiples of `step` cents, such as half points."""

    step: int = Field(gt=0)

    def cut(self, numerator: Any, denominator: Any) -> Any:
        """`numerator ÷ denominator` in cents, to a multiple of `step`."""
        return CUTS[self.mode](numerator, denominator * self.step) * self.step
