"""Settles what headings leave open: columns of several years, and a target that none names."""

import re
from collections.abc import Sequence

from indicators.reading.tables import Row
from indicators.spelling import folded

_YEAR = re.compile(r"20[0-9]{2}(?=年)")
_OF_A_YEAR = frozenset(("target", "adjusted", "actual", "max_points", "points"))
"""What belongs to one year; the same of another year is no part of the form."""

_ROWS_SEEN = 12

_UNCHANGED = re.compile(
    r"[-—–/\\]+|无|不适用|不涉及|[未无不没]有?(?:作|做|进行|需|需要)?(?:调整|变化|变动|变更|变|改变)|"
    r"(?:保持|维持)不变|同[左上前]|(?:同|与|按)(?:年初|原|调整前).{0,8}"
)
"""What stands, folded, in the column of targets after changes, where the target was not changed."""

_CHANGE = re.compile(r"调整(?!前)")

_NO_TARGETS = re.compile(
    r"编码|代码|编号|序|单价|公式|预算|金额|资金|依据|来源|实际|分|基期|上年|历史|往年|去年"
)
"""What the heading of a column says that holds no targets."""

_TARGETS = re.compile(r"目标|[指标预计设定准]值|标准|要求|水平|任务|计划")
"""What the heading of a column may say that holds targets."""


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


def is_change(heading: str) -> bool:
    """Whether a part of the heading of targets is that of those after changes: `年中调整`."""
    return _CHANGE.search(folded(heading)) is not None


def says_unchanged(text: str) -> bool:
    """Whether the cell of a target after changes says that there was no change: `/`, `未调整`."""
    return bool(_UNCHANGED.fullmatch(folded(text).rstrip("。.;")))


def likely_target(
    headings: Sequence[tuple[str, int]], meanings: Sequence[str | None], below: Sequence[Row]
) -> int | None:
    """Which of the columns is likely to hold the targets, if none says so: an unknown one with a
    number in it, right of the names, whose heading speaks of targets, or else right beside them.

    `headings` are the texts with their columns, `meanings` what is known of them.
    """
    if "name" not in meanings:
        return None
    beside = meanings.index("name") + 1
    open_ = [
        at
        for at in range(beside, len(meanings))
        if meanings[at] is None and not _NO_TARGETS.search(folded(headings[at][0]))
    ]
    telling = [at for at in open_ if _TARGETS.search(folded(headings[at][0]))]
    likely = (*telling, *(at for at in open_ if at == beside))
    return next((at for at in likely if _has_number(headings[at][1], below)), None)


def _has_number(column: int, below: Sequence[Row]) -> bool:
    cells = (row.at(column) for row in below[:_ROWS_SEEN])
    return any(cell and any(map(str.isdecimal, cell.text)) for cell in cells)
