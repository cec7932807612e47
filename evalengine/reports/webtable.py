"""Puts printed tables into a web page: spans, headings that screen readers find, widths."""

from collections import defaultdict

from lxml.html import HtmlElement
from lxml.html.builder import E

from evalengine.reports.cells import Look, Part, Table, parted


def html_table(table: Table, caption: str) -> HtmlElement:
    """`table` as an element; `caption` says what it is, to those who cannot see where it stands."""
    whole = sum(table.widths)
    columns = (E.col(style=f"width:{width * 100 / whole:.2f}%") for width in table.widths)
    by_row = defaultdict[int, list[Part]](list)
    for part in parted(table):
        by_row[part.box.row].append(part)
    rows = [_row(by_row[number], table.heads) for number in range(len(table.least))]
    above = [E.caption(caption), E.colgroup(*columns)]
    if table.heads:
        above.append(E.thead(*rows[: table.heads]))
    return E.table(*above, E.tbody(*rows[table.heads :]))


def _row(parts: list[Part], heads: int) -> HtmlElement:
    return E.tr(*(_cell(part, heads) for part in parts))


def _cell(part: Part, heads: int) -> HtmlElement:
    box = part.box
    attributes = {"class": f"{box.look} {part.open_side}" if part.open_side else box.look.value}
    if box.rowspan > 1:
        attributes["rowspan"] = str(box.rowspan)
    if box.colspan > 1:
        attributes["colspan"] = str(box.colspan)
    if box.look is not Look.LABEL or not box.text:
        return E.td(attributes, *lines(box.text))
    is_below = box.row >= heads
    attributes["scope"] = ("rowgroup" if box.rowspan > 1 else "row") if is_below else "col"
    return E.th(attributes, *lines(box.text))


def lines(text: str) -> list[HtmlElement | str]:
    """The lines of a text with breaks between them."""
    first, *others = text.split("\n")
    parts: list[HtmlElement | str] = [first]
    for line in others:
        parts += [E.br(), line]
    return parts
