"""A web page that is one file: no request goes out, it prints, and it fits a telephone."""

from collections.abc import Sequence
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import E

from evalengine import settings
from evalengine.reports.cells import printable

STYLE = Path(__file__).with_name("web.css")

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The page needs nothing from anywhere, and may fetch nothing."""


def html_page(title: str, parts: Sequence[HtmlElement]) -> HtmlElement:
    """The page with its head and style, around its parts."""
    return E.html(
        {"lang": "zh-CN"},
        E.head(
            E.meta(charset="utf-8"),
            E.meta({"http-equiv": "Content-Security-Policy", "content": _POLICY}),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.meta(name="generator", content=settings.engine()),
            E.title(printable(title)),
            E.style(STYLE.read_text(encoding="utf-8")),
        ),
        E.body(E.main(*parts)),
    )


def write_html(page: HtmlElement, path: Path) -> None:
    """Write the page to `path`."""
    written = html.tostring(page, doctype="<!DOCTYPE html>", encoding="utf-8")
    path.write_bytes(written + b"\n")


def wide(table: HtmlElement) -> HtmlElement:
    """A table that can be moved sideways where the screen is narrow, with the keyboard too."""
    caption = table.findtext("caption") or ""
    return E.div({"class": "wide", "tabindex": "0", "role": "region", "aria-label": caption}, table)
