"""Where two standards differ: every parameter that one has otherwise, beside that of the other."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from evalengine.reports.standard import part_title
from evalengine.terminal import Column, room, table, wrap
from indicators.errors import Words
from scoring.provenance import Source
from scoring.standard import Standard

DIFF_SCHEMA = "evalengine/standards-diff/1"

UNTOLD = {"source", "note", "title", "title_en", "aliases", "id", "name", "check"}
"""Keys that change no point; clauses are told apart, names stand in the place."""

NAMES = ("id", "name", "check", "within", "from")
"""Keys by one of which the entries of a list are told apart, in this order."""

PARTS = (
    *("budget_years", "applies_to", "weights", "execution", "levels", "rules"),
    *("not_applicable", "rounding", "grades", "checks"),
)
"""What is compared, in the order of the files."""


class Difference(NamedTuple):
    """One parameter: its place in the file, and its value in both; None where it is not there."""

    key: str
    one: str | None
    other: str | None


def differences(one: Standard, other: Standard) -> list[Difference]:
    """Every parameter in which the standards differ, in the order of their files."""
    mine, theirs = dict(_parameters(one)), dict(_parameters(other))
    keys = dict.fromkeys([*mine, *theirs])
    ordered = sorted(keys, key=lambda key: PARTS.index(key.partition(".")[0]))
    found = (Difference(key, mine.get(key), theirs.get(key)) for key in ordered)
    return [each for each in found if each.one != each.other]


def _parameters(standard: Standard) -> Iterator[tuple[str, str]]:
    content = standard.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for part in PARTS:
        yield from _leaves(part, content.get(part, {}))


def _leaves(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """The values below `key`, each with its own key: `rules.quantitative.use.method`."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in UNTOLD:
                yield from _leaves(f"{key}.{name}", inner)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, inner in enumerate(value, 1):
            name = next((inner[each] for each in NAMES if each in inner), number)
            yield from _leaves(f"{key}.{name}", inner)
    elif isinstance(value, list):
        yield key, ", ".join(map(str, value))
    else:
        yield key, str(value)


def difference_lines(one: Standard, other: Standard, language: str) -> list[str]:
    """Both standards, then one row a parameter, then the clauses behind the parts that differ."""
    lines = [_headed(each, language) for each in (one, other)]
    found = differences(one, other)
    if not found:
        same = Words("计分的参数完全相同。", "All parameters that give points are the same.")
        return [*lines, same.said(language)]
    columns = [
        Column(Words("参数", "parameter").said(language), flexible=True),
        Column(one.id, flexible=True),
        Column(other.id, flexible=True),
    ]
    rows = [[each.key, each.one or "—", each.other or "—"] for each in found]
    lines += ["", *table(columns, rows, room()), ""]
    for key, mine, theirs in _clauses(one, other, found):
        title = part_title(one if mine else other, key).said(language)
        for standard, source in ((one, mine), (other, theirs)):
            if source:
                lines += wrap(f"{title}　{standard.id}：{source.clause}", room())
    return lines


def _headed(standard: Standard, language: str) -> str:
    return f"{standard.id}　{Words(standard.title, standard.title_en).said(language)}"


def _clauses(
    one: Standard, other: Standard, found: list[Difference]
) -> Iterator[tuple[str, Source | None, Source | None]]:
    """The sources of each part in which something differs."""
    mine, theirs = dict(one.parts()), dict(other.parts())
    for key in dict.fromkeys([*mine, *theirs]):
        if any(each.key == key or each.key.startswith(f"{key}.") for each in found):
            yield (
                key,
                one.cite(mine[key]) if key in mine else None,
                other.cite(theirs[key]) if key in theirs else None,
            )


def difference_data(one: Standard, other: Standard) -> dict[str, Any]:
    """The document that `standards diff --format json` prints."""
    return {
        "schema": DIFF_SCHEMA,
        "standards": [{"id": each.id, "sha256": each.sha256} for each in (one, other)],
        "differences": [each._asdict() for each in differences(one, other)],
    }
