"""Styles of Word documents that strike text out or hide it."""

import io
import zipfile

import pytest

from indicators.reading.document import document_of
from indicators.reading.docx import read_docx
from indicators.reading.tables import Grid

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {SPACE}>
<w:style w:styleId="old"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:styleId="older"><w:basedOn w:val="old"/></w:style>
<w:style w:styleId="new"><w:basedOn w:val="old"/><w:rPr><w:strike w:val="0"/></w:rPr></w:style>
<w:style w:styleId="twice"><w:rPr><w:dstrike/></w:rPr></w:style>
<w:style w:styleId="away"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="round"><w:basedOn w:val="round"/></w:style>
</w:styles>"""


def _cell(run: str, paragraph: str = "") -> tuple[str, list[str]]:
    body = f"<w:p>{paragraph}<w:r>{run}<w:t>119</w:t></w:r><w:r><w:t>121</w:t></w:r></w:p>"
    table = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr(
            "word/document.xml", f"<w:document {SPACE}><w:body>{table}</w:body></w:document>"
        )
    [grid] = read_docx(document_of(file.getvalue(), path="a.docx"))
    assert isinstance(grid, Grid)
    return grid.cells[0].text, [finding.check for finding in grid.findings]


@pytest.mark.parametrize("style", ["old", "older", "twice"])
def test_a_style_that_strikes_out(style: str) -> None:
    assert _cell(f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>') == ("121", ["struck-out"])


def test_a_style_that_hides() -> None:
    assert _cell('<w:rPr><w:rStyle w:val="away"/></w:rPr>') == ("121", [])


@pytest.mark.parametrize("style", ["new", "round", "missing"])
def test_a_style_that_does_not(style: str) -> None:
    assert _cell(f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>') == ("119121", [])


def test_the_style_of_the_paragraph_and_what_a_run_says_for_itself() -> None:
    paragraph = '<w:pPr><w:pStyle w:val="old"/></w:pPr>'
    assert _cell("", paragraph) == ("", ["struck-out"])
    assert _cell('<w:rPr><w:strike w:val="false"/></w:rPr>', paragraph) == ("119", ["struck-out"])
