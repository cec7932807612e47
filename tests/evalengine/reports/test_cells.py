"""Tables as cells: built row by row, texts without what no document can hold."""

from decimal import Decimal

import pytest

from evalengine.reports.cells import Box, Look, TableBuilder, listing, printable
from evalengine.wording import amount


def test_a_table_is_built_row_by_row() -> None:
    builder = TableBuilder((4, 10, 6))
    builder.line(("甲", "乙", Decimal("1.50")), (Look.LABEL, Look.TEXT, Look.POINTS))
    builder.end(30)
    builder.put((1, 2), "丙")
    builder.end()
    builder.put((0, 0), "左", Look.LABEL, top=1)
    table = builder.table(heads=1)
    assert (list(table.least), table.heads) == ([30, 22], 1)
    assert [(box.row, box.column, box.text) for box in table.boxes] == [
        *((0, 0, "甲"), (0, 1, "乙"), (0, 2, "1.50"), (1, 0, "左"), (1, 1, "丙"))
    ]
    assert table.width(table.boxes[-1]) == 16


def test_a_cell_over_rows_that_are_closed() -> None:
    builder = TableBuilder((1, 1))
    for _ in range(3):
        builder.put((1, 1), "")
        builder.end()
    builder.put((0, 0), "长", top=0)
    (box,) = [box for box in builder.table().boxes if box.text == "长"]
    assert (box.row, box.rowspan, box.bottom, box.right) == (0, 3, 2, 0)


def test_a_listing() -> None:
    table = listing((("甲", 5), ("乙", 9)), [("一", "二")])
    assert [(box.text, box.look) for box in table.boxes] == [
        *(("甲", Look.LABEL), ("乙", Look.LABEL), ("一", Look.TEXT), ("二", Look.TEXT))
    ]
    assert (list(table.widths), table.heads) == ([5, 9], 1)


def test_numbers_as_printed() -> None:
    assert Box(0, 0, Decimal("9.50"), Look.POINTS).text == "9.50"
    assert Box(0, 0, Decimal("1527.74"), Look.MONEY).text == "1,527.74"


@pytest.mark.parametrize(
    ("number", "printed"),
    [("130", "130.00"), ("127.624", "127.624"), ("1E+3", "1,000.00"), ("0.5", "0.50")],
)
def test_amounts(number: str, printed: str) -> None:
    assert amount(Decimal(number)) == printed


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("保安人员100人", "保安人员100人"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("a\tb", "a b"),
        ("\x00\x1b[31m红\x7f\x85", "[31m红"),
        ("\ud800半\ufffe\uffff\ufdd0", "半"),
        ("价\u202e001\u2066。", "价001。"),
        ("\N{CJK UNIFIED IDEOGRAPH-20000}\N{ZERO WIDTH JOINER}", "\U00020000\u200d"),
    ],
)
def test_texts_lose_what_no_document_can_hold(text: str, kept: str) -> None:
    assert printable(text) == kept
