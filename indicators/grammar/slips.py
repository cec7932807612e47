"""Letters typed for digits (9O, 1O0, l00): half of such a number is wrong, so none is read."""

import re
import string
from collections.abc import Iterable

from indicators.errors import Words
from indicators.grammar.lexicon import Lexicon
from indicators.grammar.openings import NameRule
from indicators.grammar.tokens import Mark


def slip_rule(lexicon: Lexicon) -> NameRule:
    """The rule by which the scan takes such a number for none."""
    part = lexicon.data["numerals"]["slips"]
    letters, ones = ("".join(part[name]) for name in ("letters", "ones"))
    digits = rf"\d[\d,.]*[{letters}][\d{letters}]*|[{ones}][\d{letters}]*\d[\d{letters}]*"
    pattern = rf"(?<![A-Za-z\d.])(?:{digits})(?![A-Za-z\d/])"
    return NameRule.of(pattern, [*string.digits, *ones], letters)


class Slips:
    """Tells of the slips that a scan passed over."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._slip = re.compile(slip_rule(lexicon).pattern)

    def told(self, text: str, marks: Iterable[Mark]) -> Words | None:
        """What to say of the first slip among the marks of `text`; None if there is none."""
        for mark in marks:
            if self._slip.fullmatch(text, mark.start, mark.end):
                typed = text[mark.start : mark.end]
                return Words(
                    f"“{typed}”里夹着字母，像是把数字打错了（O 和 0、l 和 1），没有读成数。",
                    f"'{typed}' mixes letters with digits (O for 0?); not read as a number.",
                )
        return None
