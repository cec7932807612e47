"""Which grade a total earns: closed below, open above, no hole and no overlap."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from scoring.grades import GradeBand, Grades
from tests.scoring.samples import BEIJING, SELF_2016


@pytest.mark.parametrize(
    ("total", "title"),
    [
        ("100.00", "优"),
        ("90.00", "优"),
        ("89.99", "良"),
        ("80.00", "良"),
        ("79.99", "中"),
        ("60.00", "中"),
        ("59.99", "差"),
        ("0.00", "差"),
    ],
)
def test_edges(total: str, title: str) -> None:
    assert SELF_2016.grades.grade(Decimal(total)).title == title


def test_beijing_only_renames_the_grades() -> None:
    bounds = [band.from_ for band in SELF_2016.grades.bands]
    assert [band.from_ for band in BEIJING.grades.bands] == bounds
    assert [band.title for band in BEIJING.grades.bands] == ["优秀", "良好", "一般", "较差"]


def test_margins() -> None:
    margin = SELF_2016.grades.margin(Decimal("88.48"))
    assert (margin.to_lower_grade, margin.to_higher_grade) == (Decimal("8.48"), Decimal("1.52"))
    assert SELF_2016.grades.margin(Decimal("12.00")).to_lower_grade is None


def _bands(*rows: tuple[str, int, int | None]) -> tuple[GradeBand, ...]:
    return tuple(
        GradeBand.model_validate({"name": n, "title": n, "title_en": n, "from": low, "to": high})
        for n, low, high in rows
    )


def test_a_table_of_whole_points_rounds_before_it_grades() -> None:
    """90–100, 80–89, 60–79, 0–59: 89.5 is 90, 79.49 is 79."""
    table = Grades(
        whole_points=True,
        bands=_bands(("a", 90, 100), ("b", 80, 89), ("c", 60, 79), ("d", 0, 59)),
    )
    assert table.grade(Decimal("89.5")).name == "a"
    assert table.grade(Decimal("89.49")).name == "b"
    assert table.margin(Decimal("89.5")).to_lower_grade == 0


@pytest.mark.parametrize(
    "rows",
    [
        (("a", 80, None), ("b", 80, None), ("c", 0, None)),
        (("a", 90, None), ("b", 80, 85), ("c", 0, None)),
        (("a", 90, None), ("b", 80, 95), ("c", 0, None)),
        (("a", 90, None), ("b", 60, None)),
        (("a", 90, None), ("a", 0, None)),
    ],
    ids=["overlap", "hole", "printed overlap", "hole below", "same name"],
)
def test_a_table_with_a_hole_or_an_overlap_is_refused(
    rows: tuple[tuple[str, int, int | None], ...],
) -> None:
    with pytest.raises(ValidationError):
        Grades(bands=_bands(*rows))
