"""Draws points by category as bars in SVG: the track is what could be had, the filling what was."""

from collections.abc import Sequence
from decimal import Decimal

from lxml import etree
from lxml.builder import ElementMaker

from evalengine.reports.cells import printable
from evalengine.reports.overview import Category

SVG = "http://www.w3.org/2000/svg"

FILLED, TRACK, INK = "#1f5f99", "#d5dde5", "#1b1f24"
"""The colours; ink on paper and filling on track differ by more than 4.5 to 1 and 3 to 1."""

_WIDTH, _ROW, _BAR = 420, 40, 14
"""Small enough that the words can still be read on a telephone."""

_FACES = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, SimHei, sans-serif"

_svg = ElementMaker(namespace=SVG, nsmap={None: SVG})


def bars(categories: Sequence[Category]) -> etree._Element:
    """The chart; its description says the same in words."""
    height = _ROW * max(len(categories), 1)
    picture = _svg.svg(
        _svg.title("各类得分"),
        _svg.desc(described(categories)),
        {"viewBox": f"0 0 {_WIDTH} {height}", "role": "img", "font-family": _FACES},
        {"font-size": "14", "fill": INK, "width": str(_WIDTH), "height": str(height)},
    )
    most = max((part.max_points for part in categories), default=Decimal(0))
    for number, part in enumerate(categories):
        picture.extend(_bar(part, number * _ROW, most))
    return picture


def described(categories: Sequence[Category]) -> str:
    """The chart in words, for who cannot see it."""
    parts = (
        f"{part.title}得 {part.points:.2f} 分，满分 {part.max_points:.2f} 分" for part in categories
    )
    return printable("；".join(parts) + "。")


def _bar(part: Category, top: int, most: Decimal) -> list[etree._Element]:
    """Name, track, filling and numbers of one category."""
    track = _WIDTH * part.max_points / most if most else Decimal(0)
    filling = _WIDTH * part.points / most if most else Decimal(0)
    line, bar = str(top + 14), top + 20
    figures = f"{part.points:.2f} / {part.max_points:.2f}　{part.rate}"
    return [
        _svg.text(printable(part.title), {"x": "0", "y": line}),
        _svg.text(figures, {"x": str(_WIDTH), "y": line, "text-anchor": "end"}),
        _rect(track, bar, TRACK),
        _rect(filling, bar, FILLED),
    ]


def _rect(width: Decimal, top: int, colour: str) -> etree._Element:
    size = {"width": f"{width:.1f}", "height": str(_BAR)}
    return _svg.rect({"x": "0", "y": str(top), "fill": colour, **size})
