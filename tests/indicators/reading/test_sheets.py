"""Sheets as they show: merged ranges, hidden cells; forms below and beside one another."""

import pytest

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.document import document_of
from indicators.reading.frames import Merge
from indicators.reading.sheets import Sheet, blocks_of, cut_at_titles, grid_of
from indicators.reading.tables import Block, Grid, Paragraph

DOCUMENT = document_of(b"x", path="a.xlsx")


def _rows(*rows: str) -> tuple[tuple[str, ...], ...]:
    """Rows of cells, divided by bars."""
    return tuple(tuple(row.split("|")) for row in rows)


def _cells(grid: Grid) -> list[tuple[str, int, int, int, int]]:
    return [(c.text, c.row, c.column, c.rowspan, c.colspan) for c in grid.cells]


def _cut(*rows: str, merges: tuple[Merge, ...] = ()) -> list[object]:
    grid = grid_of(Sheet("表", _rows(*rows), merges), DOCUMENT)
    return [_shape(block) for block in cut_at_titles([grid], lambda text: text.startswith("题"))]


def _shape(block: Block) -> object:
    if isinstance(block, Paragraph):
        return block.text
    return ["|".join(cell.text for cell in row.own) for row in block.rows]


def test_merged_cells_and_addresses() -> None:
    sheet = Sheet("表", _rows("甲|乙|", "|丙|丁"), (Merge(0, 0, 1, 0), Merge(0, 1, 0, 2)))
    grid = grid_of(sheet, DOCUMENT)
    assert _cells(grid) == [
        *(("甲", 0, 0, 2, 1), ("乙", 0, 1, 1, 2)),
        *(("丙", 1, 1, 1, 1), ("丁", 1, 2, 1, 1)),
    ]
    assert [str(cell.place) for cell in grid.cells[1:3]] == ["a.xlsx!表!B1", "a.xlsx!表!B2"]


def test_empty_rows_and_columns_at_the_edges() -> None:
    grid = grid_of(Sheet("表", _rows("||", "甲||", "||", "|乙|")), DOCUMENT)
    assert _cells(grid) == [
        *(("甲", 0, 0, 1, 1), ("", 0, 1, 1, 1)),
        *(("", 1, 0, 1, 1), ("乙", 1, 1, 1, 1)),
    ]
    assert str(grid.cells[-1].place) == "a.xlsx!表!B4"


def test_hidden_rows_and_columns_are_passed_over_with_a_doubt() -> None:
    """A merged cell shows even if its first row is hidden."""
    rows = _rows("甲|藏|乙", "|藏|丙", "丁|藏|戊")
    sheet = Sheet("表", rows, (Merge(0, 0, 1, 0),), frozenset([0]), frozenset([1]))
    grid = grid_of(sheet, DOCUMENT)
    assert [(text, row, column) for text, row, column, *_ in _cells(grid)] == [
        *(("甲", 0, 0), ("丙", 0, 1), ("丁", 1, 0), ("戊", 1, 1))
    ]
    assert [str(cell.place)[-2:] for cell in grid.cells] == ["A2", "C2", "A3", "C3"]
    (doubt,) = grid.findings
    assert "行：1；列：B" in doubt.words.zh


def test_the_doubt_about_hidden_rows_stays_where_forms_are_cut_out_of_a_sheet() -> None:
    rows = _rows("题一|", "甲|乙", "藏|丙", "题二|", "丁|戊")
    grid = grid_of(Sheet("表", rows, hidden_rows=frozenset([2])), DOCUMENT)
    blocks = cut_at_titles([grid], lambda text: text.startswith("题"))
    found = [block.findings for block in blocks if isinstance(block, Grid)]
    assert found == [grid.findings, ()]
    assert grid.findings


def test_many_hidden_rows_are_not_all_named() -> None:
    rows = _rows(*["甲|乙"] * 20)
    (doubt,) = grid_of(Sheet("表", rows, hidden_rows=frozenset(range(1, 20))), DOCUMENT).findings
    assert "行：2、3、4、5、6、7、8、9…；" in doubt.words.zh


def test_hidden_rows_without_content_leave_no_doubt() -> None:
    sheet = Sheet("表", _rows("甲|乙", "|"), hidden_rows=frozenset([1, 99]))
    assert grid_of(sheet, DOCUMENT).findings == ()


def test_hidden_and_empty_sheets() -> None:
    rows = _rows("甲|乙")
    sheets = [Sheet("藏", rows, is_hidden=True), Sheet("空", _rows("|")), Sheet("表", rows)]
    assert [_shape(block) for block in blocks_of(sheets, DOCUMENT)] == [["甲|乙"]]


def test_merged_ranges_larger_than_their_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet("表", _rows("甲|乙", "丙|丁"), (Merge(0, 0, 10**9, 10**9),))
    assert _cells(grid_of(sheet, DOCUMENT)) == [("甲", 0, 0, 1, 2)]
    monkeypatch.setattr(limits, "MAX_CELLS", 10)
    with pytest.raises(DocumentError, match="合并超过 10 格"):
        grid_of(Sheet("表", sheet.rows, sheet.merges * 3), DOCUMENT)


