"""Cases of text → targets that are data: promises read as they stand, and texts without any."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from indicators.grammar import parse_targets
from indicators.model import Kind, Target, plain
from indicators.rulefile import Rule, load

CASES = Path(__file__).parents[2] / "cases" / "targets"
NOT_COUNTED = {Kind.QUALITATIVE, Kind.REFERENCE, Kind.NOT_APPLICABLE}


class Case(Rule):
    """A text, its neighbours, why it is there, and the fields of its targets that are fixed."""

    text: str
    why: str
    name: str | None = None
    unit: str | None = None
    targets: tuple[dict[str, str], ...] = ()


class File(Rule):
    """The cases of one file."""

    cases: tuple[Case, ...]


def _cases(folder: str) -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}:{case.text[:20]}")
        for path in sorted((CASES / folder).glob("*.yaml"))
        for case in load(path, File).cases
    ]


def _fields(target: Target, names: dict[str, str]) -> dict[str, str]:
    values = {name: getattr(target, name) for name in names}
    return {n: plain(v) if isinstance(v, Decimal) else str(v) for n, v in values.items()}


@pytest.mark.parametrize("case", _cases("good"))
def test_promises_are_read(case: Case) -> None:
    read = parse_targets(case.text, name=case.name, unit=case.unit)
    assert len(read) == len(case.targets)
    found = [_fields(target, due) for target, due in zip(read, case.targets, strict=True)]
    assert found == list(case.targets), case.why


@pytest.mark.parametrize("case", _cases("bad"))
def test_no_number_is_invented(case: Case) -> None:
    assert {target.kind for target in parse_targets(case.text)} <= NOT_COUNTED, case.why
