"""Tables in Word: grid and cell widths, spans, borders, rows kept together, headings repeated."""

from decimal import Decimal

from docx.oxml.ns import qn
from docx.table import Table as WordTable

from evalengine.reports.cells import Look, Table, TableBuilder
from evalengine.reports.wordpaper import new_document
from evalengine.reports.wordtable import append_table

WIDTH = 6000


def example() -> Table:
    builder = TableBuilder((10, 20, 30))
    builder.put((1, 1), "甲", Look.LABEL)
    builder.put((2, 2), "乙", Look.LABEL)
    builder.end()
    for number in ("1.50", "2.50"):
        builder.put((1, 1), "一句\n两行", Look.TEXT)
        builder.put((2, 2), Decimal(number), Look.POINTS)
        builder.end()
    builder.put((0, 0), "左", Look.LABEL, top=0)
    builder.put((0, 1), "合计", Look.LABEL)
    builder.put((2, 2), Decimal(4), Look.SUM)
    builder.end()
    return builder.table(heads=1, feet=1)


def grouped(*sizes: int) -> Table:
    """A heading, and groups of so many rows of 26 points under a label each; a sum and a line."""
    builder = TableBuilder((10, 30))
    builder.put((1, 1), "行")
    builder.end(26)
    for size in sizes:
        start = builder.row
        for number in range(size):
            builder.put((1, 1), str(number))
            builder.end(26)
        builder.put((0, 0), "组", top=start)
    for text in ("合计", "评价结论"):
        builder.put((0, 1), text)
        builder.end(26)
    return builder.table(heads=1, feet=2)


def kept(table: WordTable) -> list[bool]:
    """Whether each row stays on a page with the next."""
    return [row.find(f".//{qn('w:keepNext')}") is not None for row in table._tbl.tr_lst]


def appended(table: Table, *, is_followed: bool = False) -> WordTable:
    document = new_document(title="", header="")
    append_table(document, table, WIDTH, is_followed=is_followed)
    return document.tables[0]


def test_texts_and_spans() -> None:
    table = appended(example())
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    assert texts == [
        ["", "甲", "乙"],
        ["左", "一句\n两行", "1.50"],
        ["左", "一句\n两行", "2.50"],
        ["合计", "合计", "4.00"],
    ]


def test_grid_and_cells_have_the_same_widths() -> None:
    table = appended(example())
    grid = [int(each.get(qn("w:w"))) for each in table._tbl.tblGrid]
    assert grid == [1000, 2000, 3000]
    assert table.rows[3]._tr.xpath("./w:tc/w:tcPr/w:tcW/@w:w") == ["3000", "3000"]


def test_the_widths_come_to_that_of_the_paper() -> None:
    builder = TableBuilder((1, 1, 1, 1, 1, 1, 1))
    builder.end()
    grid = [int(each.get(qn("w:w"))) for each in appended(builder.table())._tbl.tblGrid]
    assert sum(grid) == WIDTH
    assert max(grid) - min(grid) == 1


def test_the_heading_is_repeated_and_merged_with_nothing_below() -> None:
    rows = appended(example())._tbl.tr_lst
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [
        *(True, False, False, False)
    ]
    first = rows[0].tc_lst[0]
    assert first.find(f".//{qn('w:vMerge')}") is None
    assert first.find(f".//{qn('w:tcBorders')}/{qn('w:bottom')}").get(qn("w:val")) == "nil"


def test_rows_do_not_break_apart_unless_they_are_tall() -> None:
    builder = TableBuilder((10,))
    for text in ("短", "字" * 500):
        builder.put((0, 0), text)
        builder.end()
    rows = appended(builder.table())._tbl.tr_lst
    assert [row.find(f".//{qn('w:cantSplit')}") is not None for row in rows] == [True, False]


def test_a_sum_is_not_left_alone_on_a_page() -> None:
    """The row before the feet stays with them, they with one another."""
    assert kept(appended(grouped(6))) == [True, *[False] * 5, True, True, False]


def test_a_small_group_is_not_torn() -> None:
    """Five rows of 26 points stay together, six (156 points) need not."""
    group, many = [True] * 4 + [False], [False] * 6
    assert kept(appended(grouped(5, 6, 1))) == [True, *group, *many, True, True, False]


def test_what_follows_a_table_stays_with_its_last_rows() -> None:
    assert kept(appended(grouped(6), is_followed=True))[-3:] == [True, True, True]


def test_every_cell_has_borders() -> None:
    borders = appended(example())._tbl.find(f".//{qn('w:tblBorders')}")
    assert borders is not None
    assert len(borders) == 6


def test_what_no_cell_covers_is_empty() -> None:
    builder = TableBuilder((10, 10, 10))
    builder.put((1, 1), "中")
    builder.end()
    assert [cell.text for cell in appended(builder.table()).rows[0].cells] == ["", "中", ""]


def test_the_styles_are_those_of_the_form() -> None:
    label, text, _ = appended(example()).rows[1].cells
    assert label._tc.xpath(".//w:pStyle/@w:val") == ["FormLabel"]
    assert text._tc.xpath(".//w:pStyle/@w:val") == ["FormCell", "FormCell"]
    assert text._tc.xpath(".//w:jc/@w:val") == ["left", "left"]
