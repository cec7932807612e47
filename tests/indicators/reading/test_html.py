"""Web pages as a browser shows them: spans, hidden parts, white space."""

import pytest

from indicators.errors import DocumentError
from indicators.reading.document import document_of
from indicators.reading.html import read_html
from indicators.reading.tables import Block, Grid, Paragraph


def _blocks(page: str, encoding: str = "utf-8") -> list[Block]:
    return read_html(document_of(page.encode(encoding), path="a.html"))


def _cells(page: str) -> list[tuple[str, int, int, int, int]]:
    (grid,) = _blocks(page)
    assert isinstance(grid, Grid)
    return [(c.text, c.row, c.column, c.rowspan, c.colspan) for c in grid.cells]


def _texts(page: str) -> list[str]:
    return [block.text for block in _blocks(page) if isinstance(block, Paragraph)]


def test_paragraphs_end_where_a_browser_ends_them() -> None:
    page = "甲<b>乙</b><div>丙<p>丁</div>戊<br>己<ul><li>庚<li>辛</ul>"
    assert _texts(page) == ["甲乙", "丙", "丁", "戊", "己", "庚", "辛"]


def test_what_a_browser_does_not_show() -> None:
    page = (
        "<head><title>题</title></head><script>甲</script><style>乙</style><!-- 丙 -->"
        "<p style='display: none'>丁</p><p hidden>戊</p><span style='mso-hide:all'>己</span>庚"
    )
    assert _texts(page) == ["庚"]


def test_white_space() -> None:
    assert _texts("<p> 甲\n  乙&nbsp;&nbsp;丙  a\n b </p>") == ["甲乙  丙 a b"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    page = "<html><meta charset=gb2312><p>绩效目标：≥100</p></html>"
    (block,) = _blocks(page, encoding)
    assert isinstance(block, Paragraph)
    assert block.text == "绩效目标：≥100"


def test_spans() -> None:
    page = (
        "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td rowspan=0>丁"
        "<tr><td>戊<td>己</table>"
    )
    assert _cells(page) == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("丙", 1, 1, 1, 1),
        ("丁", 1, 2, 2, 1),
        ("戊", 2, 0, 1, 1),
        ("己", 2, 1, 1, 1),
    ]


def test_head_body_foot_and_caption() -> None:
    page = (
        "<table><caption>表名</caption><tfoot><tr><td>丙</tfoot>"
        "<thead><tr><th>甲</thead><tbody><tr><td>乙</tbody></table>"
    )
    assert [(text, row) for text, row, *_ in _cells(page)] == [
        *(("表名", 0), ("甲", 1), ("乙", 2), ("丙", 3))
    ]


def test_paragraphs_of_a_cell() -> None:
    page = "<table><tr><td><p>甲</p><p>乙</p>丙<br>丁</td><td hidden>戊</td></table>"
    assert _cells(page) == [("甲\n乙\n丙\n丁", 0, 0, 1, 1)]


def test_a_page_laid_out_by_a_table() -> None:
    page = (
        "<table><tr><td>标题<tr><td><table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>"
        "<tr><td><table><tr><td>戊<td>己</table></table>"
    )
    title, first, second = _blocks(page)
    assert isinstance(title, Paragraph)
    assert isinstance(first, Grid)
    assert [cell.text for cell in first.cells] == ["甲", "乙", "丙", "丁"]
    assert isinstance(second, Grid)
    assert str(second.cells[0].place) == "a.html 第3个表第1行"


def test_a_span_of_absurd_size() -> None:
    """Down it is cut at the last row; across it is refused."""
    assert _cells(f"<table><tr><td rowspan={'9' * 5000}>甲<tr><td>乙</table>")[0][3] == 2
    with pytest.raises(DocumentError, match="列数过多"):
        _blocks("<table><tr><td colspan=1000000000>甲</table>")
    assert _cells("<table><tr><td colspan=x rowspan=-1>甲</table>") == [("甲", 0, 0, 1, 1)]


def test_endless_depth() -> None:
    with pytest.raises(DocumentError, match="嵌套过深"):
        _blocks("<div>" * 5000 + "甲")
    with pytest.raises(DocumentError, match="嵌套过深"):
        _blocks("<table><tr><td>" * 40 + "甲")


def test_rows_and_cells_within_what_has_no_place_in_a_table() -> None:
    page = "<table><form><tr><td>甲<td>乙</tr><tr><center><td>丙</td></center></tr></form></table>"
    assert [cell[:3] for cell in _cells(page)] == [("甲", 0, 0), ("乙", 0, 1), ("丙", 1, 0)]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>甲</td><tttd>产出</tttd><td>乙</td></tr></table>",
        "<table><tr><td>甲</td><<<<olspan='2'>产出</td><td>乙</td></tr></table>",
        "<table><tr><td>甲</td></tr>产出</table>",
    ],
)
def test_text_outside_of_the_cells_of_a_table(page: str) -> None:
    """It may be what a damaged cell held: left out, its row would be lost without a word."""
    (grid,) = _blocks(page)
    assert isinstance(grid, Grid)
    (finding,) = grid.findings
    assert finding.check == "outside-cells"
    assert finding.place == "a.html 第1个表"
    assert "产出”" in finding.words.zh


def test_hidden_text_outside_of_the_cells_is_no_matter() -> None:
    page = (
        "<table><script>x</script><caption hidden>题</caption>&nbsp;<tr><td>甲</td> </tr></table>"
    )
    assert [cell[0] for cell in _cells(page)] == ["甲"]


def test_what_is_struck_out_is_not_read_and_told() -> None:
    old = "<s>119公里</s><strike>118</strike><del>117</del>"
    style = "<span style='color: red; text-decoration: underline line-through'>116</span>"
    page = f"<p><s>旧</s>新</p><table><tr><td>{old}{style}121公里</td><td>甲</td></tr></table>"
    paragraph, grid = read_html(document_of(page.encode(), path="a.html"))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "新"
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["121公里", "甲"]
    within, above = grid.findings
    assert (within.check, within.place) == ("struck-out", "a.html 第1个表")
    assert "“119公里”、“118”、“117”、“116”" in within.words.zh
    assert (above.place, "“旧”" in above.words.zh) == ("a.html", True)
