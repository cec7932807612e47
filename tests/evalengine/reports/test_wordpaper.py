"""Word documents: official type faces with fallbacks, A4, numbered pages, the same bytes."""

import zipfile
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from evalengine.reports.wordpaper import (
    HEADING,
    NOTE,
    SEAM,
    TITLE,
    append,
    begin_page,
    new_document,
    room,
    save,
)


def saved(folder: Path) -> Path:
    document = new_document(title="自评\x00表", header="示例局\x1b")
    begin_page(document, is_landscape=True)
    append(document, "汇总\n表", TITLE)
    begin_page(document, is_landscape=False)
    append(document, "注", NOTE)
    save(document, folder / "a.docx")
    return folder / "a.docx"


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode("utf-8")


def test_pages_lie_across_or_stand(tmp_path: Path) -> None:
    first, second = docx.Document(str(saved(tmp_path))).sections
    assert (first.orientation, second.orientation) == (WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT)
    sides = (first.page_width, first.page_height, second.page_width, second.page_height)
    assert [round((side or 0) / Mm(1)) for side in sides] == [297, 210, 210, 297]


def test_the_first_page_is_there_already(tmp_path: Path) -> None:
    document = new_document(title="", header="")
    begin_page(document, is_landscape=False)
    assert len(document.sections) == 1
    append(document, "注", NOTE)
    begin_page(document, is_landscape=False)
    assert len(document.sections) == 2
    assert document.paragraphs[-1].style == document.styles[SEAM]


def test_room_between_the_margins() -> None:
    document = new_document(title="", header="")
    begin_page(document, is_landscape=False)
    assert room(document) == round((210 - 24) / 25.4 * 72 * 20)
    begin_page(document, is_landscape=True)
    assert room(document) == round((297 - 24) / 25.4 * 72 * 20)


def test_header_and_numbered_footer(tmp_path: Path) -> None:
    section = docx.Document(str(saved(tmp_path))).sections[1]
    assert section.header.paragraphs[0].text == "示例局"
    fields = section.footer.paragraphs[0]._p.xpath(".//w:fldSimple/@w:instr")
    assert fields == ["PAGE", "NUMPAGES"]
    words = section.footer.paragraphs[0]._p.xpath(".//w:t/text()")
    assert "".join(words) == "第 1 页，共 1 页"


def test_type_faces_have_fallbacks(tmp_path: Path) -> None:
    fonts = part(saved(tmp_path), "word/fontTable.xml")
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/>' in fonts
    style = docx.Document(str(saved(tmp_path))).styles[TITLE].element.xml
    assert 'w:eastAsia="方正小标宋简体"' in style
    assert 'w:hint="eastAsia"' in style


def test_a_heading_stays_with_what_follows() -> None:
    styles = new_document(title="", header="").styles
    assert styles[HEADING].paragraph_format.keep_with_next
    assert not styles[NOTE].paragraph_format.keep_with_next


def test_no_person_no_tool_and_no_picture_is_left_of_the_empty_document(tmp_path: Path) -> None:
    path = saved(tmp_path)
    about = docx.Document(str(path)).core_properties
    assert about.title == "自评表"
    assert about.author.startswith("evalengine ")
    with zipfile.ZipFile(path) as archive:
        assert [name for name in archive.namelist() if name.endswith((".jpeg", ".bin"))] == []
        assert not any(b"python-docx" in archive.read(name) for name in archive.namelist())


def test_a_paragraph_is_one(tmp_path: Path) -> None:
    assert docx.Document(str(saved(tmp_path))).paragraphs[0].text == "汇总 表"


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    assert saved(tmp_path).read_bytes() == saved(tmp_path / "b").read_bytes()
