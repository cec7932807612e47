"""What is written is read back to the same record, whatever a filled form says.

A made-up self-evaluation is judged (the first record), written, read and judged again (the second),
and that is written, read and judged once more (the third). Second and third are the same but for
where their texts stand. So are first and second, but for what the engine puts in the place of what
the department wrote: the points that it computed, and the names of things in full.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from evalengine.evaluation import Evaluated, evaluate
from evalengine.record import record_data
from evalengine.reports.files import write_reports
from tests.evalengine.factories import STANDARD as BEIJING
from tests.evalengine.samples import ACTUALS, DECLARATION, PROJECTS
from tests.laws.made_up import pages

ENDINGS = (".xlsx", ".docx", ".html")

WHERE = {
    "place": "another file has other rows",
    "goal_place": "likewise",
    "form_id": "it is made of the file and the place",
    "source": "the file and the place",
    "inputs": "the files that were read, with their digests",
}
"""What is left out of every comparison, and why: where things stand. All else is compared."""

PUT_IN = {
    "declared": "the written form states total, grade and execution as they were computed",
    "declared_points": "likewise the points of every row",
    "actual_text": "2613 is written 2613件; what it means is compared as `actual` of the items",
}
"""What is left out besides between the first record and the second, and why."""

_POINTS = re.compile(r"（\d+分）$")


def entries(data: Any, left_out: set[str], path: str = "") -> Iterator[tuple[str, Any]]:
    """All that a record says, by the path to it, but for these keys, wherever they stand."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in left_out:
                yield from entries(value, left_out, f"{path}.{key}")
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from entries(value, left_out, f"{path}.{number}")
    else:
        yield path, data


def told(judged: Evaluated, left_out: Iterable[str]) -> dict[str, Any]:
    """All that the records of the projects say, but for these keys."""
    return dict(entries([record_data(each) for each in judged.projects], set(left_out)))


def points_of(judged: Evaluated) -> list[tuple[str, str, Decimal]]:
    """Category, fact and points of every promise; a written form has each in a row of its own."""
    items = judged.projects[0].score.items
    return [(item.category, item.actual, item.points) for item in items]


def as_printed(entry: tuple[str, Any]) -> tuple[str, Any]:
    """An official form prints the points of level 1 behind its name: 产出指标（50分）."""
    path, value = entry
    return path, _POINTS.sub("", value) if path.endswith(".level1") else value


def judged_again(judged: Evaluated, path: Path, standard: str) -> Evaluated:
    """What comes of a form that was written to `path`, and read."""
    write_reports([path], judged)
    return evaluate(path, None, standard=standard, missing="zero")


FEW = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("ending", ENDINGS)
@given(page=pages(plain=True))
@FEW
def test_a_filled_form_comes_back_as_the_same_record(
    ending: str, page: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, standard = tmp_path_factory.mktemp("form"), "cn-mof-2020-10"
    filled = folder / "填好的.html"
    filled.write_text(page, encoding="utf-8")
    first = evaluate(filled, None, standard=standard, missing="zero")
    second = judged_again(first, folder / f"自评表{ending}", standard)
    before, after = (told(each, WHERE | PUT_IN) for each in (first, second))
    assert dict(map(as_printed, after.items())) == dict(map(as_printed, before.items()))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("standard", ["cn-selfeval-2016", "cn-mof-2020-10", "cn-sc-selfeval-2023"])
@given(page=pages(plain=False))
@FEW
def test_a_written_form_comes_back_as_the_same_record(
    ending: str, standard: str, page: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Also several promises in a row, answers that are missing, points out of their level."""
    folder = tmp_path_factory.mktemp("form")
    filled = folder / "填好的.html"
    filled.write_text(page, encoding="utf-8")
    first = evaluate(filled, None, standard=standard, missing="zero")
    second = judged_again(first, folder / f"自评表{ending}", standard)
    third = judged_again(second, folder / f"再写的{ending}", standard)
    assert points_of(second) == points_of(first)
    assert told(third, WHERE) == told(second, WHERE)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_real_document_comes_back_as_the_same_records(ending: str, tmp_path: Path) -> None:
    first = evaluate(DECLARATION, ACTUALS, standard=BEIJING)
    second = judged_again(first, tmp_path / f"自评表{ending}", BEIJING)
    third = judged_again(second, tmp_path / f"再写的{ending}", BEIJING)
    assert len(third.projects) == PROJECTS
    assert told(third, WHERE) == told(second, WHERE)
