"""Finds the category code of a row from its level-1 and level-2 names, and the names of a code."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indicators.errors import Words
from indicators.rulecache import load_cached
from indicators.spelling import label_key

if TYPE_CHECKING:
    from pydantic import BaseModel

HERE = Path(__file__).parent
SCHEMA = (HERE / "schema.py",)
"""The modules that say what may stand in the rule files."""

_REMEMBERED = 4096
"""The same level names come again in every form."""

_LIST_MARK = re.compile(r"^\(?[0-9一二三四五六七八九十]+[).、:]")
_POINTS = re.compile(r"[（(][0-9.]+\s*分?[)）]$")
_LAST_BRACKET = re.compile(r"\([^()]*\)$|\d+(?:\.\d+)?分$")


@dataclass(frozen=True)
class _Names:
    """The names of categories.yaml as tables.

    `own` and `guest` give the category of a level-2 name under a level-1 code, its own one or
    one of `under`; `anywhere` gives all categories that a level-2 name may mean, `below` those
    of a level-1 code, and `places` the level-1 codes where a category may stand.
    """

    titles: dict[str, Words]
    heads: dict[str, str]
    own: dict[tuple[str, str], str] = field(default_factory=dict)
    guest: dict[tuple[str, str], str] = field(default_factory=dict)
    anywhere: dict[str, set[str]] = field(default_factory=dict)
    below: dict[str, set[str]] = field(default_factory=dict)
    places: dict[str, set[str]] = field(default_factory=dict)


@lru_cache(maxsize=_REMEMBERED)
def category_of(level1: str, level2: str) -> str:
    """The category code of a row: `("效益指标", "环境效益指标")` → `benefit.ecological`.

    Level 2 decides, and level 1 tells apart what has one name in two places: 成本指标 is
    `output.cost` under 产出 and `cost.economic` under a level 1 成本. Satisfaction is
    `satisfaction.beneficiary` wherever the form files it. Where level 2 is empty, a level 1 with
    only one category is enough. `""` if the names are not known, or could mean several things.
    """
    names = _names()
    head, name = head_of(level1), _key(level2)
    if found := names.own.get((head, name)) or names.guest.get((head, name)):
        return found
    return _only(names.anywhere.get(name, set()) if name else names.below.get(head, set()))


@lru_cache(maxsize=_REMEMBERED)
def head_of(level1: str) -> str:
    """The code of a level-1 name: `效果指标` → `benefit`; `""` if it is not known."""
    return _names().heads.get(_key(level1), "")


def without_points(level: str) -> str:
    """A level name without the points printed behind it: `产出指标（50分）` → `产出指标`."""
    return _POINTS.sub("", level)


def category_named(word: str) -> str:
    """The code that a person means: a code, or a name of one (`产出`, `预算执行率`).

    A word that is neither comes back as it is.
    """
    if word in _names().titles:
        return word
    return head_of(word) or category_of("", word) or word


def category_codes() -> frozenset[str]:
    """Every code of level 1 (`output`) and of level 2 (`output.quantity`)."""
    return frozenset(_names().titles)


def category_title(code: str) -> Words:
    """The official name of a level-1 or level-2 code, in both languages.

    An unknown code is its own name, so that a message about it can still be written.
    """
    return _names().titles.get(code, Words(code, code))


def belongs(level1: str, category: str) -> bool:
    """Whether the standards file `category` under this level-1 name; true if either is unknown."""
    head = head_of(level1)
    known = _names().places.get(category)
    return not head or known is None or head in known


def _only(codes: set[str]) -> str:
    return next(iter(codes)) if len(codes) == 1 else ""


def _key(name: str) -> str:
    r"""What is compared of a name: `1.产出\n指标（50分）` → `产出`, `质量指标12分` → `质量`."""
    bare = _LAST_BRACKET.sub("", _LIST_MARK.sub("", label_key(name)))
    return bare.removesuffix("指标")


@cache
def _names() -> _Names:
    [data] = load_cached([HERE / "categories.yaml"], _schema, name="taxonomy", schema_files=SCHEMA)
    heads, categories = data["heads"], data["categories"]
    names = _Names(
        titles={code: Words(rule["zh"], rule["en"]) for code, rule in (heads | categories).items()},
        heads={key: code for code, rule in heads.items() for key in _keys(rule)},
    )
    for code, rule in categories.items():
        _enter(names, code, rule)
    return names


def _enter(names: _Names, code: str, rule: dict[str, Any]) -> None:
    head = code.partition(".")[0]
    names.below.setdefault(head, set()).add(code)
    names.places[code] = {head, *rule["under"]}
    for key in _keys(rule):
        names.own[head, key] = code
        names.guest.update({(other, key): code for other in rule["under"]})
        names.anywhere.setdefault(key, set()).add(code)


def _keys(rule: dict[str, Any]) -> list[str]:
    return [_key(name) for name in (rule["zh"], *rule["also"])]


def _schema(path: Path) -> "type[BaseModel]":
    from indicators.taxonomy.schema import Taxonomy  # noqa: PLC0415 -- costs pydantic

    return Taxonomy
