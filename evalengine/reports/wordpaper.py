"""What every Word document shares: type faces, A4 paper, header, numbered footer, saving."""

import datetime as dt
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from evalengine import settings
from evalengine.reports.cells import printable
from evalengine.reports.paper import BIAOSONG, HEI, SONG
from evalengine.reports.wordtable import CELL, LABEL, SUM

TITLE, SUBTITLE, HEADING, NOTE = "FormTitle", "FormYear", "FormPart", "FormNote"
SIGN, SEAM = "FormSign", "FormSeam"
"""The ids of the paragraph styles beside those of cells."""


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: type face, size in points, room before and after in points."""

    face: str
    size: float
    before: float = 0
    after: float = 0
    is_centred: bool = False
    is_bold: bool = False


_STYLES = {
    TITLE: _Style(BIAOSONG, 18, after=4, is_centred=True),
    SUBTITLE: _Style(SONG, 10.5, after=4, is_centred=True),
    HEADING: _Style(HEI, 10.5, before=8, after=3),
    CELL: _Style(SONG, 8.5, before=1, after=1, is_centred=True),
    LABEL: _Style(HEI, 8.5, before=1, after=1, is_centred=True),
    SUM: _Style(SONG, 8.5, before=1, after=1, is_centred=True, is_bold=True),
    NOTE: _Style(SONG, 7.5),
    SIGN: _Style(SONG, 9, before=6, after=2),
    SEAM: _Style(SONG, 1),
}

_FALLBACKS = {BIAOSONG: "华文中宋", HEI: "微软雅黑", SONG: "新宋体"}
"""The type face that an office program may take where the first is not installed."""

_FONT_TABLE = "word/fontTable.xml"

_LONG, _SHORT = Mm(297), Mm(210)
_SIDE, _TOP, _BOTTOM, _EDGE = Mm(12), Mm(15), Mm(13), Mm(8)
"""Margins of the paper; the last is that of header and footer."""

_CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 -- the file format knows no zones
_ZIPPED = (2000, 1, 1, 0, 0, 0)
"""Written into every document, so that the same content gives the same bytes."""


def new_document(*, title: str, header: str) -> Document:
    """An empty document with our styles, its header, and a footer that numbers the pages."""
    document = docx.Document()
    for style, look in _STYLES.items():
        _add_style(document, style, look)
    _describe(document, title)
    section = document.sections[0]
    for part in (section.header, section.footer):
        paragraph = part.paragraphs[0]
        paragraph.style = document.styles[NOTE]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    section.header.paragraphs[0].add_run(printable(header))
    _number(section.footer.paragraphs[0])
    return document


def begin_page(document: Document, *, is_landscape: bool) -> None:
    """Begin a new page, which may lie across; the first one is there already."""
    section = document.sections[0]
    if len(document.element.body) > 1:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        document.paragraphs[-1].style = document.styles[SEAM]
    _set_paper(section, is_landscape=is_landscape)


def append(document: Document, text: str, style: str) -> Paragraph:
    """A paragraph at the end, on one line however many the text has; a tab goes to a tab stop."""
    line = "\t".join(" ".join(printable(part).split("\n")) for part in text.split("\t"))
    return document.add_paragraph(line, document.styles[style])


def room(document: Document) -> int:
    """The width between the margins of the last page, in twentieths of a point."""
    is_landscape = document.sections[-1].orientation is WD_ORIENT.LANDSCAPE
    return round(((_LONG if is_landscape else _SHORT) - 2 * _SIDE) / Pt(1) * 20)


def save(document: Document, path: Path) -> None:
    """Write the document; the same content gives the same bytes."""
    packed = io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ZIPPED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = old.read(name)
            new.writestr(entry, _with_fallbacks(content) if name == _FONT_TABLE else content)


def _set_paper(section: Section, *, is_landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width = _LONG if is_landscape else _SHORT
    section.page_height = _SHORT if is_landscape else _LONG
    section.left_margin = section.right_margin = _SIDE
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.header_distance = section.footer_distance = _EDGE


def _add_style(document: Document, name: str, look: _Style) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size, style.font.bold = Pt(look.size), look.is_bold
    style.font.name = look.face
    fonts = style.element.rPr.rFonts
    fonts.set(qn("w:eastAsia"), look.face)
    # Quotation marks and the like are those of the Chinese face.
    fonts.set(qn("w:hint"), "eastAsia")
    language = OxmlElement("w:lang", {qn("w:val"): "zh-CN", qn("w:eastAsia"): "zh-CN"})
    style.element.rPr.append(language)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    # A number of lines, but for the seam, which must take no room.
    form.line_spacing = Pt(1) if name == SEAM else 1.0
    form.keep_with_next = name in (TITLE, SUBTITLE, HEADING)
    if look.is_centred:
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _with_fallbacks(fonts: bytes) -> bytes:
    """The font table, telling which type face may take the place of one that is not installed."""
    table = parse_xml(fonts)
    for face, fallback in _FALLBACKS.items():
        font = OxmlElement("w:font", {qn("w:name"): face})
        for tag, value in (("w:altName", fallback), ("w:charset", "86"), ("w:family", "auto")):
            font.append(OxmlElement(tag, {qn("w:val"): value}))
        table.append(font)
    return serialize_part_xml(table)


def _describe(document: Document, title: str) -> None:
    """Title and engine in place of what the empty document says of itself, and no thumbnail."""
    about = document.core_properties
    about.title, about.author, about.comments = printable(title), settings.engine(), ""
    about.last_modified_by, about.language = settings.engine(), "zh-CN"
    about.created = about.modified = _CREATED
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]


def _number(paragraph: Paragraph) -> None:
    """`第 1 页，共 9 页`, by the two fields that the program fills in."""
    for text, field in (("第 ", "PAGE"), (" 页，共 ", "NUMPAGES"), (" 页", "")):
        paragraph.add_run(text)
        if field:
            element = OxmlElement("w:fldSimple", {qn("w:instr"): field})
            run = OxmlElement("w:r")
            number = OxmlElement("w:t")
            number.text = "1"
            run.append(number)
            element.append(run)
            paragraph._p.append(element)
