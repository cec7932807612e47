"""Grids: rows of cells with spans, as any reader may give them."""

from indicators.places import Place
from indicators.reading.tables import Cell, Grid, Row, quick_cell

AT = Place("a.docx")


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


# 绩效指标 spans both rows, 产出 too; 目标 spans two columns of the first row.
GRID = Grid(
    (
        Cell("绩效指标", 0, 0, AT, rowspan=2),
        Cell("产出", 0, 1, AT, rowspan=2),
        Cell("目标", 0, 2, AT, colspan=2),
        Cell("甲", 1, 2, AT),
        Cell("乙", 1, 3, AT),
    )
)


def test_a_merged_cell_touches_every_row_that_it_spans() -> None:
    first, second = GRID.rows
    assert _texts(first) == ["绩效指标", "产出", "目标"]
    assert _texts(second) == ["绩效指标", "产出", "甲", "乙"]
    assert [cell.text for cell in second.own] == ["甲", "乙"]


def test_the_first_text_is_that_of_a_cell_that_begins_here() -> None:
    first, second = GRID.rows
    assert (first.first, second.first) == ("绩效指标", "")


def test_cells_are_found_by_the_columns_they_cover() -> None:
    first, second = GRID.rows
    assert first.width == second.width == 4
    covering = first.at(3)
    below = second.at(1)
    assert covering is not None
    assert covering.text == "目标"
    assert below is not None
    assert below.text == "产出"
    assert first.at(4) is None


def test_many_columns_are_found_as_each_is() -> None:
    wide, below = Cell("甲", 0, 1, AT, colspan=2), Cell("乙", 0, 2, AT)  # two ranges overlap
    row = Row(0, (Cell("", 0, 0, AT), wide, below, Cell("丙", 0, 3, AT)))
    assert row.at_each(range(5)) == [row.at(column) for column in range(5)]
    assert row.at(2) is wide


def test_joined_rows_stand_side_by_side() -> None:
    left = Row(3, (Cell("甲", 3, 0, AT), Cell("乙", 3, 1, AT)))
    right = Row(4, (Cell("丙", 4, 0, AT), Cell("丁", 4, 1, AT)))
    both = left.joined(right)
    assert [(cell.text, cell.row, cell.column) for cell in both.own] == [
        ("甲", 3, 0),
        ("乙", 3, 1),
        ("丙", 3, 2),
        ("丁", 3, 3),
    ]
    assert both.width == 4


def test_a_row_in_which_no_cell_begins_is_none() -> None:
    grid = Grid((Cell("甲", 2, 0, AT, rowspan=3), Cell("乙", 4, 1, AT)))
    assert [(row.number, _texts(row)) for row in grid.rows] == [(2, ["甲"]), (4, ["甲", "乙"])]


def test_a_grid_is_closed_up_only_where_it_is_not() -> None:
    whole = (Cell("甲", 0, 0, AT, rowspan=2), Cell("乙", 1, 1, AT))
    assert Grid.closed_up(reversed(whole)).cells == whole
    apart = (Cell("甲", 0, 0, AT, rowspan=4), Cell("乙", 3, 1, AT))
    assert Grid.closed_up(apart).cells == whole


def test_the_filled_cells_of_a_row_are_its_own() -> None:
    row = Row(1, (Cell("甲", 0, 0, AT, rowspan=2), Cell("", 1, 1, AT), Cell("乙", 1, 2, AT)))
    assert [cell.text for cell in row.filled] == ["乙"]


def test_cells_made_quickly_are_the_same() -> None:
    made = quick_cell(("甲", 0, 1, AT, 1, 2, None))
    assert made == Cell("甲", 0, 1, AT, colspan=2)
    assert isinstance(made, Cell)


def test_a_cell_of_a_sheet_stands_at_its_address() -> None:
    cell = Cell("甲", 0, 1, Place("a.xlsx", "表"), address="B3")
    assert str(cell.place) == "a.xlsx!表!B3"
