"""A part of a long table → its projects, each re-checked as the form that its rows make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pyarrow as pa

from evalengine.bulk.memory import KnownRow, RowMemory, placed
from evalengine.rechecking import faults_of, money_of_form, whole_form
from indicators.bulk.texts import Texts, starts
from indicators.errors import EvalengineError, Problem
from indicators.model import Form
from indicators.places import Place
from indicators.reading.document import Document
from indicators.reading.longforms import LongHeader, LongProject, form_of, money_of
from scoring.recheck import load_rules
from scoring.recheck.forms import recheck_row, recheck_whole
from scoring.recheck.model import FormCheck, RowCheck


@dataclass(frozen=True, slots=True)
class ProjectCheck:
    """A project re-checked: `first` is the number of its first row, from 1 in the whole table.

    `rows` are the numbers of the rows of its indicators and `templates` their verdicts as
    remembered: those that say the same are one. Without a `check`, `problems` say why.
    """

    first: int
    form: Form
    check: FormCheck | None
    rows: tuple[int, ...] = ()
    templates: tuple[RowCheck, ...] = ()
    problems: tuple[Problem, ...] = ()


def check_part(
    table: pa.Table, columns: dict[str, str], memory: RowMemory, *, row: int = 0, file: str = ""
) -> Iterator[ProjectCheck]:
    """Re-check the projects of a part.

    Args:
        table: the rows of whole projects.
        columns: which column means what.
        memory: reads and judges rows.
        row: the place of the first row in the whole table, from 0.
        file: the table's name, for places.
    """
    header = LongHeader(0, {what: at for at, what in enumerate(columns)}, columns, ())
    document = Document(file, b"")
    for number, project in _projects(table, columns, row, file):
        if project.rows:
            yield _checked(project, number, header, document, memory)


def _projects(
    table: pa.Table, columns: dict[str, str], row: int, file: str
) -> Iterator[tuple[int, LongProject]]:
    """The projects with the numbers of their first rows; rows without an indicator are left out."""
    said = {what: Texts.of(table[name]) for what, name in columns.items()}
    every = np.arange(table.num_rows)
    texts = [column.take(every) for column in said.values()]
    firsts, _ = starts(said)
    bounds = [*firsts.tolist(), table.num_rows]
    rows = zip(*texts, strict=True)
    for first, end in pairwise(bounds):
        project = LongProject(Place(file, line=row + first + 1))
        for at in range(first, end):
            own = dict(zip(said, next(rows), strict=True))
            place = Place(file, line=row + at + 1)
            is_indicator = own.get("target") or own.get("name")
            if is_indicator or own.get("project_id") or own.get("project"):
                project.hear(own, {}, place)
            if is_indicator:
                project.take(own, {}, place, ())
        yield row + first + 1, project


def _checked(
    project: LongProject, first: int, header: LongHeader, document: Document, memory: RowMemory
) -> ProjectCheck:
    money, year = money_of(project, header), project.year
    known = [memory.row(row, year, money[0]) for row in project.rows]
    reads = [each.read for each in known]
    form = form_of(project, reads, money, header, document, is_first=first == 1)
    if problems := faults_of(form):
        return ProjectCheck(first, form, None, problems=tuple(problems))
    rows = [
        (row.place.line or 0, each)
        for row, each in zip(project.rows, known, strict=True)
        if each.read.indicator
    ]
    try:
        return _rechecked(form, rows, first, memory)
    except EvalengineError as error:
        return ProjectCheck(first, form, None, problems=error.problems)


def _rechecked(
    form: Form, rows: Sequence[tuple[int, KnownRow]], first: int, memory: RowMemory
) -> ProjectCheck:
    """The verdicts on a form, those on its indicators from memory.

    Raises:
        StandardError: if no standard, or several, fit the form.
    """
    standard, _ = memory.standards.of(form)
    rules = load_rules()
    templates = tuple(memory.check(known, standard) for _, known in rows)
    checks = [placed(*pair) for pair in zip(templates, form.indicators, strict=True)]
    money = money_of_form(form, standard)
    if money is not None:
        rechecker = memory.standards.rechecker(standard)
        checks.insert(0, recheck_row(money, rechecker, rules.checks.of_rows()))
    declared = whole_form(form, [check.row for check in checks])
    check = recheck_whole(declared, tuple(checks), standard, rules)
    return ProjectCheck(first, form, check, tuple(number for number, _ in rows), templates)
