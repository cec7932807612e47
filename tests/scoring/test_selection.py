"""The standard for a year and a place, with the reason; gaps and ties are refused."""

import pytest

from indicators.errors import StandardError
from scoring.selection import select
from tests.scoring.samples import MOF_2020, SELF_2016


@pytest.mark.parametrize(
    ("year", "place", "standard"),
    [
        (2018, "北京市某局", "cn-beijing-selfeval-2016"),
        (2019, "CN-BJ", "cn-beijing-selfeval-2016"),
        (2018, "某省某局", "cn-selfeval-2016"),
        (2021, "某省某局", "cn-mof-2020-10"),
        (2021, "北京市某局", "cn-mof-2020-10"),
        (2022, "安徽省某局", "cn-ah-selfeval-2022"),
        (2023, "安徽省某局", "cn-mof-2020-10"),
        (2023, "CN-SC-01", "cn-sc-selfeval-2023"),
        (2021, "湖北省某局", "cn-hb-selfeval-2020"),
        (2017, "江西省某局", "cn-jx-selfeval-2017"),
        (2022, "CN-CENTRAL", "cn-mof-2021-101"),
        (2021, "广西某局", "cn-mof-2020-10"),
    ],
)
def test_by_year_and_place(year: int, place: str, standard: str) -> None:
    selected = select(year=year, place=place)
    assert selected.standard.id == standard
    assert standard in selected.why.zh
    assert str(year) in selected.why.zh


def test_before_all_standards_the_nearest_is_named_and_none_is_stretched() -> None:
    with pytest.raises(StandardError) as caught:
        select(year=2010, place="某省某局")
    assert "cn-selfeval-2016" in caught.value.problems[0].words.zh


def test_without_a_year_nothing_is_selected() -> None:
    with pytest.raises(StandardError):
        select(year=None, place="北京市")


def test_two_that_fit_equally_are_both_named() -> None:
    twin = MOF_2020.model_copy(update={"id": "twin"})
    with pytest.raises(StandardError) as caught:
        select(year=2021, place="", among=[MOF_2020, twin, SELF_2016])
    assert "twin" in caught.value.problems[0].words.zh
    assert MOF_2020.id in caught.value.problems[0].words.zh


def test_what_no_standard_is_for() -> None:
    with pytest.raises(StandardError):
        select(year=2021, place="", object="policy")


def test_practice_of_software_is_never_selected() -> None:
    with pytest.raises(StandardError):
        select(year=2021, place="", purpose="monitoring")


def test_what_is_chosen_only_by_name_is_told() -> None:
    with pytest.raises(StandardError, match="自评复核的标准。最近的是 cn-sc-review-2026"):
        select(year=2025, place="四川省某区", purpose="review")


def test_the_purpose_is_told() -> None:
    chosen = select(year=2021, place="", purpose="target_audit")
    assert (chosen.standard.id, "目标审核" in chosen.why.zh) == ("cn-target-audit-2015", True)


def test_by_purpose_and_object() -> None:
    chosen = select(year=2017, place="四川省", object="department", purpose="evaluation")
    assert chosen.standard.id == "cn-sc-department-2016"