def test_a_title_and_the_lines_below_it_are_paragraphs() -> None:
    assert _cut("题一||", "（2019年度）||", "甲|乙|", "丙||") == [
        *("题一", "（2019年度）", ["甲|乙", "丙|"])
    ]


def test_a_label_without_value_is_no_line_below_the_title() -> None:
    merges = (Merge(0, 0, 0, 2), Merge(1, 0, 1, 2), Merge(2, 1, 2, 2))
    assert _cut("题一||", "（2019年度）||", "甲||", "乙|丙|丁", merges=merges) == [
        *("题一", "（2019年度）", ["甲|", "乙|丙|丁"])
    ]


def test_forms_below_one_another() -> None:
    assert _cut("封面|", "题一|", "甲|乙", "|", "题二|", "丙|丁") == [
        *(["封面"], "题一", ["甲|乙"], "题二", ["丙|丁"])
    ]


def test_forms_beside_one_another() -> None:
    """An empty column divides them; without one, the title of the second begins it."""
    assert _cut("题一|||题二|", "甲|乙||丙|丁", "戊|己||庚|") == [
        *("题一", ["甲|乙", "戊|己"], "题二", ["丙|丁", "庚|"])
    ]
    assert _cut("题一||题二|", "甲|乙|丙|丁") == ["题一", ["甲|乙"], "题二", ["丙|丁"]]


def test_forms_beside_one_another_with_centred_titles() -> None:
    rows = ("|题一|||题二|", "甲|乙||丙|丁|戊")
    assert _cut(*rows) == ["题一", ["甲|乙"], "题二", ["丙|丁|戊"]]


def test_the_place_of_a_form_beside_another() -> None:
    grid = grid_of(Sheet("表", _rows("题一||题二|", "甲|乙|丙|丁")), DOCUMENT)
    *_, title, table = cut_at_titles([grid], lambda text: text.startswith("题"))
    assert isinstance(title, Paragraph)
    assert isinstance(table, Grid)
    assert (str(title.place), str(table.cells[0].place)) == ("a.xlsx!表!C1", "a.xlsx!表!C2")
    assert table.cells[0].column == 0


def test_blocks_without_a_title_stay_as_they_are() -> None:
    grid = grid_of(Sheet("表", _rows("甲|乙")), DOCUMENT)
    paragraph = Paragraph("丙", grid.cells[0].place)
    assert cut_at_titles([paragraph, grid], lambda _: False) == [paragraph, grid]


def test_what_is_struck_out_and_odd_formats_are_told_of_what_shows() -> None:
    sheet = Sheet(
        "表",
        _rows("甲|1|2", "|3|"),
        hidden_rows=frozenset([1]),
        struck={(0, 1): "旧", (1, 1): "藏"},
        unread={(0, 2): "0 kg", (0, 0): "0 kg"},
    )
    hidden, struck, unread = grid_of(sheet, DOCUMENT).findings
    assert hidden.check == "hidden-cells"
    assert (struck.check, struck.place) == ("struck-out", "a.xlsx!表")
    assert "（B1“旧”）" in struck.words.zh
    assert (unread.check, "A1、C1" in unread.words.zh) == ("format-unread", True)


def test_a_hidden_sheet_that_holds_a_form_is_told() -> None:
    rows = _rows("甲|乙")
    titled = Sheet("丙", _rows("项目支出绩效自评表（2022年度）", "x"), is_hidden=True)
    headed = Sheet("丁", _rows("一级指标|二级指标|三级指标|年度指标值"), is_hidden=True)
    lists = Sheet("选项", _rows("是|否", "定量|定性"), is_hidden=True)
    form = Sheet("乙", titled.rows)
    other, grid = blocks_of([Sheet("甲", rows), titled, headed, lists, form], DOCUMENT)
    assert isinstance(other, Grid)
    assert isinstance(grid, Grid)
    assert other.findings == ()
    assert [(finding.check, finding.place) for finding in grid.findings] == [
        ("hidden-sheet", "a.xlsx!丙"),
        ("hidden-sheet", "a.xlsx!丁"),
    ]
    assert blocks_of([titled], DOCUMENT) == []


@pytest.mark.parametrize("line", ["题（续）", "题续表", "题(续1)", "续表", "（续）"])
def test_a_line_that_the_table_goes_on_ends_nothing(line: str) -> None:
    assert _cut("题|", "甲|乙", f"{line}|", "丙|丁") == ["题", ["甲|乙", "丙|丁"]]


def test_a_line_with_another_meaning_stays() -> None:
    assert _cut("题|", "甲|乙", "手续|", "丙|丁") == ["题", ["甲|乙", "手续|", "丙|丁"]]
    assert _cut("题|", "甲|乙", "续表|戊", "丙|丁") == ["题", ["甲|乙", "续表|戊", "丙|丁"]]
