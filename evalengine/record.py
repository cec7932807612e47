"""The record of one evaluation: result, workings, and all that is needed to compute it again.

Names and telephone numbers of persons stay out: the head of a form is left behind, and with it
whoever filled it in.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any

from evalengine import settings
from evalengine.normalform import cents, finding_data, plain
from indicators.errors import Words
from indicators.model import Actuals, Budget, BudgetPart, Declared, Form, Indicator
from scoring.model import ExecutionScore, ItemScore, Missing, ProjectScore, Step

RECORD_SCHEMA = "evalengine/record/1"
RECORDS_SCHEMA = "evalengine/records/1"

PRIVATE = ("manager", "fields")
"""What a form says about persons."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that went into an evaluation: its name (no path) and the SHA-256 of its bytes."""

    file: str
    sha256: str

    @classmethod
    def of(cls, path: Path) -> "InputFile":
        """The file at `path`, which has been read before."""
        return cls(path.name, sha256(path.read_bytes()).hexdigest())


@dataclass(frozen=True, slots=True)
class Case:
    """What is judged, and how the user wants it judged.

    `weights` are points a category that take the place of the standard's; `missing` says what
    becomes of an actual that was not given (`refuse`, `zero`, `exclude`); `rules` is the text of
    the standard's file, where it is not one that comes with the engine.
    """

    form: Form
    actuals: Actuals
    weights: dict[str, Decimal] | None
    missing: Missing
    inputs: tuple[InputFile, ...]
    rules: str = ""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One project judged: the case and its score."""

    case: Case
    score: ProjectScore


def records_data(evaluations: Sequence[Evaluation]) -> dict[str, Any]:
    """The document that `evalengine score --format json` prints."""
    return {"schema": RECORDS_SCHEMA, "records": [record_data(each) for each in evaluations]}


def record_data(evaluation: Evaluation) -> dict[str, Any]:
    """The record of one project, in the normal form of the contract."""
    case, score = evaluation.case, evaluation.score
    return {
        "schema": RECORD_SCHEMA,
        "status": score.status,
        "form_id": score.form_id,
        "project": score.project,
        "department": score.department,
        "year": score.year,
        "standard": {
            "id": score.standard.id,
            "title": score.standard.title,
            "sha256": score.standard.sha256,
        },
        "items": [item_data(item) for item in score.items],
        "subtotals": {part.category: plain(part.points) for part in score.subtotals},
        "execution": _execution_data(score.execution) if score.execution else None,
        "total": plain(score.total),
        "grade": score.grade.title,
        "grade_name": score.grade.name,
        "margin": {
            "to_lower_grade": plain(score.margin.to_lower_grade),
            "to_higher_grade": plain(score.margin.to_higher_grade),
        },
        "findings": [finding_data(finding) for finding in score.findings],
        "notes": plain(score.notes),
        "steps": [_step_data(step) for step in score.steps],
        "inputs": [{"file": item.file, "sha256": item.sha256} for item in case.inputs],
        "engine": settings.engine(),
        "case": _case_data(case),
    }


def item_data(item: ItemScore) -> dict[str, Any]:
    """One item of a record."""
    working = item.working
    return {
        "id": item.id,
        "category": item.category,
        "level1": item.level1,
        "level2": item.level2,
        "indicator": item.indicator,
        "measure": item.measure,
        "target": item.target,
        "actual": item.actual,
        "max_points": plain(item.max_points),
        "share": plain(item.share),
        "inputs": dict(item.inputs),
        "points": plain(item.points),
        "low": plain(working.low),
        "high": plain(working.high),
        "declared_points": cents(item.declared_points),
        "achievement": working.achievement,
        "rule": working.rule,
        "method": working.method,
        "met": working.met,
        "working": working.formula,
        "why": working.words.zh,
        "passed_over": [{"rule": rule, "why": words.zh} for rule, words in working.passed_over],
        "cite": working.cite,
        "verified": working.verified,
        "notes": plain(working.notes),
        "deviation_reason": item.deviation_reason,
        "evidence": item.evidence,
        "place": item.place,
    }


def _step_data(step: Step) -> dict[str, Any]:
    return {
        "step": step.name,
        "words": step.words.zh,
        "cite": step.cite,
        "verified": step.verified,
    }


def _execution_data(execution: ExecutionScore) -> dict[str, Any]:
    working = execution.working
    return {
        "budget": cents(execution.budget),
        "executed": cents(execution.executed),
        "unit": execution.unit,
        "rate": execution.rate,
        "max_points": plain(execution.max_points),
        "points": plain(working.points),
        "working": working.formula,
        "why": working.words.zh,
        "cite": working.cite,
        "verified": working.verified,
        "notes": plain(working.notes),
    }


def _case_data(case: Case) -> dict[str, Any]:
    """The case without what names persons, and without the inputs, which stand beside it."""
    data: dict[str, Any] = _dumped(case)
    del data["inputs"]
    for name in PRIVATE:
        data["form"].pop(name, None)
    return data


_OF_CENTS = (Actuals, Budget, BudgetPart, Declared, Indicator)
"""Whose own numbers are amounts of money, or points."""


def _dumped(value: Any) -> Any:
    """A value of the model as JSON, from which `recorded` makes the same value again.

    Defaults are left out; they come back by themselves. Amounts and points have the digits of
    hundredths: a spreadsheet has 125 where a text has 125.00, and both give the same record.
    """
    if is_dataclass(value):
        pairs = ((field, getattr(value, field.name)) for field in fields(value))
        given = {field.name: found for field, found in pairs if found != _default(field)}
        is_of_cents = isinstance(value, _OF_CENTS)
        return {
            name: cents(found) if is_of_cents and isinstance(found, Decimal) else _dumped(found)
            for name, found in given.items()
        }
    if isinstance(value, Words):
        return list(value)
    if isinstance(value, (tuple, list)):
        return [_dumped(item) for item in value]
    if isinstance(value, dict):
        return {key: _dumped(item) for key, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _default(field: "Field[Any]") -> Any:
    """The default of a field; where it has none, something that equals no value."""
    return MISSING if field.default is MISSING else field.default
