"""PDF files: ruled tables and text are read; scans, locked and broken files are refused."""

import pytest

from indicators.errors import DocumentError
from indicators.reading import limits, pdf
from indicators.reading.document import document_of
from indicators.reading.pdf import INSTALL, extract, read_pdf
from indicators.reading.tables import Grid, Paragraph
from tests.indicators.reading import pdfs


def _no_title(_: str) -> bool:
    return False


def _refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        read_pdf(document_of(data, path="a.pdf"), _no_title)
    (problem,) = caught.value.problems
    assert problem.where == "a.pdf"
    return problem.words.zh


def test_a_table_and_a_line() -> None:
    page = pdfs.text(60, 40, "Title") + pdfs.table(
        60, 100, (100, 200), 40, [("Name", "Guards"), ("Target", "100 guards|from May")]
    )
    title, grid = read_pdf(document_of(pdfs.pdf(page), path="a.pdf"), _no_title)
    assert isinstance(title, Paragraph)
    assert (title.text, str(title.place)) == ("Title", "a.pdf 第1页")
    assert isinstance(grid, Grid)
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["Name", "Guards"],
        ["Target", "100 guards\nfrom May"],
    ]


def test_a_table_over_two_pages() -> None:
    pages = [pdfs.table(60, 100, (100, 200), 20, [row]) for row in (("a", "b"), ("c", "d"))]
    (grid,) = read_pdf(document_of(pdfs.pdf(*pages)), _no_title)
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["a", "b", "c", "d"]


def test_text_below_a_cell_that_a_browser_cut() -> None:
    """It has no room on the page and goes into the margin; the number of the page stays out."""
    page = pdfs.upright(60, (100, 200), 700, 760) + pdfs.level(60, 360, 700)
    page += pdfs.text(65, 745, "Guards") + pdfs.text(65, 757, "Hired") + pdfs.text(70, 769, "12")
    data = extract(document_of(pdfs.pdf(page)))[0]
    assert [[line[0] for line in cell[4]] for cell in data["tables"][0]] == [
        ["Guards", "Hired"],
        [],
    ]
    assert [line[0] for line in data["lines"]] == ["12"]


def test_a_table_without_lines() -> None:
    page = pdfs.text(60, 40, "Title") + pdfs.text(60, 60, "Name") + pdfs.text(160, 60, "Guards")
    assert _refused(pdfs.pdf(page)).startswith("这个 PDF 里没有四面画线的表格")
    framed = page + pdfs.table(50, 30, (300,), 400, [("",)])
    assert "请取 Word 或 Excel 原件" in _refused(pdfs.pdf(framed))


def test_gaps_between_words_are_spaces() -> None:
    page = pdfs.text(60, 40, "one") + pdfs.text(90, 40, "two") + pdfs.text(107.5, 40, "three")
    (page_data,) = extract(document_of(pdfs.pdf(page)))
    assert [line[0] for line in page_data["lines"]] == ["one twothree"]


def test_radicals_are_the_characters_that_they_look_like() -> None:
    """⻓, ⻋ and ⺠ (supplement, which no normal form resolves), ⼯ (Kangxi, which one does)."""
    signs = [
        {"text": sign, "x0": 10.0 * at, "x1": 10.0 * at + 10, "top": 0, "bottom": 10, "size": 10}
        for at, sign in enumerate("增⻓⻋辆⼯程惠⺠")
    ]
    assert pdf._line(signs).text == "增长车辆工程惠民"


def test_a_scan() -> None:
    data = pdfs.pdf("q 500 0 0 700 50 50 cm /I Do Q", picture=True)
    assert _refused(data).startswith("这是扫描件（整页是图片，没有文字），不能读取")


def test_fonts_that_do_not_tell_their_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_UNREADABLE", "x")
    with pytest.raises(DocumentError, match="文字取不出来"):
        extract(document_of(pdfs.pdf(pdfs.text(60, 40, "xxxxx ab"))))


def test_a_password() -> None:
    assert "设有打开密码" in _refused(pdfs.pdf(pdfs.text(60, 40, "a"), encrypt=pdfs.LOCKED))


def test_a_broken_file() -> None:
    assert "已损坏" in _refused(b"%PDF-1.4\n" + bytes(range(256)))


def test_too_many_pages_and_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    document = document_of(pdfs.pdf(pdfs.text(60, 40, "abcd"), pdfs.text(60, 40, "ef")))
    monkeypatch.setattr(limits, "MAX_PAGE_OBJECTS", 3)
    with pytest.raises(DocumentError, match="第 1 页有 4 个对象"):
        extract(document)
    monkeypatch.setattr(limits, "MAX_PAGES", 1)
    with pytest.raises(DocumentError, match="超过 1 页"):
        extract(document)


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "has_library", lambda: False)
    assert INSTALL in _refused(pdfs.pdf(pdfs.text(60, 40, "a")))
