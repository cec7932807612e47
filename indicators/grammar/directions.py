"""Which side of a promised value is good: from the comparator, the category and the measure."""

import re

from indicators.grammar.lexicon import Lexicon, any_of
from indicators.grammar.tokens import Quantity
from indicators.model import Comparator, Direction

BY_COMPARATOR = {
    Comparator.EQ: Direction.EXACT,
    Comparator.GE: Direction.HIGHER,
    Comparator.GT: Direction.HIGHER,
    Comparator.LE: Direction.LOWER,
    Comparator.LT: Direction.LOWER,
    Comparator.BETWEEN: Direction.EXACT,
}
"""The good side of a promise that says its comparator."""
_TIMES = ("time", "workday")
_NO_WORK = ("time", "workday", "ratio")
"""Dimensions of what is no piece of work that is dealt with."""
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")


class Directions:
    """Decides by the words of a lexicon; a bare number has its direction from what it measures."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.data["qualitative"]
        lower, tails = (any_of(words[name]) for name in ("lower_is_better", "lower_tails"))
        # The head of a Chinese noun stands last: 故障次数 is lower, 故障修复率 is not.
        self._lower = re.compile(rf"(?:{lower})(?:{tails})*$")
        # 处置隐患300处: what is bad itself, counted as dealt with.
        self._dealt = re.compile(rf"(?:{any_of(words['dealt_with'])}).{{0,6}}$")
        falls, tails = (any_of(words[name]) for name in ("decrease", "change_tails"))
        self._falls_by = re.compile(rf"(?:{falls})(?:{tails})?[ \d]")
        self._capped = lexicon.words("qualitative", "capped_rates")
        self._deals = lexicon.words("qualitative", "dealt_with")
        self._quick = lexicon.pattern("qualitative", "quick")
        self._gained = re.compile(any_of(words["gained"]))
        self._done = re.compile("|".join(words["invested"]) or r"(?!)")
        self._spent = re.compile(any_of(words["spent_money"]))
        self._fixed = re.compile(any_of(words["fixed_rate"]))
        self._by_the_piece = lexicon.pattern("qualitative", "by_the_piece")

    def of(
        self,
        quantity: Quantity,
        measure: str | None,
        name: str | None,
        category: str | None,
        *,
        clause: str = "",
        changes: bool = False,
        falls: bool = False,
    ) -> Direction:
        """The good side of `quantity`, which measures `measure` of the indicator `name`.

        `clause` is the clause that it stands in (按每亩200元的标准补贴 is a fixed rate);
        `changes`: the quantity is how much something changes (投诉率下降10%), so more is better;
        `falls`: it is what something falls to (缩短到25分钟).
        """
        if quantity.explicit or quantity.comparator is not Comparator.EQ:
            return BY_COMPARATOR[quantity.comparator]
        if changes:
            return Direction.HIGHER
        if falls:
            return Direction.LOWER
        measures = [_freed(words) for words in (measure, name) if words]
        return self._bare(quantity, measures, category or "", clause)

    def _bare(
        self, quantity: Quantity, measures: list[str], category: str, clause: str
    ) -> Direction:
        if not quantity.value:
            return Direction.LOWER  # nothing can be better than none by being more
        dimension = quantity.unit.dimension if quantity.unit is not None else None
        # 污染物减排: 氨氮10吨. What the name deals with is counted as dealt with.
        is_work = (
            dimension not in _NO_WORK
            and measures
            and self._deals.ending(measures[-1], len(measures[-1]))
        )
        for measure in measures:
            if is_work or not self._is_bad(quantity, measure):
                continue
            if not self._falls_by.match(clause):  # 事故数: 减少2起
                return Direction.LOWER
        words = " ".join(measures)
        if dimension in _TIMES and self._quick.search(f"{words} {clause}"):
            return Direction.LOWER  # a time that something should take little of: 2小时响应
        is_money = dimension == "money"
        is_cost = category == "output.cost" or category.startswith("cost")
        if not (is_money or is_cost):
            return Direction.HIGHER
        if self._gained.search(words) or self._done.search(clause):
            return Direction.HIGHER
        has_rate = quantity.unit is not None and quantity.unit.per is not None
        has_rate = has_rate or self._by_the_piece.search(words + clause) is not None
        if is_money and (is_cost or has_rate) and self._fixed.search(words + clause):
            return Direction.EXACT  # paid by a fixed rate, neither more nor less is right
        if is_cost or (is_money and self._is_spent(words, category)):
            return Direction.LOWER
        # 每户1500元 among the outputs is what each is given.
        is_given = has_rate and category.startswith("output")
        return Direction.EXACT if is_given else Direction.HIGHER

    def is_bad(self, name: str) -> bool:
        """Whether an indicator of this name counts something bad: 重大安全事故."""
        return self._lower.search(_freed(name)) is not None

    def _is_bad(self, quantity: Quantity, measure: str) -> bool:
        """Whether less of what is measured is better: 故障次数, not 排除故障 (3处)."""
        if self._capped.ending(measure, len(measure)):
            return True
        found = self._lower.search(measure)
        if found is None or _is_all(quantity):  # 重大隐患100%: all of them are dealt with
            return False
        is_time = quantity.unit is not None and quantity.unit.dimension in _TIMES
        return is_time or not (self._dealt.search(measure, 0, found.start()))

    def _is_spent(self, words: str, category: str) -> bool:
        return not category.startswith("benefit") and self._spent.search(words) is not None


def _is_all(quantity: Quantity) -> bool:
    """Whether all of something is promised: 100%."""
    unit = quantity.unit
    return unit is not None and unit.dimension == "ratio" and unit.canonical(quantity.value) == 1


def _freed(words: str) -> str:
    """`words` without what stands in brackets at their end."""
    return _BRACKET.sub("", words) if ")" in words else words
