"""Which side of a promised value is good: from the comparator, the category and the measure."""

from indicators.grammar.lexicon import Lexicon
from indicators.grammar.quantities import Quantity
from indicators.model import Comparator, Direction

_BY_COMPARATOR = {
    Comparator.GE: Direction.HIGHER,
    Comparator.GT: Direction.HIGHER,
    Comparator.LE: Direction.LOWER,
    Comparator.LT: Direction.LOWER,
    Comparator.BETWEEN: Direction.EXACT,
}


class Directions:
    """Decides by the words of a lexicon; a bare number has its direction from what it measures."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["qualitative"]
        self._lower: list[str] = words["lower_is_better"]
        self._gained: list[str] = words["gained"]
        self._spent: list[str] = words["spent_money"]
        self._fixed: list[str] = words["fixed_rate"]

    def of(self, quantity: Quantity, measure: str, category: str | None) -> Direction:
        """The good side of `quantity`, which measures `measure` in `category`."""
        if quantity.comparator is not Comparator.EQ:
            return _BY_COMPARATOR[quantity.comparator]
        if quantity.explicit:
            return Direction.EXACT
        return self._bare(quantity, measure, category or "")

    def _bare(self, quantity: Quantity, measure: str, category: str) -> Direction:
        bad, good = _last(self._lower, measure), _last(self._gained, measure)
        is_money = quantity.unit is not None and quantity.unit.dimension == "money"
        is_cost = category == "output.cost" or category.startswith("cost")
        if good > bad:
            return Direction.HIGHER
        if is_money and (quantity.unit and quantity.unit.per or is_cost):
            if quantity.unit and quantity.unit.per or _last(self._fixed, measure) >= 0:
                return Direction.EXACT
        if bad >= 0 or is_cost:
            return Direction.LOWER
        if is_money and _last(self._spent, measure) >= 0:
            return Direction.LOWER
        return Direction.HIGHER


def _last(words: list[str], text: str) -> int:
    """Where the last of `words` in `text` ends; -1 if none is there. The head of a Chinese noun
    stands last, so 故障修复及时率 is about 及时率."""
    return max((text.rfind(word) + len(word) for word in words if word in text), default=-1)
