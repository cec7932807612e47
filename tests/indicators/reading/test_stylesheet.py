"""Style sheets of web pages: what they hide or strike out is written onto the elements."""

import pytest

from indicators.errors import DocumentError
from indicators.reading import stylesheet
from indicators.reading.document import document_of
from indicators.reading.html import read_html
from indicators.reading.tables import Grid, Paragraph

DOCUMENT = document_of(b"x", path="a.html")


def _text(css: str, body: str) -> str:
    page = f"<html><head><style>{css}</style></head><body><p>甲{body}乙</p></body></html>"
    [block] = read_html(document_of(page.encode(), path="a.html"))
    assert isinstance(block, Paragraph)
    return block.text


@pytest.mark.parametrize(
    "css",
    [
        ".old{text-decoration:line-through}",
        "span{color:red;text-decoration-line:line-through}",
        "p .old, .x{text-decoration:line-through}",
        "body > p>span.old { display: none }",
        "<!-- #o{visibility:hidden} -->",
        "/* .x{} */ *{} .old.thick{display:none}",
        "@media print{p{display:none}} .old{display:none}",
        ".old{display:inline} .thick{display:none}",
    ],
)
def test_what_a_style_sheet_takes_away(css: str) -> None:
    assert _text(css, '<span class="old thick" id="o">119</span>') == "甲乙"


@pytest.mark.parametrize(
    "css",
    [
        ".other{display:none}",
        "div .old{display:none}",
        ".old:hover{display:none}",
        "@media print{.old{display:none}}",
        "@page{size:A4} .old{text-decoration:underline}",
        ".thick{display:none} .old{display:inline}",
        ".old{text-decoration:line-through} span{text-decoration:none}",
    ],
)
def test_what_it_leaves(css: str) -> None:
    assert _text(css, '<span class="old thick">119</span>') == "甲119乙"


def test_the_own_style_of_an_element_counts_more() -> None:
    css = ".old{text-decoration:line-through;display:none}"
    shown = '<span class="old" style="display:inline;text-decoration:none">119</span>'
    assert _text(css, shown) == "甲119乙"


def test_cells_and_rows_that_are_struck_out() -> None:
    rows = "<tr><td class=old>119<td>甲</tr><tr style='text-decoration:line-through'><td>乙<td>丙"
    page = f"<style>.old{{text-decoration:line-through}}</style><table>{rows}</table>"
    [grid] = read_html(document_of(page.encode(), path="a.html"))
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["", "甲", "", ""]
    assert "“119”、“乙”、“丙”" in grid.findings[0].words.zh


def test_too_many_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stylesheet, "_MOST_WORK", 1)
    with pytest.raises(DocumentError, match="1 条样式"):
        _text(".old{display:none}", "")
