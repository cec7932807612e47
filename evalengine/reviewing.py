"""The review workbook: what it looks like, and how a reviewer's decisions are read back from it.

Its sheets of rows and of findings carry their identity in a hidden first row and two hidden
columns, so that rows may be sorted and filtered:

    A1  evalengine/review/1, and the key of every other column in its row
    A…  whose decision it is: `form/row number`, or `form/#n` for the n-th finding on the form
    B…  the fingerprint of what was decided upon
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from evalengine.rechecking import Rechecked, RecheckedForm
from evalengine.record import InputFile
from indicators.errors import ActualsError, Problem, Words
from indicators.grammar import read_number
from indicators.model import Finding
from indicators.places import Place
from indicators.reading.frames import letters_of
from indicators.reading.workbook import Sheet, read_sheets
from scoring.recheck.decisions import RULINGS, Decision, Ruling, faults
from scoring.recheck.model import RowCheck

MARKER = "evalengine/review/1"


HEADING = "-"
"""The key of the row of headings."""


class Column(StrEnum):
    """The columns of the workbook that are read back; the values stand in the hidden row."""

    KEY = MARKER
    MARK = "mark"
    RULING = "ruling"
    POINTS = "points"
    REASON = "reason"
    BY = "by"
    ON = "on"


_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?")


def row_key(form: RecheckedForm, row: RowCheck) -> str:
    """Whose decision it is: a row of a form, by its number."""
    return f"{form.form.id}/{row.number}"


def finding_key(form: RecheckedForm, at: int) -> str:
    """Whose decision it is: the finding at that place among those on the whole form."""
    return f"{form.form.id}/#{at}"


def row_mark(row: RowCheck) -> str:
    """A short digest of what is decided upon: another one means that the form has changed."""
    indicator = row.row.indicator
    parts = (indicator.target_text, indicator.actual_text, indicator.max_points, row.declared)
    return _digest(*parts, row.computed, row.verdict)


def finding_mark(finding: Finding) -> str:
    """The same for a finding."""
    return _digest(finding.check, finding.words.zh)


def _digest(*parts: object) -> str:
    return sha256("|".join(map(str, parts)).encode("utf-8")).hexdigest()[:12]


@dataclass(slots=True)
class _Decided:
    """What was read so far: decisions by key, and everything that is wrong."""

    rows: dict[str, tuple[RecheckedForm, RowCheck]]
    findings: dict[str, tuple[RecheckedForm, Finding]]
    decisions: dict[str, Decision] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def with_decisions(rechecked: Rechecked, path: Path) -> Rechecked:
    """The re-check with the decisions that stand in the review workbook at `path`.

    Raises:
        DocumentError: if the file cannot be read as a workbook.
        ActualsError: if it is no review workbook, or is one of other forms; or with everything
            that is wrong in the decisions.
    """
    found = _Decided(
        {row_key(form, row): (form, row) for form, row in rechecked.rows},
        {
            finding_key(form, at): (form, finding)
            for form in rechecked.forms
            for at, finding in enumerate(form.check.findings)
        },
    )
    sheets = [sheet for sheet in read_sheets(path) if _is_ours(sheet)]
    if not sheets:
        raise ActualsError.at(
            str(path),
            "这不是复核表；请用 evalengine recheck 自评表 -o 复核表.xlsx 写出一份再填。",
            "this is no review workbook; write one with `evalengine recheck FORM -o review.xlsx`.",
        )
    for sheet in sheets:
        _read(sheet, str(path), found)
    if found.problems:
        raise ActualsError(found.problems)
    forms = tuple(_decided(form, found.decisions) for form in rechecked.forms)
    return replace(rechecked, forms=forms, inputs=(*rechecked.inputs, InputFile.of(path)))


def _decided(form: RecheckedForm, decisions: dict[str, Decision]) -> RecheckedForm:
    by_row = {row.number: decisions.get(row_key(form, row)) for row in form.check.rows}
    count = len(form.check.findings)
    by_finding = {at: decisions.get(finding_key(form, at)) for at in range(count)}
    return replace(
        form,
        decisions={number: each for number, each in by_row.items() if each is not None},
        opinions={at: each for at, each in by_finding.items() if each is not None},
    )


def _is_ours(sheet: Sheet) -> bool:
    return bool(sheet.rows) and bool(sheet.rows[0]) and sheet.rows[0][0].strip() == MARKER


def _read(sheet: Sheet, file: str, found: _Decided) -> None:
    """The decisions of one sheet."""
    columns = {key.strip(): at for at, key in enumerate(sheet.rows[0]) if key.strip()}
    for number, cells in enumerate(sheet.rows[1:], 2):
        said = {key: cells[at].strip() for key, at in columns.items() if at < len(cells)}
        if said.get(Column.KEY) == HEADING or not any(
            said.get(each) for each in (Column.RULING, Column.POINTS, Column.REASON)
        ):
            continue
        places = {
            Column(key): str(Place(file, part=sheet.name, cell=f"{letters_of(at)}{number}"))
            for key, at in columns.items()
            if key in set(Column)
        }
        found.problems += _entered(said, places, found)


def _entered(said: dict[str, str], places: dict[Column, str], found: _Decided) -> Iterator[Problem]:
    """Enter one decision; yields what is wrong with it, each at its cell."""
    place = places.get(Column.RULING, places[Column.KEY])
    key = said.get(Column.KEY, "")
    of_row, of_finding = found.rows.get(key), found.findings.get(key)
    row = of_row[1] if of_row else None
    if of_row is None and of_finding is None:
        yield Problem(place, _STRANGER)
        return
    mark = row_mark(row) if row else finding_mark(of_finding[1]) if of_finding else ""
    if mark != said.get(Column.MARK):
        yield Problem(place, _CHANGED)
        return
    decision = _decision(said)
    if isinstance(decision, _Unread):
        yield Problem(places.get(decision.column, place), decision.words)
        return
    found.decisions[key] = decision
    for about, words in faults(decision, row):
        yield Problem(places.get(Column(about), place), Words(f"{words.zh}。", f"{words.en}."))


class _Unread(NamedTuple):
    column: Column
    words: Words


def _decision(said: dict[str, str]) -> Decision | _Unread:
    """The decision that stands in a row, or why it is none."""
    ruling = _ruling(said.get(Column.RULING, ""))
    if ruling is None:
        choices = "、".join(words.zh for words in RULINGS.values())
        words = Words(f"处理意见应为：{choices}。", "the decision is accept, correct or reject.")
        return _Unread(Column.RULING, words)
    on = _date(said.get(Column.ON, ""))
    if on is None:
        words = Words(
            "没有写日期，或看不懂；请写成 2026-01-31。",
            "the date is missing or unclear: 2026-01-31.",
        )
        return _Unread(Column.ON, words)
    written = said.get(Column.POINTS, "")
    points = read_number(written) if written else None
    if written and points is None:
        words = Words(f"复核得分“{written}”不是数字。", f"'{written}' is no number of points.")
        return _Unread(Column.POINTS, words)
    return Decision(ruling, said.get(Column.BY, ""), on, said.get(Column.REASON, ""), points)


def _ruling(text: str) -> Ruling | None:
    return next((each for each, words in RULINGS.items() if text in (*words, each.value)), None)


def _date(text: str) -> dt.date | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = map(int, match.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


_STRANGER = Words(
    "这一行不属于正在复核的自评表；请换用对应的复核表，或重新写出。",
    "this row belongs to none of the forms being re-checked; use their own review workbook.",
)
_CHANGED = Words(
    "写出复核表以后，自评表的这一行变了；请重新写出复核表，再填意见。",
    "the form has changed here since the workbook was written; write the workbook anew.",
)
