"""Where a token can begin: the scan looks at these places only, and passes over all others."""

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass

from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.tokens import DIGITS

_PLAIN = re.compile(r"[^\\.^$*+?{}\[\]|()]+")


@dataclass(frozen=True, slots=True)
class NameRule:
    """A pattern whose numbers are names. `begins`: the words that a match can begin with; without
    them it is tried at every character, which is slow. `then`: the characters that can stand behind
    the digits that a match begins with, `next` those behind the other words; without them it is
    tried at every such number, or word.
    """

    pattern: str
    begins: tuple[str, ...] = ()
    then: frozenset[str] = frozenset()
    next: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        pattern: str,
        begins: Iterable[str] = (),
        then: Iterable[str] = (),
        next_: Iterable[str] = (),
    ) -> "NameRule":
        """The rule; a pattern without any sign of a regular expression begins with itself."""
        words = tuple(begins) or ((pattern,) if _PLAIN.fullmatch(pattern) else ())
        return cls(pattern, words, frozenset(then), frozenset(next_))

    def can_begin(self, sign: str) -> bool:
        """Whether a match can begin with this character."""
        return not self.begins or any(word[0] == sign for word in self.begins)


class Names:
    """The names that can begin at a place: by its character, and for digits by the one behind them.

    The patterns are made when a text first asks for them.
    """

    def __init__(self, rules: Iterable[NameRule]) -> None:
        self._rules = tuple(rules)
        self._patterns: dict[tuple[str, str], re.Pattern[str] | None] = {}
        self._then = frozenset().union(*(rule.then for rule in self._rules))

    def match(self, text: str, at: int, until: int) -> "re.Match[str] | None":
        """The name that begins at `at`, if any does; the digits there end at `until`, if any do."""
        then = text[until : until + 1] if until > at else ""
        if then not in self._then:
            then = ""
        try:
            pattern = self._patterns[text[at], then]
        except KeyError:
            pattern = self._patterns[text[at], then] = self._pattern(text[at], then)
        return pattern.match(text, at) if pattern is not None else None

    def _pattern(self, sign: str, then: str) -> "re.Pattern[str] | None":
        """Any of the names that begin with `sign`, and can with `then` behind digits."""
        rules = [rule for rule in self._rules if rule.can_begin(sign)]
        if sign in DIGITS:
            rules = [rule for rule in rules if not rule.then or then in rule.then]
        return re.compile("|".join(f"(?:{rule.pattern})" for rule in rules)) if rules else None

    def opening(self, others: Iterable[str]) -> "re.Pattern[str]":
        """Finds where one of these names, or of the words `others`, can begin; of digits all."""
        if not all(rule.begins for rule in self._rules):
            return re.compile(r"[0-9]+|(?s:.)")
        words = {word for rule in self._rules for word in rule.begins} | set(others)
        next_ = self._next(set(others))
        signs = {word for word in words if len(word) == 1 and word not in next_}
        digits = DIGITS & signs
        alone = any_of(w for w in words - digits - {*next_} if w in signs or w[0] not in signs)
        followed = [
            rf"{re.escape(word)}(?=[{re.escape(''.join(sorted(next_[word])))}])"
            for word in sorted(next_, key=len, reverse=True)
            if word[0] not in signs
        ]
        return re.compile(
            "|".join([*(f"{digit}[0-9]*" for digit in sorted(digits)), alone, *followed])
        )

    def _next(self, others: set[str]) -> dict[str, set[str]]:
        """The words that begin a name only if one of some characters follows, with these."""
        found: dict[str, set[str]] = {}
        free = others.union(*(rule.begins for rule in self._rules if not rule.next))
        for rule in self._rules:
            for word in set(rule.begins) - free - DIGITS:
                found.setdefault(word, set()).update(rule.next)
        return found


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
        NameRule.of(
            rule["pattern"], *(_spelt(rule[key], groups) for key in ("begins", "then", "next"))
        )
        for rule in lexicon.data["qualitative"]["no_promise"]
    ]


def _spelt(words: list[str], groups: dict[str, set[str]]) -> set[str]:
    """The words, with those that name a group written out."""
    return set().union(*(groups.get(word, {word}) for word in words))
