"""Writes 项目支出绩效自评表 as a Word document: one official form a project, with a summary."""

from collections.abc import Sequence
from pathlib import Path

from docx.document import Document
from docx.shared import Twips

from evalengine.evaluation import Evaluated
from evalengine.record import Evaluation
from evalengine.reports.annex import annexes
from evalengine.reports.cells import printable
from evalengine.reports.official import FormPage, Signature, form_page
from evalengine.reports.overview import Overview, overview
from evalengine.reports.paper import clip_line
from evalengine.reports.printing import printed_for
from evalengine.reports.wordpaper import (
    HEADING,
    NOTE,
    SEAM,
    SIGN,
    SUBTITLE,
    TITLE,
    append,
    begin_page,
    new_document,
    room,
    save,
)
from evalengine.reports.wordtable import append_table

_HEADER = 100
"""Columns for the department in the header, which is one line on upright paper too."""


def write_document(judged: Evaluated, path: Path) -> None:
    """Write the forms of all projects to `path`, with a summary where there are several.

    What the user asked beyond the score stands in annexes.
    """
    evaluations, standard = judged.projects, judged.standard
    pages = [
        form_page(each, standard, printed_for(each.score.year, standard)) for each in evaluations
    ]
    document = new_document(title=pages[0].title, header=_header(evaluations))
    if len(evaluations) > 1:
        begin_page(document, is_landscape=True)
        _append_overview(document, overview(evaluations, standard))
    for page in pages:
        begin_page(document, is_landscape=page.is_landscape)
        _append_form(document, page)
    for section in annexes(judged.whatif):
        begin_page(document, is_landscape=True)
        append(document, section.title, HEADING)
        append_table(document, section.table, room(document))
    save(document, path)


def _header(evaluations: Sequence[Evaluation]) -> str:
    """Whose forms these are, above every page."""
    first, *others = dict.fromkeys(each.score.department for each in evaluations)
    return f"{clip_line(first, _HEADER)}{'等' if others else ''}　项目支出绩效自评"


def _append_form(document: Document, page: FormPage) -> None:
    width = room(document)
    append(document, page.title, TITLE)
    append(document, page.year, SUBTITLE)
    for number, table in enumerate(page.tables):
        if number:
            # Word makes one table of two that touch, and would not repeat the second heading.
            append(document, "", SEAM)
        append_table(document, table, width, is_followed=table is page.tables[-1])
    # No signature stands alone on a page: the last rows and the notes go with it.
    append(document, "", SEAM).paragraph_format.keep_with_next = True
    for note in page.notes:
        append(document, note, NOTE).paragraph_format.keep_with_next = True
    for row in page.signatures:
        _append_signatures(document, page, row, width)


def _append_signatures(
    document: Document, page: FormPage, row: Sequence[Signature], width: int
) -> None:
    """Lines to sign on, each below the columns that the form gives it."""
    paragraph = append(document, "\t".join(printable(each.text) for each in row), SIGN)
    for each in row[1:]:
        left = sum(page.widths[: each.columns[0]]) / sum(page.widths)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(round(left * width)))


def _append_overview(document: Document, page: Overview) -> None:
    append(document, page.title, TITLE)
    for section in page.sections:
        append(document, section.title, HEADING)
        append_table(document, section.table, room(document))
    append(document, page.note, NOTE)
