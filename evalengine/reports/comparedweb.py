"""Writes a comparison as one web page with charts: opened from a file, it asks for nothing."""

from pathlib import Path

from lxml.html import HtmlElement
from lxml.html.builder import E

from evalengine.comparing import Comparison
from evalengine.reports import comparedcharts as charts
from evalengine.reports.cells import listing as listed
from evalengine.reports.compared import Listing, doubts, listings, remarks
from evalengine.reports.comparedcharts import Dot, Spread, histogram, losses, scatter, spreads
from evalengine.reports.webpage import html_page, wide, write_html
from evalengine.reports.webtable import html_table
from indicators.taxonomy import category_title

TITLE = "项目绩效比较"

FIRST, MOST_ROWS = 30, 2000
"""Rows of a table that are seen at once, and on the page at all; the workbook has all."""


def write_comparison_page(found: Comparison, path: Path) -> None:
    """Write the page to `path`."""
    write_html(comparison_page(found), path)


def comparison_page(found: Comparison) -> HtmlElement:
    """Charts first, then every table."""
    tables = [*listings(found, "zh"), doubts(found)]
    parts = [
        E.h1(TITLE),
        E.p({"class": "about"}, f"{len(found.ranking)} 个项目。"),
        *(E.p({"class": "note"}, words.zh) for words in (*found.warnings, *remarks(found))),
        E.section({"class": "charts", "aria-label": "图"}, *_charts(found)),
        *(_table(each) for each in tables if each.rows),
    ]
    return html_page(TITLE, parts)


def _charts(found: Comparison) -> list[HtmlElement]:
    pictures = [("总分分布", histogram(found.ranking["total"].tolist()))]
    dots = _dots(found)
    if dots:
        pictures.append(("指标完成与预算执行（红点：完成比执行高 20 个百分点以上）", scatter(dots)))
    parts = [
        (category_title(row["category"]).zh, row["lost"], row["max_points"])
        for row in found.categories.to_dict("records")
    ]
    pictures.append(("失分在哪里：各类指标的失分率", losses(parts)))
    departments = _spreads(found)
    if departments:  # the tallest comes last
        title = _about_spreads(len(departments))
        pictures.append((title, spreads(departments, "各部门的总分")))
    return [E.figure(picture, E.figcaption(words)) for words, picture in pictures]


def _about_spreads(departments: int) -> str:
    left = departments - charts.MOST_DEPARTMENTS
    more = (
        f"；只画项目最多的 {charts.MOST_DEPARTMENTS} 个，另有 {left} 个见下表" if left > 0 else ""
    )
    return f"各部门的总分（有两个项目以上的部门{more}）"


def _spreads(found: Comparison) -> list[Spread]:
    """The departments with several projects: one alone has no spread."""
    columns = ("lowest", "lower_quartile", "median", "upper_quartile", "highest")
    if "department" not in found.groups:
        return []
    return [
        Spread(
            str(row["department"]),
            int(row["projects"]),
            (row[columns[0]], row[columns[1]], row[columns[2]], row[columns[3]], row[columns[4]]),
        )
        for row in found.groups["department"].to_dict("records")
        if row["projects"] > 1
    ]


def _dots(found: Comparison) -> list[Dot]:
    names = dict(zip(found.ranking["project_id"], found.ranking["project"], strict=True))
    known = found.attainment.dropna().astype("float64")
    columns = known.index.tolist(), known["executed"].tolist(), known["attained"].tolist()
    return [
        Dot(str(names[key]), executed, attained)
        for key, executed, attained in zip(*columns, strict=True)
    ]


def _table(listing: Listing) -> HtmlElement:
    """The first rows of a listing; the others are closed until somebody opens them."""
    title = listing.title.zh
    parts = [E.h2(title), _rows(listing, 0, FIRST)]
    rest = len(listing.rows) - FIRST
    if rest > 0:
        more = _rows(listing, FIRST, MOST_ROWS)
        parts.append(E.details(E.summary(f"其余 {min(rest, MOST_ROWS - FIRST)} 行"), more))
    if len(listing.rows) > MOST_ROWS:
        left = len(listing.rows) - MOST_ROWS
        parts.append(E.p({"class": "note"}, f"另有 {left} 行，见工作簿。"))
    return E.section(*parts)


def _rows(listing: Listing, first: int, last: int) -> HtmlElement:
    rows = listing.rows[first:last]
    return wide(html_table(listed(listing.said("zh"), rows), listing.title.zh))
