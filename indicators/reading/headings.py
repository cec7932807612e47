"""Settles what headings leave open: columns of several years, and a target that none names."""

import re
from collections.abc import Sequence

from indicators.reading.tables import Row
from indicators.spelling import folded

_YEAR = re.compile(r"20[0-9]{2}(?=年)")
_OF_A_YEAR = frozenset(("target", "adjusted", "actual", "max_points", "points"))
"""What belongs to one year; the same of another year is no part of the form."""

_ROWS_SEEN = 12


def of_one_year(texts: Sequence[str], meanings: Sequence[str | None]) -> list[str | None]:
    """The meanings of columns, without those of another year than the form is about.

    That is the year of the targets, the first if they have several; or else the last one named.
    """
    of = [(means, _year(text, means)) for text, means in zip(texts, meanings, strict=True)]
    targets = [year for means, year in of if year and means == "target"]
    due = min(targets, default="") or max((year for _, year in of), default="")
    return [means if year in ("", due) else None for means, year in of]


def _year(text: str, means: str | None) -> str:
    found = _YEAR.search(folded(text)) if means in _OF_A_YEAR else None
    return found[0] if found else ""


def likely_target(
    meanings: Sequence[str | None], columns: Sequence[int], below: Sequence[Row]
) -> int | None:
    """Which of the columns with these meanings is likely to hold the targets, if none says so: an
    unknown one right of the names, with a number in it.
    """
    at = meanings.index("name") + 1 if "name" in meanings else len(meanings)
    if at >= len(meanings) or meanings[at] is not None:
        return None
    cells = (row.at(columns[at]) for row in below[:_ROWS_SEEN])
    is_filled = any(cell and any(map(str.isdecimal, cell.text)) for cell in cells)
    return at if is_filled else None
