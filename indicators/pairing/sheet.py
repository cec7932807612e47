"""What the fill-in workbook looks like: one description, used to write it and to read it back.

A sheet carries its own identity in two hidden rows and two hidden columns, so that sheets filled
in by several people can be gathered in one workbook, and rows may be sorted:

    A1  evalengine/actuals/1 | form id | SHA-256 of the declaration | its file name
    A2  the key of every column (`Column`)
    A…  the id of the row's promise (`3.1`), or of one of the `HEAD_ROWS`
    B…  the fingerprint of the promise
"""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from indicators.model import Indicator, Kind, Target

SCHEMA = "evalengine/actuals/1"
"""The marker of a fill-in sheet, with the version of its layout."""

CONTENTS = "evalengine/contents/1"
"""The marker of the first sheet, whose hidden column lists the forms of the workbook."""

ANNUAL = "budget.annual"
EXECUTED = "budget.executed"
GOAL = "goal"
HEAD_ROWS = {ANNUAL: "全年预算数", EXECUTED: "全年执行数", GOAL: "年度总体目标完成情况"}
"""Rows that answer for the whole project, not for one promise: id and name."""


FURNITURE = "-"
"""The id of rows that hold no answer: title, names, headings."""


class Column(StrEnum):
    """The columns of a fill-in sheet, in their order; the values stand in the hidden row."""

    ID = "id"
    MARK = "mark"
    NUMBER = "number"
    LEVEL1 = "level1"
    LEVEL2 = "level2"
    TEXT = "text"
    PROMISE = "promise"
    UNIT = "unit"
    ACTUAL = "actual"
    SHARE = "share"
    REASON = "reason"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was filled in for one row, as text. Empty: nothing was filled in."""

    actual: str = ""
    share: str = ""
    reason: str = ""
    evidence: str = ""


def promise(row: Indicator, target: Target) -> str:
    """The promise in words, as it stands beside the cell to fill: `年故障累计时间 <48小时`.

    A promise without a number has the name of its row and its own text; nothing where the row has
    no name, since its text stands beside it anyway.
    """
    if not target.phrase:
        return " ".join(f"{row.name} {row.target_text}".split()) if row.name else ""
    parts = (target.measure or row.name or "", target.phrase)
    return " ".join(part for part in parts if part)


def promise_in_full(row: Indicator, target: Target) -> str:
    """The promise in words for a message: in short where it has a number, else its text."""
    words = promise(row, target) or " ".join(row.target_text.split())
    return words if len(words) <= 40 else words[:39] + "…"


def is_judged(target: Target) -> bool:
    """Whether the promise is answered by a judgement (达成, 部分达成, 未达成), not by a figure."""
    return target.kind in (Kind.QUALITATIVE, Kind.REFERENCE)


def takes_share(target: Target) -> bool:
    """Whether a share of the points may be claimed: for a judgement, and for a missed date."""
    is_dated = target.kind is Kind.DEADLINE and target.date is not None
    return is_judged(target) or is_dated


def fingerprint(row: Indicator, item: str, target: Target) -> str:
    """A short digest of the promise: another one means that the declaration has changed."""
    text = squeeze(f"{row.name or ''}{row.target_text}")
    parts = (item, row.level1, row.level2, text, target.kind, target.phrase)
    return sha256("|".join(parts).encode("utf-8")).hexdigest()[:12]


def squeeze(text: str) -> str:
    """`text` without any white space: programs change line ends and spaces when saving."""
    return "".join(text.split())
