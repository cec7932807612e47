"""Forms side by side below one title."""

from indicators.places import Place
from indicators.reading.sides import parted
from indicators.reading.tables import Grid, Paragraph
from tests.indicators.reading.papers import grid

TITLE = Paragraph("项目支出绩效自评表", Place("a.html"))


def _texts(blocks: list[Grid]) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in block.rows] for block in blocks]


def test_each_project_has_a_table_below_the_title() -> None:
    both = grid(("项目名称", "甲", "项目名称", "乙"), ("主管部门", "某局", "主管部门", "某站"))
    title, first, again, second = parted([TITLE, both])
    assert (title, again) == (TITLE, TITLE)
    assert isinstance(first, Grid)
    assert isinstance(second, Grid)
    assert _texts([first, second]) == [
        [["项目名称", "甲"], ["主管部门", "某局"]],
        [["项目名称", "乙"], ["主管部门", "某站"]],
    ]
    assert [cell.column for cell in second.cells] == [0, 1, 0, 1]


def test_a_cell_over_both_leaves_them_together() -> None:
    both = grid(("项目名称", "甲", "项目名称", "乙"), ("主管部门", "某局", "", ""))
    across = Grid.closed_up(
        cell._replace(colspan=3) if cell.text == "某局" else cell
        for cell in both.cells
        if cell.text
    )
    assert list(parted([TITLE, across])) == [TITLE, across]


def test_one_project_stays_as_it_is() -> None:
    one = grid(("项目名称", "甲", "主管部门", "某局"))
    assert list(parted([one])) == [one]
