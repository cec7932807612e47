"""The lexicon: the words of the YAML files, put into tables that are quick to ask."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from indicators.grammar.characters import Characters
from indicators.rulecache import load_cached

PARTS = (
    "characters",
    "numerals",
    "units",
    "comparators",
    "dates",
    "qualitative",
    "telling",
    "speech",
)
HERE = Path(__file__).parent
SCHEMA = tuple(
    HERE / f"{name}.py" for name in ("schema", "numerals_schema", "telling_schema", "scalars")
)
"""The modules that say what may stand in the rule files."""
_VERB = 6
"""So many characters may a verb have that stands right before its object."""


T = TypeVar("T")


class Table(Generic[T]):
    """Words with a meaning each; asks which of them starts, or ends, at a place of a text.

    The longest word wins, so that 不超过 is never read as 超过. `first_signs` and `last_signs` are
    the characters that a word can begin or end with: who asks often looks there first.
    """

    def __init__(self, words: Iterable[tuple[str, T]]) -> None:
        self.meaning = dict(words)
        self._from = _lengths((word[0], len(word)) for word in self.meaning)
        self.first_signs = frozenset(self._from)
        self._upto = _lengths((word[-1], len(word)) for word in self.meaning)
        self.last_signs = frozenset(self._upto)

    def starting(self, text: str, at: int) -> str | None:
        """The longest word of the table that stands at `at`."""
        for length in self._from.get(text[at : at + 1], ()):
            word = text[at : at + length]
            if word in self.meaning:
                return word
        return None

    def ending(self, text: str, at: int) -> str | None:
        """The longest word of the table that ends just before `at`."""
        if at <= 0:
            return None
        for length in self._upto.get(text[at - 1 : at], ()):
            word = text[max(at - length, 0) : at]
            if word in self.meaning:
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
    def characters(self) -> Characters:
        """The one-to-one character table."""
        return Characters(self.data["characters"])

    @cached_property
    def before(self) -> Table[tuple[str, str]]:
        """Comparators before a number: what they mean, and the id of their rule."""
        return self._comparators("before")

    @cached_property
    def after(self) -> Table[tuple[str, str]]:
        """Comparators after the unit."""
        return self._comparators("after")

    def _comparators(self, side: str) -> Table[tuple[str, str]]:
        # The first meaning of a word counts: a local file stands in front of the shipped words.
        rules = reversed(self.data["comparators"][side])
        return Table(
            (word, (rule["means"], rule["id"])) for rule in rules for word in rule["words"]
        )

    @cached_property
    def references(self) -> list[tuple[str, str, str]]:
        """Phrase, what it points to, id of its rule; longest phrase first."""
        rules = self.data["qualitative"]["references"]
        phrases = [(word, rule["to"], rule["id"]) for rule in rules for word in rule["words"]]
        return sorted(phrases, key=lambda phrase: -len(phrase[0]))

    @cached_property
    def deeds(self) -> "re.Pattern[str]":
        """The verbs of doing, of two characters at least: 新建, 服务; not the 服务 of 服务器."""
        words = self.data["qualitative"]
        verbs: list[str] = sorted((w for w in words["count_verbs"] if len(w) > 1), key=len)
        # The verb comes first: an expression that begins with fixed words is quick.
        return re.compile("|".join(_but(verb, words["not_deeds"]) for verb in reversed(verbs)))

    def is_object(self, text: str, start: int, at: int) -> bool:
        """Whether what begins at `at` is what something is done with, by a verb right before it:
        完成(上年结转项目), 维修(现有设备). The clause begins at `start`.
        """
        return self._taking.search(text, max(start, at - _VERB), at) is not None

    @cached_property
    def _taking(self) -> "re.Pattern[str]":
        telling = self.data["telling"]
        verbs = [self.deeds.pattern, *telling["doing"], *telling["taking"]]
        return re.compile(f"(?:{'|'.join(verbs)})$")

    def pattern(self, part: str, name: str) -> "re.Pattern[str]":
        """The words of a list as one alternation, longest first."""
        return re.compile(any_of(self.data[part][name]))

    def ending(self, part: str, *names: str) -> "re.Pattern[str]":
        """The words of some lists as one alternation at the end of what is searched."""
        words = [word for name in names for word in self.data[part][name]]
        return re.compile(f"(?:{any_of(words)})$")


def _lengths(signs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """By first or last character: how long the words with it are, the longest first."""
    found: dict[str, set[int]] = {}
    for sign, length in signs:
        found.setdefault(sign, set()).add(length)
    return {sign: tuple(sorted(lengths, reverse=True)) for sign, lengths in found.items()}


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first; for none of them, never."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"


def _but(word: str, longer: Iterable[str]) -> str:
    """A regular expression for `word` where none of the `longer` words stands."""
    rests = [other.removeprefix(word) for other in longer if other.startswith(word)]
    return re.escape(word) + (f"(?!{any_of(rests)})" if rests else "")


@cache
def default() -> Lexicon:
    """The shipped lexicon.

    Raises:
        RuleFileError: if one of its files was changed and is no longer valid.
    """
    paths = [HERE / f"{part}.yaml" for part in PARTS]
    data = load_cached(paths, _schema, name="lexicon", schema_files=SCHEMA)
    return Lexicon(dict(zip(PARTS, data, strict=True)))


def _schema(path: Path) -> Any:
    from indicators.grammar.schema import LexiconFile  # noqa: PLC0415 -- costs pydantic

    return LexiconFile.model_fields[path.stem].annotation
