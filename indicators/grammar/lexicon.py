"""The lexicon: the words of the YAML files, put into tables that are quick to ask."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from indicators.rulecache import load_cached

PARTS = ("characters", "numerals", "units", "comparators", "dates", "qualitative")
HERE = Path(__file__).parent


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its normal name, its dimension and factor, and the `key` of what it compares with.

    `noun`: a noun that counts itself (5部门); `digits_only`: only after Arabic digits (两).
    """

    name: str
    dimension: str
    key: str
    factor: Fraction
    noun: bool = False
    digits_only: bool = False


class Table(Generic[T]):
    """Words with a meaning each; asks which of them starts, or ends, at a place of a text.

    The longest word wins, so that 不超过 is never read as 超过.
    """

    def __init__(self, words: Iterable[tuple[str, T]]) -> None:
        self.meaning = dict(words)
        self._first: dict[str, list[str]] = {}
        self._last: dict[str, list[str]] = {}
        for word in sorted(self.meaning, key=len, reverse=True):
            self._first.setdefault(word[0], []).append(word)
            self._last.setdefault(word[-1], []).append(word)

    def starting(self, text: str, at: int) -> str | None:
        """The longest word of the table that stands at `at`."""
        for word in self._first.get(text[at : at + 1], ()):
            if text.startswith(word, at):
                return word
        return None

    def ending(self, text: str, at: int) -> str | None:
        """The longest word of the table that ends just before `at`."""
        for word in self._last.get(text[at - 1 : at], ()) if at > 0 else ():
            if text.endswith(word, 0, at):
                return word
        return None

    def __getitem__(self, word: str) -> T:
        return self.meaning[word]

    def __contains__(self, word: str) -> bool:
        return word in self.meaning


@dataclass(frozen=True)
class Lexicon:
    """All words of the grammar. `data` is the plain content of the YAML files, by part."""

    data: dict[str, Any] = field(repr=False)

    def words(self, part: str, name: str) -> Table[str]:
        """A plain list of words (`words("dates", "events")`), as a table."""
        return Table((word, word) for word in self.data[part][name])

    @cached_property
    def translation(self) -> dict[int, str]:
        """The one-to-one character table for `str.translate`."""
        characters = self.data["characters"]
        table = {ord(c): to for to, all_ in characters["spellings"].items() for c in all_}
        for shift in characters["shifts"]:
            first, last, to = ord(shift["first"]), ord(shift["last"]), ord(shift["to"])
            table |= {first + i: chr(to + i) for i in range(last - first + 1)}
        return table

    @cached_property
    def units(self) -> Table[Unit]:
        """Every spelling of every unit."""
        part = self.data["units"]
        same = {word: group[0] for group in part["same"] for word in group}
        counted = [(word, True) for word in part["nouns"]] + [
            (word, False) for word in part["counts"]
        ]
        counts = (
            (word, Unit(word, "count", "count:" + same.get(word, word), Fraction(1), noun))
            for word, noun in counted
        )
        return Table([*counts, *self._converting(part["units"])])

    @staticmethod
    def _converting(dimensions: dict[str, Any]) -> Iterable[tuple[str, Unit]]:
        for dimension, units in dimensions.items():
            for name, rule in units.items():
                apart = name if rule["own"] else rule["of"]
                key = f"{dimension}:{apart}" if apart else dimension
                factor = Fraction(rule["factor"])
                unit = Unit(name, dimension, key, factor, False, rule["after_digits_only"])
                for word in (name, *rule["aliases"]):
                    yield word, unit

    @cached_property
    def before(self) -> Table[tuple[str, str]]:
        """Comparators before a number: what they mean, and the id of their rule."""
        return self._comparators("before")

    @cached_property
    def after(self) -> Table[tuple[str, str]]:
        """Comparators after the unit."""
        return self._comparators("after")

    def _comparators(self, side: str) -> Table[tuple[str, str]]:
        rules = self.data["comparators"][side]
        return Table(
            (word, (rule["means"], rule["id"])) for rule in rules for word in rule["words"]
        )

    @cached_property
    def no_promise(self) -> str:
        """One regular expression of everything whose numbers are names."""
        patterns = (rule["pattern"] for rule in self.data["qualitative"]["no_promise"])
        return "|".join(f"(?:{pattern})" for pattern in patterns)

    @cached_property
    def references(self) -> list[tuple[str, str, str]]:
        """Phrase, what it points to, id of its rule; longest phrase first."""
        rules = self.data["qualitative"]["references"]
        phrases = [(word, rule["to"], rule["id"]) for rule in rules for word in rule["words"]]
        return sorted(phrases, key=lambda phrase: -len(phrase[0]))

    def pattern(self, part: str, name: str) -> "re.Pattern[str]":
        """The words of a list as one alternation, longest first."""
        return re.compile(any_of(self.data[part][name]))


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first; for none of them, never."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"


@cache
def default() -> Lexicon:
    """The shipped lexicon.

    Raises:
        RuleFileError: if one of its files was changed and is no longer valid.
    """
    paths = [HERE / f"{part}.yaml" for part in PARTS]
    data = load_cached(paths, _schema, name="lexicon", schema_file=HERE / "schema.py")
    return Lexicon(dict(zip(PARTS, data, strict=True)))


def with_local(path: Path) -> Lexicon:
    """The shipped lexicon with the words of a local file added.

    Raises:
        RuleFileError: with file and line, if the local file is wrong.
    """
    from indicators import rulefile  # noqa: PLC0415 -- YAML and pydantic only when needed
    from indicators.grammar.schema import LexiconFile  # noqa: PLC0415 -- likewise

    local = rulefile.load(path, LexiconFile).model_dump(mode="json")
    return Lexicon({part: _merged(default().data[part], local[part]) for part in PARTS})


def _merged(base: Any, more: Any) -> Any:
    """`more` added to `base`: keys into mappings, items in front of lists, scalars replaced."""
    if isinstance(base, dict) and isinstance(more, dict):
        shared = {key: _merged(base[key], value) for key, value in more.items() if key in base}
        return {**more, **base, **shared}
    if isinstance(base, list) and isinstance(more, list):
        return [*more, *base]
    return more


def _schema(path: Path) -> Any:
    from indicators.grammar.schema import LexiconFile  # noqa: PLC0415 -- costs pydantic

    return LexiconFile.model_fields[path.stem].annotation
