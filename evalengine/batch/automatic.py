"""Scores each project by the standard for its budget year and place (`--standard auto`)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from evalengine.batch.partition import refuse_part, score_part
from evalengine.batch.rules import Rules
from evalengine.batch.schemas import Scored
from indicators.bulk.plan import KEYS
from indicators.bulk.texts import Ints, Texts, starts
from indicators.errors import StandardError
from indicators.grammar import read_number
from scoring import selection

PLACES = ("region", "department", "implementing_unit")
"""What names the place of a project: the first of these that says anything."""

ASKED = (*KEYS, *PLACES)
"""The columns that are asked for what tells projects apart, and where and when they belong."""


class Choice(NamedTuple):
    """The id of a standard, or why there is none."""

    named: str
    why: str = ""


def score_automatic(
    table: pa.Table, columns: dict[str, str], rules: Rules, *, row: int = 0, file: str = ""
) -> Scored:
    """Score the rows of whole projects as `score_part` does, each project by its own standard."""
    parts: list[Scored] = []
    order: list[int] = []
    for choice, own, rows in by_standard(table, columns):
        some, numbers = table.take(pa.array(rows)), row + rows + 1
        if choice.named:
            ruled = replace(rules, named=choice.named)
            parts.append(score_part(some, columns, ruled, numbers=numbers, file=file))
        else:
            parts.append(refuse_part(some, columns, rules, choice.why, numbers=numbers))
        order += own
    return _in_order(parts, np.argsort(order))


def by_standard(
    table: pa.Table, columns: dict[str, str]
) -> Iterator[tuple[Choice, list[int], Ints]]:
    """The standards of the projects of some rows: each with its projects, by number, and its rows,
    counted from 0.
    """
    said = {what: Texts.of(table[name]) for what, name in columns.items() if what in ASKED}
    first, _ = starts(said)
    project = np.repeat(np.arange(len(first)), np.diff([*first, table.num_rows]))
    years, places = _said_first(said, ("year",), project), _said_first(said, PLACES, project)
    chosen = [_standard_of(*each) for each in zip(years, places, strict=True)]
    for choice in dict.fromkeys(chosen):
        own = [number for number, each in enumerate(chosen) if each == choice]
        yield choice, own, np.flatnonzero(np.isin(project, own))


def _said_first(said: Mapping[str, Texts], names: Sequence[str], project: Ints) -> list[str]:
    """What every project says first in one of these columns; those that come first count first."""
    found = [""] * (int(project.max(initial=-1)) + 1)
    for name in reversed([name for name in names if name in said]):
        rows = np.flatnonzero(said[name].filled)[::-1]
        for number, text in zip(project[rows].tolist(), said[name].take(rows), strict=True):
            found[number] = text
    return found


@cache
def _standard_of(year: str, place: str) -> Choice:
    number = read_number(year.removesuffix("度").removesuffix("年"))
    try:
        found = selection.select(year=int(number) if number else None, place=place)
    except StandardError as error:
        return Choice("", "；".join(problem.words.zh for problem in error.problems))
    return Choice(found.standard.id)


def _in_order(parts: Sequence[Scored], order: Ints) -> Scored:
    """The tables of parts as one: rows by their numbers, projects as they stand in the table."""
    items, rejects = (
        pa.concat_tables([getattr(part, name) for part in parts]).sort_by("row")
        for name in ("items", "rejects")
    )
    projects = pa.concat_tables([part.projects for part in parts]).take(pa.array(order))
    return Scored(items, projects, rejects)
