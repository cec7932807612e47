"""Columns of a long table are known by their Chinese and by their English names."""

import pytest

from indicators.forms import layout_of
from indicators.forms.longtable import long_table

CONTRACT = (
    *("project_id", "project", "department", "region", "year", "budget", "executed", "level1"),
    *("level2", "indicator", "target", "actual", "max_points", "declared_points"),
)


def test_the_names_of_the_contract() -> None:
    table = long_table()
    meanings = [table.column(name) for name in CONTRACT]
    assert None not in meanings
    assert len(set(meanings)) == len(CONTRACT)


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("项目名称", "project"),
        ("主管\n部门", "department"),
        ("全年预算数（万元）", "annual"),
        ("Project_ID", "project_id"),
        (" target ", "target"),
        ("得分", "points"),
    ],
)
def test_other_spellings(name: str, meaning: str) -> None:
    assert long_table().column(name) == meaning


def test_no_columns() -> None:
    assert [long_table().column(name) for name in ("", "序号", "目标" * 60)] == [None] * 3


def test_the_names_of_the_forms_mean_the_same() -> None:
    """The labels of the official form, and those that a form spells otherwise."""
    table, form = long_table(), layout_of("project_selfevaluation")
    for meaning in ("level1", "level2", "name", "target", "actual", "max_points", "points"):
        assert form.column(table.labels[meaning]) == meaning
    assert table.needed == ("project", "level1", "target")
    assert "level1" in table.spellings("level1")
