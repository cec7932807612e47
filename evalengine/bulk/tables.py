"""The tables of a re-check in bulk: their columns, and how projects become rows of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import pyarrow as pa

from evalengine.bulk.projects import ProjectCheck
from indicators.model import Actual, Finding, Severity
from scoring.checks.declaration.check import Level
from scoring.comparison.copies import copied_keys, copy_key
from scoring.comparison.tables import fen_of
from scoring.recheck import load_rules
from scoring.recheck.model import FormCheck, RowCheck, Verdict

POINTS = pa.decimal128(14, 4)
_PLACE = Decimal("0.0001")
_TOO_LARGE = Decimal(10**10)

OF_PROJECT = [("project_id", pa.string()), ("project", pa.string())]
SAID = [
    *((name, pa.string()) for name in ("level1", "level2", "category", "indicator", "target")),
    *((name, pa.string()) for name in ("actual", "kind", "direction")),
    *((name, pa.string()) for name in ("target_value", "actual_value")),
    ("max_points", POINTS),
    ("declared_points", POINTS),
    ("computed_points", POINTS),
    *((name, POINTS) for name in ("low", "high", "difference")),
    ("met", pa.bool_()),
    ("verdict", pa.string()),
    *((name, pa.string()) for name in ("explanation", "explanation_en", "cuts", "reason")),
]
"""What a row says and what came of it, wherever it stands."""

ROWS = pa.schema([("row", pa.int64()), *OF_PROJECT, ("number", pa.int32()), *SAID])
FINDINGS = pa.schema(
    [
        *OF_PROJECT,
        *((n, pa.string()) for n in ("place", "check", "severity", "message", "message_en")),
    ]
)
PROJECTS = pa.schema(
    [
        ("row", pa.int64()),
        *OF_PROJECT,
        *((name, pa.string()) for name in ("department", "region")),
        ("year", pa.int32()),
        ("standard", pa.string()),
        ("rows", pa.int32()),
        *((name, POINTS) for name in ("declared_total", "computed_total")),
        *((name, pa.string()) for name in ("declared_from", "declared_grade", "computed_grade")),
        *((name, POINTS) for name in ("unchecked_points", "low", "high")),
        *((name, pa.int64()) for name in ("budget", "executed")),
        *((name, POINTS) for name in ("execution_max", "execution_declared", "execution_points")),
        *((name, pa.string()) for name in ("execution_verdict", "execution_explanation")),
        *((verdict.value, pa.int32()) for verdict in Verdict),
        *((severity.value, pa.int32()) for severity in Severity),
        ("reason", pa.string()),
    ]
)
TEXTS = pa.schema([*OF_PROJECT, ("key", pa.string()), ("hash", pa.string())])
"""What is compared of forms to find copies; only while the walk goes on."""


COPIES = pa.schema(
    [
        ("group", pa.int32()),
        *OF_PROJECT,
        ("similarity", pa.float64()),
        *((name, pa.string()) for name in ("severity", "message", "message_en")),
    ]
)


@dataclass(frozen=True, slots=True)
class PartTables:
    """What a part comes to, a table each."""

    rows: pa.Table
    findings: pa.Table
    projects: pa.Table
    texts: pa.Table


def tables_of(projects: Iterable[ProjectCheck]) -> PartTables:
    """The tables of the projects of a part."""
    gathered = _Gathered()
    for project in projects:
        gathered.take(project)
    return gathered.tables()


@dataclass(slots=True)
class _Gathered:
    """Rows of the tables to be; a verdict that is remembered is written out once."""

    rows: list[tuple[int, str, str, int]] = field(default_factory=list)
    templates: dict[int, tuple[int, RowCheck]] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    findings: list[tuple[Any, ...]] = field(default_factory=list)
    projects: list[tuple[Any, ...]] = field(default_factory=list)
    texts: list[tuple[Any, ...]] = field(default_factory=list)

    def take(self, project: ProjectCheck) -> None:
        """Add a project."""
        form, check = project.form, project.check
        own = form.project_id, form.project or form.title
        if check is None:
            self.projects.append(_unchecked(project, own))
            return
        self.projects.append(_summary(project, check, own))
        for number, (row, template) in enumerate(
            zip(project.rows, project.templates, strict=True), 1
        ):
            self.rows.append((row, *own, number))
            at, _ = self.templates.setdefault(id(template), (len(self.templates), template))
            self.places.append(at)
        self.findings += [_finding(own, found) for found in check.all_findings]
        self.texts.append((*own, *_copy_text(check)))

    def tables(self) -> PartTables:
        """The tables of all that was added."""
        said = _table([_said(each) for _, each in self.templates.values()], pa.schema(SAID))
        rows = _table(self.rows, pa.schema([ROWS.field(name) for name in ROWS.names[:4]]))
        of_rows = said.take(pa.array(self.places, pa.int64()))
        for name in of_rows.column_names:
            rows = rows.append_column(ROWS.field(name), of_rows[name])
        return PartTables(
            rows.cast(ROWS),
            _table(self.findings, FINDINGS),
            _table(self.projects, PROJECTS),
            _table(self.texts, TEXTS),
        )


def _table(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(values, kind.type) for values, kind in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema)


def _said(check: RowCheck) -> tuple[Any, ...]:
    """A row as read, with its verdict, in the order of `SAID`."""
    indicator = check.row.indicator
    values = _values(check)
    return (
        indicator.level1,
        indicator.level2,
        indicator.category,
        indicator.name or indicator.target_text,
        indicator.target_text,
        indicator.actual_text,
        *_kind(check),
        *values,
        _points(indicator.max_points),
        _points(check.declared),
        _points(check.computed),
        _points(check.low),
        _points(check.high),
        _points(check.difference),
        check.met,
        check.verdict.value,
        check.explanation.zh,
        check.explanation.en,
        " ".join(check.cuts) or None,
        indicator.deviation_reason,
    )


def _kind(check: RowCheck) -> tuple[str | None, str | None]:
    """Kind and good side of the promise of a row; of several, of the first."""
    targets = check.row.indicator.targets
    if not targets:
        return None, None
    return targets[0].kind.value, targets[0].direction and targets[0].direction.value


def _values(check: RowCheck) -> tuple[str | None, str | None]:
    """What was promised and what was done in the base unit, where a row has one such promise."""
    targets, facts = check.row.indicator.targets, check.row.facts
    if len(targets) != 1 or not isinstance(facts[0], Actual):
        return None, None
    target, fact = targets[0], facts[0]
    done = fact.canonical if fact.dimension == target.dimension else None
    return _text(target.canonical), _text(done)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _finding(own: tuple[str, str], found: Finding) -> tuple[Any, ...]:
    words = found.words
    return (*own, found.place, found.check, found.severity.value, words.zh, words.en)


def _summary(project: ProjectCheck, check: FormCheck, own: tuple[str, str]) -> tuple[Any, ...]:
    """The bottom line of a project, in the order of `PROJECTS`."""
    form, rows = project.form, check.rows
    severities = [found.severity for found in check.all_findings]
    money = next((row for row in rows if row.row.is_money), None)
    spread = [
        sum((getattr(row, end) or row.counted or Decimal(0) for row in rows), Decimal(0))
        for end in ("low", "high")
    ]
    return (
        *(project.first, *own, form.department, form.region, form.year, check.standard.id),
        len(project.rows),
        _points(check.declared_total),
        _points(check.total) if check.is_computed else None,
        check.declared_from.value,
        check.declared_grade,
        check.grade.title if check.is_computed else None,
        _points(check.unchecked),
        *map(_points, spread),
        *_budget(project),
        *(_points(each) for each in _money_points(money)),
        None if money is None else money.verdict.value,
        None if money is None else money.explanation.zh,
        *(check.verdicts[verdict] for verdict in Verdict),
        *(severities.count(severity) for severity in Severity),
        None,
    )


def _money_points(money: RowCheck | None) -> tuple[Decimal | None, ...]:
    if money is None:
        return None, None, None
    return money.row.indicator.max_points, money.declared, money.computed


def _budget(project: ProjectCheck) -> tuple[int | None, int | None]:
    """The budget of the year and what was spent of it, in fen."""
    budget = project.form.budget
    if budget is None:
        return None, None
    planned = budget.amount if budget.annual is None else budget.annual
    return fen_of(planned, budget.unit), fen_of(budget.executed, budget.unit)


def _unchecked(project: ProjectCheck, own: tuple[str, str]) -> tuple[Any, ...]:
    """A project that could not be re-checked, and why."""
    form = project.form
    known = (project.first, *own, form.department, form.region, form.year)
    words = "；".join(problem.words.zh for problem in project.problems)
    return (*known, *[None] * (len(PROJECTS) - len(known) - 1), words)


def _copy_text(check: FormCheck) -> tuple[str | None, str | None]:
    """What is compared of a form, and a short name of it; nothing of a short one."""
    rule = load_rules().checks.copied_forms
    key = copy_key(rule.text(check.declared))
    if len(key) < rule.least:
        return None, None
    return key, blake2b(key.encode("utf-8", "replace"), digest_size=16).hexdigest()


@lru_cache(100_000)
def _points(points: Decimal | None) -> Decimal | None:
    """Points with four decimals; what no form can mean is left out."""
    if points is None or not points.is_finite() or abs(points) >= _TOO_LARGE:
        return None
    return points.quantize(_PLACE, ROUND_HALF_UP)


def copies_of(hashes: pa.Table, texts_of: Callable[[list[str]], list[str]], file: str) -> pa.Table:
    """The groups of projects whose forms are nearly the same, a row a project.

    Args:
        hashes: the projects with short names of their texts (`TEXTS` without the texts).
        texts_of: gives the texts that short names stand for.
        file: the table's name.
    """
    rule = load_rules().checks.copied_forms
    ids, names = (hashes[name].to_pylist() for name in ("project_id", "project"))
    rows: list[tuple[Any, ...]] = []
    if rule.severity is not Level.OFF:
        groups = copied_keys(
            hashes["hash"].to_pylist(),
            least_similarity=float(rule.similarity),
            most=rule.most,
            texts_of=texts_of,
        )
        for number, group in enumerate(groups, 1):
            words = rule.about([names[at] for at in group.members], [file], group.similarity).words
            rows += [
                (number, ids[at], names[at], group.similarity, rule.severity.value, *words)
                for at in group.members
            ]
    return _table(rows, COPIES)
