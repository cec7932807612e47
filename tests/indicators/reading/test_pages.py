"""Pages are put together: tables cut by their ends, rows cut in two, repeated headers, footers."""

from collections.abc import Sequence

import pytest

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.document import document_of
from indicators.reading.pages import Box, Page, Part, joined_pages
from indicators.reading.tables import Block, Grid, Paragraph
from indicators.reading.wrapping import Line

DOCUMENT = document_of(b"x", path="a.pdf")
WIDTH, HEIGHT = 100, 20


def _part(*rows: str, top: float = 100) -> Part:
    """Rows of cells divided by `|`, lines within a cell by `/`; `^` continues the cell above."""
    boxes: list[Box] = []
    for number, row in enumerate(rows):
        for column, text in enumerate(row.split("|")):
            left, upper = float(WIDTH * column), top + HEIGHT * number
            if text == "^":
                above = max((b for b in boxes if b.left == left), key=lambda box: box.top)
                above.bottom += HEIGHT
                continue
            lines = [_line(part, left, upper) for part in text.split("/") if part]
            boxes.append(Box(left, upper, left + WIDTH, upper + HEIGHT, lines))
    return Part(boxes)


def _line(text: str, left: float = 0, top: float = 50) -> Line:
    return Line(text, left + 5, left + 5 + 10 * len(text), top, 10.0)


Piece = Part | Line


def _pages(*pages: Sequence[Piece]) -> list[Block]:
    made = [
        Page(
            number,
            [piece for piece in pieces if isinstance(piece, Part)],
            [piece for piece in pieces if isinstance(piece, Line)],
        )
        for number, pieces in enumerate(pages, 1)
    ]
    return joined_pages(made, DOCUMENT, lambda text: text.startswith("题"))


def _shape(block: Block) -> object:
    if isinstance(block, Paragraph):
        return block.text
    return ["|".join(cell.text for cell in row.own) for row in block.rows]


def _grid(*pages: Sequence[Piece]) -> Grid:
    (grid,) = _pages(*pages)
    assert isinstance(grid, Grid)
    return grid


def test_spans_and_places() -> None:
    wide = Box(100, 100, 300, 120, [_line("乙", 100, 100)])
    part = Part([*_part("甲", "^").boxes, wide, *_cells_below()])
    grid = _grid([part])
    assert [(c.text, c.row, c.column, c.rowspan, c.colspan) for c in grid.cells] == [
        *(("甲", 0, 0, 2, 1), ("乙", 0, 1, 1, 2), ("丙", 1, 1, 1, 1), ("丁", 1, 2, 1, 1))
    ]
    assert str(grid.cells[-1].place) == "a.pdf 第1页第1个表第2行"


def _cells_below() -> list[Box]:
    return [
        Box(100, 120, 200, 140, [_line("丙", 100, 120)]),
        Box(200.5, 120.4, 300, 140, [_line("丁", 200, 120)]),
    ]


def test_lines_and_tables_from_top_to_bottom() -> None:
    blocks = _pages([_line("题一", top=50), _part("甲|乙"), _line("尾", top=300)])
    assert [_shape(block) for block in blocks] == ["题一", ["甲|乙"], "尾"]


def test_a_table_that_goes_on_below_a_page_number_and_a_header() -> None:
    first: list[Piece] = [_line("某局预算", top=30), _part("甲|乙"), _line("- 1 -", top=800)]
    second: list[Piece] = [_line("某局预算", top=30), _part("丙|丁"), _line("第2页 共2页", top=800)]
    blocks = _pages(first, second)
    assert [_shape(block) for block in blocks] == ["某局预算", ["甲|乙", "丙|丁"], "第2页 共2页"]
    assert isinstance(blocks[1], Grid)
    assert str(blocks[1].rows[1].place) == "a.pdf 第2页第1个表第1行"


def test_a_title_at_the_same_place_of_every_page_divides_the_tables() -> None:
    page: list[Piece] = [_line("题", top=30), _line("年", top=50), _part("甲|乙")]
    blocks = _pages(page, page)
    assert [_shape(block) for block in blocks] == ["题", "年", ["甲|乙"]] * 2


def test_tables_of_other_widths_are_not_joined() -> None:
    assert len(_pages([_part("甲|乙")], [_part("丙|丁|戊")])) == 2


def test_a_merged_cell_goes_on_over_the_end_of_the_page() -> None:
    """On the next page it is drawn as an empty cell."""
    grid = _grid([_part("产出|数量|甲", "^|质量|乙")], [_part("|时效|丙", "效益|经济|丁")])
    assert [_shape(grid)] == [["产出|数量|甲", "质量|乙", "时效|丙", "效益|经济|丁"]]
    assert [cell.rowspan for cell in grid.cells if cell.column == 0] == [3, 1]


def test_a_row_cut_in_two() -> None:
    """The text goes on, the name beside it does not come again."""
    page = _part(
        "产出|数量|聘用保安人员一百/人，按合同支付足/费", "^|质量|第一句话。/第二句话说得更久"
    )
    grid = _grid([page], [_part("||，到此为止。", "|时效|丙")])
    assert _shape(grid) == [
        "产出|数量|聘用保安人员一百人，按合同支付足费",
        "质量|第一句话。\n第二句话说得更久，到此为止。",
        "|时效|丙",
    ]


