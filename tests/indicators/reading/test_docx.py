"""Word documents as they show: content controls, tracked changes, merged cells, nested tables."""

import io
import zipfile

import docx
import pytest

from indicators.errors import DocumentError
from indicators.reading import limits
from indicators.reading.document import document_of
from indicators.reading.docx import read_docx
from indicators.reading.tables import Block, Grid, Paragraph

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def _word(body: str, *, part: str = "word/document.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(part, f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
    return file.getvalue()


def _blocks(body: str) -> list[Block]:
    return read_docx(document_of(_word(body), path="a.docx"))


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def _cells(body: str) -> list[tuple[str, int, int, int, int]]:
    (grid,) = _blocks(body)
    assert isinstance(grid, Grid)
    return [(c.text, c.row, c.column, c.rowspan, c.colspan) for c in grid.cells]


def _texts(body: str) -> list[str]:
    return [block.text for block in _blocks(body) if isinstance(block, Paragraph)]


def test_a_document_of_another_program() -> None:
    document = docx.Document()
    document.add_paragraph("甲")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).text = "乙"
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2)).text = "丙"
    file = io.BytesIO()
    document.save(file)
    paragraph, grid = read_docx(document_of(file.getvalue(), path="a.docx"))
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.text, str(paragraph.place)) == ("甲", "a.docx 第1段")
    assert isinstance(grid, Grid)
    assert [(c.text, c.rowspan, c.colspan) for c in grid.cells[:2]] == [("乙", 2, 1), ("丙", 1, 2)]
    assert str(grid.cells[-1].place) == "a.docx 第1个表第2行"


def test_what_shows_of_a_paragraph() -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>"
        "<w:ins><w:r><w:t>补</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r></w:p>'
    )
    assert _texts(body) == ["甲 乙\n丙补链显"]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('框')}</w:txbxContent>"
    choices = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = (
        f"<w:p><w:r><w:t>甲</w:t><mc:AlternateContent>{choices}</mc:AlternateContent></w:r></w:p>"
    )
    assert _texts(body) == ["甲", "框"]


def test_a_table_and_a_box_within_a_text_box() -> None:
    within = f"<w:p><w:r><w:txbxContent>{p('内')}</w:txbxContent></w:r></w:p>"
    box = f"<w:txbxContent>{p('框')}{within}{tbl(tr(tc('甲'), tc('乙')))}</w:txbxContent>"
    title, inner, grid = _blocks(f"<w:p><w:r>{box}</w:r></w:p>")
    assert isinstance(title, Paragraph)
    assert isinstance(inner, Paragraph)
    assert isinstance(grid, Grid)
    assert (title.text, inner.text, [c.text for c in grid.cells]) == ("框", "内", ["甲", "乙"])
    deep = p("甲")
    for _ in range(40):
        deep = f"<w:p><w:r><w:txbxContent>{deep}</w:txbxContent></w:r></w:p>"
    with pytest.raises(DocumentError, match="文本框嵌套过深"):
        _blocks(deep)


def test_content_controls_around_everything() -> None:
    def controlled(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    rows = controlled(tr(controlled(tc("甲")), tc("乙"))) + tr(tc("丙"), tc("丁"))
    assert [cell[0] for cell in _cells(controlled(tbl(rows)))] == ["甲", "乙", "丙", "丁"]
    assert _texts(controlled(p("戊"))) == ["戊"]


def test_spans_and_rows_that_begin_further_in() -> None:
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = tbl(
        tr(tc("甲", restart), tc("乙", '<w:gridSpan w:val="2"/>')),
        tr(tc("", goes_on), tc("丙"), tc("丁")),
        tr(tc("戊"), properties='<w:gridBefore w:val="2"/>'),
    )
    assert _cells(body) == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("丙", 1, 1, 1, 1),
        ("丁", 1, 2, 1, 1),
        ("戊", 2, 2, 1, 1),
    ]


def test_the_old_way_to_merge_across() -> None:
    body = tbl(tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("乙")))
    assert _cells(body) == [("甲", 0, 0, 1, 2), ("乙", 0, 2, 1, 1)]


def test_a_merge_that_continues_nothing_begins_a_cell() -> None:
    assert _cells(tbl(tr(tc("甲", "<w:vMerge/>"), tc("乙"))))[0] == ("甲", 0, 0, 1, 1)


