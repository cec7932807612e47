"""A local lexicon: the words of a user's file, checked and added to the shipped ones."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.errors import Problem, RuleFileError, Words
from indicators.grammar.lexicon import PARTS, Lexicon, default
from indicators.grammar.units import Measured, spellings
from indicators.spelling import nearest, perhaps

if TYPE_CHECKING:
    from indicators import rulefile

RULES = (
    ("comparators", "before"),
    ("comparators", "after"),
    ("qualitative", "references"),
    ("qualitative", "implied"),
    ("qualitative", "no_promise"),
)
"""Lists of rules that have an id."""

UnitPlace = tuple[str | int, ...]
"""Where the spelling of a unit stands in a lexicon."""


def with_local(path: Path) -> Lexicon:
    """The shipped lexicon with the words of a local file added.

    Raises:
        RuleFileError: with file and line, if the local file is wrong.
    """
    from indicators import rulefile  # noqa: PLC0415 -- YAML and pydantic only when needed
    from indicators.grammar.schema import LexiconFile  # noqa: PLC0415 -- likewise

    name = str(path)
    data, lines = rulefile.parse(rulefile.read_text(path), name=name)
    local = rulefile.check(data, LexiconFile, lines=lines, name=name).model_dump(mode="json")
    merged = {part: _merged(default().data[part], local[part]) for part in PARTS}
    problems = [
        *_known_ids(local, lines, name),
        *_unknown_dimensions(local, merged, lines, name),
        *_idle_units(local, merged, lines, name),
    ]
    if problems:
        raise RuleFileError(problems)
    return Lexicon(merged)


def _known_ids(
    local: dict[str, Any], lines: "dict[rulefile.Path_, int]", name: str
) -> Iterator[Problem]:
    """Every rule has an id of its own, since every target carries that of the rule that made it."""
    known = {id_ for _, id_ in _ids(default().data)}
    for place, id_ in _ids(local):
        if id_ in known:
            taken = Words(
                f"编号“{id_}”已经有了（随程序的词库里或本文件前面）；请另取一个。",
                f"id '{id_}' is taken (in the shipped lexicon or above); choose another.",
            )
            yield Problem(f"{name}:{lines[*place, 'id']}", taken)
        known.add(id_)


def _unknown_dimensions(
    local: dict[str, Any],
    merged: dict[str, Any],
    lines: "dict[rulefile.Path_, int]",
    name: str,
) -> Iterator[Problem]:
    """Units stand below a dimension that has a base unit and a title."""
    known = merged["units"]["dimensions"]
    for dimension in local["units"]["units"]:
        if dimension not in known:
            near = perhaps(nearest(dimension, sorted(known)))
            words = Words(
                f"没有“{dimension}”这种量{near.zh}；先在 dimensions 里写明它的基本单位和名称。",
                f"no dimension '{dimension}'{near.en}; first name its base in dimensions.",
            )
            yield Problem(f"{name}:{lines['units', 'units', dimension]}", words)


def _idle_units(
    local: dict[str, Any],
    merged: dict[str, Any],
    lines: "dict[rulefile.Path_, int]",
    name: str,
) -> Iterator[Problem]:
    """A spelling that stays another unit would be in vain: 元 among what is counted."""
    known = dict(spellings(merged["units"]))
    barred = frozenset(merged["units"]["not_units"])
    for place, word, (unit, dimension) in _units(local["units"]):
        is_it = word in known and (known[word].name, known[word].dimension) == (unit, dimension)
        if not is_it or word in barred:
            where = f"{name}:{lines[('units', *place)]}"
            yield Problem(where, _idle(word, None if word in barred else known[word], merged))


def _idle(word: str, unit: Measured | None, merged: dict[str, Any]) -> Words:
    if unit is None:
        return Words(
            f"“{word}”列在 not_units 里，不会当作单位；请换一个写法。",
            f"'{word}' stands among not_units, so it never is a unit; choose another spelling.",
        )
    dimension = merged["units"]["dimensions"].get(unit.dimension, {})
    title = dimension.get("title", unit.dimension)
    return Words(
        f"“{word}”已经是单位“{unit.name}”（{title}），这样写不会起作用；请换一个写法。",
        f"'{word}' already is the unit '{unit.name}' ({unit.dimension}), so this would be idle; "
        "choose another spelling.",
    )


def _units(part: dict[str, Any]) -> Iterator[tuple[UnitPlace, str, tuple[str, str]]]:
    """Where each spelling of a unit stands; what it spells, with its dimension."""
    for list_ in ("counts", "nouns"):
        for at, word in enumerate(part[list_]):
            yield (list_, at), word, (word, "count")
    for dimension, rules in part["units"].items():
        for unit, rule in rules.items():
            yield ("units", dimension, unit), unit, (unit, dimension)
            for at, alias in enumerate(rule["aliases"]):
                yield ("units", dimension, unit, "aliases", at), alias, (unit, dimension)


def _ids(data: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The ids of all rules, with the place of each."""
    for part, name in RULES:
        for at, rule in enumerate(data[part][name]):
            yield (part, name, at), rule["id"]


def _merged(base: Any, more: Any) -> Any:
    """`more` added to `base`: keys into mappings, items in front of lists, scalars replaced."""
    if isinstance(base, dict) and isinstance(more, dict):
        shared = {key: _merged(base[key], value) for key, value in more.items() if key in base}
        return {**more, **base, **shared}
    if isinstance(base, list) and isinstance(more, list):
        return [*more, *base]
    return base if more is None else more
