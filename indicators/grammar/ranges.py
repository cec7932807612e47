"""Two limits of one thing are a range: 85%≤X≤95%, ≥85%且≤95%, 大于80%小于90%."""

import re
from dataclasses import replace

from indicators.grammar.lexicon import Lexicon
from indicators.grammar.pairs import links
from indicators.grammar.tokens import Quantity, Token
from indicators.model import Comparator

_ENCLOSED = re.compile(r" ?[≤<]=?[^，,。；;\n\d≤<≥>]{1,16}")
"""85%≤X: what the two ends of a range enclose."""

_BESIDE = re.compile(r"、[^，,。；;、\n\d]{0,6}")
"""What may stand between two times that share the limit of the second."""

_TIMES = ("time", "workday")
_LOWER = (Comparator.GE, Comparator.GT)
_UPPER = (Comparator.LE, Comparator.LT)


class Ranges:
    """Joins limits by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._link = links(lexicon.data["comparators"]["links"])

    def joined(self, text: str, tokens: list[Token]) -> list[Token]:
        """The tokens of `text`, with the two limits of one thing made one quantity."""
        found: list[Token] = []
        for token in tokens:
            both = self._range(text, found[-1], token) if found else None
            if both is not None:
                found[-1] = both
            else:
                if found:
                    found[-1] = _limited(text, found[-1], token)
                found.append(token)
        return found

    def _range(self, text: str, first: Token, second: Token) -> Quantity | None:
        if not isinstance(second, Quantity) or second.comparator not in _UPPER:
            return None
        if not isinstance(first, Quantity) or not second.explicit:
            return None
        at = self._begins(text, first, second)
        unit = second.unit or first.unit
        if at is None or first.value >= second.value or (first.unit or unit) != unit:
            return None
        return replace(
            second,
            comparator=Comparator.BETWEEN,
            value=first.value,
            upper=second.value,
            unit=unit,
            start=first.start,
            at=at,
            rule="range",
        )

    def _begins(self, text: str, first: Quantity, second: Quantity) -> int | None:
        """Where the number of the range begins; None if the two limit different things."""
        between = text[first.end : second.start]
        if first.comparator in _LOWER and "\n" not in between and self._link.fullmatch(between):
            return first.at
        is_enclosing = not first.explicit and _ENCLOSED.fullmatch(between) is not None
        return second.start if is_enclosing else None


def _limited(text: str, first: Token, second: Token) -> Token:
    """`first` with the limit of `second`, if it is said for both: 城区5分钟、郊区10分钟内."""
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return first
    one, other = first.unit, second.unit
    is_time = one is not None and other is not None and one.key == other.key
    if first.explicit or not is_time or one is None or one.dimension not in _TIMES:
        return first
    is_behind = second.comparator in _UPPER and second.end > second.until
    if not is_behind or not _BESIDE.fullmatch(text, first.end, second.start):
        return first
    return replace(first, comparator=second.comparator, explicit=True, rule=second.rule)
