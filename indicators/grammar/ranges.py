"""Two numbers that say one thing: 85%≤X≤95%, 大于80%小于90%, 3万元×12个月=36万元."""

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

_BY = frozenset("×*xX")
_FACTORS = 2

_TIMES = ("time", "workday")
_LOWER = (Comparator.GE, Comparator.GT)
_UPPER = (Comparator.LE, Comparator.LT)


class Ranges:
    """Joins numbers by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._link = links(lexicon.data["comparators"]["links"])

    def joined(self, text: str, tokens: list[Token]) -> list[Token]:
        """The tokens of `text`: two limits of one thing are one, factors are what they come to."""
        found: list[Token] = []
        for token in tokens:
            both = self._range(text, found[-1], token) if found else None
            if both is not None:
                found[-1] = both
            elif len(found) >= _FACTORS and (product := _come_to(text, found, token)):
                found.append(product)
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


def _come_to(text: str, found: list[Token], product: Token) -> Quantity | None:
    """What the numbers before it come to (3万元×12个月=36万元), which alone is promised then; they
    are taken from `found`.
    """
    if not isinstance(product, Quantity) or text[product.start] != "=":
        return None
    at, end = len(found), product.start
    while at and isinstance(found[at - 1], Quantity) and found[at - 1].end == end:
        at -= 1
        end = found[at].start - 1
        if text[end] not in _BY:
            break
    if len(found) - at < _FACTORS:
        return None
    start = found[at].start
    del found[at:]
    return replace(product, explicit=False, start=start, rule="product")


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
