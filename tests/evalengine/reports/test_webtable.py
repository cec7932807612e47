"""Tables in a web page: spans, headings, a heading apart from its rows, widths in shares."""

from decimal import Decimal

from lxml import html

from evalengine.reports.cells import Look, TableBuilder
from evalengine.reports.webtable import html_table


def example() -> html.HtmlElement:
    builder = TableBuilder((10, 20, 30))
    builder.put((1, 1), "甲", Look.LABEL)
    builder.put((2, 2), "乙", Look.LABEL)
    builder.end()
    for _ in range(2):
        builder.put((1, 1), "一\n<b>二</b>", Look.TEXT)
        builder.put((2, 2), Decimal("1.50"), Look.POINTS)
        builder.end()
    builder.put((0, 0), "左", Look.LABEL, top=0)
    builder.put((0, 1), "合计", Look.LABEL)
    builder.put((2, 2), Decimal(3), Look.SUM)
    builder.end()
    return html_table(builder.table(heads=1), "一张表")


def test_head_and_body() -> None:
    table = example()
    assert [cell.text_content() for cell in table.xpath("./thead/tr/*")] == ["", "甲", "乙"]
    rows = [[cell.text_content() for cell in row] for row in table.xpath("./tbody/tr")]
    assert rows == [["左", "一<b>二</b>", "1.50"], ["一<b>二</b>", "1.50"], ["合计", "3.00"]]


def test_a_cell_beside_head_and_body_is_parted() -> None:
    above = example().xpath("./thead/tr/*")[0]
    below = example().xpath("./tbody/tr/*")[0]
    assert (above.tag, above.get("class"), above.get("rowspan")) == ("td", "label bottom", None)
    assert (below.tag, below.get("class"), below.get("rowspan")) == ("th", "label top", "2")


def test_headings_say_what_they_head() -> None:
    scopes = {cell.text: cell.get("scope") for cell in example().xpath(".//th")}
    assert scopes == {"甲": "col", "乙": "col", "左": "rowgroup", "合计": "row"}


def test_lines_texts_and_looks() -> None:
    cell = example().xpath("./tbody/tr[2]/td[1]")[0]
    assert cell.get("class") == "text"
    assert [child.tag for child in cell] == ["br"]


def test_caption_and_widths() -> None:
    table = example()
    assert table.findtext("caption") == "一张表"
    assert table.xpath("./colgroup/col/@style") == [
        *("width:16.67%", "width:33.33%", "width:50.00%")
    ]
