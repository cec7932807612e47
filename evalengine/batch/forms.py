"""Judges single projects of a table as forms: the way that knows every case, row by row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import scoring
from evalengine.batch.findings import ids, is_of_money
from evalengine.batch.rules import Rules
from evalengine.record import Case, Evaluation
from indicators.bulk.texts import Ints, Texts
from indicators.errors import ActualsError, EvalengineError, Problem
from indicators.model import Finding, Form
from indicators.pairing.facts import questioned
from indicators.pairing.own import pair_own
from indicators.places import Place
from indicators.reading.document import Document
from indicators.reading.longforms import LongHeader, read_long_table
from indicators.reading.tables import Cell, Grid
from scoring.items import ASIDE
from scoring.model import ItemScore, ProjectScore
from scoring.rounding import to_cents
from scoring.weights import EXECUTION


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one project as text: the columns by what they mean, the number of each row.

    `names` are the columns as the table names them, `file` is the table.
    """

    file: str
    names: dict[str, str]
    rows: Sequence[tuple[int, dict[str, str]]]


def sheet_of(
    said: Mapping[str, Texts],
    own: Iterable[int],
    numbers: Ints,
    *,
    names: dict[str, str],
    file: str,
) -> Sheet:
    """The sheet of a project, whose `own` rows these are of the columns."""
    rows = [
        (int(numbers[at]), {what: texts.text(at) for what, texts in said.items()}) for at in own
    ]
    return Sheet(file, names, rows)


class RowScore(NamedTuple):
    """What a row has: points and points that can be had, in cents; `reason` if it is set aside;
    the ids of its findings.
    """

    points: int
    max_points: int
    method: str
    rule: str
    met: bool | None
    reason: str | None
    findings: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A project judged as a form: its rows by their numbers, or what is in the way."""

    evaluation: Evaluation | None
    rows: dict[int, RowScore]
    problems: tuple[Problem, ...] = ()

    @property
    def findings(self) -> list[str]:
        """What is asked about its money."""
        found = self.score.findings if self.score else ()
        return [finding.words.zh for finding in found if is_of_money(finding)]

    @property
    def score(self) -> ProjectScore | None:
        """Its score, if it has one."""
        return self.evaluation.score if self.evaluation else None


def judge_sheet(sheet: Sheet, rules: Rules) -> Judged:
    """Judge one project as `evalengine score` judges the form that its rows make."""
    try:
        form = _form(sheet, rules)
        paired = questioned(pair_own([form], vocabulary=rules.reader.vocabulary), [form])
        if paired.problems:
            raise ActualsError(paired.problems)
        actuals = paired.actuals[form.id]
        doubts = paired.doubts.get(form.id, ())
        form = replace(form, findings=(*form.findings, *doubts))
        score = scoring.score(form, actuals, rules.standard, missing=rules.missing)
    except EvalengineError as error:
        return Judged(None, {}, error.problems)
    case = Case(form, actuals, None, rules.missing, (), rules.text)
    of_checks = score.findings[len(form.findings) :]
    asked = [*doubts, *(finding for finding in of_checks if not is_of_money(finding))]
    return Judged(Evaluation(case, score), _rows(sheet, form, score, asked))


def place_of(sheet: Sheet, row: int) -> str:
    """How a row of a table is named in messages."""
    return str(Place(sheet.file, line=row))


def _form(sheet: Sheet, rules: Rules) -> Form:
    columns = {meaning: at for at, meaning in enumerate(sheet.names)}
    header = LongHeader(0, columns, sheet.names, ())
    lines = [(0, sheet.names), *sheet.rows]
    cells = tuple(
        Cell(said.get(meaning, ""), at, column, Place(sheet.file, line=number))
        for at, (number, said) in enumerate(lines)
        for meaning, column in columns.items()
    )
    document = Document(sheet.file, b"")
    (form,) = read_long_table(Grid(cells), header, document, lexicon=rules.lexicon)
    return form


def _rows(
    sheet: Sheet, form: Form, score: ProjectScore, asked: Sequence[Finding]
) -> dict[int, RowScore]:
    numbers = {place_of(sheet, number): number for number, _ in sheet.rows}
    findings: dict[str, list[Finding]] = {}
    for finding in asked:
        findings.setdefault(finding.place, []).append(finding)
    by_row: dict[int, list[ItemScore]] = {}
    for item in score.items:
        by_row.setdefault(numbers[item.place], []).append(item)
    found = {
        number: _together(items)._replace(findings=ids(findings.get(items[0].place, ())))
        for number, items in by_row.items()
    }
    told = {row.place for row in form.indicators}
    for number, said in sheet.rows:
        is_item = said.get("target") or said.get("name")
        if is_item and place_of(sheet, number) not in told and score.execution:
            working = score.execution.working
            most = to_cents(score.execution.max_points)
            points = to_cents(working.points)
            found[number] = RowScore(points, most, working.method, EXECUTION, working.met, None)
    return found


def _together(items: Sequence[ItemScore]) -> RowScore:
    """The promises of one row as one; methods and rules that differ are all named."""
    workings = [item.working for item in items]
    rules = list(dict.fromkeys(working.rule for working in workings))
    met = [working.met for working in workings if working.met is not None]
    return RowScore(
        sum(to_cents(item.points) for item in items),
        sum(to_cents(item.max_points) for item in items),
        ";".join(dict.fromkeys(working.method for working in workings)),
        ";".join(rules),
        all(met) if met else None,
        rules[0] if len(rules) == 1 and rules[0] in ASIDE else None,
    )
