"""Pages of a printed table: where they end, and what becomes of merged cells there."""

from dataclasses import replace

import pytest

from evalengine.reports.cells import Table, TableBuilder
from evalengine.reports.paging import Room, paged

PAGE = 7 * 20.0
"""The heading and six rows."""


def grouped(*sizes: int) -> Table:
    """A heading, and groups of so many rows of 20 points; a label at the left over all of it."""
    builder = TableBuilder((5, 20, 20))
    builder.put((1, 1), "组")
    builder.put((2, 2), "行")
    builder.end(20)
    for group, size in enumerate(sizes):
        start = builder.row
        for number in range(size):
            builder.put((2, 2), f"{group}.{number}")
            builder.end(20)
        builder.put((1, 1), f"组{group}", top=start)
    builder.put((0, 0), "总", top=0)
    return builder.table(heads=1)


def column(table: Table, number: int) -> list[tuple[int, int, str]]:
    """The cells of a column: first and last row, and text."""
    return [(box.row, box.bottom, box.text) for box in table.boxes if box.column == number]


def test_what_goes_on_one_page_is_left_as_it_is() -> None:
    table = grouped(3, 3)
    assert paged(table, Room(PAGE, PAGE)) == (table, [])


def test_a_page_ends_where_a_group_ends() -> None:
    """Rows 1 to 6 would fit; but the second group would be cut after its first row."""
    table, breaks = paged(grouped(5, 4), Room(PAGE, PAGE))
    assert breaks == [6]
    assert column(table, 1) == [(0, 0, "组"), (1, 5, "组0"), (6, 9, "组1")]
    assert column(table, 0) == [(0, 5, "总"), (6, 9, "总")]


def test_a_long_group_is_parted_and_its_label_repeated() -> None:
    table, breaks = paged(grouped(14), Room(PAGE, PAGE))
    assert breaks == [7, 13]
    assert column(table, 1) == [(0, 0, "组"), (1, 6, "组0"), (7, 12, "组0"), (13, 14, "组0")]


def test_not_too_much_of_a_page_stays_empty() -> None:
    """The first group ends after two rows: four of six rows are too much to give up."""
    _, breaks = paged(grouped(2, 9), Room(PAGE, PAGE))
    assert breaks == [7]


def test_the_first_page_may_have_less_room() -> None:
    _, breaks = paged(grouped(14), Room(PAGE - 60, PAGE))
    assert breaks == [4, 10]


@pytest.mark.parametrize(("tail", "breaks"), [(20.0, []), (30.0, [5]), (1000.0, [])])
def test_the_last_row_stands_with_what_follows(tail: float, breaks: list[int]) -> None:
    """The rows need 120 points of 140. A tail that is more than half a page long is let go."""
    assert paged(grouped(4, 1), Room(PAGE, PAGE), tail)[1] == breaks


def test_the_feet_stay_with_the_row_above_them() -> None:
    """Row 6 is the first with no room; but 5 and 6 are sum and remark, so 4 goes along."""
    table = replace(grouped(4, 1, 1), feet=2)
    assert paged(table, Room(PAGE - 20, PAGE))[1] == [4]


def test_rows_higher_than_a_page_have_one_each() -> None:
    _, breaks = paged(grouped(1, 1, 1), Room(30, 30))
    assert breaks == [2, 3]
