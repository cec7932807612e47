"""Lists of the lexicon for rule files outside the grammar: each word has one home.

A list of words in a rule file may hold `lexicon:gained` beside its own words: all the words of the
list `gained` of `grammar/qualitative.yaml`, behind those of the user's own lexicon, if there is
one (`WithLexicon`).
"""

from functools import cache
from pathlib import Path
from typing import Annotated, Any, TypedDict

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from indicators import rulefile
from indicators.patterns import Pattern
from indicators.spelling import nearest, perhaps

GRAMMAR = Path(__file__).parent / "grammar"
PART = "qualitative"
"""The part of a user's lexicon that holds these lists."""
MARK = "lexicon:"


class WithLexicon(TypedDict):
    """What a rule file is checked with: the user's own lexicon."""

    lexicon: Path | None


def _written_out(value: Any, info: ValidationInfo) -> Any:
    """`value` with every `lexicon:NAME` replaced by the words of that list."""
    if not isinstance(value, list):
        return value
    local: Path | None = (info.context or {}).get("lexicon")
    return [word for item in value for word in _words(item, local)]


def _words(item: Any, local: Path | None) -> list[Any]:
    if not isinstance(item, str) or not item.startswith(MARK):
        return [item]
    name, lists = item.removeprefix(MARK).strip(), _shipped()
    if name not in lists:
        near = perhaps(nearest(name, lists))
        raise rulefile.fault(
            f"词库里没有词表“{name}”{near.zh}", f"the lexicon has no list '{name}'{near.en}"
        )
    own = {} if local is None else _local(local)
    return [*own.get(name, []), *lists[name]]


@cache
def _shipped() -> dict[str, list[str]]:
    """The plain lists of the lexicon; the grammar checks the file when it loads it."""
    return _plain(_read(GRAMMAR / f"{PART}.yaml"))


def _local(path: Path) -> dict[str, list[str]]:
    """Those of a user's lexicon, likewise."""
    return _plain(_read(path).get(PART))


def _read(path: Path) -> dict[str, Any]:
    data, _ = rulefile.parse(rulefile.read_text(path), name=str(path))
    return data if isinstance(data, dict) else {}


def _plain(data: Any) -> dict[str, list[str]]:
    return {
        name: words
        for name, words in (data.items() if isinstance(data, dict) else ())
        if isinstance(words, list) and all(isinstance(word, str) for word in words)
    }


def _seen(word: str) -> str:
    if not word.strip():
        raise rulefile.fault("应有看得见的字", "something that can be seen is due")
    return word


Word = Annotated[str, AfterValidator(_seen)]
"""A word in a rule file: an empty one would stand in every text."""

WordList = Annotated[list[Word], BeforeValidator(_written_out)]
"""A list of words in a rule file, some of which may come from the lexicon."""

PatternList = Annotated[list[Pattern], BeforeValidator(_written_out)]
"""The same of regular expressions."""


def _known_dimension(name: str, info: ValidationInfo) -> str:
    """`name`, if the lexicon, or the user's own, has such a kind of quantity."""
    local: Path | None = (info.context or {}).get("lexicon")
    known = [*_dimensions(GRAMMAR), *(_dimensions(local) if local else ())]
    if name not in known:
        near = perhaps(nearest(name, known))
        raise rulefile.fault(f"没有“{name}”这种量{near.zh}", f"no dimension '{name}'{near.en}")
    return name


@cache
def _dimensions(path: Path) -> tuple[str, ...]:
    data = _read(path / "units.yaml") if path == GRAMMAR else _read(path).get("units") or {}
    return tuple(data.get("dimensions") or ())


Dimension = Annotated[str, AfterValidator(_known_dimension)]
"""A kind of quantity in a rule file, as units.yaml names it: `money`, `ratio`."""
