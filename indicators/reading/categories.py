"""Doubts about the names of the levels of indicator rows."""

from collections.abc import Iterator

from indicators.model import Finding
from indicators.reading import doubts
from indicators.reading.rows import IndicatorRow
from indicators.taxonomy import belongs, category_of


def about_category(row: IndicatorRow) -> Iterator[Finding]:
    """Doubts about the level names of a row."""
    category = category_of(row.level1, row.level2)
    if not category:
        yield doubts.category_unknown(row.place, row.level1, row.level2)
    elif not belongs(row.level1, category):
        yield doubts.category_misplaced(row.place, row.level1, row.level2)
