"""Which printed form is taken: that of the year and the region, else the usual one."""

import pytest

from evalengine.reports.printing import USES, USUAL, printed_for
from indicators.forms import printed_form
from scoring import register


@pytest.mark.parametrize(
    ("year", "standard", "family"),
    [
        (2019, "cn-beijing-selfeval-2016", USUAL),
        (2018, "cn-beijing-selfeval-2016", "selfevaluation-2016"),
        (2016, "cn-selfeval-2016", "selfevaluation-2016"),
        (2015, "cn-selfeval-2016", USUAL),
        (2023, "cn-sc-selfeval-2023", "selfevaluation-sichuan-2023"),
        (2023, "cn-mof-2020-10", USUAL),
        (None, "cn-sc-selfeval-2023", USUAL),
    ],
)
def test_the_form_of_year_and_region(year: int | None, standard: str, family: str) -> None:
    assert printed_for(year, register.find(standard)) == printed_form(family)


def test_every_form_can_be_printed() -> None:
    for family in (USUAL, *(use.family for use in USES)):
        assert printed_form(family).paper is not None
