"""Where a token can begin: the scan looks at these places only, and passes over all others."""

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass

from indicators.grammar.lexicon import Lexicon, any_of

_PLAIN = re.compile(r"[^\\.^$*+?{}\[\]|()]+")


@dataclass(frozen=True, slots=True)
class NameRule:
    """A pattern whose numbers are names. `begins`: the words that a match can begin with; without
    them it is tried at every character, which is slow.
    """

    pattern: str
    begins: tuple[str, ...] = ()

    @classmethod
    def of(cls, pattern: str, begins: Iterable[str] = ()) -> "NameRule":
        """The rule; a pattern without any sign of a regular expression begins with itself."""
        return cls(pattern, tuple(begins) or ((pattern,) if _PLAIN.fullmatch(pattern) else ()))

    def can_begin(self, sign: str) -> bool:
        """Whether a match can begin with this character."""
        return not self.begins or any(word[0] == sign for word in self.begins)


class Names(dict[str, "re.Pattern[str] | None"]):
    """The names that can begin with a character, as one pattern, made when a text first asks."""

    def __init__(self, rules: Iterable[NameRule]) -> None:
        super().__init__()
        self._rules = tuple(rules)

    def __missing__(self, sign: str) -> "re.Pattern[str] | None":
        patterns = [f"(?:{rule.pattern})" for rule in self._rules if rule.can_begin(sign)]
        self[sign] = found = re.compile("|".join(patterns)) if patterns else None
        return found

    def opening(self, others: Iterable[str]) -> "re.Pattern[str]":
        """Finds where one of these names, or of the words `others`, can begin."""
        if not all(rule.begins for rule in self._rules):
            return re.compile(r"(?s:.)")
        words = {word for rule in self._rules for word in rule.begins} | set(others)
        signs = {word for word in words if len(word) == 1}
        return re.compile(any_of(word for word in words if word in signs or word[0] not in signs))


def name_rules(lexicon: Lexicon) -> list[NameRule]:
    """The rules of the lexicon, their `digits`, `numerals` and `letters` written out."""
    part = lexicon.data["numerals"]
    groups = {
        "digits": set(string.digits),
        "letters": set(string.ascii_letters),
        "numerals": set().union(*(part[name] for name in ("digits", "tens", "powers"))),
    }
    return [
        NameRule.of(rule["pattern"], set().union(*(groups.get(w, {w}) for w in rule["begins"])))
        for rule in lexicon.data["qualitative"]["no_promise"]
    ]
