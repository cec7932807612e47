"""Finds the tables of a page of a PDF by their ruled lines.

Browsers print a cell that the end of a page cuts without a lower edge, and go on with it on the
next page without an upper one. Such cells are closed where the upright lines end, and marked.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pdfplumber.page import Page

_NEAR = 3.0
"""Lines no further apart than this (in points) are one; shorter ones are the ends of thick ones."""

Rule = dict[str, Any]
"""A line, or the edge of an area, as the library gives it."""


class RuledCell(NamedTuple):
    """A cell by its edges: left, top, right, bottom.

    `cut_above`, `cut_below`: no line is drawn there, the cell goes over the end of the page.
    """

    box: tuple[float, float, float, float]
    cut_above: bool
    cut_below: bool


def ruled_tables(page: "Page") -> list[list[RuledCell]]:
    """The cells of every table that is ruled on this page."""
    upright = [rule for rule in page.edges if _is_rule(rule, "v", "height")]
    level = [rule for rule in page.edges if _is_rule(rule, "h", "width")]
    ends = list(_bands(upright))
    settings = {"explicit_horizontal_lines": [y for band in ends for y in band]} if ends else {}
    tops, bottoms = [top for top, _ in ends], [bottom for _, bottom in ends]
    return [
        [
            RuledCell(
                cell,
                _is_open(cell, cell[1], tops, level),
                _is_open(cell, cell[3], bottoms, level),
            )
            for cell in table.cells
        ]
        for table in page.find_tables(settings)
    ]


def _is_rule(rule: Rule, orientation: str, length: str) -> bool:
    return bool(rule["orientation"] == orientation and rule[length] >= _NEAR)


def _bands(upright: Sequence[Rule]) -> Iterator[tuple[float, float]]:
    """Where upright lines begin and end, those that stand beside one another together."""
    start = end = None
    for rule in sorted(upright, key=lambda rule: rule["top"]):
        if start is None or end is None:
            start, end = rule["top"], rule["bottom"]
        elif rule["top"] > end + _NEAR:
            yield start, end
            start, end = rule["top"], rule["bottom"]
        else:
            end = max(end, rule["bottom"])
    if start is not None and end is not None:
        yield start, end


def _is_open(
    box: tuple[float, float, float, float],
    edge: float,
    ends: Sequence[float],
    level: Sequence[Rule],
) -> bool:
    """Whether the upright lines end at this edge of a cell, and no line is drawn there."""
    middle = (box[0] + box[2]) / 2
    return any(abs(edge - end) <= _NEAR for end in ends) and not any(
        abs(rule["top"] - edge) <= _NEAR and rule["x0"] <= middle <= rule["x1"] for rule in level
    )
