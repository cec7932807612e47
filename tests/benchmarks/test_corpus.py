"""The annotated corpus is well formed: every field known, every third case held out, no twins."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpus import DATA, MADE, REAL, read
from benchmarks.matching import CORE, OTHERS
from indicators.model import Comparator, Direction, Kind

FEATURES = sorted((DATA / "corpus" / "features").glob("*.jsonl"))
NEIGHBOURS = {"name", "nature", "unit", "category", "year", "budget"}
TARGET_CASE = {"id", "text", "targets", "held_out", "note"} | NEIGHBOURS
ACTUAL_CASE = {"id", "target", "actual", "want", "held_out", "note"} | NEIGHBOURS
ACTUAL_KINDS = {
    *("quantitative", "deadline", "qualitative"),
    *("reached", "not_applicable", "missing", "error"),
}
CHOICES = {
    "kind": {*Kind},
    "comparator": {*Comparator},
    "direction": {*Direction},
    "change": {"increase", "decrease"},
    "to": {"contract", "budget", "plan", "standard", "actual"},
}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _targets() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in FEATURES:
        for row in _rows(path):
            yield from ((row["id"], target) for target in row.get("targets", []))


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_cases_are_numbered_and_every_third_is_held_out(path: Path) -> None:
    rows = _rows(path)
    assert [row["id"] for row in rows] == [f"{path.stem}-{i:03}" for i in range(1, len(rows) + 1)]
    assert [i for i, row in enumerate(rows, 1) if row.get("held_out")] == list(
        range(3, len(rows) + 1, 3)
    )


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_no_field_is_unknown(path: Path) -> None:
    known = ACTUAL_CASE if path.stem == "actuals" else TARGET_CASE
    assert [row["id"] for row in _rows(path) if not set(row) <= known] == []


def test_targets_have_known_fields_and_choices() -> None:
    wrong = []
    for key, target in _targets():
        given = {
            name: value if isinstance(value, list) else [value] for name, value in target.items()
        }
        known = set(given) <= {*CORE, *OTHERS}
        chosen = all(set(given[name]) <= CHOICES[name] for name in CHOICES if name in given)
        wrong += [] if known and chosen else [key]
    assert wrong == []


def test_actuals_have_known_kinds() -> None:
    rows = _rows(DATA / "corpus" / "features" / "actuals.jsonl")
    kinds = {str(kind) for row in rows for kind in [row["want"]["kind"]] if isinstance(kind, str)}
    assert kinds == ACTUAL_KINDS


def test_false_targets_promise_nothing() -> None:
    rows = _rows(DATA / "corpus" / "features" / "false-targets.jsonl")
    assert {str(row["targets"]) for row in rows} == {
        "[{'kind': ['qualitative', 'not_applicable']}]"
    }
    assert len(rows) >= 200


def test_no_case_is_twice_in_its_file() -> None:
    for path in FEATURES:
        texts = [
            json.dumps({**row, "id": "", "held_out": "", "note": ""}, ensure_ascii=False)
            for row in _rows(path)
        ]
        assert len(set(texts)) == len(texts), path.stem


def test_real_texts_come_without_their_places() -> None:
    rows = _rows(DATA / "published" / "phrases.jsonl") + _rows(DATA / "published" / "rows.jsonl")
    assert not {"place", "project"} & {name for row in rows for name in row}


def test_all_formats_become_cases() -> None:
    cases = list(read([*REAL, *MADE]))
    assert len(cases) > 1200
    assert all(case.wanted for case in cases)
    assert {case.arguments["year"] for case in cases if case.feature == "real"} >= {2019, 2022}
