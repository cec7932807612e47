"""Two one-sided numbers about the same thing are a range: 大于50小于100, 1000以上，1500以下."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from indicators.grammar.lexicon import any_of
from indicators.grammar.numbers import Number
from indicators.model import Comparator

_LOWER = (Comparator.GE, Comparator.GT)
_UPPER = (Comparator.LE, Comparator.LT)


def links(words: Iterable[str]) -> "re.Pattern[str]":
    """What may stand between the two ends: one of `words`, and marks."""
    return re.compile(rf"[\s,，、]*(?:{any_of(words)}){{0,2}}[\s,，、]*")


def paired(text: str, numbers: list[Number], link: "re.Pattern[str]") -> Iterator[Number]:
    """The numbers, with two neighbours that are the ends of one range made one.

    `link` is what may stand between the two.
    """
    at = 0
    while at < len(numbers):
        pair = _pair(text, link, *numbers[at : at + 2]) if at + 1 < len(numbers) else None
        yield pair or numbers[at]
        at += 2 if pair else 1


def _pair(text: str, link: "re.Pattern[str]", first: Number, second: Number) -> Number | None:
    if not isinstance(first.value, Decimal) or not isinstance(second.value, Decimal):
        return None
    if link.fullmatch(text, first.span[1], second.span[0]) is None:
        return None
    if first.comparator in _LOWER and second.comparator in _UPPER:
        return _range(first, second) if first.value < second.value else None
    if first.comparator in _UPPER and second.comparator in _LOWER:
        return _range(second, first) if second.value < first.value else None
    return None


def _range(low: Number, high: Number) -> Number | None:
    """The range from `low` to `high`, if they have one unit."""
    if low.unit and high.unit and low.unit != high.unit:
        return None
    return replace(
        high if high.unit else low,
        comparator=Comparator.BETWEEN,
        value=low.value,
        upper=high.value,
        lower_included=low.lower_included,
        upper_included=high.upper_included,
        approximate=low.approximate or high.approximate,
        span=(min(low.span[0], high.span[0]), max(low.span[1], high.span[1])),
    )
