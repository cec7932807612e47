"""Tables of a page of a PDF: cells that the end of the page cuts are closed and marked."""

import io

import pdfplumber

from indicators.reading.ruled import RuledCell, ruled_tables
from tests.indicators.reading import pdfs


def _tables(content: str) -> list[list[tuple[tuple[int, ...], bool, bool]]]:
    with pdfplumber.open(io.BytesIO(pdfs.pdf(content))) as file:
        return [sorted(map(_rounded, table)) for table in ruled_tables(file.pages[0])]


def _rounded(cell: RuledCell) -> tuple[tuple[int, ...], bool, bool]:
    return tuple(map(round, cell.box)), cell.cut_above, cell.cut_below


def test_a_closed_table() -> None:
    [table] = _tables(pdfs.table(60, 100, (100, 200), 40, [("a", "b")]))
    assert table == [((60, 100, 160, 140), False, False), ((160, 100, 360, 140), False, False)]


def test_a_merged_cell_that_the_end_of_the_page_cuts() -> None:
    """The row beside it ends at the end of the page, the merged cell does not."""
    rules = pdfs.upright(60, (100, 200), 700, 780)
    rules += pdfs.level(60, 360, 700) + pdfs.level(160, 360, 740, 780)
    assert _tables(rules) == [
        [
            ((60, 700, 160, 780), False, True),
            ((160, 700, 360, 740), False, False),
            ((160, 740, 360, 780), False, False),
        ]
    ]


def test_the_rest_of_it_on_the_next_page() -> None:
    rules = pdfs.upright(60, (100, 200), 30, 100)
    rules += pdfs.level(160, 360, 30, 60) + pdfs.level(60, 360, 100)
    [table] = _tables(rules)
    assert table[0] == ((60, 30, 160, 100), True, False)
    assert [cut for _, *cut in table[1:]] == [[False, False]] * 2


def test_two_tables_that_are_cut_apart() -> None:
    """Each ends where its own upright lines do."""
    upper = pdfs.upright(60, (100, 50), 100, 140) + pdfs.level(60, 210, 100)
    lower = pdfs.upright(60, (100, 50), 300, 340) + pdfs.level(60, 210, 340)
    assert _tables(upper + lower) == [
        [((60, 100, 160, 140), False, True), ((160, 100, 210, 140), False, True)],
        [((60, 300, 160, 340), True, False), ((160, 300, 210, 340), True, False)],
    ]


def test_a_page_without_lines() -> None:
    assert _tables(pdfs.text(60, 40, "a")) == []
