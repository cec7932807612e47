"""A comparison in a terminal: the beginning of every listing."""

from evalengine.comparing import Comparison
from evalengine.reports.compared import Listing, listings, remarks
from evalengine.terminal import Column, clip, plain, room, table
from indicators.errors import Words

MOST = 20
"""Rows of a list that a terminal shows; the other formats have all."""

_LONGEST = 100
"""Columns of a text that a terminal shows."""


def comparison_lines(found: Comparison, language: str) -> list[str]:
    """Everything that `compare` prints."""
    parts = [_lines(listing, language) for listing in listings(found, language)]
    lines = [line for part in parts for line in (*part, "")]
    return [*lines, *(words.said(language) for words in remarks(found))]


def _lines(listing: Listing, language: str) -> list[str]:
    columns = [Column(h.title.said(language), h.right, h.flexible) for h in listing.headings]
    rows = [[_short(text) for text in row] for row in listing.rows[:MOST]]
    lines = [f"── {listing.title.said(language)}", *table(columns, rows, room())]
    if len(listing.rows) > MOST:
        more = len(listing.rows) - MOST
        lines.append(Words(f"…… 另有 {more} 行", f"… {more} more").said(language))
    return lines


def _short(text: str) -> str:
    return clip(plain(text), _LONGEST) if "\n" not in text else text