def test_rows_that_do_not_show() -> None:
    body = tbl(
        tr(tc("甲")), tr(tc("藏"), properties="<w:hidden/>"), tr(tc("删"), properties="<w:del/>")
    )
    (grid,) = _blocks(body)
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["甲"]
    (finding,) = grid.findings
    assert (finding.check, finding.place) == ("hidden-row", "a.docx 第1个表")
    assert "（“藏”）" in finding.words.zh


def test_several_paragraphs_and_a_table_within_a_cell() -> None:
    inner = tbl(tr(tc("丙"), tc("丁")))
    cell = f"<w:tc>{p('一')}{p('二')}{inner}{p('')}</w:tc>"
    assert [cell[0] for cell in _cells(tbl(tr(tc("甲"), tc("乙")), tr(tc("戊"), cell)))] == [
        *("甲", "乙", "戊", "一\n二\n丙 丁")
    ]


def test_a_main_part_of_another_name() -> None:
    data = _word(p("甲"), part="word/document2.xml")
    (paragraph,) = read_docx(document_of(data))
    assert isinstance(paragraph, Paragraph)


def test_tables_nested_without_end() -> None:
    body = p("甲")
    for _ in range(limits.MAX_NESTED + 1):
        body = tbl(f"<w:tr><w:tc>{body}</w:tc></w:tr>")
    with pytest.raises(DocumentError, match="嵌套过深"):
        _blocks(body)


def test_a_span_beyond_all_columns() -> None:
    with pytest.raises(DocumentError, match="列数过多"):
        _blocks(tbl(tr(tc("甲", '<w:gridSpan w:val="999999"/>'))))
    assert _cells(tbl(tr(tc("甲", '<w:gridSpan w:val="九"/>')))) == [("甲", 0, 0, 1, 1)]


def test_an_archive_without_a_document() -> None:
    with pytest.raises(DocumentError, match=r"没有 word/document\.xml"):
        read_docx(document_of(_word("", part="word/other.xml")))


def _run(text: str, properties: str) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_what_is_struck_out_is_not_read_and_told() -> None:
    old = _run("119公里", "<w:strike/>") + _run("118公里", "<w:dstrike/>")
    new = _run("121公里", "<w:strike w:val='0'/>")
    cell = f"<w:tc><w:p>{old}{new}</w:p></w:tc>"
    title = f"<w:p>{_run('（2021年度）', '<w:strike/>')}{_run('（2022年度）', '')}</w:p>"
    paragraph, grid = _blocks(title + tbl(f"<w:tr>{cell}</w:tr>"))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "（2022年度）"
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["121公里"]
    within, above = grid.findings
    assert (within.check, within.place) == ("struck-out", "a.docx 第1个表")
    assert "“119公里”、“118公里”" in within.words.zh
    assert (above.check, above.place) == ("struck-out", "a.docx")
    assert "“（2021年度）”" in above.words.zh


def test_inserted_symbols() -> None:
    """Word writes an inserted ≥ as a character of the font Symbol."""
    symbols = "".join(f'<w:sym w:font="Symbol" w:char="F0{code}"/>' for code in ("B3", "A3", "B1"))
    tick = '<w:sym w:font="Wingdings" w:char="F0FC"/>'
    own = '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf0b425\uf0b0</w:t></w:r>'
    cell = f"<w:tc><w:p><w:r>{symbols}{tick}</w:r>{own}</w:p></w:tc>"
    (grid,) = _blocks(tbl(f"<w:tr>{cell}</w:tr>"))
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["≥≤±✓×25°"]
    assert grid.findings == ()


def test_symbols_that_are_not_known() -> None:
    odd = '<w:sym w:font="Webdings" w:char="F0B3"/><w:sym w:font="Symbol" w:char="坏"/>'
    (grid,) = _blocks(
        tbl(f"<w:tr><w:tc><w:p><w:r>{odd}<w:t>120\uf0b3</w:t></w:r></w:p></w:tc></w:tr>")
    )
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.cells] == ["〓〓120〓"]
    (finding,) = grid.findings
    assert (finding.check, finding.place) == ("symbol-unknown", "a.docx 第1个表")
    assert "（Webdings F0B3、Symbol 坏、F0B3）" in finding.words.zh


def test_a_table_that_only_arranges_others_hands_its_doubts_on() -> None:
    inner = tbl(tr(tc("甲"), tc("乙"), tc("丙")))
    cell = f"<w:tc><w:p>{_run('旧', '<w:strike/>')}</w:p>{inner}</w:tc>"
    (grid,) = _blocks(tbl(f"<w:tr>{cell}</w:tr>"))
    assert isinstance(grid, Grid)
    assert [finding.check for finding in grid.findings] == ["struck-out"]
