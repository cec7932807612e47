"""Tables as written become grids: closed up, bounded, and taken apart where they only arrange."""

import pytest

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.document import document_of
from indicators.reading.draft import Draft, DraftCell, lay_out
from indicators.reading.tables import Block, Grid, Paragraph

DOCUMENT = document_of(b"x", path="a.docx")


def _table(number: int, *rows: list[str | Draft]) -> Draft:
    cells = [
        DraftCell(r, c, content=[piece])
        for r, row in enumerate(rows)
        for c, piece in enumerate(row)
    ]
    return Draft(number, cells)


def _shape(block: Block) -> object:
    if isinstance(block, Paragraph):
        return block.text
    return [[cell.text for cell in row.own] for row in block.rows]


def test_paragraphs_and_tables_in_order_with_places() -> None:
    blocks = lay_out(["甲", " ", _table(1, ["乙"]), "丙"], DOCUMENT)
    assert [_shape(block) for block in blocks] == ["甲", [["乙"]], "丙"]
    places = [block.cells[0].place if isinstance(block, Grid) else block.place for block in blocks]
    assert list(map(str, places)) == ["a.docx 第1段", "a.docx 第1个表第1行", "a.docx 第3段"]


def test_a_span_beyond_the_last_row_is_cut() -> None:
    table = Draft(1, [DraftCell(0, 0, rowspan=10**9, content=["甲"]), DraftCell(1, 1)])
    (grid,) = lay_out([table], DOCUMENT)
    assert isinstance(grid, Grid)
    assert grid.cells[0].rowspan == 2


def test_rows_without_cells_are_closed_up() -> None:
    table = Draft(1, [DraftCell(0, 0, rowspan=3, content=["甲"]), DraftCell(2, 1, content=["乙"])])
    (grid,) = lay_out([table], DOCUMENT)
    assert isinstance(grid, Grid)
    assert [(cell.row, cell.rowspan) for cell in grid.cells] == [(0, 2), (1, 1)]
    assert str(grid.cells[1].place) == "a.docx 第1个表第3行"


def test_a_table_within_a_cell_gives_a_line_a_row() -> None:
    inner = _table(2, ["丙", "丁"], ["戊", ""])
    (grid,) = lay_out([_table(1, ["甲", "乙"], ["己", inner])], DOCUMENT)
    assert _shape(grid) == [["甲", "乙"], ["己", "丙 丁\n戊"]]


def test_a_table_that_only_arranges_others_is_taken_apart() -> None:
    inner = _table(2, ["甲", "乙"], ["丙", "丁"])
    blocks = lay_out([_table(1, ["表名"], [_table(3, [inner])])], DOCUMENT)
    assert [_shape(block) for block in blocks] == ["表名", [["甲", "乙"], ["丙", "丁"]]]


def test_labels_and_values_around_a_table_that_fills_most_of_it() -> None:
    """They stay rows of a table, above and below it."""
    inner = _table(2, ["甲", "乙"], ["丙", "丁"], ["戊", "己"], ["庚", "辛"], ["壬", "癸"])
    outer = _table(1, ["项目名称", "某项目"], [inner], ["填报人", "某"])
    above, within, below = (_shape(block) for block in lay_out([outer], DOCUMENT))
    assert (above, below) == ([["项目名称", "某项目"]], [["填报人", "某"]])
    assert isinstance(within, list)
    assert within[0] == ["甲", "乙"]


def test_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 5)
    three: list[list[str | Draft]] = [["甲"], ["乙"], ["丙"]]
    with pytest.raises(DocumentError, match="表格超过 5 格"):
        lay_out([_table(1, *three), _table(2, *three)], DOCUMENT)
