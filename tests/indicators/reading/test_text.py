r"""The grammar of text dumps: `\t` opens a cell, a line ends a paragraph, a blank may end a row."""

from indicators.forms import is_title
from indicators.reading.tables import Grid, Paragraph
from indicators.reading.text import read_text
from tests.indicators.reading.dumps import TITLE

Shape = str | list[list[str]]


def _shape(text: str) -> list[Shape]:
    """Paragraphs as texts, grids as rows of texts."""
    shape: list[Shape] = []
    for block in read_text(text, "a.txt", is_title=is_title):
        if isinstance(block, Paragraph):
            shape.append(block.text)
        else:
            shape.append([[cell.text for cell in row.cells] for row in block.rows])
    return shape


def test_rows_and_cells() -> None:
    dump = "\t项目名称\n\t保安服务费\n\t预算金额（万元）\n\t756.00 \n\n\t\n\t…\n\t\n\n"
    assert _shape(dump) == [
        [["项目名称", "保安服务费", "预算金额（万元）", "756.00"], ["", "…", ""]],
    ]


def test_a_cell_of_several_paragraphs() -> None:
    assert _shape("\t其他说明的\n问题\n\t无\n\n") == [[["其他说明的\n问题", "无"]]]


def test_inner_spaces_are_kept_outer_ones_are_not() -> None:
    assert _shape("\t   一、甲 \n  二、乙  \n\n") == [[["一、甲 \n  二、乙"]]]


def test_an_empty_paragraph_inside_a_cell() -> None:
    assert _shape("\t目标\n\t甲\n\n乙\n\n\n丙\n\n\t指标\n") == [
        [["目标", "甲\n\n乙\n\n\n丙"], ["指标"]]
    ]


def test_text_after_many_blank_lines_is_outside() -> None:
    assert _shape("\t甲\n\n\n\n乙\n\n\t丙\n") == [[["甲"]], "乙", [["丙"]]]


def test_text_behind_the_last_cell_is_outside() -> None:
    assert _shape("\t甲\n\n附注\n") == [[["甲"]], "附注"]


def test_titles_and_announced_tables_end_a_table() -> None:
    assert _shape(f"\t甲\n\n{TITLE}\n\t乙\n") == [[["甲"]], TITLE, [["乙"]]]
    assert _shape(f"\t甲\n{TITLE}\n\t乙\n") == [[["甲"]], TITLE, [["乙"]]]
    assert _shape(f"\t甲\n\n表十二：\n{TITLE}\n\t乙\n") == [[["甲"]], "表十二：", TITLE, [["乙"]]]


def test_a_mention_of_the_title_in_a_cell_is_no_title() -> None:
    text = f"请按要求填报{TITLE}"
    assert _shape(f"\t甲\n{text}\n\t乙\n") == [[[f"甲\n{text}", "乙"]]]


def test_anchors_and_pictures_are_left_out() -> None:
    marks = "[bookmark: _Toc380500627][bookmark: _Toc396293503]"
    dump = f"\t甲[image: 公章]\n\n\n{marks}\n\n{TITLE}\n"
    assert _shape(dump) == [[["甲"]], TITLE]
    assert _shape("[bookmark: _GoBack]2019年财政拨款\n") == ["2019年财政拨款"]
    assert _shape("\t[1] 见附件\n") == [[["[1] 见附件"]]]


def test_a_tab_inside_a_line_is_text() -> None:
    assert _shape("\t1、\t维护1套\n") == [[["1、\t维护1套"]]]


def test_places_are_lines() -> None:
    blocks = read_text("甲\n\n\t乙\n丙\n\t丁\n", "a.txt", is_title=is_title)
    paragraph, grid = blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(grid, Grid)
    assert str(paragraph.place) == "a.txt:1"
    assert [str(cell.place) for cell in grid.cells] == ["a.txt:3", "a.txt:5"]


def test_nothing() -> None:
    assert _shape("") == []
    assert _shape("\n \n\n") == []
    assert _shape("\t\n") == [[[""]]]
