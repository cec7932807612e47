"""Writes a comparison as a workbook: every listing, every finding, and a sheet a department."""

from pathlib import Path

from evalengine.comparing import Comparison
from evalengine.reports.cells import listing as listed
from evalengine.reports.compared import Listing, doubts, listings, ranking
from evalengine.reports.paper import SafeWorkbook, Styles, sheet_name
from evalengine.reports.spreadsheet import write_listing

SHEETS = {
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


def write_comparison_book(found: Comparison, path: Path) -> None:
    """Write the workbook to `path`."""
    with SafeWorkbook(path, title="项目绩效比较") as book:
        styles = Styles(book)
        used: set[str] = set()
        for each in [*listings(found, "zh"), doubts(found)]:
            _sheet(book, styles, SHEETS[each.of], each, used)
        departments = found.ranking["department"].fillna("").unique().tolist()
        for department in departments[:MOST_DEPARTMENTS] if len(departments) > 1 else ():
            _department(book, styles, found, str(department), used)


def _sheet(book: SafeWorkbook, styles: Styles, name: str, listing: Listing, used: set[str]) -> None:
    if listing.rows:
        sheet = book.add_worksheet(_unused(name, used))
        write_listing(sheet, styles, listing.title.zh, listed(listing.said("zh"), listing.rows))


def _department(
    book: SafeWorkbook, styles: Styles, found: Comparison, name: str, used: set[str]
) -> None:
    """The projects of a department with their places among all, and below them their findings."""
    places, told = ranking(found, name), doubts(found, name)
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
