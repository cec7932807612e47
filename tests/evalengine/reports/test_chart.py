"""Bars in SVG: as long as the points, described in words, readable by anybody."""

from decimal import Decimal

from lxml import etree

from evalengine.reports.chart import FILLED, INK, SVG, TRACK, bars, described
from evalengine.reports.overview import Category

PARTS = (
    Category("output", "产出指标", Decimal(50), Decimal("46.75")),
    Category("benefit", "效益<b>&\x00指标", Decimal(25), Decimal(0)),
)


def widths(colour: str) -> list[str]:
    return [
        rect.get("width", "")
        for rect in bars(PARTS).iter(f"{{{SVG}}}rect")
        if rect.get("fill") == colour
    ]


def test_tracks_and_fillings_are_in_proportion() -> None:
    # The widest track is 420 wide; 46.75 of 50 fill 392.7 of it.
    assert widths(TRACK) == ["420.0", "210.0"]
    assert widths(FILLED) == ["392.7", "0.0"]


def test_the_numbers_stand_beside_the_bars() -> None:
    texts = [element.text for element in bars(PARTS).iter(f"{{{SVG}}}text")]
    assert texts[:2] == ["产出指标", "46.75 / 50.00　93.50%"]


def test_it_says_the_same_in_words() -> None:
    assert described(PARTS[:1]) == "产出指标得 46.75 分，满分 50.00 分。"
    picture = bars(PARTS)
    assert picture.get("role") == "img"
    assert [child.tag for child in picture][:2] == [f"{{{SVG}}}title", f"{{{SVG}}}desc"]


def test_texts_are_texts() -> None:
    read = etree.fromstring(etree.tostring(bars(PARTS)))
    assert read.find(f"{{{SVG}}}b") is None
    assert "效益<b>&指标" in [element.text for element in read.iter(f"{{{SVG}}}text")]


def test_nothing_to_show() -> None:
    assert bars(()).get("viewBox") == "0 0 420 40"
    nothing = Category("a", "空", Decimal(0), Decimal(0))
    assert {rect.get("width") for rect in bars((nothing,)).iter(f"{{{SVG}}}rect")} == {"0.0"}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as accessibility guidelines define it (WCAG 2, 1.4.3)."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_colours_can_be_told_apart() -> None:
    assert contrast(INK, "#ffffff") >= 4.5
    assert contrast(FILLED, TRACK) >= 3
