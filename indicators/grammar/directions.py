"""Which side of a promised value is good: from the comparator, the category and the measure."""

import re

from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.quantities import Quantity
from indicators.model import Comparator, Direction

_BY_COMPARATOR = {
    Comparator.GE: Direction.HIGHER,
    Comparator.GT: Direction.HIGHER,
    Comparator.LE: Direction.LOWER,
    Comparator.LT: Direction.LOWER,
    Comparator.BETWEEN: Direction.EXACT,
}
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")


class Directions:
    """Decides by the words of a lexicon; a bare number has its direction from what it measures."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["qualitative"]
        lower, tails = (any_of(words[name]) for name in ("lower_is_better", "lower_tails"))
        # The head of a Chinese noun stands last: 故障次数 is lower, 故障修复率 is not.
        self._lower = re.compile(rf"(?:{lower})(?:{tails})*$")
        self._gained = re.compile(any_of(words["gained"]))
        self._spent = re.compile(any_of(words["spent_money"]))
        self._fixed = re.compile(any_of(words["fixed_rate"]))

    def of(
        self, quantity: Quantity, measure: str | None, name: str | None, category: str | None
    ) -> Direction:
        """The good side of `quantity`, which measures `measure` of the indicator `name`."""
        if quantity.comparator is not Comparator.EQ:
            return _BY_COMPARATOR[quantity.comparator]
        if quantity.explicit:
            return Direction.EXACT
        measures = [_BRACKET.sub("", words) for words in (measure, name) if words]
        return self._bare(quantity, measures, category or "")

    def _bare(self, quantity: Quantity, measures: list[str], category: str) -> Direction:
        if any(self._lower.search(words) for words in measures):
            return Direction.LOWER
        words = " ".join(measures)
        is_money = quantity.unit is not None and quantity.unit.dimension == "money"
        is_cost = category == "output.cost" or category.startswith("cost")
        if self._gained.search(words):
            return Direction.HIGHER
        if is_money and self._is_fixed(quantity, words, is_cost=is_cost):
            return Direction.EXACT
        if is_cost or (is_money and self._spent.search(words)):
            return Direction.LOWER
        return Direction.HIGHER

    def _is_fixed(self, quantity: Quantity, words: str, *, is_cost: bool) -> bool:
        """Money paid by a fixed rate, 1000元/人: neither more nor less is right."""
        has_rate = quantity.unit is not None and quantity.unit.per is not None
        return has_rate or (is_cost and self._fixed.search(words) is not None)
