"""The record of one evaluation: result, workings, and all that is needed to compute it again.

Names and telephone numbers of persons stay out: the head of a form is left behind, and with it
whoever filled it in.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from evalengine import settings
from evalengine.normalform import finding_data, plain
from indicators.errors import DocumentError, Problem, Words
from indicators.model import Actuals, Form
from scoring.model import ExecutionScore, ItemScore, ProjectScore

RECORD_SCHEMA = "evalengine/record/1"
RECORDS_SCHEMA = "evalengine/records/1"

_PRIVATE = {"form": {"manager", "fields"}}


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that went into an evaluation: its name (no path) and the SHA-256 of its bytes."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Case:
    """What is judged, and how the user wants it judged.

    `weights` are points a category that take the place of the standard's; `missing` says what
    becomes of an actual that was not given (`refuse`, `zero`, `exclude`).
    """

    form: Form
    actuals: Actuals
    weights: dict[str, Decimal] | None
    missing: str
    inputs: tuple[InputFile, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record as read: the case to judge again, the standard that judged it, and all it says."""

    case: Case
    standard_id: str
    standard_sha256: str
    data: dict[str, Any]
    place: str


def records_data(cases: Sequence[Case], scores: Sequence[ProjectScore]) -> dict[str, Any]:
    """The document that `evalengine score --format json` prints."""
    pairs = zip(cases, scores, strict=True)
    return {"schema": RECORDS_SCHEMA, "records": [record_data(*pair) for pair in pairs]}


def record_data(case: Case, score: ProjectScore) -> dict[str, Any]:
    """The record of one project, in the normal form of the contract."""
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
        "items": [_item_data(item) for item in score.items],
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
        "inputs": [{"file": item.file, "sha256": item.sha256} for item in case.inputs],
        "engine": settings.engine(),
        "case": _case_data(case),
    }


def _item_data(item: ItemScore) -> dict[str, Any]:
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
        "points": plain(item.points),
        "low": plain(working.low),
        "high": plain(working.high),
        "declared_points": plain(item.declared_points),
        "achievement": working.achievement,
        "rule": working.rule,
        "method": working.method,
        "met": working.met,
        "working": working.formula,
        "why": working.words.zh,
        "cite": working.cite,
        "verified": working.verified,
        "notes": plain(working.notes),
        "deviation_reason": item.deviation_reason,
        "evidence": item.evidence,
        "place": item.place,
    }


def _execution_data(execution: ExecutionScore) -> dict[str, Any]:
    working = execution.working
    return {
        "budget": plain(execution.budget),
        "executed": plain(execution.executed),
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
    """The case without what names persons; defaults are left out, they come back by themselves."""
    data: dict[str, Any] = TypeAdapter(Case).dump_python(
        case, mode="json", exclude=_PRIVATE, exclude_defaults=True
    )
    del data["inputs"]
    return data


def read_records(path: Path) -> tuple[Recorded, ...]:
    """The records in a file that `score` wrote: one record, or a document with several.

    Raises:
        DocumentError: if the file is no record of ours, or what it says cannot be judged again.
    """
    document = _read_json(path)
    records = document.get("records", [document])
    if not isinstance(records, list) or not all(_is_record(record) for record in records):
        raise DocumentError.at(
            str(path),
            "不是评价记录。请给出 evalengine score --format json 或 -o 文件.json 写出的文件。",
            "not an evaluation record; give a file written by evalengine score --format json "
            "or -o FILE.json.",
        )
    return tuple(_recorded(record, f"{path}#{i}") for i, record in enumerate(records, 1))


def _read_json(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DocumentError.at(
            str(path), "不是合法的 JSON 记录。", "not a record in valid JSON."
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise DocumentError.at(
            str(path), f"记录无法读取（{reason}）。", f"cannot read the record ({reason})."
        ) from error
    return document if isinstance(document, dict) else {}


def _is_record(record: Any) -> bool:
    return isinstance(record, dict) and record.get("schema") == RECORD_SCHEMA


def _recorded(record: dict[str, Any], place: str) -> Recorded:
    try:
        case = {**record["case"], "inputs": record["inputs"]}
        case["form"] = {**case["form"], "manager": None}
        standard = record["standard"]
        return Recorded(
            case=TypeAdapter(Case).validate_python(case),
            standard_id=str(standard["id"]),
            standard_sha256=str(standard["sha256"]),
            data=record,
            place=place,
        )
    except ValidationError as error:
        raise DocumentError([_problem(place, detail["loc"]) for detail in error.errors()]) from error
    except (KeyError, TypeError) as error:
        raise DocumentError([_problem(place, (str(error).strip("'"),))]) from error


def _problem(place: str, location: tuple[int | str, ...]) -> Problem:
    key = ".".join(str(part) for part in location)
    return Problem(
        place,
        Words(
            f"记录里的 {key} 缺失或不合要求，无法重新计算；请用原始的记录文件。",
            f"{key} is missing or wrong in the record, which cannot be computed again; "
            "use the record as it was written.",
        ),
    )
