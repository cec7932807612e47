"""Which printed form an evaluation is written on, by budget year and region of the standard."""

from dataclasses import dataclass

from indicators.forms import printed_form
from indicators.forms.schema import LayoutRule
from scoring.standard import Standard

USUAL = "selfevaluation-2019"
"""The form that is taken where none of those below was in use."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where and when a printed form was in use: ISO region (and all below it), budget years."""

    family: str
    region: str
    first: int
    last: int = 9999

    def covers(self, year: int, region: str) -> bool:
        """Whether the form was in use in that year and region."""
        is_there = region == self.region or region.startswith(f"{self.region}-")
        return is_there and self.first <= year <= self.last


USES = (
    Use("selfevaluation-sichuan-2023", "CN-SC", 2023),
    Use("selfevaluation-2016", "CN", 2016, 2018),
)
"""The forms of certain years and places; see docs/layouts.md."""


def printed_for(year: int | None, standard: Standard) -> LayoutRule:
    """The self-evaluation form that was in use in that budget year, where the standard is from."""
    region = standard.applies_to.region
    families = [use.family for use in USES if year is not None and use.covers(year, region)]
    return printed_form(families[0] if families else USUAL)
