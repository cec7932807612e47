"""Sheets are measured before they are laid out, by the place of every cell."""

import pytest

from indicators.reading.extents import (
    Extent,
    TooManyCellsError,
    column_number,
    number_in,
    row_and_column,
)


def test_columns_and_addresses() -> None:
    assert [column_number(letters) for letters in ("A", "Z", "AA", "XFD")] == [1, 26, 27, 16384]
    assert row_and_column("C12") == (11, 2)
    assert [number_in(text) for text in ("12", "", None, "x", "1" * 12)] == [12, 0, 0, 0, 0]


def test_a_plain_sheet_is_measured_at_once() -> None:
    extent = Extent(frozenset("3"), allowed=100)
    assert extent.see_plain(b'<worksheet><row r="2"><c r="B2" s="3"><v>1</v></c></row></worksheet>')
    assert (extent.rows, extent.columns, extent.shaped) == (2, 2, {(1, 1): 3})


@pytest.mark.parametrize(
    "sheet", [b'<worksheet><c r="A1"/><!-- x --></worksheet>', b"<worksheet><c/></worksheet>"]
)
def test_any_other_sheet_is_read_element_by_element(sheet: bytes) -> None:
    assert not Extent(allowed=100).see_plain(sheet)


def test_cells_without_a_place_follow_one_another() -> None:
    extent = Extent(allowed=100)
    for tag in ("row", "c", "c", "row", "c"):
        extent.see(tag, {})
    extent.see("row", {"r": "5", "hidden": "1"})
    extent.see("col", {"min": "2", "max": "3", "hidden": "true"})
    assert (extent.rows, extent.columns) == (2, 2)
    assert (extent.hidden_rows, extent.hidden_columns) == ({4}, {1, 2})


def test_more_cells_than_allowed() -> None:
    with pytest.raises(TooManyCellsError, match="B6"):
        Extent(allowed=10).see("c", {"r": "B6"})
