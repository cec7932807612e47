"""Writes a comparison as a workbook: every listing, every finding, and a sheet a department."""

from pathlib import Path

from evalengine.comparing import Comparison
from evalengine.reports.compared import Figure, Listing, doubts, listings, ranking
from evalengine.reports.comparedoverview import overview
from evalengine.reports.paper import (
    BIAOSONG,
    HEI,
    SafeSheet,
    SafeWorkbook,
    Styles,
    put,
    put_number,
    row_height,
    set_page,
    sheet_name,
)

SHEETS = {
    "overview": "概况",
    "ranking": "名次",
    "department": "部门分布",
    "size": "规模分布",
    "year": "年度分布",
    "standard": "标准分布",
    "categories": "各类指标",
    "deciding": "拉开差距的指标",
    "weights": "权重变动",
    "against": "换一份标准",
    "years": "与上年相比",
    "priority": "先看哪里",
    "findings": "疑点",
}
"""The names of the sheets, by what their listings are about."""

MOST_DEPARTMENTS = 200
"""Departments that have sheets of their own; a workbook of more is not opened any more."""


MOST_ROWS = 20_000
"""Rows of a sheet; nobody reads on, and JSON has all."""


def write_comparison_book(found: Comparison, path: Path) -> None:
    """Write the workbook to `path`."""
    with SafeWorkbook(path, title="项目绩效比较") as book:
        styles = Styles(book)
        used: set[str] = set()
        for each in [overview(found, "zh"), *listings(found, "zh"), doubts(found)]:
            _sheet(book, styles, SHEETS[each.of], each, used)
        departments = found.ranking["department"].fillna("").unique().tolist()
        for department in departments[:MOST_DEPARTMENTS] if len(departments) > 1 else ():
            _department(book, styles, found, str(department), used)
        if len(departments) > MOST_DEPARTMENTS:
            _say_left_out(book, styles, len(departments) - MOST_DEPARTMENTS, used)


def _say_left_out(book: SafeWorkbook, styles: Styles, count: int, used: set[str]) -> None:
    sheet = book.add_worksheet(_unused("其余部门", used))
    words = f"只有前 {MOST_DEPARTMENTS} 个部门各有一页，另有 {count} 个部门没有；名次一页有全部。"
    put(sheet, (0, 0, 0, 8), words, styles.make(border=0, align="left"))


def _sheet(book: SafeWorkbook, styles: Styles, name: str, listing: Listing, used: set[str]) -> None:
    if listing.rows:
        _write(book.add_worksheet(_unused(name, used)), styles, listing)


def _write(sheet: SafeSheet, styles: Styles, listing: Listing) -> None:
    """A listing on a sheet of its own: texts as texts, numbers as numbers to sort and add up."""
    title, last = listing.title.zh, len(listing.headings) - 1
    left = len(listing.rows) - MOST_ROWS
    if left > 0:
        title += f"——只列前 {MOST_ROWS} 行，另有 {left} 行未列出"
    put(sheet, (0, 0, 0, last), title, styles.make(font_name=BIAOSONG, font_size=16, border=0))
    sheet.set_row(0, 32)
    label = styles.make(font_name=HEI, font_size=9)
    for column, heading in enumerate(listing.headings):
        sheet.set_column(column, column, heading.width)
        put(sheet, (1, column, 1, column), heading.title.zh, label)
    text = styles.make(align="left", font_size=9)
    rows = listing.rows[:MOST_ROWS]
    for number, cells in enumerate(rows, 2):
        for column, cell in enumerate(cells):
            place = (number, column, number, column)
            if isinstance(cell, Figure):
                style = styles.make(align="right", font_size=9, num_format=cell.shown)
                put_number(sheet, place, cell.value, style)
            else:
                put(sheet, place, cell, text)
        widths = (heading.width for heading in listing.headings)
        sheet.set_row(number, max(22, row_height(list(zip(cells, widths, strict=True)))))
    sheet.freeze_panes(2, 2)
    sheet.autofilter(1, 0, len(rows) + 1, last)
    sheet.repeat_rows(1)
    sheet.hide_gridlines(2)
    set_page(sheet, landscape=True, footer=listing.title.zh)


def _department(
    book: SafeWorkbook, styles: Styles, found: Comparison, name: str, used: set[str]
) -> None:
    """The projects of a department with their places among all, and below them their findings."""
    places, told = ranking(found, "zh", name), doubts(found, name)
    _sheet(book, styles, name or "部门不明", places, used)
    _sheet(book, styles, f"{(name or '部门不明')[:24]}－疑点", told, used)


def _unused(name: str, used: set[str]) -> str:
    """`name` as that of a sheet that no other sheet has; case does not tell them apart."""
    found, number = sheet_name(name), 1
    while found.lower() in used:
        number += 1
        found = sheet_name(f"{sheet_name(name)[:26]}（{number}）")
    used.add(found.lower())
    return found
