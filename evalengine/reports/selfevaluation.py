"""Writes 项目支出绩效自评表 as a workbook: one official form a project, summary and workings."""

from collections.abc import Sequence
from pathlib import Path

from evalengine import settings
from evalengine.evaluation import Evaluated
from evalengine.reports.annex import annexes
from evalengine.reports.cells import Table
from evalengine.reports.official import FormPage, form_page
from evalengine.reports.overview import Overview, overview
from evalengine.reports.paging import Room, paged
from evalengine.reports.paper import (
    BIAOSONG,
    HEI,
    SafeSheet,
    SafeWorkbook,
    Styles,
    fits_one_page,
    page_height,
    put,
    row_height,
    set_height,
    set_page,
    sheet_name,
    text_height,
)
from evalengine.reports.printing import printed_for
from evalengine.reports.spreadsheet import SheetWriter, fitted, heights_of, write_listing
from evalengine.reports.workings import workings

_SIGNATURE = 26.0
"""The height of a line to sign on, in points."""

_TOP, _PART = 32.0, 26.0
"""The heights of the title of the summary, and of that of each of its parts."""


def write_workbook(judged: Evaluated, path: Path) -> None:
    """Write the forms of all projects to `path`, with a summary where there are several.

    What the user asked beyond the score stands in annexes.
    """
    evaluations, standard = judged.projects, judged.standard
    workbook = SafeWorkbook(path, title="项目支出绩效自评表")
    styles = Styles(workbook)
    names = [
        sheet_name(f"{number} {each.case.form.title}") for number, each in enumerate(evaluations, 1)
    ]
    if len(evaluations) > 1:
        summary = workbook.add_worksheet("汇总")
        write_overview(summary, styles, overview(evaluations, standard), names)
    for each, name in zip(evaluations, names, strict=True):
        page = form_page(each, standard, printed_for(each.score.year, standard))
        write_form(workbook.add_worksheet(name), styles, page, each.case.form.title)
    write_listing(workbook.add_worksheet("计分说明"), styles, "计分说明", workings(evaluations))
    for section in annexes(judged.whatif):
        sheet = workbook.add_worksheet(section.title.partition("：")[0])
        write_listing(sheet, styles, section.title, section.table)
    workbook.close()


def write_form(sheet: SafeSheet, styles: Styles, page: FormPage, project: str) -> None:
    """One form on a sheet of its own, set up for A4."""
    last = len(page.widths) - 1
    for column, width in enumerate(page.widths):
        sheet.set_column(column, column, width)
    row, above = _write_title(sheet, styles, page)
    writer = SheetWriter(sheet, styles)
    *tables, indicators = page.tables
    for table in tables:
        placed = writer.write(table, row)
        row, above = placed.end, above + placed.height
    below = _notes_height(page) + _SIGNATURE * len(page.signatures)
    height, breaks = above + sum(heights_of(indicators)) + below, list[int]()
    if not fits_one_page(height, landscape=page.is_landscape):
        room = page_height(page.widths, landscape=page.is_landscape)
        indicators, breaks = paged(indicators, Room(room - above % room, room), below)
    placed = writer.write(indicators, row)
    if placed.heads:
        sheet.repeat_rows(*placed.heads)
    sheet.set_h_pagebreaks([placed.rows[row] for row in breaks])
    row = _write_notes(sheet, styles, page, placed.end)
    row = _write_signatures(sheet, styles, page, row)
    sheet.hide_gridlines(2)
    sheet.print_area(0, 0, row - 1, last)
    footer = f"{project}　{settings.engine()}"
    set_page(sheet, landscape=page.is_landscape, footer=footer, height=height)


def _write_title(sheet: SafeSheet, styles: Styles, page: FormPage) -> tuple[int, float]:
    last = len(page.widths) - 1
    big = styles.make(font_name=BIAOSONG, font_size=18, border=0)
    put(sheet, (0, 0, 0, last), page.title, big)
    sheet.set_row(0, 34)
    put(sheet, (1, 0, 1, last), page.year, styles.make(border=0, font_size=11))
    sheet.set_row(1, 20)
    return 2, 54


def _notes_height(page: FormPage) -> float:
    """The height of the notes in points."""
    # A smaller type than the one that widths are counted in.
    return text_height([("\n".join(page.notes), sum(page.widths) * 1.1)], line=13) + 4


def _write_notes(sheet: SafeSheet, styles: Styles, page: FormPage, row: int) -> int:
    """The notes; gives the next free row."""
    style = styles.make(border=0, align="left", font_size=9)
    bottom = set_height(sheet, row, _notes_height(page))
    put(sheet, (row, 0, bottom, len(page.widths) - 1), "\n".join(page.notes), style)
    return bottom + 1


def _write_signatures(sheet: SafeSheet, styles: Styles, page: FormPage, row: int) -> int:
    """The lines to sign on, likewise."""
    style = styles.make(border=0, align="left", font_size=10.5)
    for signatures in page.signatures:
        for signature in signatures:
            left, right = signature.columns
            put(sheet, (row, left, row, right), signature.text, style)
        sheet.set_row(row, _SIGNATURE)
        row += 1
    return row


def _page_starts(tables: Sequence[Table], columns: Sequence[float]) -> list[int]:
    """The parts of the summary that begin a page, so that none is cut that a page has room for."""
    heights = [_PART + sum(heights_of(table)) for table in tables]
    if fits_one_page(_TOP + sum(heights), landscape=True):
        return []
    room, used, starts = page_height(columns, landscape=True), _TOP, list[int]()
    for number, height in enumerate(heights):
        if used + height > room >= height:
            starts.append(number)
            used = 0
        used += height
    return starts


def write_overview(sheet: SafeSheet, styles: Styles, page: Overview, names: Sequence[str]) -> None:
    """The summary of all projects; their names lead to their forms in the sheets `names`."""
    columns = page.sections[0].table.widths
    last = len(columns) - 1
    for column, width in enumerate(columns):
        sheet.set_column(column, column, width)
    put(sheet, (0, 0, 0, last), page.title, styles.make(font_name=BIAOSONG, font_size=16, border=0))
    sheet.set_row(0, _TOP)
    row, height = 1, _TOP
    writer = SheetWriter(sheet, styles, names)
    tables = [fitted(section.table, columns) for section in page.sections]
    starts = _page_starts(tables, columns)
    breaks = []
    for number, (section, table) in enumerate(zip(page.sections, tables, strict=True)):
        if number in starts:
            breaks.append(row)
        heading = styles.make(font_name=HEI, font_size=11, border=0, align="left")
        put(sheet, (row, 0, row, last), section.title, heading)
        sheet.set_row(row, _PART)
        placed = writer.write(table, row + 1)
        row, height = placed.end, height + _PART + placed.height
    sheet.set_h_pagebreaks(breaks)
    style = styles.make(border=0, align="left", font_size=9)
    put(sheet, (row, 0, row, last), page.note, style)
    sheet.set_row(row, row_height([(page.note, sum(columns))]))
    sheet.hide_gridlines(2)
    sheet.print_area(0, 0, row, last)
    sheet.activate()
    set_page(sheet, landscape=True, footer=page.title, height=height)
