"""Where a token can begin: the scan looks at these places only, and passes over all others."""

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from indicators.grammar.lexicon import Lexicon, any_of

_PLAIN = re.compile(r"[^\\.^$*+?{}\[\]|()]+")


@dataclass(frozen=True, slots=True)
class NameRule:
    """A pattern whose numbers are names. `begins`: the words that a match can begin with; without
    them it is tried at every character, which is slow. `then`: the characters that can stand behind
    the digits that a match begins with; without them it is tried at every such number.
    """

    pattern: str
    begins: tuple[str, ...] = ()
    then: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pattern: str, begins: Iterable[str] = (), then: Iterable[str] = ()) -> "NameRule":
        """The rule; a pattern without any sign of a regular expression begins with itself."""
        words = tuple(begins) or ((pattern,) if _PLAIN.fullmatch(pattern) else ())
        return cls(pattern, words, frozenset(then))

    def can_begin(self, sign: str) -> bool:
        """Whether a match can begin with this character."""
        return not self.begins or any(word[0] == sign for word in self.begins)


class Names(dict[str, "re.Pattern[str] | None"]):
    """The names that can begin with a character, as one pattern, made when a text first asks."""

    def __init__(self, rules: Iterable[NameRule]) -> None:
        super().__init__()
        self._rules = tuple(rules)

    def __missing__(self, sign: str) -> "re.Pattern[str] | None":
        rules = [rule for rule in self._rules if rule.can_begin(sign)]
        groups = groupby(rules, key=lambda rule: sign.isdigit() and bool(rule.then))
        patterns = [_pattern(list(group), is_guarded=guarded) for guarded, group in groups]
        self[sign] = found = re.compile("|".join(patterns)) if patterns else None
        return found

    def opening(self, others: Iterable[str]) -> "re.Pattern[str]":
        """Finds where one of these names, or of the words `others`, can begin."""
        if not all(rule.begins for rule in self._rules):
            return re.compile(r"(?s:.)")
        words = {word for rule in self._rules for word in rule.begins} | set(others)
        signs = {word for word in words if len(word) == 1}
        return re.compile(any_of(word for word in words if word in signs or word[0] not in signs))


def _pattern(rules: list[NameRule], *, is_guarded: bool) -> str:
    """Any of the rules; if guarded, only where digits and one of the signs behind them stand."""
    pattern = "|".join(f"(?:{rule.pattern})" for rule in rules)
    if not is_guarded:
        return pattern
    signs = "".join(map(re.escape, frozenset().union(*(rule.then for rule in rules))))
    return rf"(?=\d+[{signs}])(?:{pattern})"


def name_rules(lexicon: Lexicon) -> list[NameRule]:
    """The rules of the lexicon, their `digits`, `numerals`, `letters`, `blanks` written out."""
    part = lexicon.data["numerals"]
    groups = {
        "digits": set(string.digits),
        "letters": set(string.ascii_letters),
        "blanks": set(filter(str.isspace, map(chr, range(0x3001)))),
        "numerals": set().union(*(part[name] for name in ("digits", "tens", "powers"))),
    }
    return [
        NameRule.of(rule["pattern"], *(_spelt(rule[key], groups) for key in ("begins", "then")))
        for rule in lexicon.data["qualitative"]["no_promise"]
    ]


def _spelt(words: list[str], groups: dict[str, set[str]]) -> set[str]:
    """The words, with those that name a group written out."""
    return set().union(*(groups.get(word, {word}) for word in words))
