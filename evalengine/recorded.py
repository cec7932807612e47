"""Reads a record back: the case to judge again, and what the record says came of it."""

import codecs
import json
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from evalengine.record import RECORD_SCHEMA, RECORDS_SCHEMA, Case
from indicators.errors import DocumentError, Problem, Words
from indicators.foreign import reason_of

MAX_BYTES = 200_000_000
"""A file beyond this size is no record; refused before it is read."""


STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A record as read: the case to judge again, the standard that judged it, and all it says."""

    case: Case
    standard_id: str
    standard_sha256: str
    data: dict[str, Any]
    place: str


def read_records(path: Path) -> tuple[Recorded, ...]:
    """The records in a file that `score` wrote: one record, or a document with several.

    The path `-` is standard input.

    Raises:
        DocumentError: if the file is no record of ours, or what it says cannot be judged again.
    """
    document = _read_json(path)
    _check_schema(document, path)
    records = document.get("records", [document])
    if not isinstance(records, list) or not records or not all(map(_is_record, records)):
        raise DocumentError.at(
            str(path),
            "不是评价记录。请给出 evalengine score --format json 或 -o 文件.json 写出的文件。",
            "not an evaluation record; give a file written by evalengine score --format json "
            "or -o FILE.json.",
        )
    return tuple(_recorded(record, f"{path}#{i}") for i, record in enumerate(records, 1))


def may_be_record(path: Path) -> bool:
    """Whether a file begins like a record; standard input, and what cannot be read, may be one."""
    if str(path) == STANDARD_INPUT or not path.is_file():
        return True
    try:
        with path.open("rb") as file:
            return _begins_like_json(file.read(64))
    except OSError:
        return True


def _begins_like_json(data: bytes) -> bool:
    return data.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"{", b"[")


def _check_schema(document: dict[str, Any], path: Path) -> None:
    """Refuse a record of another version: what it says may mean something else."""
    schemas = [document.get("schema")]
    if isinstance(document.get("records"), list):
        schemas += [each.get("schema") for each in document["records"] if isinstance(each, dict)]
    known = (RECORD_SCHEMA, RECORDS_SCHEMA)
    kinds = tuple(schema.rpartition("/")[0] for schema in known)
    for schema in schemas:
        if isinstance(schema, str) and schema not in known and schema.startswith(kinds):
            raise DocumentError.at(
                str(path),
                f"记录的版式 schema 是“{schema}”，本版本只认识 {'、'.join(known)}；"
                "请用写出它的版本，或重新计分。",
                f"its schema is '{schema}', this version knows {' and '.join(known)} only; use "
                "the version that wrote it, or score again.",
            )


def _read_json(path: Path) -> dict[str, Any]:
    try:
        data = _read(path)
        if data.strip() and not _begins_like_json(data):
            raise _no_record(path)
        document = json.loads(data.decode("utf-8-sig"), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise DocumentError.at(
            str(path),
            "不是合法的 JSON 记录；请给出 evalengine score 写出的 .json 文件。",
            "not a record in valid JSON; give a .json file written by evalengine score.",
        ) from error
    except OSError as error:
        reason = reason_of(error)
        raise DocumentError.at(
            str(path),
            f"记录无法读取（{reason.zh}），请检查路径。",
            f"cannot read the record ({reason.en}); check the path.",
        ) from error
    return document if isinstance(document, dict) else {}


def _no_record(path: Path) -> DocumentError:
    return DocumentError.at(
        str(path),
        "这不是评价记录，像是别的文件；请先计分：evalengine score 文件 -o 记录.json，"
        "再给出这个记录。",
        "this is no record but some other file; score it first: evalengine score FILE -o "
        "record.json, and give that record.",
    )


def _read(path: Path) -> bytes:
    """The bytes of the file at `path` (`-`: standard input)."""
    if str(path) == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise DocumentError.at(
            str(path),
            f"文件超过 {MAX_BYTES:,} 字节，这不是评价记录。",
            f"a file of more than {MAX_BYTES:,} bytes: this is no evaluation record.",
        )
    return data


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
        raise DocumentError(
            [_problem(place, detail["loc"]) for detail in error.errors()]
        ) from error
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