def test_a_row_of_points_is_no_rest_of_the_row_above() -> None:
    grid = _grid([_part("产出|成本|甲")], [_part("|…|", "效益|经济|乙")])
    assert _shape(grid) == ["产出|成本|甲", "|…|", "效益|经济|乙"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("效益|社会效益指标|受益居民的人/数量|15", "|生态效益指标|水质类别|15"),
        ("效益|社会|受益居民的人数是/占全部人数的比|15", "||水质达到三类的河/段|15"),
        ("产出|数量|新增停车泊位的数量/和封闭停车场数|≥1200个以/上", "||新建机房|≥1处"),
        ("产出|数量|新增停车泊位的数量/全部划线|", "||接入停车场四十五/家|"),
    ],
)
def test_another_row_below_levels_that_go_on(above: str, below: str) -> None:
    """The levels are merged over the end of the page, but what stands beside them is complete."""
    assert len(_grid([_part(above)], [_part(below)]).rows) == 2


def test_a_number_cut_in_two() -> None:
    """It has filled its column, so that a digit more had no room."""
    first, second = _part("上年结转结余资金合|250000000.|-"), _part("计|00|")
    assert _shape(_grid([first], [second])) == ["上年结转结余资金合计|250000000.00|-"]


def test_a_label_cut_in_two() -> None:
    grid = _grid([_part("甲|乙", "其他说明的|")], [_part("问题|")])
    assert _shape(grid) == ["甲|乙", "其他说明的\n问题|"]


def test_a_header_repeated_on_every_page() -> None:
    first = _part("一级指标|二级指标|指标值", "产出|数量|甲")
    second = _part("一级指标|二级指标|指标值", "|质量|乙")
    assert _shape(_grid([first], [second])) == [
        *("一级指标|二级指标|指标值", "产出|数量|甲", "|质量|乙")
    ]


def test_a_header_further_down_is_repeated_on_the_next_page() -> None:
    """The head of the form is not; a row that only looks like one above it is no header."""
    header = "一级指标|二级指标|指标值"
    first = _part("项目|某项目|", header, "产出|数量|甲")
    assert _shape(_grid([first], [_part(header, "|质量|乙")])) == [
        *("项目|某项目|", header, "产出|数量|甲", "|质量|乙")
    ]
    assert len(_grid([first], [_part("产出|数量|甲", "|质量|乙")]).rows) == 5


def _cut(part: Part, *, above: Sequence[int] = (), below: Sequence[int] = ()) -> Part:
    """The part with its boxes (by their numbers) cut by the beginning and the end of the page."""
    for at, box in enumerate(part.boxes):
        box.cut_above, box.cut_below = at in above, at in below
    return part


def test_a_merged_cell_cut_as_browsers_do() -> None:
    """Its text may stand on either page; the row beside it was not cut."""
    first = _cut(_part("产出|数量|甲", "|时效|乙"), below=[3])
    second = _cut(_part("效益|经济|丙", "^|社会|丁"), above=[0])
    grid = _grid([first], [second])
    assert _shape(grid) == ["产出|数量|甲", "效益|时效|乙", "经济|丙", "社会|丁"]
    assert [cell.rowspan for cell in grid.cells if cell.column == 0] == [1, 3]


def test_a_row_cut_as_browsers_do() -> None:
    """Every cell of it goes on, with text on one page, or on both."""
    first = _cut(_part("产出|数量|聘用保安"), below=[0, 1, 2])
    second = _cut(_part("指标||人员一百人", "|质量|乙"), above=[0, 1, 2])
    assert _shape(_grid([first], [second])) == ["产出\n指标|数量|聘用保安\n人员一百人", "|质量|乙"]


def test_a_row_below_the_last_bit_of_a_cut_one() -> None:
    """That bit was too low to be seen; the row below it has its own upper line."""
    first = _cut(_part("产出|数量|甲"), below=[0, 1, 2])
    assert len(_grid([first], [_part("效益|经济|乙")]).rows) == 2


def test_what_stands_between_the_ends_of_two_cells() -> None:
    """A browser ends the rest of a merged cell above the end of its row."""
    rest = [Box(0, 30, 100, 40, [], cut_above=True), Box(100, 30, 200, 50, [_line("甲")])]
    gap = Box(0, 40, 100, 50, [])
    below = [Box(0, 50, 100, 70, [_line("效益")]), Box(100, 50, 200, 70, [_line("乙")])]
    page = {"lines": [], "tables": [[_data(box) for box in (*rest, gap, *below)]]}
    [part] = Page.of(1, page).parts
    assert [(box.text, box.row) for box in part.boxes] == [
        *(("", 0), ("甲", 0), ("效益", 1), ("乙", 1))
    ]


def _data(box: Box) -> list[object]:
    lines = [list(line) for line in box.lines]
    return [box.left, box.top, box.right, box.bottom, lines, box.cut_above, box.cut_below]


def test_tables_beyond_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 3)
    with pytest.raises(DocumentError, match="超过 3 格"):
        _pages([_part("甲|乙"), _line("丙", top=200), _part("丁|戊", top=300)])
