"""The lexicon: the words of the YAML files, put into tables that are quick to ask."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from indicators.errors import Problem, RuleFileError, Words
from indicators.grammar.characters import Characters
from indicators.rulecache import load_cached

if TYPE_CHECKING:
    from indicators import rulefile

PARTS = ("characters", "numerals", "units", "comparators", "dates", "qualitative", "speech")
RULES = (
    ("comparators", "before"),
    ("comparators", "after"),
    ("qualitative", "references"),
    ("qualitative", "implied"),
    ("qualitative", "no_promise"),
)
"""Lists of rules that have an id."""
HERE = Path(__file__).parent


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

    name = str(path)
    data, lines = rulefile.parse(rulefile.read_text(path), name=name)
    local = rulefile.check(data, LexiconFile, lines=lines, name=name).model_dump(mode="json")
    _refuse_known_ids(local, lines, name)
    return Lexicon({part: _merged(default().data[part], local[part]) for part in PARTS})


def _refuse_known_ids(local: dict[str, Any], lines: "dict[rulefile.Path_, int]", name: str) -> None:
    """Every rule has an id of its own, since every target carries that of the rule that made it."""
    known = {id_ for _, id_ in _ids(default().data)}
    problems = []
    for place, id_ in _ids(local):
        if id_ in known:
            taken = Words(
                f"编号“{id_}”已经有了（随程序的词库里或本文件前面）；请另取一个。",
                f"id '{id_}' is taken (in the shipped lexicon or above); choose another.",
            )
            problems.append(Problem(f"{name}:{lines[*place, 'id']}", taken))
        known.add(id_)
    if problems:
        raise RuleFileError(problems)


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


def _schema(path: Path) -> Any:
    from indicators.grammar.schema import LexiconFile  # noqa: PLC0415 -- costs pydantic

    return LexiconFile.model_fields[path.stem].annotation
