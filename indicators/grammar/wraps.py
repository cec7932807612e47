"""Lines that a narrow column broke inside a number: 大于⏎等于95%, 500⏎人次, 12⏎月底前.

Most ends of lines part one promise from the next. One that falls inside what the scan reads as a
single token parts nothing, and is taken out before the text is read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from indicators.grammar.dates import DateSpan
from indicators.grammar.tokens import Mark, Token

_END = re.compile(r"\n[ \n]*")
_BLANK = re.compile(" ")
_SPACED = re.compile(r"(?=.*[^\d ])\S(?: \S){2,}")
_PARTS = frozenset("，,。；;:!?、) ")
"""Behind one of these a line has ended."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text without the ends of lines that part nothing, and where each character stood."""

    text: str
    places: Sequence[int]

    def original(self, span: Span) -> Span:
        """A span of `text`, in the text that was unwrapped."""
        start, end = span
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def unwrapped(text: str, scan: Callable[[str], list[Token]]) -> Unwrapped:
    """`text` without the ends of lines that fall inside a token of `scan`, and without the blanks
    of one whose every letter stands apart: ≥ 9 5 %.
    """
    if _SPACED.fullmatch(text):
        return _without(text, [blank.span() for blank in _BLANK.finditer(text)])
    ends = [end.span() for end in _END.finditer(text) if _may_wrap(text, *end.span())]
    if not ends:
        return _without(text, [])
    joined = _without(text, ends)
    inside = set(_inside(joined, scan(joined.text)))
    return _without(text, [(start, end) for start, end in ends if end in inside])


def _inside(joined: Unwrapped, tokens: list[Token]) -> Iterator[int]:
    """Where lines begin, by their places in the whole text, that begin inside a token."""
    for token in tokens:
        if isinstance(token, Mark):
            continue
        behind = joined.text[token.end : token.end + 1]
        is_whole = isinstance(token, DateSpan) or not behind.isalnum()
        for at in range(token.start + 1, token.end):
            # A unit that begins the line is part of the words behind it: 3⏎个人满意度.
            goes_on = is_whole or not joined.text[at - 1].isdigit()
            if joined.places[at] > joined.places[at - 1] + 1 and goes_on:
                yield joined.places[at]


def _may_wrap(text: str, start: int, end: int) -> bool:
    """Whether a line may go on behind its end: not from digit to digit, nor behind a mark."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    if not before or not behind or before in _PARTS:
        return False
    return not (behind.isdigit() and (before.isdigit() or before in "%‰"))


def _without(text: str, ends: Iterable[Span]) -> Unwrapped:
    """`text` without these stretches of it, which are in order."""
    words: list[str] = []
    places: list[int] = []
    at = 0
    for start, end in [*ends, (len(text), len(text))]:
        words.append(text[at:start])
        places.extend(range(at, start))
        at = end
    return Unwrapped("".join(words), [*places, len(text)])
